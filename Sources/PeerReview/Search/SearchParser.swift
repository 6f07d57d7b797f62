/// Understands a search by recursive descent: OR binds least, then AND (written or not), then NOT.
struct SearchParser {
  let text: String
  let tokens: [SearchToken]
  let vocabulary: SearchVocabulary
  /// Kept searches that this text is a part of.
  private let outer: Set<String>
  private var position = 0
  /// Formulas and parentheses may nest as deep as no person writes and no stack minds.
  private var depth = 0
  private static let depthLimit = 50
  private(set) var columns: [SearchQuery.Column] = []
  private(set) var orders: [SearchQuery.Order] = []

  init(text: String, tokens: [SearchToken], vocabulary: SearchVocabulary, within outer: Set<String> = []) {
    self.outer = outer
    self.text = text
    self.tokens = tokens
    self.vocabulary = vocabulary
  }

  mutating func whole() throws(SearchProblem) -> SearchQuery.Condition {
    let condition = next.kind == .end ? .every([]) : try either()
    switch next.kind {
    case .end: return condition
    case .close: throw problem("This parenthesis closes nothing. Take it out, or open one before.")
    default: throw problem("This does not fit here. Put words that belong together between quotation marks.")
    }
  }

  // Tokens

  var next: SearchToken { tokens.indices.contains(position) ? tokens[position] : Self.end }
  /// What was taken last.
  var last: SearchToken { tokens.indices.contains(position - 1) ? tokens[position - 1] : Self.end }
  private var second: SearchToken { tokens.indices.contains(position + 1) ? tokens[position + 1] : Self.end }
  private static let end = SearchToken(kind: .end, range: 0..<0, isApart: true)

  mutating func take() -> SearchToken {
    defer { position += 1 }
    return next
  }

  func problem(_ message: String, at token: SearchToken? = nil) -> SearchProblem {
    SearchProblem(range: (token ?? next).range, message: message)
  }

  mutating func nested<Value>(_ body: (inout SearchParser) throws(SearchProblem) -> Value) throws(SearchProblem) -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw problem("This nests too deep. Say it in fewer parentheses.") }
    return try body(&self)
  }

  /// What `body` reads, or nil with nothing read.
  mutating func attempt<Value>(
    _ body: (inout SearchParser) throws(SearchProblem) -> Value?
  ) throws(SearchProblem) -> Value? {
    let before = position
    let value = try body(&self)
    if value == nil { position = before }
    return value
  }

  private var isOperator: Bool {
    if case .word(let word) = next.kind { ["AND", "OR", "NOT"].contains(word) } else { false }
  }

  private mutating func takeOperator(_ name: String) -> Bool {
    guard next.kind == .word(name) else { return false }
    position += 1
    return true
  }

  // Conditions

  private mutating func either() throws(SearchProblem) -> SearchQuery.Condition {
    var parts = [try all()]
    while takeOperator("OR") { parts.append(try all()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func all() throws(SearchProblem) -> SearchQuery.Condition {
    var parts: [SearchQuery.Condition] = []
    repeat {
      if let part = try negatable() { parts.append(part) }
    } while try takeAnd() || beginsCondition
    return parts.count == 1 ? parts[0] : .every(parts)
  }

  private mutating func takeAnd() throws(SearchProblem) -> Bool {
    let sign = next
    guard takeOperator("AND") else { return false }
    if next.kind == .end || next.kind == .close {
      throw problem("After “AND” stands what else has to hold. Take it out, or go on.", at: sign)
    }
    return true
  }

  private var beginsCondition: Bool {
    switch next.kind {
    case .word: !isOperator || next.kind == .word("NOT")
    case .quoted, .open: true
    case .dash(let isNegation): isNegation
    default: false
    }
  }

  /// Nil for `sort:` and `show:`, which ask nothing of a paper.
  private mutating func negatable() throws(SearchProblem) -> SearchQuery.Condition? {
    let isNot = next.kind == .word("NOT")
    guard isNot || next.kind == .dash(isNegation: true) else { return try simple() }
    let sign = take()
    let part = try nested { (parser) throws(SearchProblem) in try parser.negatable() }
    guard let part else { throw problem("“sort:” and “show:” can't be negated; write “sort:-score” for descending.", at: sign) }
    return .not(part)
  }

  private mutating func simple() throws(SearchProblem) -> SearchQuery.Condition? {
    if case .word(let name) = next.kind, second.kind == .colon, !second.isApart { return try field(name) }
    if let comparison = try attempt({ (parser) throws(SearchProblem) in try parser.comparison() }) { return .formula(comparison) }
    if let range = try attempt({ (parser) throws(SearchProblem) in try parser.between() }) { return range }
    try refuseLoneFigure()
    if case .word(let word) = next.kind, isOperator { throw problem(Self.standsAlone(word)) }
    let token = take()
    switch token.kind {
    case .open: return try parenthesis(from: token)
    case .quoted(let words): return .words(SearchedPaper.fold(words), texts: bareTexts)
    case .word(let word): return try bare(word, at: token)
    case .end: throw problem("Something is missing at the end.", at: token)
    case .colon: throw problem("A colon follows the name of a field, as in “title:cache”.", at: token)
    case .comparison: throw problem("Before this has to stand what is compared, as in “reviews < 3”.", at: token)
    default: throw problem("This does not fit here.", at: token)
    }
  }

  private static func standsAlone(_ sign: String) -> String {
    "“\(sign)” joins two conditions, and one is missing. To look for the word, put it between quotation marks."
  }

  private mutating func parenthesis(from open: SearchToken) throws(SearchProblem) -> SearchQuery.Condition {
    let inner = try nested { (parser) throws(SearchProblem) in try parser.either() }
    guard next.kind == .close else { throw problem("This parenthesis is not closed.", at: open) }
    position += 1
    return inner
  }

  private var bareTexts: [String] { vocabulary.texts.filter(\.isSearchedByBareWords).map(\.name) }

  private func bare(_ word: String, at token: SearchToken) throws(SearchProblem) -> SearchQuery.Condition {
    if let numbers = try numbers(word, at: token) { return .numbers(numbers) }
    if word == "#" {
      let orTag = vocabulary.tags == nil ? "" : " or a tag"
      throw problem("After “#” stands the number of a paper\(orTag), as in “#17”.", at: token)
    }
    if word.hasPrefix("#"), vocabulary.tags != nil, let tag = SearchTag(word.dropFirst()) { return .tag(tag.text, tag.range) }
    return .words(SearchedPaper.fold(word), texts: bareTexts)
  }

  /// `#17`, `#17-25` or `#17..25`; a range also without `#`.
  private func numbers(_ word: String, at token: SearchToken) throws(SearchProblem) -> ClosedRange<Int>? {
    let digits = word.hasPrefix("#") ? word.dropFirst() : Substring(word)
    if let number = Int(digits), number >= 0 { return word.hasPrefix("#") ? number...number : nil }
    guard let ends = SearchRange.ends(of: digits), let first = Int(ends.from), let last = Int(ends.to), first >= 0, last >= 0
    else { return nil }
    guard first <= last else {
      throw problem(
        "The lower number comes first: “\(last)-\(first)”. To look for the words, put them between quotation marks.", at: token)
    }
    return first...last
  }

  /// A comparison of formulas, or nil when this is none.
  private mutating func comparison() throws(SearchProblem) -> SearchFormula? {
    guard let left = sketch(), case .comparison(let sign) = next.kind else { return nil }
    position += 1
    guard let right = sketch() else { throw problem("After a comparison stands a number or a figure, as in “reviews < 3”.") }
    if case .comparison = next.kind { throw problem("Compare two things at a time, and join comparisons by AND.") }
    return .comparison(sign, try resolve(left), try resolve(right))
  }

  // Fields

  private mutating func field(_ name: String) throws(SearchProblem) -> SearchQuery.Condition? {
    let named = take()
    position += 1
    switch name.lowercased() {
    case "sort":
      let isDescending = next.kind == .dash(isNegation: false)
      if isDescending { position += 1 }
      orders.append(.init(formula: try formula().formula, isDescending: isDescending))
      return nil
    case "show":
      let shown = try formula()
      columns.append(.init(label: shown.label, formula: shown.formula))
      return nil
    default: break
    }
    if name.lowercased() == "search", !vocabulary.searches.isEmpty { return try keptSearch() }
    if name.lowercased() == SearchQuery.tagField, vocabulary.tags != nil { return try tag() }
    if let field = vocabulary.text(name) { return try words(in: field) }
    if let field = vocabulary.value(name) { return try value(of: field) }
    if let figure = vocabulary.figure(name) { return try figureValue(figure) }
    throw problem(unknown(name, among: vocabulary.fieldNames + vocabulary.figureNames), at: named)
  }

  private mutating func words(in field: SearchVocabulary.Field) throws(SearchProblem) -> SearchQuery.Condition {
    let words = try takeWords(after: field.name)
    if words == "any" { return .has(field: field.name) }
    if words == "none" { return .not(.has(field: field.name)) }
    return .words(words, texts: [field.name])
  }

  private mutating func value(of field: SearchVocabulary.Field) throws(SearchProblem) -> SearchQuery.Condition {
    let token = next
    let words = try takeWords(after: field.name)
    if words == "any" { return .has(field: field.name) }
    if words == "none" { return .not(.has(field: field.name)) }
    if words == "me", field.kind == .person, let me = vocabulary.me { return .value(me, field: field.name) }
    if field.choices.isEmpty, field.kind != .presence { return .part(words, field: field.name) }
    let chosen = field.choices.first { SearchedPaper.fold($0.key) == words || SearchedPaper.fold($0.label) == words }
    guard let chosen else {
      let keys = field.choices.map(\.key)
      let near = nearestName(to: words, among: keys + ["any", "none"]).map { " Did you mean “\($0)”?" } ?? ""
      // Beyond a dozen nobody reads them: the list of words below the box has them all.
      if keys.count > 12 { throw problem("“\(field.name)” knows no “\(words)”.\(near)", at: token) }
      let known = keys.isEmpty ? "any or none" : "one of \(keys.joined(separator: ", ")), or any, or none"
      throw problem("“\(field.name)” is \(known).\(near)", at: token)
    }
    return .value(SearchedPaper.fold(chosen.key), field: field.name)
  }

  /// `reviews:3`, `reviews:2-4` and `overall:3.5..5`.
  private mutating func figureValue(_ figure: SearchVocabulary.Figure) throws(SearchProblem) -> SearchQuery.Condition {
    let token = next
    let words = try takeWords(after: figure.name)
    let formula = Self.formula(of: figure)
    if words == "any" { return .formula(.comparison(.equal, formula, formula)) }
    if words == "none" { return .not(.formula(.comparison(.equal, formula, formula))) }
    guard let range = SearchRange.read(words[...]) else {
      throw problem("After “\(figure.name):” stands a number, a range such as 2-4, any, or none.", at: token)
    }
    return Self.condition(formula, in: range)
  }

  /// `tag:discuss`, `tag:award#3..`, `tag:any`.
  private mutating func tag() throws(SearchProblem) -> SearchQuery.Condition {
    let token = next
    let words = try takeWords(after: SearchQuery.tagField)
    if words == "any" { return .hasTag }
    if words == "none" { return .not(.hasTag) }
    guard let tag = SearchTag(words.hasPrefix("#") ? words.dropFirst() : words[...]) else {
      throw problem(
        "After “tag:” stands a tag, perhaps with its number: “tag:award#3”, “tag:award#3..5”; or any, or none.", at: token)
    }
    return .tag(tag.text, tag.range)
  }

  /// `search:shortlist`: what the kept search asks, with its orders and columns.
  private mutating func keptSearch() throws(SearchProblem) -> SearchQuery.Condition {
    let token = next
    let name = try takeWords(after: "search")
    guard let text = vocabulary.searches[name] else {
      let near = nearestName(to: name, among: vocabulary.searches.keys.sorted()).map { " Did you mean “\($0)”?" } ?? ""
      throw problem("No search is kept under “\(name)”.\(near)", at: token)
    }
    if outer.contains(name) { throw problem("The search “\(name)” is a part of itself.", at: token) }
    let kept: SearchQuery
    do {
      kept = try SearchQuery(parsing: text, vocabulary, within: outer.union([name]))
    } catch {
      throw problem("The search kept as “\(name)” is not understood: \(error.message)", at: token)
    }
    columns += kept.columns
    orders += kept.orders
    return kept.condition
  }

  private mutating func takeWords(after name: String) throws(SearchProblem) -> String {
    let token = take()
    switch token.kind {
    case .word(let word): return SearchedPaper.fold(word)
    case .quoted(let words): return SearchedPaper.fold(words)
    default: throw problem("After “\(name):” stand words, without a space; several between quotation marks.", at: token)
    }
  }

  func unknown(_ name: String, among known: [String]) -> String {
    let near = nearestName(to: name, among: known).map { " Did you mean “\($0)”?" } ?? ""
    return "“\(name)” can't be searched for here.\(near)"
  }

  static func formula(of figure: SearchVocabulary.Figure) -> SearchFormula {
    figure.isGrade ? .aggregate(.mean, criterion: figure.name) : .figure(figure.name)
  }
}

/// A formula before its names are looked up, so that a word can be tried as a formula without being taken for a wrong one.
indirect enum SearchSketch {
  case number(Double)
  case name(String, SearchToken)
  case call(String, SearchToken, [SearchSketch])
  case arithmetic(SearchFormula.Operation, SearchSketch, SearchSketch)
  case comparison(SearchComparison, SearchSketch, SearchSketch)
}

extension SearchParser {
  /// A formula after `sort:` or `show:`, which may compare, and how it was written: as it is, or between quotation marks.
  mutating func formula() throws(SearchProblem) -> (formula: SearchFormula, label: String) {
    let start = next
    if case .quoted(let words) = start.kind {
      _ = take()
      return try Self.formula(between: words, at: start, vocabulary)
    }
    guard let sketch = compared() else {
      throw problem("Here stands a figure or a formula, as in “show:mean(\(vocabulary.figureNames.first ?? "score"))”.")
    }
    let end = next.range.lowerBound
    let label = String(text.dropFirst(start.range.lowerBound).prefix(max(0, end - start.range.lowerBound)))
    return (try resolve(sketch), label.trimmed)
  }

  /// What stands between quotation marks. A problem is told at its place in the whole search.
  private static func formula(
    between words: String, at quoted: SearchToken, _ vocabulary: SearchVocabulary
  ) throws(SearchProblem) -> (formula: SearchFormula, label: String) {
    do throws(SearchProblem) {
      var parser = SearchParser(text: words, tokens: try SearchLexer.tokens(words), vocabulary: vocabulary)
      let read = try parser.formula()
      guard parser.next.kind == .end else { throw parser.problem("This does not fit here.") }
      return read
    } catch {
      let start = quoted.range.lowerBound + 1
      throw SearchProblem(
        range: (error.range.lowerBound + start)..<(error.range.upperBound + start), message: error.message)
    }
  }

  /// Refuses a figure computed by a function that nothing is asked about: alone it would be looked for as words.
  mutating func refuseLoneFigure() throws(SearchProblem) {
    guard case .word(let name) = next.kind, Self.isFunction(name) else { return }
    let start = next.range.lowerBound
    guard let (sketch, end) = try attempt({ (parser) throws(SearchProblem) in parser.loneFigure() }) else { return }
    _ = try resolve(sketch)
    let written = String(text.dropFirst(start).prefix(end - start))
    throw SearchProblem(
      range: start..<end,
      message: "“\(written)” is a figure. Compare it, as in “\(written) >= 4”, or put it behind “show:” or “sort:”.")
  }

  private static func isFunction(_ name: String) -> Bool {
    name.lowercased() == "if" || SearchFormula.Aggregate(rawValue: name.lowercased()) != nil
  }

  /// A function with its arguments in parentheses, and where it ends.
  private mutating func loneFigure() -> (SearchSketch, end: Int)? {
    guard case .call(let name, let token, let arguments)? = factor() else { return nil }
    return (.call(name, token, arguments), last.range.upperBound)
  }

  /// `overall between 3 and 5`: from the one to the other number, both included. Nil when this is none.
  mutating func between() throws(SearchProblem) -> SearchQuery.Condition? {
    let start = next
    guard let left = sketch(), isFigure(left), takeWord("between") else { return nil }
    guard let low = number(), takeWord("and"), let high = number() else { return nil }
    guard low <= high else {
      throw SearchProblem(
        range: start.range.lowerBound..<last.range.upperBound,
        message: "The lower number comes first: “between \(Self.written(high)) and \(Self.written(low))”.")
    }
    return Self.condition(try resolve(left), in: low...high)
  }

  private func isFigure(_ sketch: SearchSketch) -> Bool {
    switch sketch {
    case .name(let name, _): vocabulary.figure(name) != nil || isTag(name)
    case .call(let name, _, _): Self.isFunction(name)
    case .number, .arithmetic, .comparison: false
    }
  }

  private func isTag(_ name: String) -> Bool {
    name.hasPrefix("#") && vocabulary.tags != nil && TagKey(String(name.dropFirst())) != nil
  }

  /// Takes the word, in small or capital letters.
  private mutating func takeWord(_ wanted: String) -> Bool {
    guard case .word(let word) = next.kind, word.lowercased() == wanted else { return false }
    _ = take()
    return true
  }

  private mutating func number() -> Double? {
    switch factor() {
    case .number(let number)?: number
    case .arithmetic(.minus, .number(0), .number(let number))?: -number
    default: nil
    }
  }

  /// As people write it: `3`, `3.5`.
  private static func written(_ number: Double) -> String {
    let text = String(number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// That a figure lies in a range, whose ends may be infinite.
  static func condition(_ formula: SearchFormula, in range: ClosedRange<Double>) -> SearchQuery.Condition {
    if range.lowerBound == range.upperBound { return .formula(.comparison(.equal, formula, .number(range.lowerBound))) }
    var parts: [SearchQuery.Condition] = []
    if range.lowerBound.isFinite {
      parts.append(.formula(.comparison(.greaterOrEqual, formula, .number(range.lowerBound))))
    }
    if range.upperBound.isFinite { parts.append(.formula(.comparison(.lessOrEqual, formula, .number(range.upperBound)))) }
    return .every(parts)
  }

  /// Sums and differences of products; nil when this is no formula. Nothing is read then that matters: callers go back.
  mutating func sketch() -> SearchSketch? {
    guard var left = product() else { return nil }
    while let operation = sign([.plus: .plus, .dash(isNegation: false): .minus]) {
      guard let right = product() else { return nil }
      left = .arithmetic(operation, left, right)
    }
    return left
  }

  private mutating func product() -> SearchSketch? {
    guard var left = factor() else { return nil }
    while let operation = sign([.star: .times, .slash: .dividedBy]) {
      guard let right = factor() else { return nil }
      left = .arithmetic(operation, left, right)
    }
    return left
  }

  private mutating func sign(_ meanings: [SearchToken.Kind: SearchFormula.Operation]) -> SearchFormula.Operation? {
    guard let operation = meanings[next.kind] else { return nil }
    _ = take()
    return operation
  }

  private mutating func factor() -> SearchSketch? {
    let token = take()
    switch token.kind {
    case .dash:
      guard let negated = try? nested({ (parser) throws(SearchProblem) in parser.factor() }) else { return nil }
      return .arithmetic(.minus, .number(0), negated)
    case .open:
      guard let inner = try? nested({ (parser) throws(SearchProblem) in parser.compared() }), take().kind == .close else {
        return nil
      }
      return inner
    case .word(let word):
      if let number = Double(word), number.isFinite { return .number(number) }
      guard next.kind == .open, !next.isApart else { return .name(word, token) }
      return call(word, token)
    default: return nil
    }
  }

  private mutating func call(_ name: String, _ token: SearchToken) -> SearchSketch? {
    _ = take()
    guard let arguments = try? nested({ (parser) throws(SearchProblem) in parser.arguments() }) else { return nil }
    return .call(name, token, arguments)
  }

  private mutating func arguments() -> [SearchSketch]? {
    var arguments: [SearchSketch] = []
    repeat {
      guard let argument = compared() else { return nil }
      arguments.append(argument)
      let separator = take()
      if separator.kind == .close { return arguments }
      if separator.kind != .comma { return nil }
    } while true
  }

  /// Within parentheses, and as a column or an order, a formula may compare.
  private mutating func compared() -> SearchSketch? {
    guard let left = sketch() else { return nil }
    guard case .comparison(let comparison) = next.kind else { return left }
    _ = take()
    return sketch().map { .comparison(comparison, left, $0) }
  }

  /// Looks the names up. Refuses unknown ones, pointing at them.
  func resolve(_ sketch: SearchSketch) throws(SearchProblem) -> SearchFormula {
    switch sketch {
    case .number(let number): return .number(number)
    case .name(let name, _) where isTag(name):
      return .tag(SearchedPaper.fold(String(name.dropFirst())))
    case .name(let name, let token):
      guard let figure = vocabulary.figure(name) else { throw problem(unknown(name, among: vocabulary.figureNames), at: token) }
      return Self.formula(of: figure)
    case .arithmetic(let operation, let left, let right):
      return .arithmetic(operation, try resolve(left), try resolve(right))
    case .comparison(let comparison, let left, let right):
      return .comparison(comparison, try resolve(left), try resolve(right))
    case .call(let name, let token, let arguments): return try resolve(name, token, arguments)
    }
  }

  private func resolve(_ name: String, _ token: SearchToken, _ arguments: [SearchSketch]) throws(SearchProblem) -> SearchFormula {
    if name.lowercased() == "if" {
      guard arguments.count == 3 else { throw problem("“if” takes a condition, a value and another value.", at: token) }
      return .choice(try resolve(arguments[0]), try resolve(arguments[1]), try resolve(arguments[2]))
    }
    let known = SearchFormula.Aggregate.allCases.map(\.rawValue)
    guard let aggregate = SearchFormula.Aggregate(rawValue: name.lowercased()) else {
      throw problem("“\(name)” is no function; there are \((known + ["if"]).joined(separator: ", ")).", at: token)
    }
    let criteria = vocabulary.figures.filter(\.isGrade).map(\.name)
    guard arguments.count == 1, case .name(let criterion, let place) = arguments[0] else {
      throw problem("“\(name)” is taken of one criterion: \(criteria.joined(separator: ", ")).", at: token)
    }
    guard let figure = vocabulary.figure(criterion), figure.isGrade else {
      throw problem(unknown(criterion, among: criteria), at: place)
    }
    return .aggregate(aggregate, criterion: figure.name)
  }
}

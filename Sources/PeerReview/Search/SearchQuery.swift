/// A search over papers, understood once and asked of each.
public struct SearchQuery: Hashable, Sendable {
  /// What a paper has to be.
  public indirect enum Condition: Hashable, Sendable {
    case every([Condition])
    case any([Condition])
    case not(Condition)
    /// Words that have to occur in one of some texts. A number finds the paper of that number, too.
    case words(String, texts: [String])
    case numbers(ClosedRange<Int>)
    /// One of the values of a field, whole.
    case value(String, field: String)
    /// A part of one of the values of a field.
    case part(String, field: String)
    /// Whether a field has any value.
    case has(field: String)
    /// A tag as it is written, whose number lies in the range where there is one.
    case tag(String, ClosedRange<Double>?)
    /// Whether there is any tag.
    case hasTag
    /// Holds when the formula is known and not zero.
    case formula(SearchFormula)
  }

  /// A column asked for by `show:`.
  public struct Column: Hashable, Sendable {
    /// As it was written.
    public let label: String
    public let formula: SearchFormula
  }

  public struct Order: Hashable, Sendable {
    public let formula: SearchFormula
    public let isDescending: Bool
  }

  /// The name under which tags are asked for.
  public static let tagField = "tag"

  /// More characters than this are no search that a person wrote.
  public static let lengthLimit = 2_000

  public let condition: Condition
  public let columns: [Column]
  /// The first decides; later ones among equals.
  public let orders: [Order]

  /// Refuses what it does not understand, with the place and what would be right.
  public init(parsing text: String, _ vocabulary: SearchVocabulary) throws(SearchProblem) {
    guard text.count <= Self.lengthLimit else {
      throw SearchProblem(range: 0..<0, message: "This search is too long; \(Self.lengthLimit) characters are the most.")
    }
    try self.init(parsing: text, vocabulary, within: [])
  }

  /// `outer` are the kept searches that this one is a part of.
  init(parsing text: String, _ vocabulary: SearchVocabulary, within outer: Set<String>) throws(SearchProblem) {
    var parser = SearchParser(text: text, tokens: try SearchLexer.tokens(text), vocabulary: vocabulary, within: outer)
    condition = try parser.whole()
    columns = parser.columns
    orders = parser.orders
  }

  /// Whether it finds every paper, as it comes and without a column.
  public var asksNothing: Bool { condition == .every([]) && columns.isEmpty && orders.isEmpty }

  /// Names of every field, figure and criterion that the search asks about.
  public var names: Set<String> {
    var names = condition.names
    for column in columns { names.formUnion(column.formula.names) }
    for order in orders { names.formUnion(order.formula.names) }
    return names
  }

  /// The papers that fulfil the condition, in the order asked for; among equals the order they come in stays. Papers whose
  /// figure is unknown come last, whichever way the order goes.
  public func found(in papers: [SearchedPaper]) -> [SearchedPaper] {
    let matching = papers.filter(condition.holds)
    guard !orders.isEmpty else { return matching }
    let keyed = matching.map { paper in (paper, keys: orders.map { $0.formula.value(of: paper) }) }
    return keyed.enumerated().sorted { left, right in
      for (order, pair) in zip(orders, zip(left.element.keys, right.element.keys)) {
        switch pair {
        case (nil, nil): continue
        case (nil, _): return false
        case (_, nil): return true
        case (let one?, let other?):
          if one != other { return order.isDescending ? one > other : one < other }
        }
      }
      return left.offset < right.offset
    }.map(\.element.0)
  }
}

extension SearchQuery.Condition {
  var names: Set<String> {
    switch self {
    case .every(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.names) }
    case .not(let part): part.names
    case .words(_, let texts): Set(texts)
    case .numbers: []
    case .tag, .hasTag: [SearchQuery.tagField]
    case .value(_, let field), .part(_, let field), .has(let field): [field]
    case .formula(let formula): formula.names
    }
  }

  public func holds(for paper: SearchedPaper) -> Bool {
    switch self {
    case .every(let parts): parts.allSatisfy { $0.holds(for: paper) }
    case .any(let parts): parts.contains { $0.holds(for: paper) }
    case .not(let part): !part.holds(for: paper)
    case .words(let words, let fields):
      words == String(paper.number.value)
        || fields.contains { field in
          paper.terms.contains(SearchTerm(field: field, words: words))
            || paper.texts[field, default: []].contains { $0.holds(words) }
        }
    case .numbers(let numbers): numbers.contains(paper.number.value)
    case .value(let value, let field): paper.values[field]?.contains(value) ?? false
    case .part(let part, let field): paper.values[field]?.contains { $0.holds(part) } ?? false
    case .has(let field):
      paper.terms.contains(SearchTerm(field: field, words: "")) || !(paper.values[field]?.isEmpty ?? true)
        || !(paper.texts[field]?.allSatisfy(\.isEmpty) ?? true)
    case .tag(let tag, nil): paper.tags[tag] != nil
    case .tag(let tag, let range?): (paper.tags[tag] ?? nil).map(range.contains) ?? false
    case .hasTag: !paper.tags.isEmpty
    case .formula(let formula): (formula.value(of: paper) ?? 0) != 0
    }
  }
}

extension String {
  /// Whether `words` occur, byte for byte. Ten times as fast as the standard library's search by characters.
  fileprivate func holds(_ words: String) -> Bool {
    var (text, wanted) = (self, words)
    return text.withUTF8 { text in
      wanted.withUTF8 { wanted in
        guard let first = wanted.first else { return true }
        guard text.count >= wanted.count else { return false }
        for start in 0...(text.count - wanted.count) where text[start] == first {
          if text[start..<(start + wanted.count)].elementsEqual(wanted) { return true }
        }
        return false
      }
    }
  }
}

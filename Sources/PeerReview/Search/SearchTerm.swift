/// Words that a search looks for in one of a paper's texts.
public struct SearchTerm: Hashable, Comparable, Sendable {
  /// Names of the texts whose words are kept where they can be found in thousands of papers at once.
  public static let title = "title"
  public static let abstract = "abstract"
  public static let keyword = "keyword"
  public static let text = "text"
  public static let author = "author"

  public static let indexed: Set<String> = [title, abstract, keyword, text, author]

  public let field: String
  /// Folded by `SearchedPaper.fold`; empty for whether there are any words at all.
  public let words: String

  public init(field: String, words: String) {
    self.field = field
    self.words = words
  }

  public static func < (left: SearchTerm, right: SearchTerm) -> Bool {
    (left.field, left.words) < (right.field, right.words)
  }
}

extension SearchQuery {
  /// Everything that it looks for in texts.
  public var terms: Set<SearchTerm> { condition.terms }

  /// Terms of which every paper it finds has one; nil when a paper can be found without.
  public var necessaryTerms: Set<SearchTerm>? { condition.necessaryTerms }
}

extension SearchQuery.Condition {
  fileprivate var necessaryTerms: Set<SearchTerm>? {
    switch self {
    case .every(let parts): return parts.lazy.compactMap(\.necessaryTerms).first
    case .any(let parts):
      return parts.reduce(into: []) { all, part in
        guard let one = part.necessaryTerms else { return all = nil }
        all?.formUnion(one)
      }
    case .words(let words, let texts):
      // A number finds a paper by its number, too.
      return Int(words) == nil && SearchTerm.indexed.isSuperset(of: texts) ? terms : nil
    default: return nil
    }
  }

  var terms: Set<SearchTerm> {
    switch self {
    case .every(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.terms) }
    case .not(let part): part.terms
    case .words(let words, let texts): Set(texts.map { SearchTerm(field: $0, words: words) })
    case .has(let field): [SearchTerm(field: field, words: "")]
    case .numbers, .tag, .hasTag, .value, .part, .formula: []
    }
  }
}

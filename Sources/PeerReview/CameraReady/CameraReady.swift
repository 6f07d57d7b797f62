/// What the authors of an accepted paper say of the version that is published.
public struct CameraReady: Hashable, Sendable {
  public var title: String
  public var abstract: String
  /// In the order printed.
  public var authors: [FinalAuthor]
  /// The place in `authors` of whoever presents the paper; nil while nobody is named.
  public var presenter: Int?
  /// Form key → `yes` for a ticked box, or the chosen option's key.
  public var forms: [String: String]

  public init(
    title: String = "", abstract: String = "", authors: [FinalAuthor] = [], presenter: Int? = nil, forms: [String: String] = [:]
  ) {
    self.title = title
    self.abstract = abstract
    self.authors = authors
    self.presenter = presenter
    self.forms = forms
  }

  /// What the final version begins from: the paper as it was accepted.
  public init(accepted: SubmissionContent, authors: [Author]) {
    self.init(title: accepted.title, abstract: accepted.abstract, authors: authors.map(FinalAuthor.init))
  }
}

/// An author as the proceedings name them.
public struct FinalAuthor: Hashable, Sendable {
  /// As its bearer writes it.
  public var name: String
  /// The words of `name` that are the family name; empty where nobody said so.
  public var familyName: String
  public var email: String
  public var affiliation: String
  public var orcid: String

  public init(name: String = "", familyName: String = "", email: String = "", affiliation: String = "", orcid: String = "") {
    self.name = name
    self.familyName = familyName
    self.email = email
    self.affiliation = affiliation
    self.orcid = orcid
  }

  public init(_ author: Author) {
    self.init(name: author.name, email: author.email, affiliation: author.affiliation, orcid: author.orcid)
  }
}

/// Something the authors changed after acceptance that a chair has to approve.
public enum FinalChange: Hashable, Sendable {
  case title(from: String, to: String)
  case abstract(from: String, to: String)
  case authorAdded(String)
  case authorRemoved(String)
  case authorRenamed(from: String, to: String)
  case authorOrder(from: [String], to: [String])
}

extension CameraReady {
  /// What differs from the paper as accepted, in the order of the form. Authors are the same person when their address is.
  /// Affiliations and ORCID iDs may change freely.
  public func changes(from accepted: CameraReady) -> [FinalChange] {
    var changes: [FinalChange] = []
    if Self.folded(title) != Self.folded(accepted.title) { changes.append(.title(from: accepted.title, to: title)) }
    if Self.folded(abstract) != Self.folded(accepted.abstract) {
      changes.append(.abstract(from: accepted.abstract, to: abstract))
    }
    let before = Dictionary(accepted.authors.map { ($0.email, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(authors.map { ($0.email, $0) }, uniquingKeysWith: { first, _ in first })
    changes += accepted.authors.filter { after[$0.email] == nil }.map { .authorRemoved($0.name) }
    for author in authors {
      guard let known = before[author.email] else {
        changes.append(.authorAdded(author.name))
        continue
      }
      if Self.folded(known.name) != Self.folded(author.name) {
        changes.append(.authorRenamed(from: known.name, to: author.name))
      }
    }
    let stayed = accepted.authors.filter { after[$0.email] != nil }
    let now = authors.filter { before[$0.email] != nil }
    if stayed.map(\.email) != now.map(\.email) {
      changes.append(.authorOrder(from: accepted.authors.map(\.name), to: authors.map(\.name)))
    }
    return changes
  }

  /// Line breaks and runs of blanks are no change.
  private static func folded(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
}

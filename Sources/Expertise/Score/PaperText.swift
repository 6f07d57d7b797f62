/// A paper as far as its subject goes.
public struct PaperText: Sendable, Hashable {
  public let id: String
  public let title: String
  public let abstract: String
  /// As a list of publications names them; no score rests on them.
  public let authors: [String]
  /// When it appeared; nil where nobody says.
  public let year: Int?

  public init(id: String, title: String, abstract: String, authors: [String] = [], year: Int? = nil) {
    self.id = id
    self.title = title
    self.abstract = abstract
    self.authors = authors
    self.year = year
  }

  /// What is compared.
  public var body: String { abstract.isEmpty ? title : title + " " + abstract }
  public var isEmpty: Bool { !body.unicodeScalars.contains { $0.properties.isAlphabetic } }
}

/// A paper as far as its subject goes.
public struct PaperText: Sendable, Hashable {
  public let id: String
  public let title: String
  public let abstract: String

  public init(id: String, title: String, abstract: String) {
    self.id = id
    self.title = title
    self.abstract = abstract
  }

  /// What is compared.
  public var body: String { abstract.isEmpty ? title : title + " " + abstract }
  public var isEmpty: Bool { !body.unicodeScalars.contains { $0.properties.isAlphabetic } }
}

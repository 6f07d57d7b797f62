/// Whose part in a paper somebody looks at: as addresses and the record name it.
public enum PaperPart: Hashable, Sendable {
  /// By place in the author list, from 1.
  case author(Int)
  /// By pseudonym.
  case reviewer(Int)
  case metareviewer

  /// Nil when the words name no part.
  public init?(office: String, place: String) {
    switch (office, Int(place)) {
    case ("author", let place?) where place > 0: self = .author(place)
    case ("reviewer", let place?) where place > 0: self = .reviewer(place)
    case ("metareviewer", 1?): self = .metareviewer
    default: return nil
    }
  }

  public var office: String {
    switch self {
    case .author: "author"
    case .reviewer: "reviewer"
    case .metareviewer: "metareviewer"
    }
  }

  public var place: Int {
    switch self {
    case .author(let place), .reviewer(let place): place
    case .metareviewer: 1
    }
  }
}

import PeerReview

/// Whose pages these are: the same final versions and order stand at two addresses.
public enum PublicationPlace: Hashable, Sendable {
  case chair, publication

  var section: Section { self == .chair ? .cameraReady : .publication }

  var list: Link {
    switch self {
    case .chair: "/chair/final"
    case .publication: "/publication"
    }
  }

  var proceedings: Link {
    switch self {
    case .chair: "/chair/proceedings"
    case .publication: "/publication/proceedings"
    }
  }

  func paper(_ id: ID<Submission>) -> Link {
    switch self {
    case .chair: .chairFinal(id)
    case .publication: "/publication/papers/\(id)"
    }
  }

  func file(_ id: ID<Submission>, _ slot: FileSlot, _ version: Int) -> Link {
    switch self {
    case .chair: "/chair/submissions/\(id)/files/\(slot.rawValue)/\(version)"
    case .publication: "/publication/papers/\(id)/files/\(slot.rawValue)/\(version)"
    }
  }
}

extension Finding {
  /// The same for readers to whom the drawn page is not shown.
  public var withoutPicture: Finding {
    Finding(code: code, severity: severity, slot: slot, sentence: sentence, page: page, rule: rule)
  }
}

internal import PeerReview

/// Work that follows from a committed fact: ids only, run at least once, harmless when run twice.
enum Job: Hashable, Sendable {
  /// Looks at an uploaded file and stores the findings.
  case screen(ID<Manuscript>)
  /// Makes the copy of an uploaded file that reviewers read.
  case copy(ID<Manuscript>)
  /// Solves a plan that a chair asked for.
  case solve(ID<Plan>)

  var kind: String {
    switch self {
    case .screen: "screen"
    case .copy: "copy"
    case .solve: "solve"
    }
  }

  var subject: String {
    switch self {
    case .screen(let id), .copy(let id): id.text
    case .solve(let id): id.text
    }
  }

  /// Nil for a kind this program doesn't know.
  init?(kind: String, subject: String) {
    switch kind {
    case "screen": self = .screen(ID(subject))
    case "copy": self = .copy(ID(subject))
    case "solve": self = .solve(ID(subject))
    default: return nil
    }
  }
}

import Foundation
import PeerReview

/// Who looks. Everyone is what their comment says toward the paper `caches`, whose secrets are changed, and stays so.
enum WorldViewer: String, CaseIterable, Sendable {
  /// Nobody signed in.
  case visitor
  /// Signed in, without paper or office.
  case stranger
  /// Contact author of `caches`.
  case ada
  /// Author of `caches`, not a contact.
  case basil
  /// Author of another paper.
  case olga
  /// Reviews `caches`; own review in.
  case rita
  /// Reviews `caches`; own review never comes in.
  case ron
  /// Reviews another paper only.
  case otto
  /// Reviewer; author of `caches`.
  case rex
  /// Reviewer; declared by the authors as in conflict with `caches`, and with `late`, which they shepherd by word of the chairs.
  case conrad
  /// Reviewer; declared a conflict with an author of `caches`.
  case petra
  /// Reviewer without a paper.
  case uma
  /// Had `caches` to review and handed it back.
  case rec
  /// Had `caches` to review until the office ended.
  case remo
  /// Had `caches` to review, until the chairs found a conflict: the assignment stands, the paper is not found.
  case vera
  /// Stood on an earlier author list of `caches`; reviewer.
  case fred
  /// Leads the discussion of `caches`; no reviewer.
  case mira
  /// Metareviewer, in conflict with `caches` and with the papers they led by word of the chairs, `wells` and in the end `late`.
  case mona
  /// Program chair, free of conflicts.
  case clara
  /// Program chair in conflict with `caches`.
  case cyril
  /// Program chair and author of `caches`.
  case carla
  /// Chair who reviews `caches` too; own review not in.
  case cora
  /// Chairs the track that `caches` does not belong to; no other office. Gives papers to reviewers, and so knows who they are and
  /// what they know.
  case tara
  /// Holds an unanswered invitation, without an account.
  case ines
  /// Declined an invitation.
  case dora
  /// Holds an unused sign-in link, without an account.
  case sina
  /// Signed in, never gave a name.
  case nola
  /// Writes rita's review of `caches` from outside.
  case nina
  /// Publication chair, free of conflicts; no other office.
  case paula
  /// Publication chair in conflict with `caches`.
  case pavel
  /// Artifact chair, free of conflicts; no office of the program.
  case arno
  /// Artifact chair in conflict with `caches`.
  case axel
  /// Evaluates the artifact of `caches`; own evaluation never comes in.
  case elsa
  /// Evaluator without an artifact.
  case emil
  /// Evaluator whom the authors of `caches` keep from its artifact. Had that of `wells`, until the chairs found a conflict: the
  /// task stands, the artifact is not found.
  case erik

  var email: String { "\(rawValue)@people.example" }
  var name: String { self == .nola ? "" : rawValue.capitalized }

  /// Those who come without a session.
  var isSignedIn: Bool { ![.visitor, .ines, .sina].contains(self) }

  var offices: [Role] {
    switch self {
    case .rita, .ron, .otto, .rex, .conrad, .petra, .uma, .rec, .remo, .vera, .fred: [.reviewer]
    case .mira, .mona: [.metareviewer]
    case .clara, .cyril, .carla: [.chair]
    case .cora: [.chair, .reviewer]
    case .tara: [.trackChair]
    case .arno, .axel: [.artifactChair]
    case .elsa, .emil, .erik: [.evaluator]
    case .paula, .pavel: [.publicationChair]
    default: []
    }
  }

  /// Authors of `caches` in its current version.
  static let authors: Set<WorldViewer> = [.ada, .basil, .rex, .carla]
  /// Chairs who may know everything of `caches`.
  static let freeChairs: Set<WorldViewer> = [.clara, .cora]
  /// Reviewers who may know that there is `caches`, if not more.
  static let freeReviewers: Set<WorldViewer> = [.rita, .ron, .otto, .uma, .rec, .remo, .mira]
  static let chairs: Set<WorldViewer> = [.clara, .cora, .cyril, .carla]
}

/// Where the year stands when the viewers look.
enum WorldPhase: Int, CaseIterable, Comparable, Sendable {
  case announced, submission, screening, bidding, assignment, reviewing, response, discussion, deciding, released, evaluating,
    archived, sealed

  static func < (left: WorldPhase, right: WorldPhase) -> Bool { left.rawValue < right.rawValue }
}

/// Whether the call keeps the reviewers of a paper anonymous to each other.
enum WorldPolicy: String, CaseIterable, Sendable {
  case anonymous
  /// Whoever has reviewed a paper knows who else did.
  case known
}

/// A cookie and the token its forms need.
struct WorldSession: Sendable {
  let token: String
  let formToken: String
}

internal import Conference
internal import PeerReview

/// What was counted on the way.
struct Tally {
  /// Stage → what → how often.
  var phases: [String: [String: Int]] = [:]
  /// What was refused and how, as it should be.
  var refusals: [String: Int] = [:]
  /// What the server accepted although it must refuse, or lost although it had acknowledged it.
  var violations: [String] = []

  mutating func count(_ stage: Rehearsal.Stage, _ what: String, _ times: Int = 1) {
    phases[stage.rawValue, default: [:]][what, default: 0] += times
  }
}

extension Rehearsal {
  /// Does what must be refused; being let through is a violation.
  func mustBeRefused(_ what: String, _ act: () async throws -> Void) async throws {
    do {
      try await act()
      tally.violations.append("accepted what must be refused: \(what)")
    } catch let refusal as Refusal {
      tally.refusals["\(what): \(refusal.word)", default: 0] += 1
    }
  }
}

extension Refusal {
  /// The refusal's kind, without its details.
  var word: String {
    switch self {
    case .notFound: "not found"
    case .notYetOpen: "not yet open"
    case .closed: "closed"
    case .notYours: "not yours"
    case .conflicted: "conflicted"
    case .invalid: "invalid"
    case .stale: "stale"
    case .tooLarge: "too large"
    case .tooMany: "too many"
    case .unavailable: "unavailable"
    }
  }
}

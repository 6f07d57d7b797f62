/// Who declared a conflict: the authors on their form, the person themself, or a chair (C19).
public enum ConflictSide: String, Hashable, CaseIterable, Sendable {
  case author
  case reviewer
  case chair
}

/// A standing conflict of interest. A noun to hang ids on.
public enum Conflict {}

public enum ConflictRules {
  /// Declaring at any time until release: a conflict that is found late still counts from that moment.
  public static func declare(kind: String, call: Call, releasedAt: Instant?) throws(Refusal) {
    if let releasedAt { throw .closed(since: releasedAt) }
    if !call.conflictKinds.contains(where: { $0.key == kind }) {
      throw .invalid([FieldProblem("kind", "Choose the kind of conflict.")])
    }
  }

  /// Taking back what one declared oneself: until bidding closes. After that a plan may rest on it, and only chairs act.
  public static func withdraw(call: Call, at now: Instant) throws(Refusal) {
    if now >= call.calendar.bidding.closes { throw .closed(since: call.calendar.bidding.closes) }
  }
}

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

  /// Declaring a conflict with a person, before any paper is shown to reviewers: later, a paper that vanishes from a list
  /// would tell who wrote it. `email` is the declaring person's, folded.
  public static func declare(
    with conflict: DeclaredConflict, by email: String, call: Call, at now: Instant
  ) throws(Refusal) {
    if now >= call.calendar.bidding.opens { throw .closed(since: call.calendar.bidding.opens) }
    var problems: [FieldProblem] = []
    if EmailAddress(conflict.email) == nil {
      problems.append(FieldProblem("email", "This is not an e-mail address. Write it as name@example.org."))
    } else if conflict.email == email {
      problems.append(FieldProblem("email", "This is your own address. Your own papers are kept from you anyway."))
    }
    if conflict.name.count > 200 { problems.append(FieldProblem("name", "The name has more than 200 characters.")) }
    if !call.conflictKinds.contains(where: { $0.key == conflict.kind }) {
      problems.append(FieldProblem("kind", "Choose the kind of conflict."))
    }
    if !problems.isEmpty { throw .invalid(problems) }
  }

  /// Taking such a conflict back: as long as it may be declared. Later, a paper that turns up would tell who wrote it.
  public static func withdrawFromPerson(call: Call, at now: Instant) throws(Refusal) {
    if now >= call.calendar.bidding.opens { throw .closed(since: call.calendar.bidding.opens) }
  }
}

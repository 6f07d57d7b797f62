/// An outcome recorded by a chair. A noun to hang ids on.
public enum Decision {}

/// Why decisions could not be released at the moment that was set.
public enum TimedReleaseFailure: String, Hashable, Sendable {
  /// A paper in the process was without a decision.
  case undecided
  /// The announced moment had been moved behind it.
  case early
}

public enum DecisionRules {
  public static let limitCharacters = 20_000

  /// Recording or changing an outcome: once the response window has opened, until release (C12, C22).
  public static func decide(
    _ facts: SubmissionFacts, kind: String, note: String, call: Call, releasedAt: Instant?, at now: Instant
  ) throws(Refusal) {
    try SubmissionRules.requireUnderReview(facts)
    if let releasedAt { throw .closed(since: releasedAt) }
    if now < call.calendar.response.opens { throw .notYetOpen(opens: call.calendar.response.opens) }
    if call.decision(kind) == nil {
      throw .invalid([FieldProblem("decision", "Choose one of the call's decisions.")])
    }
    if note.count > limitCharacters {
      throw .invalid([FieldProblem("note", "The note has more than \(limitCharacters) characters. Shorten it.")])
    }
  }

  /// Setting when everything is released: a moment to come, no earlier than the announced one, before anything is released.
  public static func releaseTime(_ moment: Instant, call: Call, releasedAt: Instant?, at now: Instant) throws(Refusal) {
    if let releasedAt { throw .closed(since: releasedAt) }
    let announced = call.calendar.notification
    if moment < announced {
      throw .invalid([FieldProblem("to", "Decisions can be released from \(announced.utc). Choose that moment or a later one.")])
    }
    if moment <= now { throw .invalid([FieldProblem("to", "This moment is past. Choose a later one, or release now.")]) }
  }

  /// The note of a decision that is made without a word on the note: what was written to authors goes with the outcome it was
  /// written for, and never with another.
  public static func note(for kind: String, after standing: (kind: String, note: String)?) -> String {
    guard let standing, standing.kind == kind else { return "" }
    return standing.note
  }

  /// Release is one act for all: from the announced moment, once every paper in the process is decided.
  public static func release(undecided: [SubmissionNumber], call: Call, releasedAt: Instant?, at now: Instant) throws(Refusal) {
    if let releasedAt { throw .closed(since: releasedAt) }
    if now < call.calendar.notification { throw .notYetOpen(opens: call.calendar.notification) }
    if !undecided.isEmpty {
      let names = undecided.sorted().prefix(20).map(\.description).joined(separator: ", ")
      throw .invalid([
        FieldProblem("", "\(undecided.count) papers are without a decision: \(names). Decide them, then release all at once.")
      ])
    }
  }
}

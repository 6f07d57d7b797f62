/// An outcome recorded by a chair. A noun to hang ids on.
public enum Decision {}

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

/// Whether a reviewer may be given a paper. A noun to hang ids on.
public enum Assignment {}

/// A solver's proposal, changed by hand, until it is released. A noun to hang ids on.
public enum Plan {}

public enum AssignmentRules {
  /// A pair in a plan or a released assignment: never an author, never a conflict (C19), only on a paper in the process.
  public static func pair(_ facts: SubmissionFacts, isAuthor: Bool, isConflicted: Bool) throws(Refusal) {
    try SubmissionRules.requireUnderReview(facts)
    if isAuthor || isConflicted { throw .conflicted }
  }

  /// Running the matcher: once submissions are closed, before decisions are released.
  public static func plan(call: Call, releasedAt: Instant?, at now: Instant) throws(Refusal) {
    if let releasedAt { throw .closed(since: releasedAt) }
    if now < call.calendar.submission.closes { throw .notYetOpen(opens: call.calendar.submission.closes) }
  }

  /// The matcher's numbers as a chair may set them.
  public static func policy(reviews: Int, minimum: Int, maximum: Int) throws(Refusal) {
    var problems: [FieldProblem] = []
    if !(1...20).contains(reviews) { problems.append(FieldProblem("reviewsPerSubmission", "Ask for 1 to 20 reviews a paper.")) }
    if !(0...500).contains(minimum) { problems.append(FieldProblem("loadMinimum", "Give a minimum load from 0 to 500.")) }
    if !(1...500).contains(maximum) || maximum < minimum {
      problems.append(FieldProblem("loadMaximum", "Give a maximum load from 1 to 500 that is at least the minimum."))
    }
    if !problems.isEmpty { throw .invalid(problems) }
  }
}

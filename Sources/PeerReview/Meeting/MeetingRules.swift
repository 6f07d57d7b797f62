/// The committee's meeting, paper by paper.
public enum MeetingRules {
  /// More papers than a meeting talks about.
  public static let limitPapers = 2_000

  /// Setting the agenda and going through it: from the discussion's opening until decisions are released.
  public static func hold(call: Call, releasedAt: Instant?, at now: Instant) throws(Refusal) {
    if let releasedAt { throw .closed(since: releasedAt) }
    if now < call.calendar.discussion.opens { throw .notYetOpen(opens: call.calendar.discussion.opens) }
  }
}

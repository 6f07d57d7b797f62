/// The committee's meeting, paper by paper.
public enum MeetingRules {
  /// More papers than a meeting talks about.
  public static let limitPapers = 2_000

  /// Setting the agenda and going through it: from the discussion's opening until decisions are released.
  public static func hold(call: Call, releasedAt: Instant?, at now: Instant) throws(Refusal) {
    if let releasedAt { throw .closed(since: releasedAt) }
    if now < call.calendar.discussion.opens { throw .notYetOpen(opens: call.calendar.discussion.opens) }
  }

  /// Who leaves the room while the meeting talks about a paper: whoever wrote it or is in conflict with it, nobody else, whatever
  /// stands on the agenda they see.
  public static func isSentOut(_ standing: Standing) -> Bool {
    switch standing {
    case .author, .conflicted: true
    case .chair, .reviewer, .metareviewer, .external, .committee, .publication, .outsider: false
    }
  }
}

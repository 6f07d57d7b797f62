public import PeerReview

/// A conflict a reviewer declared themself, as they may see it again.
public struct OwnConflictRow: Sendable {
  public let id: String
  public let submission: ID<Submission>
  public let number: SubmissionNumber
  public let kind: String
  public let at: Instant
  public let endedAt: Instant?
}

extension Session {
  /// What the address declared for itself, ended declarations too, in the order declared. Conflicts that authors or
  /// chairs declared are none of these.
  public func ownConflicts(of email: String, in call: ID<Call>) throws -> [OwnConflictRow] {
    try rows(
      """
      SELECT c.id, c.submission_id, s.number, c.kind, c.at, c.ended_at
      FROM conflict c JOIN submission s ON s.id = c.submission_id
      WHERE c.email = \(email) AND \(raw: SQL.rule("reviewers see who declared a conflict with them", "c.side = 'reviewer'"))
        AND s.call_id = \(call) ORDER BY c.at, c.id
      """
    ) { row in
      OwnConflictRow(
        id: try row.text(0), submission: try row.id(1), number: SubmissionNumber(try row.int(2)), kind: try row.text(3),
        at: try row.instant(4), endedAt: try row.instantOrNull(5))
    }
  }
}

public import PeerReview

/// A standing conflict with its id, so that it can be ended.
public struct StandingConflictRow: Sendable {
  public let id: String
  public let email: String
  public let name: String
  public let kind: String
  public let side: ConflictSide
  public let at: Instant
}

extension Session {
  /// Conflicts that stand at a paper, by side and address.
  public func standingConflicts(of submission: ID<Submission>) throws -> [StandingConflictRow] {
    try rows(
      """
      SELECT id, email, name, kind, side, at FROM conflict
      WHERE submission_id = \(submission) AND ended_at IS NULL ORDER BY side, email
      """
    ) { row -> StandingConflictRow? in
      guard let side = ConflictSide(rawValue: try row.text(4)) else { return nil }
      return StandingConflictRow(
        id: try row.text(0), email: try row.text(1), name: try row.text(2), kind: try row.text(3), side: side,
        at: try row.instant(5))
    }.compactMap { $0 }
  }

  /// Whether the conflict was declared at this paper and has ended.
  public func hasConflictEnded(_ id: String, at submission: ID<Submission>) throws -> Bool {
    try exists(
      "SELECT 1 FROM conflict WHERE id = \(id) AND submission_id = \(submission) AND ended_at IS NOT NULL")
  }
}

public import PeerReview

/// Keys of a call that stored rows refer to, beside those in the content of submissions.
public struct StoredKeys: Sendable {
  public let conflictKinds: Set<String>
  public let deskGrounds: Set<String>
  public let bidLevels: Set<String>
  public let decisions: Set<String>
  public let expertiseTopics: Set<String>
  /// Tracks with a review or a draft of one.
  public let reviewedTracks: Set<String>
}

extension Session {
  public func storedKeys(of call: ID<Call>) throws -> StoredKeys {
    StoredKeys(
      conflictKinds: try keys(
        """
        SELECT DISTINCT c.kind FROM conflict c JOIN submission s ON s.id = c.submission_id
        WHERE s.call_id = \(call) AND c.ended_at IS NULL
        UNION
        SELECT kind FROM person_conflict WHERE call_id = \(call) AND ended_at IS NULL
        """),
      deskGrounds: try keys(
        """
        SELECT DISTINCT e.ground FROM submission_event e JOIN submission s ON s.id = e.submission_id
        WHERE s.call_id = \(call) AND e.kind = 'desk-rejected'
        """),
      bidLevels: try keys(
        "SELECT DISTINCT b.level FROM bid b JOIN submission s ON s.id = b.submission_id WHERE s.call_id = \(call)"),
      decisions: try keys(
        """
        SELECT DISTINCT d.kind FROM decision d JOIN submission s ON s.id = d.submission_id WHERE s.call_id = \(call)
        UNION
        SELECT m.recommendation FROM metareview m JOIN metareview_task t ON t.id = m.task_id
        JOIN submission s ON s.id = t.submission_id WHERE s.call_id = \(call)
        """),
      expertiseTopics: try keys("SELECT DISTINCT topic FROM expertise WHERE call_id = \(call)"),
      reviewedTracks: try keys(
        """
        SELECT DISTINCT v.track FROM \(raw: SQL.submissionTables) JOIN assignment g ON g.submission_id = s.id
        WHERE s.call_id = \(call) AND (EXISTS (SELECT 1 FROM review r WHERE r.assignment_id = g.id)
          OR EXISTS (SELECT 1 FROM review_draft d WHERE d.assignment_id = g.id))
        """))
  }

  private func keys(_ sql: SQL) throws -> Set<String> {
    Set(try rows(sql) { try $0.text(0) }).subtracting([""])
  }
}

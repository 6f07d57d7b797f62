public import PeerReview

/// A step of the call's retention rules that was done.
public struct RetentionActRow: Hashable, Sendable {
  /// The kind's key in the call file.
  public let kind: String
  /// As `RetentionPolicy.Step.words`.
  public let what: String
  public let at: Instant
}

extension SQL {
  /// Assignments `g` of a call.
  fileprivate static func assignments(of call: ID<Call>) -> SQL {
    "SELECT g.id FROM assignment g JOIN submission s ON s.id = g.submission_id WHERE \(raw: every(in: call))"
  }

  fileprivate static func papers(of call: ID<Call>) -> SQL { "SELECT s.id FROM submission s WHERE \(raw: every(in: call))" }

  /// Manuscripts of papers without a standing decision of one of these kinds, as far as they are kept.
  fileprivate static func unpublished(in call: ID<Call>, accepting kinds: [String]) -> SQL {
    """
    SELECT m.id FROM manuscript m JOIN submission s ON s.id = m.submission_id
    WHERE \(raw: every(in: call)) AND m.deleted_at IS NULL AND NOT (\(raw: decided(kinds)))
    """
  }
}

/// What retention rules take away. For the clock, never for a viewer.
extension Session {
  public func retentionActs(of call: ID<Call>) throws -> [RetentionActRow] {
    try rows("SELECT kind, what, at FROM retention_act WHERE call_id = \(call)") {
      RetentionActRow(kind: try $0.text(0), what: try $0.text(1), at: try $0.instant(2))
    }
  }

  /// A second time is a unique violation.
  public func addRetentionAct(_ step: RetentionPolicy.Step, of call: ID<Call>, at now: Instant) throws {
    try execute(
      """
      INSERT INTO retention_act (call_id, kind, what, at) VALUES (\(call), \(step.kind.rawValue), \(step.words), \(now))
      """)
  }

  /// That somebody reviewed or answered stays, without a word or grade of it.
  public func emptyReviews(in call: ID<Call>) throws {
    let assignments = SQL.assignments(of: call)
    try execute(
      """
      UPDATE review SET answers = \(try JSONText.encode(ReviewAnswers())) WHERE assignment_id IN (\(raw: assignments))
      """)
    try execute("DELETE FROM review_draft WHERE assignment_id IN (\(raw: assignments))")
    try execute(
      """
      DELETE FROM delegation_draft WHERE delegation_id IN (
        SELECT d.id FROM delegation d WHERE d.assignment_id IN (\(raw: assignments)))
      """)
    try execute("DELETE FROM review_rating WHERE assignment_id IN (\(raw: assignments))")
    try execute("UPDATE submission SET grades = '' WHERE id IN (\(raw: SQL.papers(of: call)))")
    let tasks: SQL = "SELECT t.id FROM metareview_task t WHERE t.submission_id IN (\(raw: SQL.papers(of: call)))"
    try execute(
      "UPDATE metareview SET to_authors = '', to_chairs = '', recommendation = '' WHERE task_id IN (\(raw: tasks))")
    try execute("DELETE FROM metareview_draft WHERE task_id IN (\(raw: tasks))")
    try execute("UPDATE response SET text = '' WHERE submission_id IN (\(raw: SQL.papers(of: call)))")
  }

  public func deleteDiscussion(in call: ID<Call>) throws {
    try execute("DELETE FROM comment WHERE submission_id IN (\(raw: SQL.papers(of: call)))")
    try execute("DELETE FROM tag WHERE submission_id IN (\(raw: SQL.papers(of: call)))")
  }

  public func deleteBids(in call: ID<Call>) throws {
    try execute("DELETE FROM bid WHERE submission_id IN (\(raw: SQL.papers(of: call)))")
    try execute("UPDATE plan_pair SET bid_score = 0 WHERE submission_id IN (\(raw: SQL.papers(of: call)))")
  }

  /// Of letters that are done with stays that there was one, to whom and of what kind.
  public func emptyLetters(of call: ID<Call>) throws {
    try execute(
      """
      UPDATE letter SET subject = '', body = '' WHERE call_id = \(call) AND (sent_at IS NOT NULL OR failed_at IS NOT NULL)
      """)
  }

  /// Files of papers that were not accepted, everything that was read in them, and passages that others share with them.
  /// That there was a file stays, with its hash; the bytes go by `fileRemovals`.
  public func deleteUnpublishedManuscripts(in call: ID<Call>, accepting kinds: [String], at now: Instant) throws {
    let gone = SQL.unpublished(in: call, accepting: kinds)
    try execute(
      """
      INSERT INTO file_removal (sha256, at)
      SELECT f.sha256, \(now) FROM (
        SELECT sha256 FROM manuscript WHERE id IN (\(raw: gone))
        UNION SELECT sha256 FROM reviewer_copy WHERE sha256 IS NOT NULL AND manuscript_id IN (\(raw: gone))
        UNION SELECT inspection_sha256 FROM screening WHERE inspection_sha256 IS NOT NULL AND manuscript_id IN (\(raw: gone))
        UNION SELECT sha256 FROM page_picture WHERE manuscript_id IN (\(raw: gone))) f
      WHERE NOT EXISTS (SELECT 1 FROM file_removal r WHERE r.sha256 = f.sha256)
      """)
    try removeText(of: gone)
    try execute("DELETE FROM reviewer_copy WHERE manuscript_id IN (\(raw: gone))")
    try execute("DELETE FROM screening WHERE manuscript_id IN (\(raw: gone))")
    try execute("DELETE FROM page_picture WHERE manuscript_id IN (\(raw: gone))")
    try execute("DELETE FROM finding WHERE manuscript_id IN (\(raw: gone)) OR other_manuscript IN (\(raw: gone))")
    try execute("UPDATE manuscript SET deleted_at = \(now) WHERE id IN (\(raw: gone))")
  }

  /// A file that is to go; nil when none is.
  public func nextFileRemoval() throws -> String? {
    try first("SELECT sha256 FROM file_removal ORDER BY sha256 LIMIT 1") { try $0.text(0) }
  }

  public func endFileRemoval(_ sha256: String) throws {
    try execute("DELETE FROM file_removal WHERE sha256 = \(sha256)")
  }
}

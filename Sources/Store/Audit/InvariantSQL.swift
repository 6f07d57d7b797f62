public import PeerReview

/// Facts that must not exist, asked for directly. Each returns the ids concerned, in order.
extension Session {
  public func submittedWithoutManuscript(in call: ID<Call>) throws -> [String] {
    try ids(
      """
      SELECT s.id FROM submission s WHERE s.call_id = \(call) AND s.submitted_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM manuscript m WHERE m.submission_id = s.id AND m.slot = 'manuscript')
      ORDER BY s.id
      """)
  }

  public func submittedWithoutContact(in call: ID<Call>) throws -> [String] {
    try ids(
      """
      SELECT s.id FROM submission s WHERE s.call_id = \(call) AND s.submitted_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM authorship a WHERE a.submission_id = s.id AND a.version = s.current_version
          AND a.contact)
      ORDER BY s.id
      """)
  }

  public func uploadsOutside(_ period: Period, in call: ID<Call>) throws -> [String] {
    try ids(
      """
      SELECT m.id FROM manuscript m JOIN submission s ON s.id = m.submission_id
      WHERE s.call_id = \(call) AND (m.at < \(period.opens) OR m.at >= \(period.closes))
        AND m.slot NOT IN ('final', 'final-appendix', 'source')
        AND NOT (m.at >= \(period.opens) AND m.at < coalesce(s.extended_until, 0))
      ORDER BY m.id
      """)
  }

  /// Files of final versions that came before the release, or from the day they were due without more time from a chair.
  public func finalUploadsOutside(due: Instant, in call: ID<Call>) throws -> [String] {
    try ids(
      """
      SELECT m.id FROM manuscript m JOIN submission s ON s.id = m.submission_id
      WHERE s.call_id = \(call) AND m.slot IN ('final', 'final-appendix', 'source') AND (
        NOT EXISTS (SELECT 1 FROM release r WHERE r.call_id = s.call_id AND r.what = 'decisions' AND r.at <= m.at)
        OR (m.at >= \(due) AND NOT EXISTS (
          SELECT 1 FROM camera_extension e WHERE e.submission_id = s.id AND e.until > m.at)))
      ORDER BY m.id
      """)
  }

  public func savesOutside(_ period: Period, in call: ID<Call>) throws -> [String] {
    try ids(
      """
      SELECT v.submission_id FROM submission_version v JOIN submission s ON s.id = v.submission_id
      WHERE s.call_id = \(call) AND (v.at < \(period.opens) OR v.at >= \(period.closes)
        OR s.submitted_at < \(period.opens) OR s.submitted_at >= \(period.closes))
        AND NOT (v.at >= \(period.opens) AND v.at < coalesce(s.extended_until, \(period.closes))
          AND coalesce(s.submitted_at, v.at) < coalesce(s.extended_until, \(period.closes)))
      ORDER BY v.submission_id
      """)
  }

  public func forbiddenAssignments(in call: ID<Call>) throws -> [String] {
    try ids(
      """
      SELECT g.id FROM assignment g JOIN submission s ON s.id = g.submission_id JOIN person p ON p.id = g.person_id
      WHERE s.call_id = \(call) AND g.ended_at IS NULL AND (
        EXISTS (SELECT 1 FROM authorship a WHERE a.submission_id = s.id AND a.email = p.email)
        OR EXISTS (SELECT 1 FROM conflict c WHERE c.submission_id = s.id AND c.email = p.email AND c.ended_at IS NULL)
        OR EXISTS (SELECT 1 FROM person_conflict k JOIN authorship b ON b.email = k.with_email
          WHERE k.email = p.email AND k.call_id = s.call_id AND k.ended_at IS NULL AND b.submission_id = s.id))
      ORDER BY g.id
      """)
  }

  public func loads(over limit: Int, in call: ID<Call>) throws -> [String] {
    try ids(
      """
      SELECT g.person_id FROM assignment g JOIN submission s ON s.id = g.submission_id
      WHERE s.call_id = \(call) AND g.ended_at IS NULL GROUP BY g.person_id HAVING count(*) > \(limit)
      ORDER BY g.person_id
      """)
  }

  public func reviewsOutside(_ period: Period, in call: ID<Call>) throws -> [String] {
    try ids(
      """
      SELECT r.assignment_id FROM review r JOIN assignment g ON g.id = r.assignment_id
      JOIN submission s ON s.id = g.submission_id
      WHERE s.call_id = \(call) AND (r.at < \(period.opens) OR r.at >= \(period.closes)) ORDER BY r.assignment_id
      """)
  }

  public func responsesOutside(_ period: Period, in call: ID<Call>) throws -> [String] {
    try ids(
      """
      SELECT r.submission_id FROM response r JOIN submission s ON s.id = r.submission_id
      WHERE s.call_id = \(call) AND (r.at < \(period.opens) OR r.at >= \(period.closes)) ORDER BY r.submission_id
      """)
  }

  public func decisionLetters(in call: ID<Call>) throws -> [String] {
    try ids("SELECT id FROM letter WHERE call_id = \(call) AND kind = 'decision' ORDER BY id")
  }

  private func ids(_ sql: SQL) throws -> [String] {
    try rows(sql) { try $0.text(0) }
  }
}

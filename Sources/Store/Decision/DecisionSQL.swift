public import PeerReview

public struct DecisionRow: Sendable {
  public let submission: ID<Submission>
  public let version: Int
  public let kind: String
  public let note: String
  public let by: ID<Person>
  public let at: Instant
}

extension Session {
  /// The chairs' last word on a paper.
  public func decision(on submission: ID<Submission>) throws -> DecisionRow? {
    try first(
      """
      SELECT submission_id, version, kind, note, by_person, at FROM decision
      WHERE submission_id = \(submission) ORDER BY version DESC LIMIT 1
      """, Self.decision)
  }

  /// The chairs' last word on each paper of a call.
  public func decisions(in call: ID<Call>) throws -> [ID<Submission>: DecisionRow] { try decisions(.every(in: call)) }

  /// The same on papers a chair with this address may know of.
  public func decisions(in call: ID<Call>, chairedBy email: String) throws -> [ID<Submission>: DecisionRow] {
    try decisions(.known(to: email, in: call))
  }

  private func decisions(_ papers: SQL) throws -> [ID<Submission>: DecisionRow] {
    let all = try rows(
      """
      SELECT d.submission_id, d.version, d.kind, d.note, d.by_person, d.at
      FROM decision d JOIN submission s ON s.id = d.submission_id
      WHERE \(raw: papers) AND d.version = (SELECT max(e.version) FROM decision e WHERE e.submission_id = d.submission_id)
      ORDER BY d.submission_id
      """, Self.decision)
    return Dictionary(all.map { ($0.submission, $0) }, uniquingKeysWith: { $1 })
  }

  /// Whether a paper in the process has no decision: that and nothing else, however many papers there are.
  public func isAnyUndecided(in call: ID<Call>) throws -> Bool {
    try exists(
      """
      SELECT 1 FROM submission s WHERE s.call_id = \(call) AND \(raw: SQL.underReview)
        AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.submission_id = s.id) LIMIT 1
      """)
  }

  /// A further version; what was decided before stays.
  public func addDecision(
    _ kind: String, note: String, on submission: ID<Submission>, by: ID<Person>, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO decision (submission_id, version, kind, note, by_person, at)
      SELECT \(submission), coalesce(max(version), 0) + 1, \(kind), \(note), \(by), \(now)
      FROM decision WHERE submission_id = \(submission)
      """)
  }

  /// When decisions were released, if they were (C12).
  public func releasedAt(_ call: ID<Call>) throws -> Instant? {
    try first(once: "SELECT at FROM release WHERE call_id = \(call) AND what = 'decisions'") { try $0.instant(0) }
  }

  /// A second release is a unique violation.
  public func releaseDecisions(of call: ID<Call>, by: ID<Person>, at now: Instant) throws {
    try execute("INSERT INTO release (call_id, what, by_person, at) VALUES (\(call), 'decisions', \(by), \(now))")
  }

  public func areReviewsAnnounced(_ call: ID<Call>) throws -> Bool {
    try exists("SELECT 1 FROM release WHERE call_id = \(call) AND what = 'reviews'")
  }

  public func announceReviews(of call: ID<Call>, at now: Instant) throws {
    try execute("INSERT INTO release (call_id, what, by_person, at) VALUES (\(call), 'reviews', 'calendar', \(now))")
  }

  private static func decision(_ row: Row) throws -> DecisionRow {
    DecisionRow(
      submission: try row.id(0), version: try row.int(1), kind: try row.text(2), note: try row.text(3),
      by: try row.id(4), at: try row.instant(5))
  }
}

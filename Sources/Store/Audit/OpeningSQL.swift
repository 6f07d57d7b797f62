public import PeerReview

/// Something a chair opened to one reviewer of one paper against the blindness of the call.
public struct OpeningRow: Sendable {
  public let submission: ID<Submission>
  public let person: ID<Person>
  public let secret: Secret
  public let reason: String
  public let by: ID<Person>
  public let at: Instant

  public init(
    submission: ID<Submission>, person: ID<Person>, secret: Secret, reason: String, by: ID<Person>, at: Instant
  ) {
    self.submission = submission
    self.person = person
    self.secret = secret
    self.reason = reason
    self.by = by
    self.at = at
  }
}

extension Session {
  /// Opened once it stays open: what was seen can't be unseen. A second opening of the same is a unique violation.
  public func add(_ row: OpeningRow, id: String) throws {
    try execute(
      """
      INSERT INTO opening (id, submission_id, person_id, secret, reason, opened_by, at)
      VALUES (\(id), \(row.submission), \(row.person), \(row.secret.rawValue), \(row.reason), \(row.by), \(row.at))
      """)
  }

  /// Oldest first.
  public func openings(of submission: ID<Submission>) throws -> [OpeningRow] {
    try rows(
      """
      SELECT submission_id, person_id, secret, reason, opened_by, at FROM opening
      WHERE submission_id = \(submission) ORDER BY at, id
      """
    ) { row -> OpeningRow? in
      guard let secret = Secret(rawValue: try row.text(2)) else { return nil }
      return OpeningRow(
        submission: try row.id(0), person: try row.id(1), secret: secret, reason: try row.text(3), by: try row.id(4),
        at: try row.instant(5))
    }.compactMap { $0 }
  }
}

public import PeerReview

public struct ConflictRow: Sendable {
  public let submission: ID<Submission>
  public let email: String
  public let name: String
  public let kind: String
  public let side: ConflictSide
  public let at: Instant
}

extension Session {
  /// Standing conflicts of a paper, those with one of its authors too, by side and address.
  public func conflicts(of submission: ID<Submission>) throws -> [ConflictRow] {
    try rows(
      """
      SELECT submission_id, email, name, kind, side, at FROM conflict
      WHERE submission_id = \(submission) AND ended_at IS NULL
      UNION
      SELECT b.submission_id, k.email, p.name, k.kind, 'reviewer', k.at
      FROM authorship b JOIN submission s ON s.id = b.submission_id
      JOIN person_conflict k ON k.with_email = b.email AND k.call_id = s.call_id JOIN person p ON p.email = k.email
      WHERE b.submission_id = \(submission) AND k.ended_at IS NULL
      ORDER BY 5, 2, 4
      """, Self.conflict
    ).compactMap { $0 }
  }

  /// Standing conflicts an address declared or was declared for, at one call.
  public func conflicts(ofEmail email: String, side: ConflictSide, in call: ID<Call>) throws -> [ConflictRow] {
    try rows(
      """
      SELECT c.submission_id, c.email, c.name, c.kind, c.side, c.at
      FROM conflict c JOIN submission s ON s.id = c.submission_id
      WHERE c.email = \(email) AND c.side = \(side.rawValue) AND c.ended_at IS NULL AND s.call_id = \(call)
      ORDER BY c.submission_id
      """, Self.conflict
    ).compactMap { $0 }
  }

  /// Names and addresses of everyone in conflict with a paper that a chair with this address may know of, each with the side that said
  /// so; a conflict with a person is one with each of their papers. By paper, then address.
  public func everyoneInConflict(
    in call: ID<Call>, chairedBy email: String
  ) throws -> [(submission: ID<Submission>, side: ConflictSide, who: String)] {
    let known = SQL.known(to: email, in: call)
    return try rows(
      """
      SELECT s.id, c.side, c.name, c.email, coalesce(p.name, '')
      FROM conflict c JOIN submission s ON s.id = c.submission_id LEFT JOIN person p ON p.email = c.email
      WHERE \(raw: known) AND c.ended_at IS NULL
      UNION
      SELECT s.id, 'reviewer', '', k.email, p.name
      FROM submission s JOIN authorship b ON b.submission_id = s.id
        JOIN person_conflict k ON k.with_email = b.email AND k.call_id = s.call_id AND k.ended_at IS NULL
        JOIN person p ON p.email = k.email
      WHERE \(raw: known)
      ORDER BY 1, 4, 2, 3, 5
      """
    ) { row -> (submission: ID<Submission>, side: ConflictSide, who: String)? in
      guard let side = ConflictSide(rawValue: try row.text(1)) else { return nil }
      return (try row.id(0), side, "\(try row.text(2)) \(try row.text(4)) \(try row.text(3))")
    }.compactMap { $0 }
  }

  /// Adds a standing conflict; does nothing when this side has declared it already.
  public func addConflict(
    id: String, submission: ID<Submission>, email: String, name: String, kind: String, side: ConflictSide,
    by: ID<Person>, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO conflict (id, submission_id, email, name, kind, side, declared_by, at)
      SELECT \(id), \(submission), \(email), \(name), \(kind), \(side.rawValue), \(by), \(now)
      WHERE NOT EXISTS (SELECT 1 FROM conflict WHERE submission_id = \(submission) AND email = \(email)
        AND side = \(side.rawValue) AND ended_at IS NULL)
      """)
  }

  public func endConflict(submission: ID<Submission>, email: String, side: ConflictSide, at now: Instant) throws {
    try execute(
      """
      UPDATE conflict SET ended_at = \(now)
      WHERE submission_id = \(submission) AND email = \(email) AND side = \(side.rawValue) AND ended_at IS NULL
      """)
  }

  private static func conflict(_ row: Row) throws -> ConflictRow? {
    guard let side = ConflictSide(rawValue: try row.text(4)) else { return nil }
    return ConflictRow(
      submission: try row.id(0), email: try row.text(1), name: try row.text(2), kind: try row.text(3), side: side,
      at: try row.instant(5))
  }
}

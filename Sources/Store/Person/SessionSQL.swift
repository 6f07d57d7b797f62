public import PeerReview

/// A signed-in browser.
public struct SessionRow: Sendable {
  public let id: String
  public let person: Person
  public let formToken: String
  /// Such as "Firefox on Linux", as the browser said.
  public let device: String
  public let createdAt: Instant
  public let seenAt: Instant

  public init(id: String, person: Person, formToken: String, device: String, createdAt: Instant, seenAt: Instant) {
    self.id = id
    self.person = person
    self.formToken = formToken
    self.device = device
    self.createdAt = createdAt
    self.seenAt = seenAt
  }
}

extension Session {
  public func addSignInLink(tokenHash: String, email: String, at now: Instant, expires: Instant) throws {
    try execute(
      """
      INSERT INTO sign_in_link (token_hash, email, created_at, expires_at)
      VALUES (\(tokenHash), \(email), \(now), \(expires))
      """)
  }

  /// Burns the link and returns its address; nil when it is unknown, used or expired.
  public func useSignInLink(tokenHash: String, at now: Instant) throws -> String? {
    try first(
      """
      UPDATE sign_in_link SET used_at = \(now)
      WHERE token_hash = \(tokenHash) AND used_at IS NULL AND expires_at > \(now) RETURNING email
      """
    ) { try $0.text(0) }
  }

  public func add(_ row: SessionRow, tokenHash: String, expires: Instant) throws {
    try execute(
      """
      INSERT INTO session (token_hash, id, person_id, form_token, device, created_at, seen_at, expires_at)
      VALUES (\(tokenHash), \(row.id), \(row.person.id), \(row.formToken), \(row.device), \(row.createdAt),
        \(row.seenAt), \(expires))
      """)
  }

  /// Nil when the session is unknown, ended or expired.
  public func session(tokenHash: String, at now: Instant) throws -> SessionRow? {
    try first(
      """
      SELECT \(raw: SQL.sessionColumns) FROM session s JOIN person p ON p.id = s.person_id
      WHERE s.token_hash = \(tokenHash) AND s.ended_at IS NULL AND s.expires_at > \(now)
      """, Self.session)
  }

  public func openSessions(of person: ID<Person>, at now: Instant) throws -> [SessionRow] {
    try rows(
      """
      SELECT \(raw: SQL.sessionColumns) FROM session s JOIN person p ON p.id = s.person_id
      WHERE s.person_id = \(person) AND s.ended_at IS NULL AND s.expires_at > \(now) ORDER BY s.seen_at DESC, s.id
      """, Self.session)
  }

  public func touchSession(_ id: String, at now: Instant) throws {
    try execute("UPDATE session SET seen_at = \(now) WHERE id = \(id) AND seen_at < \(now)")
  }

  public func endSession(tokenHash: String, at now: Instant) throws {
    try execute("UPDATE session SET ended_at = \(now) WHERE token_hash = \(tokenHash) AND ended_at IS NULL")
  }

  public func endSession(_ id: String, of person: ID<Person>, at now: Instant) throws {
    try execute(
      "UPDATE session SET ended_at = \(now) WHERE id = \(id) AND person_id = \(person) AND ended_at IS NULL")
  }

  /// Signs out everywhere but in the session named.
  public func endSessions(of person: ID<Person>, except kept: String, at now: Instant) throws {
    try execute(
      "UPDATE session SET ended_at = \(now) WHERE person_id = \(person) AND id <> \(kept) AND ended_at IS NULL")
  }

  public func endSessions(of person: ID<Person>, at now: Instant) throws {
    try execute("UPDATE session SET ended_at = \(now) WHERE person_id = \(person) AND ended_at IS NULL")
  }

  /// When each of `people` who holds or held an office here was last seen; people never seen are missing.
  public func lastSeen(at call: ID<Call>, of people: [ID<Person>]) throws -> [ID<Person>: Instant] {
    let all = try rows(
      """
      SELECT s.person_id, max(s.seen_at) FROM session s WHERE s.person_id IN \(list: people)
        AND EXISTS (SELECT 1 FROM office o WHERE o.call_id = \(call) AND o.person_id = s.person_id)
      GROUP BY s.person_id
      """
    ) { (try $0.id(0, of: Person.self), try $0.instant(1)) }
    return Dictionary(all, uniquingKeysWith: { $1 })
  }

  private static func session(_ row: Row) throws -> SessionRow {
    SessionRow(
      id: try row.text(0),
      person: Person(
        id: try row.id(1), email: try row.text(2), name: try row.text(3), affiliation: try row.text(4),
        orcid: try row.text(5), timeZone: try row.text(6)),
      formToken: try row.text(7), device: try row.text(8), createdAt: try row.instant(9), seenAt: try row.instant(10))
  }
}

extension SQL {
  fileprivate static let sessionColumns: SQL = """
    s.id, p.id, p.email, p.name, p.affiliation, p.orcid, p.time_zone, s.form_token, s.device, s.created_at, s.seen_at
    """
}

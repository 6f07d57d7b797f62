public import PeerReview

/// A pair of keys (Ed25519), as hexadecimal digits; the seed is secret.
public struct SigningKeyRow: Sendable {
  public let number: Int
  public let publicKey: String
  public let seed: String

  public init(number: Int, publicKey: String, seed: String) {
    self.number = number
    self.publicKey = publicKey
    self.seed = seed
  }
}

/// A statement as it was signed. Whoever has the token may read it.
public struct ServiceStatementRow: Sendable {
  public let token: String
  public let call: ID<Call>
  public let person: ID<Person>
  public let role: Role
  public let text: String
  /// Base64.
  public let signature: String
  public let keyNumber: Int
  public let at: Instant

  public init(
    token: String, call: ID<Call>, person: ID<Person>, role: Role, text: String, signature: String, keyNumber: Int, at: Instant
  ) {
    self.token = token
    self.call = call
    self.person = person
    self.role = role
    self.text = text
    self.signature = signature
    self.keyNumber = keyNumber
    self.at = at
  }
}

extension Session {
  /// The key that signs now; nil before the first statement.
  public func signingKey() throws -> SigningKeyRow? {
    try first("SELECT number, public_key, seed FROM signing_key ORDER BY number DESC LIMIT 1", Self.signingKey)
  }

  public func signingKey(_ number: Int) throws -> SigningKeyRow? {
    try first("SELECT number, public_key, seed FROM signing_key WHERE number = \(number)", Self.signingKey)
  }

  public func add(_ key: SigningKeyRow, at now: Instant) throws {
    try execute(
      "INSERT INTO signing_key (number, public_key, seed, at) VALUES (\(key.number), \(key.publicKey), \(key.seed), \(now))")
  }

  public func add(_ row: ServiceStatementRow) throws {
    try execute(
      """
      INSERT INTO service_statement (token, call_id, person_id, role, text, signature, key_number, at)
      VALUES (\(row.token), \(row.call), \(row.person), \(row.role.rawValue), \(row.text), \(row.signature),
        \(row.keyNumber), \(row.at))
      """)
  }

  public func serviceStatement(token: String, at call: ID<Call>) throws -> ServiceStatementRow? {
    try first(
      """
      SELECT token, call_id, person_id, role, text, signature, key_number, at FROM service_statement
      WHERE token = \(token) AND call_id = \(call)
      """, Self.serviceStatement) ?? nil
  }

  /// A person's own at a call, newest first.
  public func serviceStatements(of person: ID<Person>, at call: ID<Call>) throws -> [ServiceStatementRow] {
    try rows(
      """
      SELECT token, call_id, person_id, role, text, signature, key_number, at FROM service_statement
      WHERE person_id = \(person) AND call_id = \(call) ORDER BY at DESC, token
      """, Self.serviceStatement
    ).compactMap { $0 }
  }

  /// Papers of the call the person submitted a review of, whatever became of the assignment.
  public func countReviewsWritten(by person: ID<Person>, in call: ID<Call>) throws -> Int {
    try count(
      """
      SELECT count(DISTINCT g.submission_id) FROM assignment g JOIN submission s ON s.id = g.submission_id
      WHERE g.person_id = \(person) AND s.call_id = \(call)
        AND EXISTS (SELECT 1 FROM review r WHERE r.assignment_id = g.id)
      """)
  }

  /// Papers of the call the person handed a meta-review in of.
  public func countMetareviewsWritten(by person: ID<Person>, in call: ID<Call>) throws -> Int {
    try count(
      """
      SELECT count(DISTINCT t.submission_id) FROM metareview_task t JOIN submission s ON s.id = t.submission_id
      WHERE t.person_id = \(person) AND s.call_id = \(call)
        AND EXISTS (SELECT 1 FROM metareview m WHERE m.task_id = t.id)
      """)
  }

  /// Artifacts of the call the person handed an evaluation in of.
  public func countEvaluationsWritten(by person: ID<Person>, in call: ID<Call>) throws -> Int {
    try count(
      """
      SELECT count(DISTINCT e.artifact_id) FROM evaluation e JOIN artifact a ON a.id = e.artifact_id
      WHERE e.person_id = \(person) AND a.call_id = \(call)
        AND EXISTS (SELECT 1 FROM evaluation_form f WHERE f.evaluation_id = e.id AND f.submitted)
      """)
  }

  private static func signingKey(_ row: Row) throws -> SigningKeyRow {
    SigningKeyRow(number: try row.int(0), publicKey: try row.text(1), seed: try row.text(2))
  }

  /// Nil for an office this program doesn't know.
  private static func serviceStatement(_ row: Row) throws -> ServiceStatementRow? {
    guard let role = Role(rawValue: try row.text(3)) else { return nil }
    return ServiceStatementRow(
      token: try row.text(0), call: try row.id(1), person: try row.id(2), role: role, text: try row.text(4),
      signature: try row.text(5), keyNumber: try row.int(6), at: try row.instant(7))
  }
}

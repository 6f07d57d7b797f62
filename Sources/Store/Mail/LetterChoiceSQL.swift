public import PeerReview

/// A letter that waits for its reader's next digest.
public struct DigestItemRow: Sendable {
  public let id: String
  public let call: ID<Call>
  public let submission: ID<Submission>?
  public let toEmail: String
  public let toName: String
  public let subject: String
  /// What the letter says, without greeting and signature.
  public let words: String
  /// What of the paper it lets its reader know.
  public let tells: Set<Secret>
  public let at: Instant
  public let dueAt: Instant

  public init(
    id: String, call: ID<Call>, submission: ID<Submission>?, toEmail: String, toName: String, subject: String, words: String,
    tells: Set<Secret>, at: Instant, dueAt: Instant
  ) {
    self.id = id
    self.call = call
    self.submission = submission
    self.toEmail = toEmail
    self.toName = toName
    self.subject = subject
    self.words = words
    self.tells = tells
    self.at = at
    self.dueAt = dueAt
  }
}

extension Session {
  /// Of whoever has an account with this address; every letter at once for all who never chose.
  public func letterChoice(of email: String) throws -> LetterChoice {
    try first("SELECT c.choice FROM letter_choice c JOIN person p ON p.id = c.person_id WHERE p.email = \(email)") {
      LetterChoice(rawValue: try $0.text(0))
    }.flatMap { $0 } ?? .every
  }

  public func setLetterChoice(_ choice: LetterChoice, of person: ID<Person>, at now: Instant) throws {
    try execute(
      """
      INSERT INTO letter_choice (person_id, choice, at) VALUES (\(person), \(choice.rawValue), \(now))
      ON CONFLICT (person_id) DO UPDATE SET choice = excluded.choice, at = excluded.at
      """)
  }

  public func add(_ row: DigestItemRow) throws {
    let tells = row.tells.map(\.rawValue).sorted().joined(separator: ",")
    try execute(
      """
      INSERT INTO digest_item (id, call_id, submission_id, to_email, to_name, subject, words, tells, at, due_at)
      VALUES (\(row.id), \(row.call), \(row.submission), \(row.toEmail), \(row.toName), \(row.subject), \(row.words), \(tells),
        \(row.at), \(row.dueAt))
      """)
  }

  /// What is due for whoever has waited longest, of one call, oldest first; empty when nothing is.
  public func dueDigest(at now: Instant) throws -> [DigestItemRow] {
    let next = try first(
      "SELECT to_email, call_id FROM digest_item WHERE due_at <= \(now) ORDER BY due_at, to_email, call_id LIMIT 1"
    ) { (email: try $0.text(0), call: try $0.id(1, of: Call.self)) }
    guard let next else { return [] }
    return try rows(
      """
      SELECT id, call_id, submission_id, to_email, to_name, subject, words, tells, at, due_at FROM digest_item
      WHERE to_email = \(next.email) AND call_id = \(next.call) AND due_at <= \(now) ORDER BY at, id
      """, Self.digestItem)
  }

  public func removeDigestItems(_ ids: [String]) throws {
    try execute("DELETE FROM digest_item WHERE id IN \(list: ids)")
  }

  private static func digestItem(_ row: Row) throws -> DigestItemRow {
    let tells = try row.text(7).split(separator: ",").compactMap { Secret(rawValue: String($0)) }
    return DigestItemRow(
      id: try row.text(0), call: try row.id(1), submission: try row.textOrNull(2).map { ID($0) }, toEmail: try row.text(3),
      toName: try row.text(4), subject: try row.text(5), words: try row.text(6), tells: Set(tells), at: try row.instant(8),
      dueAt: try row.instant(9))
  }
}

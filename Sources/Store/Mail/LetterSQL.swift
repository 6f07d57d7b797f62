public import PeerReview

/// A letter in the outbox.
public struct LetterRow: Sendable {
  public let id: String
  /// Order of queueing.
  public let number: Int
  public let call: ID<Call>?
  public let kind: String
  public let toEmail: String
  public let toName: String
  public let subject: String
  public let body: String
  /// Holds a one-time link: the body is erased once sent.
  public let secret: Bool
  public let queuedAt: Instant
  public let attempts: Int
  public let sentAt: Instant?
  public let failedAt: Instant?
  public let lastError: String?
}

/// A letter as it is queued.
public struct NewLetter: Sendable {
  public let id: String
  public let call: ID<Call>?
  public let submission: ID<Submission>?
  public let kind: String
  public let toEmail: String
  public let toName: String
  public let subject: String
  public let body: String
  public let secret: Bool
  /// Waits for a chair's word, and without one until `due`; nil sends it at once.
  public let hold: Hold?

  public init(
    id: String, call: ID<Call>?, about submission: ID<Submission>?, kind: String, toEmail: String, toName: String,
    subject: String, body: String, secret: Bool, hold: Hold? = nil
  ) {
    self.id = id
    self.call = call
    self.submission = submission
    self.kind = kind
    self.toEmail = toEmail
    self.toName = toName
    self.subject = subject
    self.body = body
    self.secret = secret
    self.hold = hold
  }

  public enum Hold: Hashable, Sendable {
    /// Until a chair releases it.
    case forWord
    /// Until a chair releases it, and no longer than this.
    case until(Instant)
  }
}

extension SQL {
  fileprivate static let letterColumns: SQL = """
    id, number, call_id, kind, to_email, to_name, subject, body, secret, queued_at, attempts, sent_at, failed_at,
    last_error
    """
}

extension Session {
  public func queue(_ letter: NewLetter, at now: Instant) throws {
    let due = if case .until(let moment) = letter.hold { moment } else { now }
    let held = letter.hold == .forWord ? now : nil
    try execute(
      """
      INSERT INTO letter
        (id, number, call_id, submission_id, kind, to_email, to_name, subject, body, secret, queued_at, due_at, attempts, held_at)
      SELECT \(letter.id), coalesce(max(number), 0) + 1, \(letter.call), \(letter.submission), \(letter.kind),
        \(letter.toEmail), \(letter.toName), \(letter.subject), \(letter.body), \(letter.secret), \(now), \(due), 0, \(held)
      FROM letter
      """)
  }

  /// Unsent letters whose moment has come, oldest first.
  public func dueLetters(at now: Instant, limit: Int) throws -> [LetterRow] {
    try rows(
      """
      SELECT \(raw: SQL.letterColumns) FROM letter
      WHERE sent_at IS NULL AND failed_at IS NULL AND held_at IS NULL AND due_at <= \(now) ORDER BY number LIMIT \(limit)
      """, Self.letter)
  }

  /// Takes the oldest unsent letter whose moment has come; nobody else gets it before `until`. Nil when none is due.
  public func leaseLetter(at now: Instant, until: Instant) throws -> LetterRow? {
    try first(
      """
      UPDATE letter SET due_at = \(until)
      WHERE id = (
        SELECT id FROM letter
        WHERE sent_at IS NULL AND failed_at IS NULL AND held_at IS NULL AND due_at <= \(now) ORDER BY number LIMIT 1)
      RETURNING \(raw: SQL.letterColumns)
      """, Self.letter)
  }

  public func markSent(_ id: String, at now: Instant) throws {
    try execute(
      """
      UPDATE letter SET sent_at = \(now), attempts = attempts + 1, last_error = NULL,
        body = CASE WHEN secret THEN '' ELSE body END
      WHERE id = \(id)
      """)
  }

  /// Marks a letter that was sent and came back; the first time counts. Does nothing for an unknown letter.
  public func markReturned(_ id: String, reason: String, at now: Instant) throws {
    try execute(
      """
      UPDATE letter SET returned_at = \(now), return_reason = \(reason)
      WHERE id = \(id) AND sent_at IS NOT NULL AND returned_at IS NULL
      """)
  }

  /// Leaves the letter for another try at `due`.
  public func postponeLetter(_ id: String, error: String, due: Instant) throws {
    try execute(
      "UPDATE letter SET attempts = attempts + 1, last_error = \(error), due_at = \(due) WHERE id = \(id)")
  }

  /// Gives the letter up until someone asks for another try.
  public func failLetter(_ id: String, error: String, at now: Instant) throws {
    try execute(
      "UPDATE letter SET attempts = attempts + 1, last_error = \(error), failed_at = \(now) WHERE id = \(id)")
  }

  /// Kind → how many were queued, sorted by kind.
  public func countLetters(of call: ID<Call>) throws -> [(kind: String, count: Int)] {
    try rows("SELECT kind, count(*) FROM letter WHERE call_id = \(call) GROUP BY kind ORDER BY kind") {
      (kind: try $0.text(0), count: try $0.int(1))
    }
  }

  private static func letter(_ row: Row) throws -> LetterRow {
    LetterRow(
      id: try row.text(0), number: try row.int(1), call: try row.idOrNull(2), kind: try row.text(3),
      toEmail: try row.text(4), toName: try row.text(5), subject: try row.text(6), body: try row.text(7),
      secret: try row.bool(8), queuedAt: try row.instant(9), attempts: try row.int(10),
      sentAt: try row.instantOrNull(11), failedAt: try row.instantOrNull(12), lastError: try row.textOrNull(13))
  }
}

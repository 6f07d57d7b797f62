public import PeerReview

/// One entry of the append-only record. `hash` covers the entry and the hash before it.
public struct AuditRow: Sendable {
  public let number: Int
  public let at: Instant
  public let actor: String
  public let act: String
  public let call: ID<Call>?
  public let subject: String
  public let detail: String
  public let previousHash: String
  public let hash: String

  static func hash(
    number: Int, at: Instant, actor: String, act: String, call: ID<Call>?, subject: String, detail: String,
    previous: String
  ) -> String {
    hexadecimalHash(
      of: [String(number), String(at.microseconds), actor, act, call?.text ?? "", subject, detail, previous])
  }
}

extension Session {
  /// Appends to the record, in the transaction of the act it tells of.
  public func record(
    actor: String, act: String, call: ID<Call>?, subject: String, detail: String, at now: Instant
  ) throws {
    let last = try first("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1") {
      (number: try $0.int(0), hash: try $0.text(1))
    }
    let number = (last?.number ?? 0) + 1
    let previous = last?.hash ?? ""
    let hash = AuditRow.hash(
      number: number, at: now, actor: actor, act: act, call: call, subject: subject, detail: detail, previous: previous)
    try execute(
      """
      INSERT INTO audit (number, at, actor, act, call_id, subject, detail, previous_hash, hash)
      VALUES (\(number), \(now), \(actor), \(act), \(call), \(subject), \(detail), \(previous), \(hash))
      """)
  }

  /// About one subject, oldest first.
  public func audit(about subject: String) throws -> [AuditRow] {
    try rows(
      """
      SELECT number, at, actor, act, call_id, subject, detail, previous_hash, hash FROM audit
      WHERE subject = \(subject) ORDER BY number
      """, Self.audit)
  }

  /// Whether the person did just this before.
  public func isRecorded(_ act: String, by actor: ID<Person>, about subject: String, _ detail: String) throws -> Bool {
    try exists(
      """
      SELECT 1 FROM audit
      WHERE subject = \(subject) AND act = \(act) AND actor = \(actor.text) AND detail = \(detail)
      """)
  }

  /// The number of the first entry that does not follow from the one before it; nil when the record is whole.
  public func firstBrokenAuditEntry() throws -> Int? {
    var previous = ""
    var expected = 1
    let entries = try rows(
      "SELECT number, at, actor, act, call_id, subject, detail, previous_hash, hash FROM audit ORDER BY number",
      Self.audit)
    for entry in entries {
      let hash = AuditRow.hash(
        number: entry.number, at: entry.at, actor: entry.actor, act: entry.act, call: entry.call,
        subject: entry.subject, detail: entry.detail, previous: previous)
      if entry.number != expected || entry.previousHash != previous || entry.hash != hash { return entry.number }
      previous = hash
      expected += 1
    }
    return nil
  }

  private static func audit(_ row: Row) throws -> AuditRow {
    AuditRow(
      number: try row.int(0), at: try row.instant(1), actor: try row.text(2), act: try row.text(3),
      call: try row.idOrNull(4), subject: try row.text(5), detail: try row.text(6), previousHash: try row.text(7),
      hash: try row.text(8))
  }
}

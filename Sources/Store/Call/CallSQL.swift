public import PeerReview

/// One stored version of a call file.
public struct CallVersionRow: Sendable {
  public let call: ID<Call>
  public let version: Int
  public let text: String
  public let sha256: String
  /// Added to every date of the file: a sample conference runs the real call at another time.
  public let shift: Span
  /// Why it was changed, in the chair's words.
  public let reason: String
  public let by: String?
  public let at: Instant

  public init(
    call: ID<Call>, version: Int, text: String, sha256: String, shift: Span, reason: String, by: String?, at: Instant
  ) {
    self.call = call
    self.version = version
    self.text = text
    self.sha256 = sha256
    self.shift = shift
    self.reason = reason
    self.by = by
    self.at = at
  }
}

extension Session {
  /// Opens the call when it is new; does nothing when it is there.
  public func openCall(_ id: ID<Call>, at now: Instant) throws {
    try execute("INSERT INTO call (id, created_at) VALUES (\(id), \(now)) ON CONFLICT (id) DO NOTHING")
  }

  public func add(_ row: CallVersionRow) throws {
    try execute(
      """
      INSERT INTO call_version (call_id, version, text, sha256, shift_microseconds, reason, by_person, at)
      VALUES (\(row.call), \(row.version), \(row.text), \(row.sha256), \(row.shift.microseconds), \(row.reason),
        \(row.by), \(row.at))
      """)
  }

  /// The version in force.
  public func currentCallVersion(of call: ID<Call>) throws -> CallVersionRow? {
    try first(
      """
      SELECT call_id, version, text, sha256, shift_microseconds, reason, by_person, at FROM call_version
      WHERE call_id = \(call) ORDER BY version DESC LIMIT 1
      """, Self.callVersion)
  }

  /// One version of a call; nil when there is no such version.
  public func callVersion(_ version: Int, of call: ID<Call>) throws -> CallVersionRow? {
    try first(
      """
      SELECT call_id, version, text, sha256, shift_microseconds, reason, by_person, at FROM call_version
      WHERE call_id = \(call) AND version = \(version)
      """, Self.callVersion)
  }

  /// Number and text hash of the version in force, without its text: enough to find it in a cache.
  public func currentCallStamp(of call: ID<Call>) throws -> (version: Int, sha256: String)? {
    try first(
      once:
        "SELECT version, sha256 FROM call_version WHERE call_id = \(call) ORDER BY version DESC LIMIT 1"
    ) { (version: try $0.int(0), sha256: try $0.text(1)) }
  }

  /// Newest first.
  public func callVersions(of call: ID<Call>) throws -> [CallVersionRow] {
    try rows(
      """
      SELECT call_id, version, text, sha256, shift_microseconds, reason, by_person, at FROM call_version
      WHERE call_id = \(call) ORDER BY version DESC
      """, Self.callVersion)
  }

  /// Every call on this server, newest first.
  public func calls() throws -> [ID<Call>] {
    try rows("SELECT id FROM call ORDER BY created_at DESC, id") { try $0.id(0) }
  }

  private static func callVersion(_ row: Row) throws -> CallVersionRow {
    CallVersionRow(
      call: try row.id(0), version: try row.int(1), text: try row.text(2), sha256: try row.text(3),
      shift: Span(microseconds: try row.int64(4)), reason: try row.text(5), by: try row.textOrNull(6), at: try row.instant(7))
  }
}

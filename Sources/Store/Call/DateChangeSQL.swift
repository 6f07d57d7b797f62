public import PeerReview

/// A date that a chair moved.
public struct DateChangeRow: Sendable {
  public let id: ID<DateChange>
  public let call: ID<Call>
  public let date: CallDate
  public let before: Instant
  public let after: Instant
  public let reason: String
  /// Whether those it binds get a letter.
  public let isTold: Bool
  public let by: ID<Person>
  public let at: Instant

  public init(
    id: ID<DateChange>, call: ID<Call>, date: CallDate, before: Instant, after: Instant, reason: String, isTold: Bool,
    by: ID<Person>,
    at: Instant
  ) {
    self.id = id
    self.call = call
    self.date = date
    self.before = before
    self.after = after
    self.reason = reason
    self.isTold = isTold
    self.by = by
    self.at = at
  }
}

extension Session {
  public func add(_ change: DateChangeRow) throws {
    try execute(
      """
      INSERT INTO date_change (id, call_id, name, before_at, after_at, reason, is_told, by_person, at)
      VALUES (\(change.id), \(change.call), \(change.date.keys), \(change.before), \(change.after), \(change.reason),
        \(change.isTold), \(change.by), \(change.at))
      """)
  }

  /// Newest first.
  public func dateChanges(of call: ID<Call>) throws -> [DateChangeRow] {
    try changes("call_id = \(call)")
  }

  public func dateChange(_ id: ID<DateChange>) throws -> DateChangeRow? { try changes("id = \(id)").first }

  private func changes(_ which: SQL) throws -> [DateChangeRow] {
    try rows(
      """
      SELECT id, call_id, name, before_at, after_at, reason, is_told, by_person, at FROM date_change
      WHERE \(raw: which) ORDER BY at DESC, id
      """
    ) { row -> DateChangeRow? in
      guard let date = CallDate(keys: try row.text(2)) else { return nil }
      return DateChangeRow(
        id: try row.id(0), call: try row.id(1), date: date, before: try row.instant(3), after: try row.instant(4),
        reason: try row.text(5), isTold: try row.bool(6), by: try row.id(7), at: try row.instant(8))
    }.compactMap { $0 }
  }
}

public import PeerReview

/// A paper on the agenda.
public struct MeetingItemRow: Sendable {
  public let id: ID<Submission>
  public let number: SubmissionNumber
  public let title: String
  public let track: String
  /// Papers stand by this; never shown.
  public let place: Int64
  /// Was called at some time, be it now.
  public let wasCalled: Bool
}

/// What the meeting talks about.
public struct MeetingTurnRow: Hashable, Sendable {
  /// Nil while it pauses.
  public let submission: ID<Submission>?
  public let at: Instant
  /// How many turns of the same moment there are, with this one: the moment and this tell it from every other.
  public let ofMoment: Int
}

extension Session {
  /// Papers in the process on the agenda, without any from which whoever has this address is shut out.
  public func meetingItems(in call: ID<Call>, knownTo email: String) throws -> [MeetingItemRow] {
    try rows(
      """
      SELECT s.id, s.number, v.title, v.track, m.place, s.id IN (
          SELECT t.submission_id FROM meeting_turn t WHERE t.call_id = \(call) AND t.submission_id IS NOT NULL)
      FROM \(raw: SQL.submissionTables) JOIN meeting_item m ON m.submission_id = s.id
      WHERE s.call_id = \(call) AND \(raw: SQL.underReview) AND NOT \(raw: SQL.shutOut(email)) ORDER BY place, s.id
      """
    ) { row in
      MeetingItemRow(
        id: try row.id(0), number: SubmissionNumber(try row.int(1)), title: try row.text(2), track: try row.text(3),
        place: try row.int64(4), wasCalled: try row.bool(5))
    }
  }

  /// Of the papers on the agenda, the one that was called last; nil before any was.
  public func lastCalled(in call: ID<Call>) throws -> ID<Submission>? {
    try first(
      """
      SELECT t.submission_id FROM meeting_turn t JOIN meeting_item m ON m.submission_id = t.submission_id
      WHERE t.call_id = \(call) ORDER BY number DESC LIMIT 1
      """
    ) { try $0.id(0) }
  }

  /// The paper behind another on the whole agenda, or the first with nil; nil behind the last.
  public func meetingItem(after id: ID<Submission>?, in call: ID<Call>) throws -> ID<Submission>? {
    try first(
      """
      SELECT m.submission_id FROM meeting_item m JOIN submission s ON s.id = m.submission_id
      WHERE m.call_id = \(call) AND \(raw: SQL.underReview)
        AND (m.place > coalesce((SELECT c.place FROM meeting_item c WHERE c.submission_id = \(id)), \(Int64.min))
          OR (m.submission_id > \(id) AND m.place = (SELECT c.place FROM meeting_item c WHERE c.submission_id = \(id))))
      ORDER BY place, m.submission_id LIMIT 1
      """
    ) { try $0.id(0) }
  }

  public func putMeetingItem(_ id: ID<Submission>, in call: ID<Call>, place: Int64) throws {
    try execute(
      """
      INSERT INTO meeting_item (submission_id, call_id, place) VALUES (\(id), \(call), \(place))
      ON CONFLICT (submission_id) DO UPDATE SET place = excluded.place
      """)
  }

  public func removeMeetingItem(_ id: ID<Submission>) throws {
    try execute("DELETE FROM meeting_item WHERE submission_id = \(id)")
  }

  /// The newest; nil before the first.
  public func meetingTurn(in call: ID<Call>) throws -> MeetingTurnRow? {
    try first(
      """
      SELECT t.submission_id, t.at, (SELECT count(*) FROM meeting_turn o WHERE o.call_id = t.call_id AND o.at = t.at)
      FROM meeting_turn t WHERE t.call_id = \(call) ORDER BY number DESC LIMIT 1
      """
    ) { MeetingTurnRow(submission: try $0.idOrNull(0), at: try $0.instant(1), ofMoment: try $0.int(2)) }
  }

  public func addMeetingTurn(_ id: ID<Submission>?, in call: ID<Call>, by person: ID<Person>, at now: Instant) throws {
    try execute(
      """
      INSERT INTO meeting_turn (call_id, number, submission_id, by_person, at)
      SELECT \(call), coalesce(max(number), 0) + 1, \(id), \(person), \(now) FROM meeting_turn WHERE call_id = \(call)
      """)
  }
}

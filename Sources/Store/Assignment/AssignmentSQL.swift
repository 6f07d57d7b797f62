public import PeerReview

/// A reviewer's task on a paper.
public struct AssignmentRow: Sendable {
  public let id: ID<Assignment>
  public let submission: ID<Submission>
  public let person: ID<Person>
  /// "Reviewer 2": random per submission, stable, never given again there.
  public let pseudonym: Int
  public let at: Instant
  public let endedAt: Instant?
  /// By its key.
  public let round: String

  public init(
    id: ID<Assignment>, submission: ID<Submission>, person: ID<Person>, pseudonym: Int, at: Instant, endedAt: Instant?,
    round: String = ReviewRound.first
  ) {
    self.round = round
    self.id = id
    self.submission = submission
    self.person = person
    self.pseudonym = pseudonym
    self.at = at
    self.endedAt = endedAt
  }
}

extension Session {
  public func assignment(_ id: ID<Assignment>) throws -> AssignmentRow? {
    try first(
      "SELECT id, submission_id, person_id, pseudonym, at, ended_at, round FROM assignment WHERE id = \(id)", Self.assignment)
  }

  /// The standing assignment when it is this person's; otherwise as for an id that doesn't exist.
  public func assignment(_ id: ID<Assignment>, of person: ID<Person>) throws -> AssignmentRow? {
    try first(
      """
      SELECT id, submission_id, person_id, pseudonym, at, ended_at, round FROM assignment WHERE id = \(id)
        AND \(raw: SQL.rule("every reviewer finds every review", "person_id = \(person)"))
        AND \(raw: SQL.rule("an ended assignment is found", "ended_at IS NULL"))
      """, Self.assignment)
  }

  /// Standing assignments of a paper, by pseudonym.
  public func assignments(of submission: ID<Submission>) throws -> [AssignmentRow] {
    try rows(
      once: """
        SELECT id, submission_id, person_id, pseudonym, at, ended_at, round FROM assignment
        WHERE submission_id = \(submission) AND ended_at IS NULL ORDER BY pseudonym
        """, Self.assignment)
  }

  /// Standing assignments of a person on papers in the process, by id: an order that tells nothing.
  public func assignments(of person: ID<Person>, in call: ID<Call>) throws -> [AssignmentRow] {
    try rows(
      """
      SELECT g.id, g.submission_id, g.person_id, g.pseudonym, g.at, g.ended_at, g.round
      FROM assignment g JOIN submission s ON s.id = g.submission_id
      WHERE g.person_id = \(person) AND g.ended_at IS NULL AND s.call_id = \(call) AND \(raw: SQL.underReview)
      ORDER BY g.id
      """, Self.assignment)
  }

  /// Every standing assignment of a call, by submission and pseudonym.
  public func assignments(in call: ID<Call>) throws -> [AssignmentRow] { try assignments(.every(in: call)) }

  /// Those on papers a chair with this address may know of.
  public func assignments(in call: ID<Call>, chairedBy email: String) throws -> [AssignmentRow] {
    try assignments(.known(to: email, in: call))
  }

  func assignments(_ papers: SQL) throws -> [AssignmentRow] {
    try rows(
      """
      SELECT g.id, g.submission_id, g.person_id, g.pseudonym, g.at, g.ended_at, g.round
      FROM assignment g JOIN submission s ON s.id = g.submission_id
      WHERE \(raw: papers) AND g.ended_at IS NULL ORDER BY s.number, g.pseudonym
      """, Self.assignment)
  }

  public func add(_ row: AssignmentRow, by: String) throws {
    try execute(
      """
      INSERT INTO assignment (id, submission_id, person_id, pseudonym, assigned_by, at, end_reason, round)
      VALUES (\(row.id), \(row.submission), \(row.person), \(row.pseudonym), \(by), \(row.at), '', \(row.round))
      """)
    try execute("UPDATE submission SET assigned = assigned + 1 WHERE id = \(row.submission)")
  }

  /// Puts a standing assignment into another round.
  public func put(_ id: ID<Assignment>, intoRound round: String) throws {
    try execute("UPDATE assignment SET round = \(round) WHERE id = \(id) AND ended_at IS NULL")
  }

  /// Pseudonyms ever given at this paper, ended assignments included.
  public func pseudonyms(of submission: ID<Submission>) throws -> [Int] {
    try rows("SELECT pseudonym FROM assignment WHERE submission_id = \(submission) ORDER BY pseudonym") {
      try $0.int(0)
    }
  }

  public func endAssignment(_ id: ID<Assignment>, reason: String, at now: Instant) throws {
    try untally(id)
    try execute(
      "UPDATE assignment SET ended_at = \(now), end_reason = \(reason) WHERE id = \(id) AND ended_at IS NULL")
  }

  static func assignment(_ row: Row) throws -> AssignmentRow {
    AssignmentRow(
      id: try row.id(0), submission: try row.id(1), person: try row.id(2), pseudonym: try row.int(3),
      at: try row.instant(4), endedAt: try row.instantOrNull(5), round: try row.text(6))
  }
}

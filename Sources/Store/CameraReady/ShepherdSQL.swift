public import PeerReview

extension Session {
  /// Who shepherds a paper now.
  public func shepherd(of id: ID<Submission>) throws -> ID<Person>? {
    try first("SELECT person_id FROM shepherd WHERE submission_id = \(id) AND ended_at IS NULL") { try $0.id(0) }
  }

  /// Who shepherds each paper that a chair with this address may know of; papers without a shepherd are left out.
  public func shepherds(in call: ID<Call>, chairedBy email: String) throws -> [ID<Submission>: ID<Person>] {
    let all = try rows(
      """
      SELECT h.submission_id, h.person_id FROM shepherd h JOIN submission s ON s.id = h.submission_id
      WHERE \(raw: SQL.known(to: email, in: call)) AND h.ended_at IS NULL
      """
    ) { (try $0.id(0, of: Submission.self), try $0.id(1, of: Person.self)) }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  /// Takes the place of an earlier one.
  public func appointShepherd(
    _ person: ID<Person>, of submission: ID<Submission>, id: String, by: ID<Person>, at now: Instant
  ) throws {
    try execute("UPDATE shepherd SET ended_at = \(now) WHERE submission_id = \(submission) AND ended_at IS NULL")
    try execute(
      """
      INSERT INTO shepherd (id, submission_id, person_id, appointed_by, at)
      VALUES (\(id), \(submission), \(person), \(by), \(now))
      """)
  }

  /// Papers of a call this person shepherds and may meet.
  public func shepherded(by person: Person, in call: ID<Call>) throws -> [SubmissionRow] {
    try rows(
      """
      SELECT \(raw: SQL.submissionColumns) FROM \(raw: SQL.submissionTables)
      WHERE \(raw: SQL.known(to: person.email, in: call)) AND \(raw: SQL.underReview)
        AND s.id IN (SELECT h.submission_id FROM shepherd h WHERE h.person_id = \(person.id) AND h.ended_at IS NULL)
      ORDER BY s.number
      """, Self.submission)
  }

  /// The shepherds' last word on a paper.
  public func shepherdWord(on id: ID<Submission>) throws -> CameraReadyWordRow? {
    try first(
      """
      SELECT satisfied, note, person_id, at FROM shepherd_word WHERE submission_id = \(id) ORDER BY number DESC LIMIT 1
      """, Self.word)
  }

  public func addShepherdWord(
    isSatisfied: Bool, note: String, on id: ID<Submission>, by: ID<Person>, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO shepherd_word (submission_id, number, person_id, satisfied, note, at)
      SELECT \(id), coalesce(max(number), 0) + 1, \(by), \(isSatisfied), \(note), \(now)
      FROM shepherd_word WHERE submission_id = \(id)
      """)
  }
}

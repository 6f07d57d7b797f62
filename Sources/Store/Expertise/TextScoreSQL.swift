public import PeerReview

/// How near a paper is to what a person wrote.
public struct TextScoreRow: Sendable, Hashable {
  public let submission: ID<Submission>
  public let person: ID<Person>
  /// From 0 to a million.
  public let score: Int64
  /// What a chair should look at before trusting it, in words of the expertise engine, with blanks between.
  public let marks: String

  public init(submission: ID<Submission>, person: ID<Person>, score: Int64, marks: String = "") {
    self.submission = submission
    self.person = person
    self.score = score
    self.marks = marks
  }
}

/// One scoring of a call's papers that a chair asked for.
public struct TextScoringRow: Sendable {
  public let id: ID<TextScoring>
  public let call: ID<Call>
  public let askedAt: Instant
  /// How far it is; empty before it begins.
  public let step: String
  public let doneAt: Instant?
}

extension Session {
  public func addTextScoring(_ id: ID<TextScoring>, of call: ID<Call>, by chair: ID<Person>, at now: Instant) throws {
    try execute(
      "INSERT INTO text_scoring (id, call_id, asked_by, asked_at, step) VALUES (\(id), \(call), \(chair), \(now), '')")
  }

  public func textScoring(_ id: ID<TextScoring>) throws -> TextScoringRow? {
    try first(
      "SELECT id, call_id, asked_at, step, done_at FROM text_scoring WHERE id = \(id)", Self.textScoring)
  }

  /// The last one asked for.
  public func newestTextScoring(of call: ID<Call>) throws -> TextScoringRow? {
    try first(
      """
      SELECT id, call_id, asked_at, step, done_at FROM text_scoring WHERE call_id = \(call)
      ORDER BY asked_at DESC, id LIMIT 1
      """, Self.textScoring)
  }

  public func setStep(_ step: String, of id: ID<TextScoring>) throws {
    try execute("UPDATE text_scoring SET step = \(step) WHERE id = \(id)")
  }

  /// Ends the scoring: from now on these people are the ones whose texts are known.
  public func finish(_ scoring: TextScoringRow, people: [ID<Person>], at now: Instant) throws {
    try execute("DELETE FROM text_person WHERE call_id = \(scoring.call)")
    for person in people {
      try execute("INSERT INTO text_person (call_id, person_id) VALUES (\(scoring.call), \(person))")
    }
    try execute("UPDATE text_scoring SET done_at = \(now), step = '' WHERE id = \(scoring.id)")
  }

  /// Puts the scores in the place of all earlier ones of these papers.
  public func replaceTextScores(of papers: [ID<Submission>], with scores: [TextScoreRow]) throws {
    try execute("DELETE FROM text_score WHERE submission_id IN \(list: papers)")
    for row in scores {
      try execute(
        """
        INSERT INTO text_score (submission_id, person_id, score, marks)
        VALUES (\(row.submission), \(row.person), \(row.score), \(row.marks))
        """)
    }
  }

  /// People whose texts the scores of the call rest on, all or those among `people`.
  public func textPeople(at call: ID<Call>, among people: [ID<Person>]? = nil) throws -> Set<ID<Person>> {
    Set(
      try rows("SELECT person_id FROM text_person WHERE call_id = \(call) AND \(raw: .of(people, "person_id"))") {
        try $0.id(0)
      })
  }

  /// How near each paper that a chair with this address may know of is to what those wrote who have it to review, from 0 to a million;
  /// whose texts aren't known is left out.
  public func textScoresOfAssigned(in call: ID<Call>, chairedBy email: String) throws -> [ID<Submission>: [Int64]] {
    let all = try rows(
      """
      SELECT s.id, t.score FROM assignment g JOIN submission s ON s.id = g.submission_id
        JOIN text_score t ON t.submission_id = g.submission_id AND t.person_id = g.person_id
      WHERE \(raw: SQL.known(to: email, in: call)) AND g.ended_at IS NULL ORDER BY s.id, t.score
      """
    ) { (paper: try $0.id(0, of: Submission.self), score: try $0.int64(1)) }
    return Dictionary(grouping: all, by: \.paper).mapValues { $0.map(\.score) }
  }

  /// By submission, then person: for the matcher, never for a viewer.
  public func textScores(in call: ID<Call>) throws -> [TextScoreRow] { try textScores(.every(in: call)) }

  public func textScores(of submission: ID<Submission>) throws -> [TextScoreRow] {
    try textScores("s.id = \(submission)")
  }

  private func textScores(_ papers: SQL) throws -> [TextScoreRow] {
    try rows(
      """
      SELECT t.submission_id, t.person_id, t.score, t.marks FROM text_score t JOIN submission s ON s.id = t.submission_id
      WHERE \(raw: papers) ORDER BY t.submission_id, t.person_id
      """
    ) {
      TextScoreRow(
        submission: try $0.id(0), person: try $0.id(1), score: try $0.int64(2), marks: try $0.text(3))
    }
  }

  private static func textScoring(_ row: Row) throws -> TextScoringRow {
    TextScoringRow(
      id: try row.id(0), call: try row.id(1), askedAt: try row.instant(2), step: try row.text(3),
      doneAt: try row.instantOrNull(4))
  }
}

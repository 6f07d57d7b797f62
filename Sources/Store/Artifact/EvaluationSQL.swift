public import PeerReview

/// One evaluator's task with one artifact.
public struct EvaluationRow: Sendable {
  public let id: ID<Evaluation>
  public let artifact: ID<Artifact>
  public let person: ID<Person>
  /// What stands for the name: 1 is A. Drawn, and never given twice at an artifact.
  public let letter: Int
  public let at: Instant
  public let endedAt: Instant?

  public init(
    id: ID<Evaluation>, artifact: ID<Artifact>, person: ID<Person>, letter: Int, at: Instant, endedAt: Instant? = nil
  ) {
    self.id = id
    self.artifact = artifact
    self.person = person
    self.letter = letter
    self.at = at
    self.endedAt = endedAt
  }
}

/// A saved form of an evaluation.
public struct EvaluationFormRow: Sendable {
  public let version: Int
  public let content: EvaluationContent
  public let isSubmitted: Bool
  public let at: Instant
}

/// A kick-the-tires report.
public struct ReportRow: Sendable {
  public let outcome: KickTheTires
  public let text: String
  public let at: Instant
}

/// One message between authors and evaluators.
public struct ArtifactMessageRow: Sendable {
  public let number: Int
  /// Whose evaluation it belongs to; nil when an author wrote it.
  public let evaluation: ID<Evaluation>?
  public let person: ID<Person>
  public let text: String
  public let at: Instant
}

extension Session {
  public func add(_ row: EvaluationRow, by: ID<Person>) throws {
    try execute(
      """
      INSERT INTO evaluation (id, artifact_id, person_id, letter, assigned_by, at)
      VALUES (\(row.id), \(row.artifact), \(row.person), \(row.letter), \(by), \(row.at))
      """)
  }

  public func endEvaluation(_ id: ID<Evaluation>, at now: Instant) throws {
    try execute("UPDATE evaluation SET ended_at = \(now) WHERE id = \(id) AND ended_at IS NULL")
  }

  /// Standing ones by letter; with `everEnded`, also those that ended.
  public func evaluations(of artifact: ID<Artifact>, everEnded: Bool = false) throws -> [EvaluationRow] {
    try rows(
      """
      SELECT id, artifact_id, person_id, letter, at, ended_at FROM evaluation
      WHERE artifact_id = \(artifact) AND (ended_at IS NULL OR \(everEnded)) ORDER BY letter
      """, Self.evaluation)
  }

  /// Standing tasks of a member of the artifact committee, of artifacts they may know of, by the paper's number.
  public func evaluations(by person: Person, in call: ID<Call>) throws -> [EvaluationRow] {
    try rows(
      """
      SELECT e.id, e.artifact_id, e.person_id, e.letter, e.at, e.ended_at
      FROM evaluation e JOIN artifact a ON a.id = e.artifact_id JOIN submission s ON s.id = a.submission_id
      WHERE e.person_id = \(person.id) AND e.ended_at IS NULL AND \(raw: SQL.evaluable(by: person, in: call))
      ORDER BY s.number
      """, Self.evaluation)
  }

  /// How many standing tasks each evaluator of a call has: for their load, never for a viewer.
  public func evaluationLoads(in call: ID<Call>) throws -> [ID<Person>: Int] {
    let all = try rows(
      """
      SELECT e.person_id, count(*) FROM evaluation e JOIN artifact a ON a.id = e.artifact_id
      WHERE a.call_id = \(call) AND e.ended_at IS NULL GROUP BY e.person_id
      """
    ) { (try $0.id(0, of: Person.self), try $0.int(1)) }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the person must not meet the artifact: as an author, by a conflict with the paper, or with the artifact itself.
  public func isShutOut(_ person: Person, from artifact: ID<Artifact>) throws -> Bool {
    try exists(
      """
      SELECT 1 FROM artifact a JOIN submission s ON s.id = a.submission_id
      WHERE a.id = \(artifact) AND (\(raw: SQL.shutOut(person.email)) OR \(raw: SQL.inArtifactConflict(person.id)))
      """)
  }

  // MARK: What evaluators write

  /// Oldest first.
  public func reports(of id: ID<Evaluation>) throws -> [ReportRow] {
    try rows("SELECT outcome, text, at FROM evaluation_report WHERE evaluation_id = \(id) ORDER BY version") { row in
      ReportRow(outcome: KickTheTires(rawValue: try row.text(0)) ?? .problems, text: try row.text(1), at: try row.instant(2))
    }
  }

  public func addReport(_ outcome: KickTheTires, text: String, of id: ID<Evaluation>, at now: Instant) throws {
    try execute(
      """
      INSERT INTO evaluation_report (evaluation_id, version, outcome, text, at)
      SELECT \(id), coalesce(max(version), 0) + 1, \(outcome.rawValue), \(text), \(now)
      FROM evaluation_report WHERE evaluation_id = \(id)
      """)
  }

  /// The last saved form, draft or not.
  public func evaluationForm(of id: ID<Evaluation>) throws -> EvaluationFormRow? {
    try evaluationForm(of: id, among: "TRUE")
  }

  /// The last form that was handed in.
  public func submittedForm(of id: ID<Evaluation>) throws -> EvaluationFormRow? {
    try evaluationForm(of: id, among: "submitted")
  }

  private func evaluationForm(of id: ID<Evaluation>, among condition: SQL) throws -> EvaluationFormRow? {
    try first(
      """
      SELECT version, content, submitted, at FROM evaluation_form
      WHERE evaluation_id = \(id) AND \(raw: condition) ORDER BY version DESC LIMIT 1
      """
    ) { row in
      EvaluationFormRow(
        version: try row.int(0), content: try JSONText.decode(row.text(1)), isSubmitted: try row.bool(2), at: try row.instant(3))
    }
  }

  public func addForm(
    _ content: EvaluationContent, version: Int, isSubmitted: Bool, of id: ID<Evaluation>, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO evaluation_form (evaluation_id, version, content, submitted, at)
      VALUES (\(id), \(version), \(try JSONText.encode(content)), \(isSubmitted), \(now))
      """)
  }

  /// Oldest first.
  public func messages(of artifact: ID<Artifact>) throws -> [ArtifactMessageRow] {
    try rows(
      """
      SELECT number, evaluation_id, person_id, text, at FROM artifact_message WHERE artifact_id = \(artifact) ORDER BY number
      """
    ) { row in
      ArtifactMessageRow(
        number: try row.int(0), evaluation: try row.idOrNull(1), person: try row.id(2), text: try row.text(3),
        at: try row.instant(4))
    }
  }

  public func addMessage(
    _ text: String, from evaluation: ID<Evaluation>?, by person: ID<Person>, to artifact: ID<Artifact>, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO artifact_message (artifact_id, number, evaluation_id, person_id, text, at)
      SELECT \(artifact), coalesce(max(number), 0) + 1, \(evaluation), \(person), \(text), \(now)
      FROM artifact_message WHERE artifact_id = \(artifact)
      """)
  }

  private static func evaluation(_ row: Row) throws -> EvaluationRow {
    EvaluationRow(
      id: try row.id(0), artifact: try row.id(1), person: try row.id(2), letter: try row.int(3), at: try row.instant(4),
      endedAt: try row.instantOrNull(5))
  }
}

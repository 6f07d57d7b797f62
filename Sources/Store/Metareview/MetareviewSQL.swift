public import PeerReview

/// Someone's task to lead the discussion of a paper and write its meta-review. A paper has one standing at a time.
public struct MetareviewTaskRow: Sendable {
  public let id: ID<Metareview>
  public let submission: ID<Submission>
  public let person: ID<Person>
  public let at: Instant
  public let endedAt: Instant?

  public init(id: ID<Metareview>, submission: ID<Submission>, person: ID<Person>, at: Instant, endedAt: Instant? = nil) {
    self.id = id
    self.submission = submission
    self.person = person
    self.at = at
    self.endedAt = endedAt
  }
}

/// A draft, or a version that was handed in.
public struct MetareviewRow: Sendable {
  public let task: ID<Metareview>
  public let version: Int
  public let text: MetareviewText
  public let at: Instant

  public init(task: ID<Metareview>, version: Int, text: MetareviewText, at: Instant) {
    self.task = task
    self.version = version
    self.text = text
    self.at = at
  }
}

extension Session {
  /// The standing task when it is this person's; otherwise as for an id that doesn't exist.
  public func metareviewTask(_ id: ID<Metareview>, of person: ID<Person>) throws -> MetareviewTaskRow? {
    try first(
      """
      SELECT id, submission_id, person_id, at, ended_at FROM metareview_task WHERE id = \(id)
        AND \(raw: SQL.rule("every metareviewer finds every task", "person_id = \(person)")) AND ended_at IS NULL
      """, Self.metareviewTask)
  }

  /// The standing task of a paper.
  public func metareviewTask(of submission: ID<Submission>) throws -> MetareviewTaskRow? {
    try first(
      """
      SELECT id, submission_id, person_id, at, ended_at FROM metareview_task
      WHERE submission_id = \(submission) AND ended_at IS NULL
      """, Self.metareviewTask)
  }

  /// Standing tasks of a person on papers in the process from which they are not shut out, by id: an order that tells nothing.
  public func metareviewTasks(of person: Person, in call: ID<Call>) throws -> [MetareviewTaskRow] {
    try rows(
      """
      SELECT t.id, t.submission_id, t.person_id, t.at, t.ended_at
      FROM metareview_task t JOIN submission s ON s.id = t.submission_id
      WHERE t.person_id = \(person.id) AND t.ended_at IS NULL AND s.call_id = \(call) AND \(raw: SQL.underReview)
        AND NOT \(raw: SQL.shutOut(person.email))
      ORDER BY t.id
      """, Self.metareviewTask)
  }

  /// Standing and ended tasks of every paper of a call, by paper: for the matcher and jobs, never for a viewer.
  public func metareviewTasks(in call: ID<Call>) throws -> [MetareviewTaskRow] { try metareviewTasks(.every(in: call)) }

  /// Those of papers a chair with this address may know of.
  public func metareviewTasks(in call: ID<Call>, chairedBy email: String) throws -> [MetareviewTaskRow] {
    try metareviewTasks(.known(to: email, in: call))
  }

  func metareviewTasks(_ papers: SQL) throws -> [MetareviewTaskRow] {
    try rows(
      """
      SELECT t.id, t.submission_id, t.person_id, t.at, t.ended_at
      FROM metareview_task t JOIN submission s ON s.id = t.submission_id WHERE \(raw: papers) ORDER BY s.number, t.id
      """, Self.metareviewTask)
  }

  public func add(_ row: MetareviewTaskRow, by: ID<Person>) throws {
    try execute(
      """
      INSERT INTO metareview_task (id, submission_id, person_id, assigned_by, at, end_reason)
      VALUES (\(row.id), \(row.submission), \(row.person), \(by), \(row.at), '')
      """)
  }

  public func endMetareviewTask(_ id: ID<Metareview>, reason: String, at now: Instant) throws {
    try execute(
      "UPDATE metareview_task SET ended_at = \(now), end_reason = \(reason) WHERE id = \(id) AND ended_at IS NULL")
  }

  /// Whether the person handed this very paper back before.
  public func isMetareviewHandedBack(_ id: ID<Metareview>, by person: ID<Person>) throws -> Bool {
    try exists(
      """
      SELECT 1 FROM metareview_task
      WHERE id = \(id) AND person_id = \(person) AND ended_at IS NOT NULL AND substr(end_reason, 1, 8) = 'recused:'
      """)
  }

  /// Who left the paper, and why: in their own words, or `conflict`. Nil while the task stands.
  public func leftMetareview(_ id: ID<Metareview>) throws -> (submission: ID<Submission>, person: ID<Person>, reason: String)? {
    let ended = try first(
      "SELECT submission_id, person_id, end_reason FROM metareview_task WHERE id = \(id) AND ended_at IS NOT NULL"
    ) { (submission: try $0.id(0, of: Submission.self), person: try $0.id(1, of: Person.self), reason: try $0.text(2)) }
    guard let ended else { return nil }
    let own = ended.reason.hasPrefix("recused: ") ? String(ended.reason.dropFirst(9)) : ended.reason
    return (ended.submission, ended.person, own)
  }

  static func metareviewTask(_ row: Row) throws -> MetareviewTaskRow {
    MetareviewTaskRow(
      id: try row.id(0), submission: try row.id(1), person: try row.id(2), at: try row.instant(3),
      endedAt: try row.instantOrNull(4))
  }
}

extension Session {
  public func metareviewDraft(of task: ID<Metareview>) throws -> MetareviewRow? {
    try first(
      "SELECT task_id, version, to_authors, to_chairs, recommendation, at FROM metareview_draft WHERE task_id = \(task)",
      Self.metareview)
  }

  public func putMetareviewDraft(_ row: MetareviewRow) throws {
    try execute(
      """
      INSERT INTO metareview_draft (task_id, version, to_authors, to_chairs, recommendation, at)
      VALUES (\(row.task), \(row.version), \(row.text.toAuthors), \(row.text.toChairs), \(row.text.recommendation), \(row.at))
      ON CONFLICT (task_id) DO UPDATE SET version = excluded.version, to_authors = excluded.to_authors,
        to_chairs = excluded.to_chairs, recommendation = excluded.recommendation, at = excluded.at
      """)
  }

  public func add(_ row: MetareviewRow) throws {
    try execute(
      """
      INSERT INTO metareview (task_id, version, to_authors, to_chairs, recommendation, at)
      VALUES (\(row.task), \(row.version), \(row.text.toAuthors), \(row.text.toChairs), \(row.text.recommendation), \(row.at))
      """)
  }

  /// Newest first.
  public func metareviews(of task: ID<Metareview>) throws -> [MetareviewRow] {
    try rows(
      """
      SELECT task_id, version, to_authors, to_chairs, recommendation, at FROM metareview
      WHERE task_id = \(task) ORDER BY version DESC
      """, Self.metareview)
  }

  /// The last version of each standing metareviewer's meta-review at a call: for the release, never for a viewer.
  public func metareviews(in call: ID<Call>) throws -> [ID<Submission>: MetareviewRow] { try metareviews(.every(in: call)) }

  /// Those of papers a chair with this address may know of.
  public func metareviews(in call: ID<Call>, chairedBy email: String) throws -> [ID<Submission>: MetareviewRow] {
    try metareviews(.known(to: email, in: call))
  }

  private func metareviews(_ papers: SQL) throws -> [ID<Submission>: MetareviewRow] {
    let all = try rows(
      """
      SELECT m.task_id, m.version, m.to_authors, m.to_chairs, m.recommendation, m.at, t.submission_id
      FROM metareview m JOIN metareview_task t ON t.id = m.task_id JOIN submission s ON s.id = t.submission_id
      WHERE t.ended_at IS NULL AND \(raw: papers)
        AND m.version = (SELECT max(n.version) FROM metareview n WHERE n.task_id = m.task_id)
      ORDER BY s.number
      """
    ) { (try $0.id(6, of: Submission.self), try Self.metareview($0)) }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  private static func metareview(_ row: Row) throws -> MetareviewRow {
    MetareviewRow(
      task: try row.id(0), version: try row.int(1),
      text: MetareviewText(toAuthors: try row.text(2), toChairs: try row.text(3), recommendation: try row.text(4)),
      at: try row.instant(5))
  }
}

public import PeerReview

/// An author of a paper, or a conflict its authors declared.
public struct ConflictPaperRow: Sendable {
  public enum Part: String, Sendable { case author, conflict }

  public let submission: ID<Submission>
  public let number: SubmissionNumber
  public let title: String
  public let part: Part
  public let name: String
  public let email: String
  /// Of an author.
  public let affiliation: String
  /// Of a conflict: its kind and id.
  public let kind: String
  public let conflict: String
}

/// A suspected conflict that a chair set aside.
public struct SuspicionDismissalRow: Sendable {
  public let submission: ID<Submission>
  public let email: String
  /// Keys of the evidence it was judged by.
  public let evidence: Set<String>
  public let reason: String
  public let by: ID<Person>
  public let at: Instant

  public init(
    submission: ID<Submission>, email: String, evidence: Set<String>, reason: String, by: ID<Person>, at: Instant
  ) {
    self.submission = submission
    self.email = email
    self.evidence = evidence
    self.reason = reason
    self.by = by
    self.at = at
  }
}

extension Session {
  /// Authors and their declared conflicts, of papers in the process that a chair with this address may know of: by paper,
  /// then address.
  public func conflictPapers(in call: ID<Call>, chairedBy email: String) throws -> [ConflictPaperRow] {
    let known: SQL = "\(raw: SQL.known(to: email, in: call)) AND \(raw: SQL.underReview)"
    return try rows(
      """
      SELECT s.id, s.number, v.title, 'author', b.name, b.email, b.affiliation, '', ''
      FROM \(raw: SQL.submissionTables)
        JOIN authorship b ON b.submission_id = s.id AND b.version = s.current_version
      WHERE \(raw: known)
      UNION ALL
      SELECT s.id, s.number, v.title, 'conflict', c.name, c.email, '', c.kind, c.id
      FROM \(raw: SQL.submissionTables)
        JOIN conflict c ON c.submission_id = s.id AND c.side = 'author' AND c.ended_at IS NULL
      WHERE \(raw: known)
      ORDER BY 1, 4, 6
      """
    ) { row -> ConflictPaperRow? in
      guard let part = ConflictPaperRow.Part(rawValue: try row.text(3)) else { return nil }
      return ConflictPaperRow(
        submission: try row.id(0), number: SubmissionNumber(try row.int(1)), title: try row.text(2), part: part,
        name: try row.text(4), email: try row.text(5), affiliation: try row.text(6), kind: try row.text(7),
        conflict: try row.text(8))
    }.compactMap { $0 }
  }

  /// Whom everyone named for themself at a call, standing.
  public func personConflicts(in call: ID<Call>) throws -> [(email: String, conflict: DeclaredConflict)] {
    try rows(
      """
      SELECT email, with_email, with_name, kind FROM person_conflict
      WHERE call_id = \(call) AND ended_at IS NULL ORDER BY id
      """
    ) { row in
      (
        email: try row.text(0),
        conflict: DeclaredConflict(email: try row.text(1), name: try row.text(2), kind: try row.text(3))
      )
    }
  }

  /// Those that stand, over papers that a chair with this address may know of.
  public func suspicionDismissals(in call: ID<Call>, chairedBy email: String) throws -> [SuspicionDismissalRow] {
    try rows(
      """
      SELECT d.submission_id, d.email, d.evidence, d.reason, d.by_person, d.at
      FROM suspicion_dismissal d JOIN submission s ON s.id = d.submission_id
      WHERE d.ended_at IS NULL AND \(raw: SQL.known(to: email, in: call)) ORDER BY d.submission_id
      """
    ) { row in
      SuspicionDismissalRow(
        submission: try row.id(0), email: try row.text(1), evidence: try JSONText.decode(row.text(2)),
        reason: try row.text(3), by: try row.id(4), at: try row.instant(5))
    }
  }

  /// Takes the place of an earlier one, which stays on record.
  public func dismissSuspicion(_ row: SuspicionDismissalRow, id: String) throws {
    try endSuspicionDismissal(of: row.email, at: row.submission, now: row.at)
    try execute(
      """
      INSERT INTO suspicion_dismissal (id, submission_id, email, evidence, reason, by_person, at)
      VALUES (\(id), \(row.submission), \(row.email), \(try JSONText.encode(row.evidence.sorted())), \(row.reason), \(row.by),
        \(row.at))
      """)
  }

  /// False when there was none.
  @discardableResult
  public func endSuspicionDismissal(of email: String, at submission: ID<Submission>, now: Instant) throws -> Bool {
    try execute(
      """
      UPDATE suspicion_dismissal SET ended_at = \(now)
      WHERE submission_id = \(submission) AND email = \(email) AND ended_at IS NULL
      """) > 0
  }
}

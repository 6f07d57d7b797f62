public import PeerReview

public struct IntegrityCaseRow: Sendable {
  public let id: ID<IntegrityCase>
  public let title: String
  public let openedBy: ID<Person>
  public let openedAt: Instant
  /// Nil while it is open.
  public let outcome: IntegrityOutcome?
}

public struct IntegrityEntryRow: Sendable {
  public let number: Int
  public let kind: IntegrityEntryKind
  public let text: String
  public let finding: ID<ScreeningFinding>?
  public let file: IntegrityFileRow?
  public let by: ID<Person>
  public let at: Instant
}

/// A file that was put into a case.
public struct IntegrityFileRow: Hashable, Sendable {
  public let sha256: String
  public let sizeBytes: Int64
  /// As whoever brought it called it.
  public let name: String
  public init(sha256: String, sizeBytes: Int64, name: String) {
    self.sha256 = sha256
    self.sizeBytes = sizeBytes
    self.name = name
  }
}

extension SQL {
  /// Ids of cases of a call that a chair with this address must not know of: about a paper they are shut out from, about
  /// themself, or about someone they declared a conflict with.
  static func unknownCases(_ email: String, in call: ID<Call>, at place: String = #function) -> SQL {
    let concerned: SQL = """
      SELECT w.case_id FROM integrity_person w WHERE w.email = \(email) OR w.email IN (
        SELECT k.with_email FROM person_conflict k
        WHERE k.call_id = \(call) AND k.email = \(email) AND k.ended_at IS NULL)
      """
    let people = Mutation.opens("those a case is about know of it") ? "SELECT '' WHERE (1 = 0)" : concerned
    return """
      SELECT x.case_id FROM integrity_paper x WHERE x.submission_id IN (\(raw: shutOutPapers(email, in: call, at: place)))
      UNION \(raw: people)
      """
  }

  fileprivate static let caseColumns: SQL = "i.id, i.title, i.opened_by, i.opened_at, i.outcome"

  /// Cases `i` that a chair with this address may know of.
  fileprivate static func knownCase(to email: String, in call: ID<Call>, at place: String) -> SQL {
    "i.call_id = \(call) AND i.id NOT IN (\(raw: unknownCases(email, in: call, at: place)))"
  }
}

extension Session {
  /// The newest first.
  public func integrityCases(in call: ID<Call>, chairedBy email: String) throws -> [IntegrityCaseRow] {
    try rows(
      """
      SELECT \(raw: SQL.caseColumns) FROM integrity_case i
      WHERE \(raw: SQL.knownCase(to: email, in: call, at: #function)) ORDER BY i.opened_at DESC, i.id
      """, Self.integrityCase)
  }

  /// The case when a chair with this address may know of it; otherwise as for an id that doesn't exist.
  public func integrityCase(
    _ id: ID<IntegrityCase>, in call: ID<Call>, chairedBy email: String
  ) throws -> IntegrityCaseRow? {
    try first(
      """
      SELECT \(raw: SQL.caseColumns) FROM integrity_case i
      WHERE i.id = \(id) AND \(raw: SQL.knownCase(to: email, in: call, at: #function))
      """, Self.integrityCase)
  }

  /// Papers by case, of cases that a chair with this address may know of.
  public func integrityPapers(
    in call: ID<Call>, chairedBy email: String
  ) throws -> [ID<IntegrityCase>: [(id: ID<Submission>, number: SubmissionNumber)]] {
    let all = try rows(
      """
      SELECT x.case_id, s.id, s.number FROM integrity_case i JOIN integrity_paper x ON x.case_id = i.id
        JOIN submission s ON s.id = x.submission_id
      WHERE \(raw: SQL.knownCase(to: email, in: call, at: #function)) ORDER BY s.number, x.case_id
      """
    ) {
      (
        id: try $0.id(0, of: IntegrityCase.self),
        paper: (id: try $0.id(1, of: Submission.self), number: SubmissionNumber(try $0.int(2)))
      )
    }
    return Dictionary(grouping: all, by: \.id).mapValues { $0.map(\.paper) }
  }

  /// Addresses of the people a case is about. The caller has proven the right to the case.
  public func integrityPeople(_ id: ID<IntegrityCase>) throws -> [String] {
    try rows("SELECT email FROM integrity_person WHERE case_id = \(id)") { try $0.text(0) }.sorted()
  }

  /// In the order they were put in. The caller has proven the right to the case.
  public func integrityEntries(_ id: ID<IntegrityCase>) throws -> [IntegrityEntryRow] {
    try rows(
      """
      SELECT number, kind, text, finding_id, sha256, size_bytes, file_name, by_person, at FROM integrity_entry
      WHERE case_id = \(id) ORDER BY number
      """
    ) { row -> IntegrityEntryRow? in
      guard let kind = IntegrityEntryKind(rawValue: try row.text(1)) else { return nil }
      var file: IntegrityFileRow?
      if let sha256 = try row.textOrNull(4) {
        file = IntegrityFileRow(sha256: sha256, sizeBytes: try row.int64OrNull(5) ?? 0, name: try row.textOrNull(6) ?? "")
      }
      return IntegrityEntryRow(
        number: try row.int(0), kind: kind, text: try row.text(2), finding: try row.idOrNull(3), file: file,
        by: try row.id(7), at: try row.instant(8))
    }.compactMap { $0 }
  }

  public func openIntegrityCase(
    _ id: ID<IntegrityCase>, title: String, in call: ID<Call>, by: ID<Person>, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO integrity_case (id, call_id, title, opened_by, opened_at, outcome)
      VALUES (\(id), \(call), \(title), \(by), \(now), '')
      """)
  }

  /// What stands there already stays.
  public func involve(papers: [ID<Submission>], people: [String], in id: ID<IntegrityCase>) throws {
    for paper in papers {
      try execute(
        """
        INSERT INTO integrity_paper (case_id, submission_id) VALUES (\(id), \(paper))
        ON CONFLICT (case_id, submission_id) DO NOTHING
        """)
    }
    for email in people {
      try execute(
        """
        INSERT INTO integrity_person (case_id, email) VALUES (\(id), \(email)) ON CONFLICT (case_id, email) DO NOTHING
        """)
    }
  }

  public func setOutcome(_ outcome: IntegrityOutcome?, of id: ID<IntegrityCase>) throws {
    try execute("UPDATE integrity_case SET outcome = \(outcome?.rawValue ?? "") WHERE id = \(id)")
  }

  public func addIntegrityEntry(
    _ kind: IntegrityEntryKind, text: String, finding: ID<ScreeningFinding>? = nil, file: IntegrityFileRow? = nil,
    to id: ID<IntegrityCase>, by: ID<Person>, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO integrity_entry (case_id, number, kind, text, finding_id, sha256, size_bytes, file_name, by_person, at)
      SELECT \(id), coalesce(max(number), 0) + 1, \(kind.rawValue), \(text), \(finding), \(file?.sha256), \(file?.sizeBytes),
        \(file?.name), \(by), \(now)
      FROM integrity_entry WHERE case_id = \(id)
      """)
  }

  private static func integrityCase(_ row: Row) throws -> IntegrityCaseRow {
    IntegrityCaseRow(
      id: try row.id(0), title: try row.text(1), openedBy: try row.id(2), openedAt: try row.instant(3),
      outcome: IntegrityOutcome(rawValue: try row.text(4)))
  }
}

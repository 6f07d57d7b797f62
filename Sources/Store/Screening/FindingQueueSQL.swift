public import PeerReview

/// A finding as chairs judge it.
public struct QueuedFindingRow: Sendable {
  public let finding: FindingRow
  public let submission: ID<Submission>
  public let number: SubmissionNumber
  public let title: String
  public let slot: FileSlot
  public let judgement: JudgementRow?
}

/// Which findings a chair asks for.
public struct FindingFilter: Sendable {
  public enum State: Sendable { case every, open, judged(FindingVerdict) }

  public var code: String?
  public var severity: FindingSeverity?
  public var state: State
  public var submission: ID<Submission>?

  public init(
    code: String? = nil, severity: FindingSeverity? = nil, state: State = .every, submission: ID<Submission>? = nil
  ) {
    self.code = code
    self.severity = severity
    self.state = state
    self.submission = submission
  }

  fileprivate var condition: SQL {
    let ofCode: SQL = code.map { "f.code = \($0)" } ?? "TRUE"
    let ofSeverity: SQL = severity.map { "f.severity = \($0.rawValue)" } ?? "TRUE"
    let ofPaper: SQL = submission.map { "s.id = \($0)" } ?? "TRUE"
    let inState: SQL =
      switch state {
      case .every: "TRUE"
      case .open: "j.id IS NULL"
      case .judged(let verdict): "j.verdict = \(verdict.rawValue)"
      }
    return "\(raw: ofCode) AND \(raw: ofSeverity) AND \(raw: ofPaper) AND \(raw: inState)"
  }
}

/// How a rule has done.
public struct RuleCountRow: Hashable, Sendable {
  public let code: String
  public let judged: Int
  public let dismissed: Int
}

extension SQL {
  fileprivate static let queuedColumns: SQL = """
    f.id, f.manuscript_id, f.code, f.severity, f.page, f.box, f.text, f.rule, f.other_manuscript, f.detail,
    s.id, s.number, v.title, m.slot, j.verdict, j.note, j.by_person, j.at
    """

  fileprivate static let findingTables: SQL = """
    finding f JOIN manuscript m ON m.id = f.manuscript_id JOIN submission s ON s.id = m.submission_id
    JOIN submission_version v ON v.submission_id = s.id AND v.version = s.current_version
    LEFT JOIN judgement j ON j.finding_id = f.id AND j.ended_at IS NULL
    """

  /// Findings `f` that a chair with this address may know of: of text in common with another paper only where they may
  /// know of that one too, which may be one of another conference they chair.
  fileprivate static func knownFindings(to email: String, in call: ID<Call>, at place: String) -> SQL {
    """
    \(raw: known(to: email, in: call, at: place)) AND (f.other_manuscript IS NULL OR f.other_manuscript IN (
      SELECT n.id FROM manuscript n JOIN submission s ON s.id = n.submission_id
      WHERE s.call_id IN (
        SELECT o.call_id FROM office o JOIN person p ON p.id = o.person_id
        WHERE p.email = \(email) AND o.role = 'chair' AND o.ended_at IS NULL)
        AND NOT \(raw: shutOut(email, at: place))
        AND n.version = (SELECT max(k.version) FROM manuscript k WHERE k.submission_id = n.submission_id AND k.slot = n.slot)))
    """
  }

  /// In the newest file of each slot.
  fileprivate static let newestFiles: SQL = """
    m.version = (SELECT max(n.version) FROM manuscript n WHERE n.submission_id = m.submission_id AND n.slot = m.slot)
    """

  /// Of papers under review, in the newest file of each slot: what there is to be judged.
  fileprivate static let standingFiles: SQL = "\(raw: underReview) AND \(raw: newestFiles)"
}

extension Session {
  public func countFindings(in call: ID<Call>, chairedBy email: String, _ filter: FindingFilter = .init()) throws -> Int {
    try count(
      """
      SELECT count(*) FROM \(raw: SQL.findingTables)
      WHERE \(raw: SQL.knownFindings(to: email, in: call, at: #function)) AND \(raw: SQL.standingFiles)
        AND \(raw: filter.condition)
      """)
  }

  /// The gravest first, then by rule, paper and place.
  public func queuedFindings(
    in call: ID<Call>, chairedBy email: String, _ filter: FindingFilter, limit: Int, offset: Int
  ) throws -> [QueuedFindingRow] {
    try rows(
      """
      SELECT \(raw: SQL.queuedColumns) FROM \(raw: SQL.findingTables)
      WHERE \(raw: SQL.knownFindings(to: email, in: call, at: #function)) AND \(raw: SQL.standingFiles)
        AND \(raw: filter.condition)
      ORDER BY f.severity, f.code, s.number, m.slot, f.position, f.id LIMIT \(limit) OFFSET \(offset)
      """, Self.queued
    ).compactMap { $0 }
  }

  /// Some findings by id, in the same order; what a chair with this address may not know of is left out.
  public func queuedFindings(
    _ ids: [ID<ScreeningFinding>], in call: ID<Call>, chairedBy email: String
  ) throws -> [QueuedFindingRow] {
    try rows(
      """
      SELECT \(raw: SQL.queuedColumns) FROM \(raw: SQL.findingTables)
      WHERE \(raw: SQL.knownFindings(to: email, in: call, at: #function)) AND f.id IN \(list: ids)
      ORDER BY f.severity, f.code, s.number, m.slot, f.position, f.id
      """, Self.queued
    ).compactMap { $0 }
  }

  /// Codes among the findings that stand, with how many each has, by code.
  public func findingCodes(in call: ID<Call>, chairedBy email: String) throws -> [(code: String, count: Int)] {
    try rows(
      """
      SELECT f.code, count(*) FROM \(raw: SQL.findingTables)
      WHERE \(raw: SQL.knownFindings(to: email, in: call, at: #function)) AND \(raw: SQL.standingFiles)
      GROUP BY f.code ORDER BY f.code
      """
    ) { (code: try $0.text(0), count: try $0.int(1)) }
  }

  /// Code and standing judgement of what was found in the newest files of each paper, once each; of text in common with another
  /// paper for both papers.
  public func foundCodes(
    in call: ID<Call>, chairedBy email: String
  ) throws -> [(submission: ID<Submission>, code: String, verdict: FindingVerdict?)] {
    try rows(
      """
      SELECT DISTINCT s.id, q.submission_id, f.code, j.verdict
      FROM \(raw: SQL.findingTables) LEFT JOIN manuscript q ON q.id = f.other_manuscript
      WHERE \(raw: SQL.knownFindings(to: email, in: call, at: #function)) AND \(raw: SQL.newestFiles)
      """
    ) { row -> [(submission: ID<Submission>, code: String, verdict: FindingVerdict?)] in
      let code = try row.text(2)
      let verdict = try row.textOrNull(3).flatMap { FindingVerdict(rawValue: $0) }
      let papers: [ID<Submission>?] = [try row.id(0), try row.idOrNull(1)]
      return papers.compactMap { $0 }.map { (submission: $0, code: code, verdict: verdict) }
    }.flatMap { $0 }
  }

  /// What was judged of each rule, in every version of every file, by code.
  public func ruleCounts(in call: ID<Call>, chairedBy email: String) throws -> [RuleCountRow] {
    try rows(
      """
      SELECT f.code, count(*), sum(CASE WHEN j.verdict = 'dismissed' THEN 1 ELSE 0 END)
      FROM \(raw: SQL.findingTables)
      WHERE \(raw: SQL.knownFindings(to: email, in: call, at: #function)) AND j.id IS NOT NULL
      GROUP BY f.code ORDER BY f.code
      """
    ) { RuleCountRow(code: try $0.text(0), judged: try $0.int(1), dismissed: try $0.int(2)) }
  }

  private static func queued(_ row: Row) throws -> QueuedFindingRow? {
    guard let severity = FindingSeverity(rawValue: try row.int(3)), let slot = FileSlot(rawValue: try row.text(13)) else {
      return nil
    }
    let verdict = try row.textOrNull(14).flatMap { FindingVerdict(rawValue: $0) }
    return QueuedFindingRow(
      finding: FindingRow(
        id: try row.id(0), manuscript: try row.id(1), code: try row.text(2), severity: severity, page: try row.intOrNull(4),
        box: try row.text(5), text: try row.text(6), rule: try row.text(7), other: try row.idOrNull(8), detail: try row.text(9)),
      submission: try row.id(10), number: SubmissionNumber(try row.int(11)), title: try row.text(12), slot: slot,
      judgement: try verdict.map {
        JudgementRow(verdict: $0, note: try row.text(15), by: try row.id(16), at: try row.instant(17))
      })
  }
}

public import PeerReview

/// One finding in one file.
public struct FindingRow: Sendable {
  /// The same for the same file, code, page and text, so that what was said of it stays when the rules are run again.
  public let id: ID<ScreeningFinding>
  public let manuscript: ID<Manuscript>
  public let code: String
  public let severity: FindingSeverity
  public let page: Int?
  /// Four numbers, or empty.
  public let box: String
  public let text: String
  public let rule: String
  /// The file that has text in common with this one.
  public let other: ID<Manuscript>?
  /// What else is known, written by the Conference room; may be empty.
  public let detail: String

  public init(
    id: ID<ScreeningFinding>, manuscript: ID<Manuscript>, code: String, severity: FindingSeverity, page: Int?, box: String,
    text: String, rule: String, other: ID<Manuscript>? = nil, detail: String = ""
  ) {
    self.id = id
    self.manuscript = manuscript
    self.code = code
    self.severity = severity
    self.page = page
    self.box = box
    self.text = text
    self.rule = rule
    self.other = other
    self.detail = detail
  }
}

/// What a chair said of a finding.
public struct JudgementRow: Sendable {
  public let verdict: FindingVerdict
  public let note: String
  public let by: ID<Person>
  public let at: Instant

  public init(verdict: FindingVerdict, note: String, by: ID<Person>, at: Instant) {
    self.verdict = verdict
    self.note = note
    self.by = by
    self.at = at
  }
}

extension Session {
  /// Replaces what the rules said of a file before. What was said of findings that are the same stays with them.
  public func put(_ rows: [FindingRow], of manuscript: ID<Manuscript>) throws {
    try execute("DELETE FROM finding WHERE manuscript_id = \(manuscript) AND other_manuscript IS NULL AND code <> 'dup.corpus'")
    for (position, row) in rows.enumerated() { try add(row, at: position) }
  }

  /// Replaces what a file was found to have in common with others. A pair that stands already with the other file is not
  /// told of twice.
  public func putShared(_ rows: [FindingRow], of manuscript: ID<Manuscript>) throws {
    try execute("DELETE FROM finding WHERE manuscript_id = \(manuscript) AND other_manuscript IS NOT NULL")
    for (position, row) in rows.enumerated() {
      guard let other = row.other else { continue }
      let isTold = try exists(
        "SELECT 1 FROM finding WHERE manuscript_id = \(other) AND other_manuscript = \(manuscript)")
      if !isTold { try add(row, at: position) }
    }
  }

  /// Replaces what a file was found to have in common with imported papers.
  public func putImported(_ rows: [FindingRow], of manuscript: ID<Manuscript>) throws {
    try execute("DELETE FROM finding WHERE manuscript_id = \(manuscript) AND code = 'dup.corpus'")
    for (position, row) in rows.enumerated() { try add(row, at: position) }
  }

  private func add(_ row: FindingRow, at position: Int) throws {
    try execute(
      """
      INSERT INTO finding (id, manuscript_id, position, code, severity, page, box, text, rule, other_manuscript, detail)
      VALUES (\(row.id), \(row.manuscript), \(position), \(row.code), \(row.severity.rawValue), \(row.page), \(row.box),
        \(row.text), \(row.rule), \(row.other), \(row.detail))
      ON CONFLICT (id) DO NOTHING
      """)
  }

  /// Every judgement of a finding, oldest first. The caller has proven the right to it.
  public func judgements(of finding: ID<ScreeningFinding>) throws -> [JudgementRow] {
    try rows("SELECT verdict, note, by_person, at FROM judgement WHERE finding_id = \(finding) ORDER BY at, id", Self.judgement)
      .compactMap { $0 }
  }

  /// Ends what was said before; nil says nothing new.
  public func judge(_ finding: ID<ScreeningFinding>, _ row: JudgementRow?, id: String, at now: Instant) throws {
    try execute("UPDATE judgement SET ended_at = \(now) WHERE finding_id = \(finding) AND ended_at IS NULL")
    guard let row else { return }
    try execute(
      """
      INSERT INTO judgement (id, finding_id, verdict, note, by_person, at)
      VALUES (\(id), \(finding), \(row.verdict.rawValue), \(row.note), \(row.by), \(row.at))
      """)
  }

  private static func judgement(_ row: Row) throws -> JudgementRow? {
    guard let verdict = FindingVerdict(rawValue: try row.text(0)) else { return nil }
    return JudgementRow(verdict: verdict, note: try row.text(1), by: try row.id(2), at: try row.instant(3))
  }
}

public import PeerReview

/// One stored file of a submission. Every version is kept.
public struct ManuscriptRow: Sendable {
  public let id: ID<Manuscript>
  public let submission: ID<Submission>
  public let slot: FileSlot
  public let version: Int
  public let sha256: String
  public let sizeBytes: Int64
  public let by: ID<Person>
  public let at: Instant
  /// When its bytes were taken away by the call's retention rules; nil while they are kept.
  public let deletedAt: Instant?

  public init(
    id: ID<Manuscript>, submission: ID<Submission>, slot: FileSlot, version: Int, sha256: String, sizeBytes: Int64,
    by: ID<Person>, at: Instant, deletedAt: Instant? = nil
  ) {
    self.deletedAt = deletedAt
    self.id = id
    self.submission = submission
    self.slot = slot
    self.version = version
    self.sha256 = sha256
    self.sizeBytes = sizeBytes
    self.by = by
    self.at = at
  }
}

/// What screening found in one file; `report` is JSON the Conference room wrote.
public struct ScreeningRow: Sendable {
  public let manuscript: ID<Manuscript>
  public let report: String
  public let counts: FindingCounts
  /// The file that holds what the inspector saw; nil when that can't be used again.
  public let inspection: String?
  /// The version of the call by whose rules the report was written.
  public let callVersion: Int
  /// When the pages of the findings were drawn, as far as they can be; nil before.
  public let picturedAt: Instant?
  public let at: Instant

  public init(
    manuscript: ID<Manuscript>, report: String, counts: FindingCounts, inspection: String? = nil, callVersion: Int = 0,
    picturedAt: Instant? = nil, at: Instant
  ) {
    self.manuscript = manuscript
    self.report = report
    self.counts = counts
    self.inspection = inspection
    self.callVersion = callVersion
    self.picturedAt = picturedAt
    self.at = at
  }
}

/// How many findings of a report are violations of the call, and how many warnings.
public struct FindingCounts: Hashable, Sendable {
  public let violations: Int
  public let warnings: Int

  public init(violations: Int, warnings: Int) {
    self.violations = violations
    self.warnings = warnings
  }

  public static func + (left: FindingCounts, right: FindingCounts) -> FindingCounts {
    FindingCounts(violations: left.violations &+ right.violations, warnings: left.warnings &+ right.warnings)
  }
}

extension Session {
  public func add(_ row: ManuscriptRow) throws {
    try execute(
      """
      INSERT INTO manuscript (id, submission_id, slot, version, sha256, size_bytes, by_person, at)
      VALUES (\(row.id), \(row.submission), \(row.slot.rawValue), \(row.version), \(row.sha256), \(row.sizeBytes),
        \(row.by), \(row.at))
      """)
  }

  /// By slot, newest version first.
  public func manuscripts(of id: ID<Submission>) throws -> [ManuscriptRow] {
    try rows(
      once: """
        SELECT id, submission_id, slot, version, sha256, size_bytes, by_person, at, deleted_at FROM manuscript
        WHERE submission_id = \(id) ORDER BY slot, version DESC
        """, Self.manuscript
    ).compactMap { $0 }
  }

  public func manuscript(_ id: ID<Manuscript>) throws -> ManuscriptRow? {
    try first(
      "SELECT id, submission_id, slot, version, sha256, size_bytes, by_person, at, deleted_at FROM manuscript WHERE id = \(id)",
      Self.manuscript) ?? nil
  }

  /// The name of every file a row refers to, each once, in order.
  public func storedFiles() throws -> [String] {
    try rows("\(raw: Self.referredFiles) ORDER BY 1") { try $0.text(0) }
  }

  /// Whether a row refers to the file.
  public func isStored(_ sha256: String) throws -> Bool {
    try exists("SELECT 1 FROM (\(raw: Self.referredFiles)) f WHERE f.sha256 = \(sha256)")
  }

  private static var referredFiles: SQL {
    """
    SELECT sha256 FROM manuscript WHERE deleted_at IS NULL
    UNION SELECT sha256 FROM reviewer_copy WHERE sha256 IS NOT NULL
    UNION SELECT inspection_sha256 FROM screening WHERE inspection_sha256 IS NOT NULL
    UNION SELECT sha256 FROM page_picture UNION SELECT sha256 FROM artifact_file
    UNION SELECT sha256 FROM integrity_entry WHERE sha256 IS NOT NULL
    """
  }

  /// Replaces an earlier screening of the same file: the rules may have changed, the file can't.
  public func put(_ row: ScreeningRow) throws {
    try execute(
      """
      INSERT INTO screening (
        manuscript_id, report, violations, warnings, inspection_sha256, call_version, pictured_at, at)
      VALUES (\(row.manuscript), \(row.report), \(row.counts.violations), \(row.counts.warnings), \(row.inspection),
        \(row.callVersion), \(row.picturedAt), \(row.at))
      ON CONFLICT (manuscript_id) DO UPDATE SET report = excluded.report, violations = excluded.violations,
        warnings = excluded.warnings, inspection_sha256 = excluded.inspection_sha256,
        call_version = excluded.call_version, pictured_at = excluded.pictured_at, at = excluded.at
      """)
  }

  /// The pages of a file's findings were drawn, as far as they can be.
  public func markPictured(_ manuscript: ID<Manuscript>, at now: Instant) throws {
    try execute("UPDATE screening SET pictured_at = \(now) WHERE manuscript_id = \(manuscript)")
  }

  /// A file's report holds by the rules of this version of the call too.
  public func markScreened(_ manuscript: ID<Manuscript>, callVersion: Int) throws {
    try execute("UPDATE screening SET call_version = \(callVersion) WHERE manuscript_id = \(manuscript)")
  }

  /// Screened files, newest of their slot, whose report was written by an earlier version of the call.
  public func screenedBefore(callVersion: Int, in call: ID<Call>, limit: Int) throws -> [ID<Manuscript>] {
    try rows(
      """
      SELECT m.id FROM screening r JOIN manuscript m ON m.id = r.manuscript_id JOIN submission s ON s.id = m.submission_id
      WHERE \(raw: SQL.every(in: call)) AND r.call_version < \(callVersion) AND m.version = (
        SELECT max(n.version) FROM manuscript n WHERE n.submission_id = m.submission_id AND n.slot = m.slot)
      ORDER BY m.id LIMIT \(limit)
      """
    ) { try $0.id(0) }
  }

  public func screening(of manuscript: ID<Manuscript>) throws -> ScreeningRow? {
    try first(
      once:
        """
        SELECT manuscript_id, report, violations, warnings, inspection_sha256, call_version, pictured_at, at FROM screening
        WHERE manuscript_id = \(manuscript)
        """
    ) { row in
      ScreeningRow(
        manuscript: try row.id(0), report: try row.text(1),
        counts: FindingCounts(violations: try row.int(2), warnings: try row.int(3)), inspection: try row.textOrNull(4),
        callVersion: try row.int(5), picturedAt: try row.instantOrNull(6), at: try row.instant(7))
    }
  }

  private static func manuscript(_ row: Row) throws -> ManuscriptRow? {
    guard let slot = FileSlot(rawValue: try row.text(2)) else { return nil }
    return ManuscriptRow(
      id: try row.id(0), submission: try row.id(1), slot: slot, version: try row.int(3), sha256: try row.text(4),
      sizeBytes: try row.int64(5), by: try row.id(6), at: try row.instant(7), deletedAt: try row.instantOrNull(8))
  }
}

public import PeerReview

/// An artifact as it stands now, with the form last saved.
public struct ArtifactRow: Sendable {
  public let id: ID<Artifact>
  public let call: ID<Call>
  public let submission: ID<Submission>
  public let registeredAt: Instant
  public let withdrawnAt: Instant?
  public let version: Int
  public let content: ArtifactContent
  public let savedAt: Instant
}

/// One stored file of an artifact. Every version is kept.
public struct ArtifactFileRow: Sendable {
  public let slot: ArtifactSlot
  public let version: Int
  public let sha256: String
  public let sizeBytes: Int64
  public let by: ID<Person>
  public let at: Instant

  public init(slot: ArtifactSlot, version: Int, sha256: String, sizeBytes: Int64, by: ID<Person>, at: Instant) {
    self.slot = slot
    self.version = version
    self.sha256 = sha256
    self.sizeBytes = sizeBytes
    self.by = by
    self.at = at
  }
}

extension SQL {
  fileprivate static let artifactColumns: SQL = """
    a.id, a.call_id, a.submission_id, a.at, a.withdrawn_at, w.version, w.content, w.at
    """
  /// Artifacts `a` with their last form `w` and their papers `s`.
  fileprivate static let artifactTables: SQL = """
    artifact a JOIN submission s ON s.id = a.submission_id JOIN artifact_version w ON w.artifact_id = a.id
      AND w.version = (SELECT max(x.version) FROM artifact_version x WHERE x.artifact_id = a.id)
    """

  /// Artifacts `a` of papers `s` that a person of the artifact committee may know of: taken back by nobody, of papers they
  /// neither wrote nor are in conflict with, and not in conflict with the artifact.
  static func evaluable(by person: Person, in call: ID<Call>, at place: String = #function) -> SQL {
    """
    a.call_id = \(call) AND a.withdrawn_at IS NULL AND \(raw: underReview) AND NOT \(raw: shutOut(person.email, at: place))
      AND NOT \(raw: inArtifactConflict(person.id))
    """
  }

  static func inArtifactConflict(_ person: ID<Person>) -> SQL {
    rule(
      "a conflict with an artifact is forgotten",
      "a.id IN (SELECT c.artifact_id FROM artifact_conflict c WHERE c.person_id = \(person))", otherwise: "(1 = 0)")
  }
}

extension Session {
  /// Registers it with its first, empty form.
  public func addArtifact(
    _ id: ID<Artifact>, of submission: ID<Submission>, in call: ID<Call>, by: ID<Person>, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO artifact (id, call_id, submission_id, registered_by, at)
      VALUES (\(id), \(call), \(submission), \(by), \(now))
      """)
    try addVersion(ArtifactContent(), version: 1, of: id, by: by, at: now)
  }

  /// A further version; what was saved before stays.
  public func addVersion(
    _ content: ArtifactContent, version: Int, of id: ID<Artifact>, by: ID<Person>, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO artifact_version (artifact_id, version, content, by_person, at)
      VALUES (\(id), \(version), \(try JSONText.encode(content)), \(by), \(now))
      """)
  }

  /// Taken back, or registered again with nil.
  public func setArtifactWithdrawn(_ id: ID<Artifact>, at moment: Instant?) throws {
    try execute("UPDATE artifact SET withdrawn_at = \(moment) WHERE id = \(id)")
  }

  /// Also one that was taken back. The caller has proven the right to the paper.
  public func artifact(of submission: ID<Submission>) throws -> ArtifactRow? {
    try first(
      "SELECT \(raw: SQL.artifactColumns) FROM \(raw: SQL.artifactTables) WHERE a.submission_id = \(submission)",
      Self.artifact)
  }

  public func artifact(_ id: ID<Artifact>) throws -> ArtifactRow? {
    try first("SELECT \(raw: SQL.artifactColumns) FROM \(raw: SQL.artifactTables) WHERE a.id = \(id)", Self.artifact)
  }

  /// Every artifact not taken back, by the paper's number: for release, figures and proceedings, never for a viewer.
  public func artifacts(in call: ID<Call>) throws -> [ArtifactRow] {
    try rows(
      """
      SELECT \(raw: SQL.artifactColumns) FROM \(raw: SQL.artifactTables)
      WHERE a.call_id = \(call) AND a.withdrawn_at IS NULL AND \(raw: SQL.underReview) ORDER BY s.number
      """, Self.artifact)
  }

  /// Artifacts that this member of the artifact committee may know of, by the paper's number.
  public func artifacts(in call: ID<Call>, servedBy person: Person) throws -> [ArtifactRow] {
    try rows(
      """
      SELECT \(raw: SQL.artifactColumns) FROM \(raw: SQL.artifactTables)
      WHERE \(raw: SQL.evaluable(by: person, in: call)) ORDER BY s.number
      """, Self.artifact)
  }

  /// The artifact when this member of the artifact committee may know of it; otherwise as for an id that doesn't exist.
  public func artifact(_ id: ID<Artifact>, in call: ID<Call>, servedBy person: Person) throws -> ArtifactRow? {
    try first(
      """
      SELECT \(raw: SQL.artifactColumns) FROM \(raw: SQL.artifactTables)
      WHERE a.id = \(id) AND \(raw: SQL.evaluable(by: person, in: call))
      """, Self.artifact)
  }

  /// What a person is to an artifact, in one query. Offices of the program count for nothing here.
  public func standing(of person: Person, towardArtifact id: ID<Artifact>) throws -> ArtifactStanding {
    try first(
      """
      SELECT
        EXISTS (SELECT 1 FROM authorship h WHERE h.submission_id = s.id AND h.version = s.current_version
          AND h.email = \(person.email)),
        EXISTS (SELECT 1 FROM authorship h WHERE h.submission_id = s.id AND h.version = s.current_version
          AND h.email = \(person.email) AND h.contact),
        \(raw: SQL.shutOut(person.email)) OR \(raw: SQL.inArtifactConflict(person.id)),
        EXISTS (SELECT 1 FROM office o WHERE o.call_id = a.call_id AND o.person_id = \(person.id)
          AND o.role = 'artifact-chair' AND o.ended_at IS NULL),
        EXISTS (SELECT 1 FROM evaluation e JOIN office o ON o.person_id = e.person_id AND o.call_id = a.call_id
          AND o.role = 'artifact-evaluator' AND o.ended_at IS NULL
          WHERE e.artifact_id = a.id AND e.person_id = \(person.id) AND e.ended_at IS NULL),
        EXISTS (SELECT 1 FROM evaluation e JOIN evaluation_form f ON f.evaluation_id = e.id
          WHERE e.artifact_id = a.id AND e.person_id = \(person.id) AND e.ended_at IS NULL AND f.submitted),
        EXISTS (SELECT 1 FROM office o WHERE o.call_id = a.call_id AND o.person_id = \(person.id)
          AND o.role = 'artifact-evaluator' AND o.ended_at IS NULL)
      FROM artifact a JOIN submission s ON s.id = a.submission_id WHERE a.id = \(id)
      """
    ) { row in
      ArtifactStanding(
        isAuthor: try row.bool(0), isContact: try row.bool(1), isConflicted: try row.bool(2), isChair: try row.bool(3),
        isAssigned: try row.bool(4), ownEvaluationIn: try row.bool(5), isCommittee: try row.bool(6))
    } ?? .outsider
  }

  public func add(_ row: ArtifactFileRow, to id: ID<Artifact>) throws {
    try execute(
      """
      INSERT INTO artifact_file (artifact_id, slot, version, sha256, size_bytes, by_person, at)
      VALUES (\(id), \(row.slot.rawValue), \(row.version), \(row.sha256), \(row.sizeBytes), \(row.by), \(row.at))
      """)
  }

  /// By slot, newest version first.
  public func artifactFiles(of id: ID<Artifact>) throws -> [ArtifactFileRow] {
    try rows(
      """
      SELECT slot, version, sha256, size_bytes, by_person, at FROM artifact_file
      WHERE artifact_id = \(id) ORDER BY slot, version DESC
      """
    ) { row -> ArtifactFileRow? in
      guard let slot = ArtifactSlot(rawValue: try row.text(0)) else { return nil }
      return ArtifactFileRow(
        slot: slot, version: try row.int(1), sha256: try row.text(2), sizeBytes: try row.int64(3), by: try row.id(4),
        at: try row.instant(5))
    }.compactMap { $0 }
  }

  /// When badges were released; nil before.
  public func badgesReleasedAt(_ call: ID<Call>) throws -> Instant? {
    try first("SELECT at FROM release WHERE call_id = \(call) AND what = 'badges'") { try $0.instant(0) }
  }

  public func releaseBadges(of call: ID<Call>, by: ID<Person>, at now: Instant) throws {
    try execute(
      "INSERT INTO release (call_id, what, by_person, at) VALUES (\(call), 'badges', \(by), \(now))")
  }

  private static func artifact(_ row: Row) throws -> ArtifactRow {
    ArtifactRow(
      id: try row.id(0), call: try row.id(1), submission: try row.id(2), registeredAt: try row.instant(3),
      withdrawnAt: try row.instantOrNull(4), version: try row.int(5), content: try JSONText.decode(row.text(6)),
      savedAt: try row.instant(7))
  }
}

public import PeerReview

/// One saved form of a final version, with its authors.
public struct CameraReadyRow: Sendable {
  public let version: Int
  public let final: CameraReady
  /// Tells one set of changes from another.
  public let changes: String
  public let by: ID<Person>
  public let at: Instant

  public init(version: Int, final: CameraReady, changes: String, by: ID<Person>, at: Instant) {
    self.version = version
    self.final = final
    self.changes = changes
    self.by = by
    self.at = at
  }
}

/// What a chair said of changes, or a shepherd of the final version.
public struct CameraReadyWordRow: Sendable {
  public let isYes: Bool
  public let note: String
  public let by: ID<Person>
  public let at: Instant
}

extension Session {
  /// A further version; what was saved before stays.
  public func add(_ row: CameraReadyRow, to id: ID<Submission>) throws {
    let final = row.final
    try execute(
      """
      INSERT INTO camera_ready (submission_id, version, title, abstract, presenter, forms, changes_sha256, by_person, at)
      VALUES (\(id), \(row.version), \(final.title), \(final.abstract), \(final.presenter), \(try JSONText.encode(final.forms)),
        \(row.changes), \(row.by), \(row.at))
      """)
    for (position, author) in final.authors.enumerated() {
      try execute(
        """
        INSERT INTO camera_author (submission_id, version, position, name, family_name, email, affiliation, orcid)
        VALUES (\(id), \(row.version), \(position), \(author.name), \(author.familyName), \(author.email),
          \(author.affiliation), \(author.orcid))
        """)
    }
  }

  /// The last version; nil before the first.
  public func cameraReady(of id: ID<Submission>) throws -> CameraReadyRow? {
    let found = try first(
      """
      SELECT version, title, abstract, presenter, forms, changes_sha256, by_person, at FROM camera_ready
      WHERE submission_id = \(id) ORDER BY version DESC LIMIT 1
      """
    ) { row in
      CameraReadyRow(
        version: try row.int(0),
        final: CameraReady(
          title: try row.text(1), abstract: try row.text(2), presenter: try row.intOrNull(3),
          forms: try JSONText.decode(row.text(4))),
        changes: try row.text(5), by: try row.id(6), at: try row.instant(7))
    }
    guard let found else { return nil }
    var final = found.final
    final.authors = try rows(
      """
      SELECT name, family_name, email, affiliation, orcid FROM camera_author
      WHERE submission_id = \(id) AND version = \(found.version) ORDER BY position
      """
    ) { row in
      FinalAuthor(
        name: try row.text(0), familyName: try row.text(1), email: try row.text(2), affiliation: try row.text(3),
        orcid: try row.text(4))
    }
    return CameraReadyRow(version: found.version, final: final, changes: found.changes, by: found.by, at: found.at)
  }

  /// The title of the last version; nil before the first.
  public func finalTitle(of id: ID<Submission>) throws -> String? {
    try first("SELECT title FROM camera_ready WHERE submission_id = \(id) ORDER BY version DESC LIMIT 1") { try $0.text(0) }
  }

  /// The chairs' last word on exactly these changes.
  public func cameraVerdict(on id: ID<Submission>, changes: String) throws -> CameraReadyWordRow? {
    try first(
      """
      SELECT approved, note, by_person, at FROM camera_verdict
      WHERE submission_id = \(id) AND changes_sha256 = \(changes) ORDER BY number DESC LIMIT 1
      """, Self.word)
  }

  public func addCameraVerdict(
    approved: Bool, note: String, changes: String, on id: ID<Submission>, by: ID<Person>, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO camera_verdict (submission_id, number, changes_sha256, approved, note, by_person, at)
      SELECT \(id), coalesce(max(number), 0) + 1, \(changes), \(approved), \(note), \(by), \(now)
      FROM camera_verdict WHERE submission_id = \(id)
      """)
  }

  /// Until when a chair gave this paper more time.
  public func cameraExtension(of id: ID<Submission>) throws -> Instant? {
    try first("SELECT until FROM camera_extension WHERE submission_id = \(id) ORDER BY until DESC LIMIT 1") { try $0.instant(0) }
  }

  public func addCameraExtension(of id: ID<Submission>, until: Instant, by: ID<Person>, at now: Instant) throws {
    try execute(
      "INSERT INTO camera_extension (submission_id, until, by_person, at) VALUES (\(id), \(until), \(by), \(now))")
  }

  static func word(_ row: Row) throws -> CameraReadyWordRow {
    CameraReadyWordRow(isYes: try row.bool(0), note: try row.text(1), by: try row.id(2), at: try row.instant(3))
  }
}

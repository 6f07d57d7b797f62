public import PeerReview

/// A manuscript that the inspector read to its end.
public struct ScreenedManuscriptRow: Sendable {
  public let manuscript: ID<Manuscript>
  public let submission: ID<Submission>
  public let call: ID<Call>
  public let sha256: String
  /// The file that holds what was seen.
  public let inspection: String
  /// Whether no later version was uploaded.
  public let isNewest: Bool
}

extension SQL {
  fileprivate static let screenedManuscripts: SQL = """
    SELECT m.id, m.submission_id, s.call_id, m.sha256, r.inspection_sha256, m.version = (
      SELECT max(n.version) FROM manuscript n WHERE n.submission_id = m.submission_id AND n.slot = m.slot)
    FROM manuscript m JOIN submission s ON s.id = m.submission_id JOIN screening r ON r.manuscript_id = m.id
    WHERE m.slot = 'manuscript' AND r.inspection_sha256 IS NOT NULL
    """
}

extension Session {
  /// Every one on this server, of every conference, oldest first: for the index of shared text, never for a viewer.
  public func screenedManuscripts() throws -> [ScreenedManuscriptRow] {
    try rows("\(raw: SQL.screenedManuscripts) ORDER BY m.at, m.id", Self.screened)
  }

  /// Nil for another kind of file, and for one that was not read to its end. For jobs, never for a viewer.
  public func screenedManuscript(_ id: ID<Manuscript>) throws -> ScreenedManuscriptRow? {
    try first("\(raw: SQL.screenedManuscripts) AND m.id = \(id)", Self.screened)
  }

  private static func screened(_ row: Row) throws -> ScreenedManuscriptRow {
    ScreenedManuscriptRow(
      manuscript: try row.id(0), submission: try row.id(1), call: try row.id(2), sha256: try row.text(3),
      inspection: try row.text(4), isNewest: try row.bool(5))
  }
}

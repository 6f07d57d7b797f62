public import PeerReview

/// What became of one uploaded file for those who review it.
public enum ReviewerCopy: Hashable, Sendable {
  case made(sha256: String, sizeBytes: Int64)
  /// In a word of the inspector's.
  case impossible(obstacle: String)
}

extension Session {
  /// Nil while nobody has tried to make one.
  public func reviewerCopy(of manuscript: ID<Manuscript>) throws -> ReviewerCopy? {
    try first("SELECT sha256, size_bytes, obstacle FROM reviewer_copy WHERE manuscript_id = \(manuscript)") { row in
      if let sha256 = try row.textOrNull(0) { return .made(sha256: sha256, sizeBytes: try row.int64(1)) }
      return .impossible(obstacle: try row.text(2))
    }
  }

  /// Replaces an earlier copy of the same file: a newer program may clean it better.
  public func put(_ copy: ReviewerCopy, of manuscript: ID<Manuscript>, at now: Instant) throws {
    let (sha256, sizeBytes, obstacle): (String?, Int64, String) =
      switch copy {
      case .made(let sha256, let sizeBytes): (sha256, sizeBytes, "")
      case .impossible(let obstacle): (nil, 0, obstacle)
      }
    try execute(
      """
      INSERT INTO reviewer_copy (manuscript_id, sha256, size_bytes, obstacle, at)
      VALUES (\(manuscript), \(sha256), \(sizeBytes), \(obstacle), \(now))
      ON CONFLICT (manuscript_id) DO UPDATE SET sha256 = excluded.sha256, size_bytes = excluded.size_bytes,
        obstacle = excluded.obstacle, at = excluded.at
      """)
  }
}

public import PeerReview

/// Figures over all papers, counted by the database: neither the answer nor its cost tells of a single one.
extension Session {
  /// Papers that were submitted and not withdrawn, by track.
  public func trackCounts(in call: ID<Call>, accepting kinds: [String]) throws -> [Statistics.TrackCounts] {
    try rows(
      """
      SELECT v.track, count(*), count(CASE WHEN s.desk_rejected_at IS NULL AND d.kind IN \(list: kinds) THEN 1 END)
      FROM \(raw: SQL.submissionTables) LEFT JOIN decision d ON d.submission_id = s.id
        AND d.version = (SELECT max(e.version) FROM decision e WHERE e.submission_id = s.id)
      WHERE \(raw: SQL.every(in: call)) AND s.submitted_at IS NOT NULL AND s.withdrawn_at IS NULL
      GROUP BY v.track
      """
    ) { Statistics.TrackCounts(track: try $0.text(0), submitted: try $0.int(1), accepted: try $0.int(2)) }
  }

  /// What reviewing the same papers took, over some tracks.
  public func reviewCounts(in call: ID<Call>, tracks: [String]) throws -> Statistics.ReviewCounts {
    try first(
      """
      SELECT count(DISTINCT g.submission_id), count(*), count(DISTINCT g.person_id)
      FROM \(raw: SQL.submissionTables) JOIN assignment g ON g.submission_id = s.id
      WHERE \(raw: SQL.every(in: call)) AND s.submitted_at IS NOT NULL AND s.withdrawn_at IS NULL
        AND v.track IN \(list: tracks) AND EXISTS (SELECT 1 FROM review r WHERE r.assignment_id = g.id)
      """
    ) { Statistics.ReviewCounts(papers: try $0.int(0), reviews: try $0.int(1), reviewers: try $0.int(2)) }
      ?? Statistics.ReviewCounts(papers: 0, reviews: 0, reviewers: 0)
  }
}

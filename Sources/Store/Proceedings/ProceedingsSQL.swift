public import PeerReview

extension Session {
  /// In the order printed, with the number of their version; none and 0 before the first.
  public func sessionTitles(of call: ID<Call>) throws -> (version: Int, titles: [SessionTitle]) {
    let found = try first(
      "SELECT version, titles FROM session_titles WHERE call_id = \(call) ORDER BY version DESC LIMIT 1"
    ) { row -> (version: Int, titles: [SessionTitle]) in
      (version: try row.int(0), titles: try JSONText.decode(row.text(1)))
    }
    return found ?? (version: 0, titles: [])
  }

  public func addSessionTitles(
    _ titles: [SessionTitle], version: Int, of call: ID<Call>, by: ID<Person>, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO session_titles (call_id, version, titles, by_person, at)
      VALUES (\(call), \(version), \(try JSONText.encode(titles)), \(by), \(now))
      """)
  }

  public func placement(of id: ID<Submission>) throws -> Placement {
    try first("SELECT session, rank FROM placement WHERE submission_id = \(id) ORDER BY version DESC LIMIT 1") { row in
      Placement(session: try row.text(0), rank: try row.int(1))
    } ?? Placement()
  }

  public func addPlacement(_ placement: Placement, of id: ID<Submission>, by: ID<Person>, at now: Instant) throws {
    try execute(
      """
      INSERT INTO placement (submission_id, version, session, rank, by_person, at)
      SELECT \(id), coalesce(max(version), 0) + 1, \(placement.session), \(placement.rank), \(by), \(now)
      FROM placement WHERE submission_id = \(id)
      """)
  }
}

public import PeerReview

extension Session {
  /// Several people at once, by id; unknown ids are left out.
  public func people(_ ids: [ID<Person>]) throws -> [ID<Person>: Person] {
    let unique = Array(Set(ids)).sorted()
    if unique.isEmpty { return [:] }
    let found = try rows(
      once: """
        SELECT id, email, name, affiliation, orcid, time_zone FROM person WHERE id IN \(list: Array(unique.prefix(20_000)))
        """
    ) { row in
      Person(
        id: try row.id(0), email: try row.text(1), name: try row.text(2), affiliation: try row.text(3),
        orcid: try row.text(4), timeZone: try row.text(5))
    }
    return Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Papers assigned to each reviewer and reviews done, over papers in the process that a chair with this address may
  /// know of. Of some people by their assignments: looked for in the list of people on each paper, it took 41 ms, not 1.5.
  public func reviewLoads(in call: ID<Call>, chairedBy email: String, of people: [ID<Person>]? = nil) throws -> [ID<Person>: (
    assigned: Int, done: Int
  )] {
    let all = try rows(
      """
      SELECT g.person_id, count(*), sum(CASE WHEN g.reviewed_at IS NOT NULL THEN 1 ELSE 0 END)
      FROM \(raw: people == nil ? "submission s CROSS JOIN assignment g" : "assignment g CROSS JOIN submission s")
      WHERE g.submission_id = s.id AND s.call_id = \(call) AND \(raw: SQL.underReview) AND g.ended_at IS NULL
        AND NOT \(raw: SQL.keptFromChair(email)) AND \(raw: SQL.of(people))
      GROUP BY g.person_id
      """
    ) { (try $0.id(0, of: Person.self), (assigned: try $0.int(1), done: try $0.int(2))) }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  /// Standing assignments of a reviewer without a submitted review, over every paper of the call: for what follows when
  /// an office ends, never for a viewer.
  public func unreviewedAssignments(of person: ID<Person>, in call: ID<Call>) throws -> [(
    assignment: ID<Assignment>, submission: ID<Submission>
  )] {
    try rows(
      """
      SELECT g.id, g.submission_id FROM assignment g JOIN submission s ON s.id = g.submission_id
      WHERE g.person_id = \(person) AND s.call_id = \(call) AND g.ended_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM review r WHERE r.assignment_id = g.id)
      ORDER BY g.id
      """
    ) { (assignment: try $0.id(0), submission: try $0.id(1)) }
  }

  /// Sets an invitation aside for a new one, answered with a no or not at all.
  public func retireInvitation(_ id: String, at now: Instant) throws {
    try execute("UPDATE invitation SET withdrawn_at = \(now) WHERE id = \(id) AND withdrawn_at IS NULL")
  }
}

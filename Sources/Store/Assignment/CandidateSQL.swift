public import PeerReview

extension Session {
  /// Bids on one paper, by person; with `people` theirs alone.
  public func bids(on submission: ID<Submission>, by people: [ID<Person>]? = nil) throws -> [BidRow] {
    try rows(
      """
      SELECT submission_id, person_id, level FROM bid
      WHERE submission_id = \(submission) AND \(raw: .of(people, "person_id")) ORDER BY person_id
      """
    ) {
      BidRow(submission: try $0.id(0), person: try $0.id(1), level: try $0.text(2))
    }
  }

  /// Addresses of those who wrote any version of a paper or stand in conflict with it or with someone who wrote it, sorted:
  /// `shutOutPairs` for one paper.
  public func shutOutAddresses(of submission: ID<Submission>) throws -> [String] {
    try rows(
      """
      SELECT a.email FROM authorship a WHERE a.submission_id = \(submission)
      UNION
      SELECT c.email FROM conflict c WHERE c.submission_id = \(submission) AND c.ended_at IS NULL
      UNION
      SELECT k.email FROM submission s JOIN authorship b ON b.submission_id = s.id
      JOIN person_conflict k ON k.with_email = b.email AND k.call_id = s.call_id AND k.ended_at IS NULL
      WHERE s.id = \(submission)
      ORDER BY 1
      """
    ) { try $0.text(0) }
  }

  /// Assignments of a call that ended, whoever ended them, by submission and pseudonym.
  public func endedAssignments(in call: ID<Call>) throws -> [AssignmentRow] { try endedAssignments(.every(in: call)) }

  /// Those on papers a chair with this address may know of.
  public func endedAssignments(in call: ID<Call>, chairedBy email: String) throws -> [AssignmentRow] {
    try endedAssignments(.known(to: email, in: call))
  }

  func endedAssignments(_ papers: SQL) throws -> [AssignmentRow] {
    try rows(
      """
      SELECT g.id, g.submission_id, g.person_id, g.pseudonym, g.at, g.ended_at, g.round
      FROM assignment g JOIN submission s ON s.id = g.submission_id
      WHERE \(raw: papers) AND g.ended_at IS NOT NULL ORDER BY s.number, g.pseudonym
      """, Self.assignment)
  }

  /// Assignments of a paper that ended, by pseudonym.
  public func endedAssignments(of submission: ID<Submission>) throws -> [AssignmentRow] {
    try rows(
      """
      SELECT id, submission_id, person_id, pseudonym, at, ended_at, round FROM assignment
      WHERE submission_id = \(submission) AND ended_at IS NOT NULL ORDER BY pseudonym
      """, Self.assignment)
  }

  /// Person → standing assignments on papers in the process, among some, that a chair with this address may know of.
  ///
  /// Papers come first: left to itself SQLite walks all assignments by person (at 27,000 of them 85 ms, not 30).
  public func loads(
    in call: ID<Call>, chairedBy email: String, among papers: [ID<Submission>]? = nil
  ) throws -> [ID<Person>: Int] {
    let all = try rows(
      """
      SELECT g.person_id, count(*) FROM submission s CROSS JOIN assignment g
      WHERE g.submission_id = s.id AND \(raw: SQL.known(to: email, in: call, among: papers))
        AND g.ended_at IS NULL AND \(raw: SQL.underReview)
      GROUP BY g.person_id
      """
    ) { (try $0.id(0, of: Person.self), try $0.int(1)) }
    return Dictionary(all, uniquingKeysWith: { $1 })
  }
}

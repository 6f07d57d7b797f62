public import PeerReview

extension SQL {
  /// Of the rows `l` with their assignments `g` the last of a paper, while that stands and no metareviewer has the paper.
  fileprivate static let standingLead: SQL = """
    g.ended_at IS NULL
      AND l.number = (SELECT max(m.number) FROM discussion_lead m WHERE m.submission_id = l.submission_id)
      AND NOT EXISTS (SELECT 1 FROM metareview_task t WHERE t.submission_id = l.submission_id AND t.ended_at IS NULL)
    """
}

extension Session {
  /// The standing assignment of the reviewer who leads a paper's discussion; nil where nobody was named, their assignment ended, or a
  /// metareviewer has the paper.
  public func discussionLead(of submission: ID<Submission>) throws -> AssignmentRow? {
    try first(
      """
      SELECT g.id, g.submission_id, g.person_id, g.pseudonym, g.at, g.ended_at, g.round
      FROM discussion_lead l JOIN assignment g ON g.id = l.assignment_id
      WHERE l.submission_id = \(submission) AND \(raw: SQL.standingLead)
      """, Self.assignment)
  }

  /// The reviewer who leads the discussion of each paper that a chair with this address may know of, as `discussionLead`
  /// says; papers without one are left out.
  public func discussionLeads(in call: ID<Call>, chairedBy email: String) throws -> [ID<Submission>: ID<Person>] {
    let all = try rows(
      """
      SELECT l.submission_id, g.person_id
      FROM discussion_lead l JOIN assignment g ON g.id = l.assignment_id JOIN submission s ON s.id = l.submission_id
      WHERE \(raw: SQL.known(to: email, in: call)) AND \(raw: SQL.standingLead)
      """
    ) { (try $0.id(0, of: Submission.self), try $0.id(1, of: Person.self)) }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  /// In place of whoever led before; nil names nobody.
  public func nameDiscussionLead(
    _ assignment: ID<Assignment>?, of submission: ID<Submission>, by: ID<Person>, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO discussion_lead (submission_id, number, assignment_id, named_by, at)
      SELECT \(submission), coalesce(max(number), 0) + 1, \(assignment), \(by), \(now)
      FROM discussion_lead WHERE submission_id = \(submission)
      """)
  }
}

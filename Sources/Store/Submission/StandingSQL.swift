public import PeerReview

extension SQL {
  /// Every (`id`, `email`) of papers `s` that must not be paired.
  static func shutOutPairs(_ papers: SQL) -> SQL {
    """
    SELECT s.id, a.email FROM submission s JOIN authorship a ON a.submission_id = s.id WHERE \(raw: papers)
    UNION
    SELECT s.id, c.email FROM submission s JOIN conflict c ON c.submission_id = s.id AND c.ended_at IS NULL
    WHERE \(raw: papers)
    UNION
    SELECT s.id, k.email FROM submission s JOIN authorship b ON b.submission_id = s.id
    JOIN person_conflict k ON k.with_email = b.email AND k.call_id = s.call_id AND k.ended_at IS NULL
    WHERE \(raw: papers)
    """
  }
}

extension Session {
  /// What a person is to a submission, in one query. A person who stood on an earlier author list but does not any
  /// more counts as conflicted.
  public func standing(of person: Person, toward submission: ID<Submission>) throws -> Standing {
    try first(
      """
      SELECT
        EXISTS (SELECT 1 FROM authorship a WHERE a.submission_id = s.id AND a.version = s.current_version
          AND a.email = \(person.email)),
        EXISTS (SELECT 1 FROM authorship a WHERE a.submission_id = s.id AND a.version = s.current_version
          AND a.email = \(person.email) AND a.contact),
        \(raw: SQL.shutOutFromOne(person.email)),
        EXISTS (SELECT 1 FROM office o WHERE o.call_id = s.call_id AND o.person_id = \(person.id)
          AND (o.role = 'chair' OR (o.role = 'track-chair' AND \(raw: SQL.chairsTrack("o.id", "v.track"))))
          AND o.ended_at IS NULL),
        EXISTS (SELECT 1 FROM assignment g WHERE g.submission_id = s.id AND g.person_id = \(person.id)
          AND g.ended_at IS NULL),
        EXISTS (SELECT 1 FROM assignment g JOIN review r ON r.assignment_id = g.id
          WHERE g.submission_id = s.id AND g.person_id = \(person.id) AND g.ended_at IS NULL),
        EXISTS (SELECT 1 FROM office o WHERE o.call_id = s.call_id AND o.person_id = \(person.id)
          AND o.role IN \(list: Role.ofCommittee.map(\.rawValue)) AND o.ended_at IS NULL),
        EXISTS (SELECT 1 FROM metareview_task t WHERE t.submission_id = s.id AND t.person_id = \(person.id)
          AND t.ended_at IS NULL),
        \(raw: SQL.isExternal(person.email)), \(raw: SQL.isExternal(person.email, accepted: true))
      FROM \(raw: SQL.submissionTables) WHERE s.id = \(submission)
      """
    ) { row in
      Standing(
        isAuthor: try row.bool(0), isContact: try row.bool(1), isConflicted: try row.bool(2), isChair: try row.bool(3),
        isAssigned: try row.bool(4), ownReviewIn: try row.bool(5), isCommittee: try row.bool(6),
        isMetareviewer: try row.bool(7), isExternal: try row.bool(8), hasAccepted: try row.bool(9))
    } ?? .outsider
  }

  /// Every (submission, address) that must not be paired at this call.
  public func shutOutPairs(in call: ID<Call>) throws -> [(submission: ID<Submission>, email: String)] {
    try shutOutPairs(.every(in: call))
  }

  /// The same over papers a chair with this address may know of.
  public func shutOutPairs(
    in call: ID<Call>, chairedBy email: String
  ) throws -> [(submission: ID<Submission>, email: String)] {
    try shutOutPairs(.known(to: email, in: call))
  }

  private func shutOutPairs(_ papers: SQL) throws -> [(submission: ID<Submission>, email: String)] {
    try rows("\(raw: SQL.shutOutPairs(papers)) ORDER BY 1, 2") { (submission: try $0.id(0), email: try $0.text(1)) }
  }

  /// A contact with an account and a submitted paper who holds no office, best one who has still to answer the reviews:
  /// for a sample's console.
  public func sampleAuthor(in call: ID<Call>) throws -> Person? {
    let found = try first(
      """
      SELECT p.id FROM submission s
      JOIN authorship a ON a.submission_id = s.id AND a.version = s.current_version AND a.contact
      JOIN person p ON p.email = a.email
      WHERE s.call_id = \(call) AND s.submitted_at IS NOT NULL AND s.withdrawn_at IS NULL
        AND s.desk_rejected_at IS NULL AND NOT EXISTS (SELECT 1 FROM office o WHERE o.person_id = p.id)
      ORDER BY EXISTS (SELECT 1 FROM response r WHERE r.submission_id = s.id), s.number LIMIT 1
      """
    ) { try $0.id(0, of: Person.self) }
    return try found.flatMap { try person($0) }
  }
}

public import PeerReview

extension SQL {
  /// Papers `s` of a plan.
  fileprivate static func planned(_ plan: ID<Plan>) -> SQL {
    "s.id IN (SELECT k.submission_id FROM plan_pair k WHERE k.plan_id = \(plan))"
  }

  /// Papers `s` that the plan gives to the person in the column.
  fileprivate static func planned(_ plan: ID<Plan>, for person: SQL) -> SQL {
    "(s.id, \(raw: person)) IN (SELECT k.submission_id, k.person_id FROM plan_pair k WHERE k.plan_id = \(plan))"
  }
}

/// What release asks about a plan. Only its papers and what stands in the way of its pairs are rows: a chair who releases may be
/// shut out from some of the papers, and how much is read would tell of their authors, of drafts and of papers that are gone.
extension Session {
  /// Papers of the plan that are in the process, by number.
  public func submissionsUnderReview(of plan: ID<Plan>) throws -> [SubmissionRow] {
    try rows(
      """
      SELECT \(raw: SQL.submissionColumns) FROM \(raw: SQL.submissionTables)
      WHERE \(raw: SQL.planned(plan)) AND \(raw: SQL.underReview) ORDER BY s.number
      """, Self.submission)
  }

  /// Its pairs of a paper and somebody shut out from it.
  public func shutOutPairs(of plan: ID<Plan>) throws -> [(submission: ID<Submission>, email: String)] {
    try rows(
      """
      SELECT x.id, x.email FROM (\(raw: SQL.shutOutPairs(.planned(plan)))) x
      WHERE (x.id, x.email) IN (
        SELECT k.submission_id, p.email FROM plan_pair k JOIN person p ON p.id = k.person_id WHERE k.plan_id = \(plan))
      """
    ) { (submission: try $0.id(0), email: try $0.text(1)) }
  }

  /// Assignments of its pairs that ended.
  public func endedAssignments(of plan: ID<Plan>) throws -> [AssignmentRow] {
    try endedAssignments(.planned(plan, for: "g.person_id"))
  }

  /// Its pairs that stand already.
  public func assignments(of plan: ID<Plan>) throws -> [AssignmentRow] {
    try assignments(.planned(plan, for: "g.person_id"))
  }

  /// Meta-reviews by its people of the papers it gives them.
  public func metareviewTasks(of plan: ID<Plan>) throws -> [MetareviewTaskRow] {
    try metareviewTasks(.planned(plan, for: "t.person_id"))
  }
}

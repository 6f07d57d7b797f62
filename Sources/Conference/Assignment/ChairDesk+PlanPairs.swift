public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// A plan as this chair may know it. `query` narrows the papers shown, by number, title or reviewer; figures stay those of
  /// all papers this chair may know of; `page` is of fifty papers and counts from 1. `explained` names a paper to tell of why it has its reviewers; refused `notFound` when
  /// the plan holds no such paper for this chair.
  public func planPage(
    _ id: ID<Plan>, query: String = "", page: Int = 1, explained: ID<Submission>? = nil, problems: [FieldProblem] = []
  ) async throws -> PlanPage {
    try await lookOnRecord("plan") { act, record in
      let call = try load(act).call
      let reveal = try PlanReveal(try plan(id, act), for: viewer, act)
      record.papers = Set(reveal.papers.map(\.number))
      try record.require(.assignments, .reviewerIdentity, .bids)
      let facts = try act.matchingFacts(self.call, chairedBy: viewer)
      let releasedAt = try act.session.releasedAt(self.call)
      let isFair = reveal.plan.method.kind == .fair
      let guarantee = isFair ? try act.prices(of: reveal)?.guarantee : nil
      let explanation = try explained.map { try act.explanation(of: $0, reveal, facts) }
      return PlanPage(
        id: id, state: reveal.state, method: reveal.methodWords, isBeingMade: reveal.plan.status == .asked,
        isBeingReleased: reveal.isBeingReleased, step: reveal.stepWords, version: reveal.version,
        papers: reveal.rows(matching: query, facts),
        reviewers: reveal.reviewers(facts), statistics: reveal.statistics(facts, guarantee),
        shortages: reveal.plan.releasedAt == nil ? reveal.failure + reveal.shortages + reveal.obstacles(facts) : [],
        accepts: reveal.isOpen && Self.isInTime(call, releasedAt, act), query: query, page: page,
        explanation: explanation, problems: problems)
    }
  }

  /// Adds a pair by hand to a plan that is not released; nobody is told. Refuses `invalid` for whoever wrote the paper, is
  /// in conflict with it, holds no reviewer's office, or has had the paper. Loads may go beyond the plan's numbers, but not
  /// beyond what somebody offered to take. A pair that
  /// stands already stays as it is.
  public func addPair(_ reviewer: ID<Person>, on submission: ID<Submission>, to id: ID<Plan>) async throws {
    try await conference.act { act in
      let (plan, row, call) = try open(id, submission, act)
      let facts = try act.matchingFacts(row, call)
      let pairing = Pairing(submission: row.id, person: reviewer)
      let standing = try act.session.pairs(of: plan.id, chairedBy: viewer.email)
      if standing.contains(where: { $0.submission == row.id && $0.person == reviewer }) { return }
      if let obstacle = facts.obstacle(pairing) { throw try act.refusal(obstacle, reviewer, row) }
      try LoadRules.requireRoom(
        limit: facts.limits[reviewer], load: standing.count { $0.person == reviewer },
        person: try act.session.person(reviewer)?.displayName ?? "This person")
      try act.session.add(facts.pair(pairing, byHand: true), to: plan.id)
      try act.record("add pair", by: viewer, at: self.call, about: row.id.text, "plan \(plan.id) person \(reviewer)")
    }
  }

  /// Takes a pair out of a plan that is not released. Refuses `invalid` when the reviewer has the paper already: that ends on
  /// the paper's page. A pair that isn't there is no matter.
  public func removePair(_ reviewer: ID<Person>, on submission: ID<Submission>, from id: ID<Plan>) async throws {
    try await conference.act { act in
      let (plan, row, _) = try open(id, submission, act)
      if try act.session.assignments(of: row.id).contains(where: { $0.person == reviewer }) {
        throw Refusal.invalid([
          FieldProblem("reviewer", "This reviewer has \(row.number) already. Take the paper back on its own page.")
        ])
      }
      guard try act.session.removePair(row.id, reviewer, from: plan.id) else { return }
      try act.record("remove pair", by: viewer, at: self.call, about: row.id.text, "plan \(plan.id) person \(reviewer)")
    }
  }

  /// A plan of this call. Plans hold no secret of their own: any chair may know that one exists.
  func plan(_ id: ID<Plan>, _ act: Act) throws -> PlanRow {
    guard let plan = try act.session.plan(id), plan.call == call else { throw Refusal.notFound }
    return plan
  }

  private func open(_ id: ID<Plan>, _ submission: ID<Submission>, _ act: Act) throws -> (PlanRow, SubmissionRow, Call) {
    let plan = try changeable(id, act)
    let (row, versioned) = try load(submission, act)
    return (plan, row, versioned.call)
  }

  /// A plan that may be changed or released now.
  func changeable(_ id: ID<Plan>, _ act: Act) throws -> PlanRow {
    let call = try load(act).call
    let plan = try plan(id, act)
    try AssignmentRules.plan(call: call, releasedAt: try act.session.releasedAt(self.call), at: act.now)
    try plan.requireChangeable()
    return plan
  }

  private static func isInTime(_ call: Call, _ releasedAt: Instant?, _ act: Act) -> Bool {
    do {
      try AssignmentRules.plan(call: call, releasedAt: releasedAt, at: act.now)
      return true
    } catch {
      return false
    }
  }
}

extension PlanRow {
  /// Refuses unless pairs can be changed by hand, and the plan released.
  func requireChangeable() throws(Refusal) {
    try AssignmentRules.change(
      isSolved: status == .solved || status == .infeasible, planReleasedAt: releasedAt, isBeingReleased: releaseAskedBy != nil)
  }
}

extension Act {
  /// Why a chair who may know of the paper can't give it to this person.
  func refusal(_ obstacle: PairObstacle, _ person: ID<Person>, _ row: SubmissionRow) throws -> Refusal {
    let name = try session.person(person)?.displayName ?? "This person"
    return .invalid([FieldProblem("reviewer", obstacle.sentence(person: name, paper: row.number))])
  }
}

internal import PeerReview
internal import Store

extension Conference {
  /// Solves a plan that was asked for, on one snapshot and outside any transaction, and stores it when nothing that keeps a
  /// pair apart has changed meanwhile; otherwise the plan is marked failed, to be asked for again. A plan that is solved
  /// already is left alone.
  func solvePlan(_ id: ID<Plan>) async throws {
    let asked = try await look { act -> (plan: PlanRow, facts: MatchingFacts)? in
      guard let plan = try act.session.plan(id), plan.status == .asked else { return nil }
      return (plan, try act.matchingFacts(plan.call))
    }
    guard let asked else { return }
    let solution = try asked.facts.solve(asked.plan)
    try await act { act in
      guard let plan = try act.session.plan(id), plan.status == .asked else { return }
      try act.keep(solution, asked.facts, of: plan)
    }
  }
}

extension Act {
  func keep(_ solution: PlanSolution, _ before: MatchingFacts, of plan: PlanRow) throws {
    let facts = try matchingFacts(plan.call)
    let isOutdated = solution.pairs.contains { facts.obstacle(Pairing(submission: $0.submission, person: $0.person)) != nil }
    let status: PlanRow.Status = isOutdated ? .failed : solution.shortfall == nil ? .solved : .infeasible
    let shortfall = isOutdated ? PlanShortfall(isOutdated: true) : solution.shortfall
    try session.solve(
      plan.id, status: status, objective: isOutdated ? 0 : solution.objective,
      explanation: try shortfall?.stored() ?? "", pairs: isOutdated ? [] : solution.pairs, at: now)
    try record("solve plan", bySystem: "matcher", at: plan.call, about: plan.id.text)
  }
}

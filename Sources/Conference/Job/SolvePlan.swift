internal import AssignmentFiles
internal import PeerReview
internal import Store

extension Conference {
  /// Has a plan that was asked for solved, on one snapshot and outside any transaction, and stores it when nothing that keeps
  /// a pair apart has changed meanwhile; otherwise the plan is marked failed, to be asked for again. A plan that is solved
  /// already is left alone, and one that is cancelled meanwhile stops the matcher.
  func solvePlan(_ id: ID<Plan>, with matcher: any PlanMatcher = MatcherInside()) async throws {
    let asked = try await look { act -> (plan: PlanRow, facts: MatchingFacts, hidden: Set<Set<ID<Submission>>>)? in
      guard let plan = try act.session.plan(id), plan.status == .asked else { return nil }
      let facts = try act.matchingFacts(plan.call)
      return (plan, facts, try act.hiddenPapers(facts, at: plan.call))
    }
    guard let asked else { return }
    let solution = try await whileAsked(id) {
      try await asked.facts.solve(asked.plan, hiding: asked.hidden, with: matcher) { step in
        // Progress that can't be told is no reason to stop.
        _ = try? await self.act { try $0.session.step(id, step.rawValue) }
      }
    }
    guard let solution else { return }
    try await act { act in
      guard let plan = try act.session.plan(id), plan.status == .asked else { return }
      try act.keep(solution, asked.facts, of: plan)
    }
  }

  /// Runs `body` and ends it, with nil, as soon as the plan is not asked for any more.
  private func whileAsked(
    _ id: ID<Plan>, _ body: @escaping @Sendable () async throws -> PlanSolution
  ) async throws -> PlanSolution? {
    try await withThrowingTaskGroup(of: PlanSolution?.self) { group in
      group.addTask { try await body() }
      group.addTask {
        while try await look({ try $0.session.plan(id)?.status == .asked }) { try await Task.sleep(for: .milliseconds(500)) }
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
  }
}

extension Act {
  /// The most views a plan is explained to by prices of its own.
  private static let viewsLimit = 16

  /// For each chair the papers in the process they must not know of, each set once.
  func hiddenPapers(_ facts: MatchingFacts, at call: ID<Call>) throws -> Set<Set<ID<Submission>>> {
    let all = Set(facts.papers.map(\.id))
    let hidden = try session.people(in: .chair, at: call).map { chair in
      all.subtracting(try session.submissions(chairedBy: chair.email, in: call).map(\.id))
    }
    return Set(Set(hidden).sorted { $0.sorted().lexicographicallyPrecedes($1.sorted()) }.prefix(Self.viewsLimit))
  }

  func keep(_ solution: PlanSolution, _ before: MatchingFacts, of plan: PlanRow) throws {
    let facts = try matchingFacts(plan.call)
    let isOutdated = solution.pairs.contains { facts.obstacle(Pairing(submission: $0.submission, person: $0.person)) != nil }
    let status: PlanRow.Status = isOutdated ? .failed : solution.shortfall == nil ? .solved : .infeasible
    let shortfall = isOutdated ? PlanShortfall(isOutdated: true) : solution.shortfall
    try session.solve(
      plan.id, status: status, objective: isOutdated ? 0 : solution.objective,
      explanation: try shortfall?.stored() ?? "", papers: before.papers.map(\.id), pairs: isOutdated ? [] : solution.pairs,
      at: now)
    if !isOutdated {
      for (key, prices) in solution.prices.sorted(by: { $0.key < $1.key }) {
        try session.keep(prices: try prices.stored(), ofPapers: key, in: plan.id)
      }
    }
    try record("solve plan", bySystem: "matcher", at: plan.call, about: plan.id.text)
  }
}

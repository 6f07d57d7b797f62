internal import AssignmentFiles
internal import Matching
internal import PeerReview
internal import Store

/// What the matcher made of a plan's numbers, proven by its verifier.
struct PlanSolution: Sendable {
  let pairs: [PlanPairRow]
  /// The sum of the pairs' scores.
  let objective: Int64
  /// Nil when every number was met.
  let shortfall: PlanShortfall?
  /// By `PlanPrices.key(hiding:)`: one for each set of papers that some chair must not know of.
  let prices: [String: PlanPrices]
}

/// The matcher gave something its verifier does not accept. Nothing of it is stored.
struct UnprovenPlan: Error, CustomStringConvertible {
  let description: String
}

extension MatchingFacts {
  /// Finds the plan the method asks for under the numbers. The same facts, numbers, method and seed give the same plan.
  ///
  /// Standing assignments are part of every plan. Where they go beyond the numbers, the numbers give way for that paper or
  /// reviewer alone; those of people out of office count as reviews a paper has already. For each set of papers in `hidden`
  /// the others are matched by themselves, for the prices that explain the plan to whoever must not know of the set.
  func solve(
    _ plan: PlanRow, hiding hidden: Set<Set<ID<Submission>>> = [[]], with matcher: any PlanMatcher,
    at step: @escaping @Sendable (AssignmentTask.Step) async -> Void = { _ in }
  ) async throws -> PlanSolution {
    try await MatchingWork.inFolder { work in
      let problem = try problem(plan)
      let settings = AssignmentSettings(plan)
      let details = try await work.solve(problem, settings, named: "all", with: matcher, at: step)
      let violations = Verifier.verify(Matching.Plan(pairs: details.pairs), problem).filter { !$0.isShortage }
      guard violations.isEmpty else { throw UnprovenPlan(description: "\(violations.prefix(5))") }
      var prices: [String: PlanPrices] = [:]
      for (number, papers) in hidden.sorted(by: { PlanPrices.key(hiding: $0) < PlanPrices.key(hiding: $1) }).enumerated() {
        if papers.isEmpty, plan.method.kind == .optimal {
          prices[PlanPrices.key(hiding: [])] = PlanPrices(details, papers: self.papers.map(\.id), people: reviewers.map(\.id))
        } else {
          let others = hiding(papers)
          let alone = try await work.solve(
            try others.problem(plan), AssignmentSettings(seed: settings.seed), named: "others\(number)", with: matcher)
          prices[PlanPrices.key(hiding: papers)] = PlanPrices(
            alone, papers: others.papers.map(\.id), people: reviewers.map(\.id))
        }
      }
      return solution(details, problem, prices: prices)
    }
  }

  private func problem(_ plan: PlanRow) throws -> AssignmentProblem {
    let paperIndex = Dictionary(papers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let reviewerIndex = Dictionary(reviewers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var demand = papers.map { _ in plan.reviewsPerSubmission }
    var load = reviewers.map { self.load($0.id, of: plan.loadMaximum) }
    var forced: [Matching.Pair] = []
    var ofPaper = papers.map { _ in 0 }
    var ofReviewer = reviewers.map { _ in 0 }
    for pairing in standing where !shutOut.contains(pairing) {
      guard let paper = paperIndex[pairing.submission] else { continue }
      guard let reviewer = reviewerIndex[pairing.person] else {
        demand[paper] = max(0, demand[paper] - 1)
        continue
      }
      forced.append(Matching.Pair(paper: paper, reviewer: reviewer))
      ofPaper[paper] += 1
      ofReviewer[reviewer] += 1
    }
    for paper in papers.indices { demand[paper] = max(demand[paper], ofPaper[paper]) }
    for reviewer in reviewers.indices { load[reviewer] = max(load[reviewer], ofReviewer[reviewer]) }
    return try AssignmentProblem(
      candidates: papers.map { candidates(for: $0) }, demand: demand,
      loadMinimum: reviewers.map { self.load($0.id, of: plan.loadMinimum) }, loadMaximum: load, forced: forced.sorted())
  }

  private func candidates(for paper: SubmissionRow) -> [Matching.Candidate] {
    reviewers.enumerated().compactMap { index, person in
      let pairing = Pairing(submission: paper.id, person: person.id)
      if obstacle(pairing) != nil { return nil }
      return Matching.Candidate(reviewer: index, score: score(pairing))
    }
  }

  private func solution(
    _ details: AssignmentDetails, _ problem: AssignmentProblem, prices: [String: PlanPrices]
  ) -> PlanSolution {
    let pairs = details.pairs.map { pair in
      self.pair(Pairing(submission: papers[pair.paper].id, person: reviewers[pair.reviewer].id), byHand: false)
    }
    return PlanSolution(
      pairs: pairs, objective: pairs.reduce(0) { $0 + $1.score },
      shortfall: details.isWhole ? nil : PlanShortfall(details, forced: problem.forced, self), prices: prices)
  }
}

extension AssignmentSettings {
  fileprivate init(_ plan: PlanRow) {
    let method: AssignmentSettings.Method =
      switch plan.method.kind {
      case .optimal: .optimal
      case .fair: .fair
      case .randomized: .randomized
      case .perturbed: .perturbed
      }
    self.init(
      method: method, limitMillionths: plan.method.limitMillionths,
      perturbationThousandths: plan.method.perturbationThousandths, seed: UInt64(bitPattern: plan.seed))
  }
}

extension Violation {
  /// Reviews or papers that are missing, which a plan may say of itself.
  fileprivate var isShortage: Bool {
    switch self {
    case .demand(_, let needed, let given): given < needed
    case .loadBelowMinimum: true
    default: false
    }
  }
}

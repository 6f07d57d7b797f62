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
}

/// The matcher gave something its verifier does not accept. Nothing of it is stored.
struct UnprovenPlan: Error, CustomStringConvertible {
  let description: String
}

extension MatchingFacts {
  /// Finds the plan of greatest total affinity under the numbers. The same facts, numbers and seed give the same plan.
  ///
  /// Standing assignments are part of every plan. Where they go beyond the numbers, the numbers give way for that paper or
  /// reviewer alone; those of people out of office count as reviews a paper has already.
  func solve(_ plan: PlanRow) throws -> PlanSolution {
    let problem = try problem(plan)
    let outcome = OptimalAssignment.solve(problem, seed: UInt64(bitPattern: plan.seed))
    switch outcome {
    case .optimal(let plan, let duals):
      guard case .optimal = Verifier.verifyOptimality(plan, duals, problem) else {
        throw UnprovenPlan(description: "\(Verifier.verifyOptimality(plan, duals, problem))")
      }
      return solution(plan, problem, shortfall: nil)
    case .shortfall(let shortfall):
      let faults = Verifier.verifyShortfall(shortfall, problem)
      if !faults.isEmpty { throw UnprovenPlan(description: "\(faults)") }
      return solution(shortfall.plan, problem, shortfall: PlanShortfall(shortfall, forced: problem.forced, self))
    }
  }

  private func problem(_ plan: PlanRow) throws -> AssignmentProblem {
    let paperIndex = Dictionary(papers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let reviewerIndex = Dictionary(reviewers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var demand = papers.map { _ in plan.reviewsPerSubmission }
    var load = reviewers.map { _ in plan.loadMaximum }
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
      loadMinimum: reviewers.map { _ in plan.loadMinimum }, loadMaximum: load, forced: forced.sorted())
  }

  private func candidates(for paper: SubmissionRow) -> [Matching.Candidate] {
    reviewers.enumerated().compactMap { index, person in
      let pairing = Pairing(submission: paper.id, person: person.id)
      if obstacle(pairing) != nil { return nil }
      return Matching.Candidate(reviewer: index, score: score(pairing))
    }
  }

  private func solution(
    _ plan: Matching.Plan, _ problem: AssignmentProblem, shortfall: PlanShortfall?
  ) -> PlanSolution {
    let pairs = plan.pairs.map { pair in
      self.pair(Pairing(submission: papers[pair.paper].id, person: reviewers[pair.reviewer].id), byHand: false)
    }
    return PlanSolution(pairs: pairs, objective: pairs.reduce(0) { $0 + $1.score }, shortfall: shortfall)
  }
}

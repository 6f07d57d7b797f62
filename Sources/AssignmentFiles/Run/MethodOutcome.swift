internal import Foundation
internal import Matching

/// What a method made of an instance.
struct MethodOutcome: Sendable {
  /// Meets everything, or the best partial plan.
  let plan: Plan
  let isWhole: Bool
  /// Whether the plan is proven best for its method.
  let isProven: Bool
  /// In units: no plan scores more.
  let bound: Int64?
  /// Prices that prove the bound; nil for methods whose bound rests on more.
  var duals: DualPrices?
  /// What was missed and why, where demands and loads can't be met.
  var shortfall: Shortfall?
  /// The probabilities the plan was drawn by. Nil for methods that draw no lots.
  var marginals: Marginals?
  /// Of the fair method.
  var fairness: AssignmentReport.Fairness?
  var lackingPapers: [PaperShortage] = []
  var lackingReviewers: [LoadShortage] = []
  /// Why there is no whole plan, or no proof.
  var reason: String?

  /// Judged by the verifier: refuses a plan that breaks anything it claims to meet.
  func verified(_ instance: AssignmentInstance) throws -> MethodOutcome {
    if let shortfall {
      let faults = Verifier.verifyShortfall(shortfall, instance.problem)
      if !faults.isEmpty { throw MatcherFault(description: "the shortfall does not hold: \(faults.prefix(5))") }
    } else if isWhole {
      let violations = Verifier.verify(plan, instance.problem)
      if !violations.isEmpty { throw MatcherFault(description: "the plan does not hold: \(violations.prefix(5))") }
      let broken = Verifier.verify(plan, instance.constraints, instance.problem)
      if !broken.isEmpty { throw MatcherFault(description: "the plan breaks rules: \(broken.prefix(5))") }
    }
    return self
  }

  func report(_ instance: AssignmentInstance, _ effort: Effort) -> AssignmentReport {
    let statistics = PlanStatistics(plan, instance.problem)
    return AssignmentReport(
      status: isWhole ? (isProven ? .optimal : .feasible) : .infeasible, objective: instance.total(plan),
      objectiveInteger: statistics.totalScore, dualBound: bound, assigned: statistics.reviewCount,
      shortfall: lacks(instance), targetDeviation: deviation(instance, statistics), reason: reason, fairness: fairness,
      minPaperScore: minimum(instance), solveSeconds: effort.wallSeconds,
      cpuSeconds: effort.cpuSeconds, peakBytes: Usage.now.peakBytes)
  }

  private func lacks(_ instance: AssignmentInstance) -> [AssignmentReport.Lack] {
    lackingPapers.map { .init(paper: instance.paperName($0.paper), missing: $0.missingReviews) }
      + lackingReviewers.map { .init(reviewer: instance.reviewerName($0.reviewer), missing: $0.missingPapers) }
  }

  private func deviation(_ instance: AssignmentInstance, _ statistics: PlanStatistics) -> Int? {
    instance.problem.loadTargets == nil ? nil : instance.problem.deviation(ofLoads: statistics.loads)
  }

  private func minimum(_ instance: AssignmentInstance) -> Decimal? {
    let problem = instance.problem
    var lowest: (units: Int64, rest: Int64)?
    var place = 0
    for paper in 0..<problem.paperCount {
      let start = place
      while place < plan.pairs.count, plan.pairs[place].paper == paper { place += 1 }
      if problem.demandMinimum[paper] == 0 { continue }
      let sum = instance.sum(plan.pairs[start..<place])
      if let known = lowest, known <= sum { continue }
      lowest = sum
    }
    return lowest.map { Score.decimal(units: $0.units, rest: $0.rest) }
  }
}

extension AssignmentReport {
  /// What a person at the command line wants to know at once.
  var lines: [String] {
    let head = "\(status.rawValue): \(assigned) reviews, total \(objective)"
    return [head] + (reason.map { $0.split(separator: "\n").map(String.init) } ?? [])
  }
}

/// Checks plans and proofs. It shares no code with any solver, only the problem's public face, so that a fault in a
/// solver can't hide itself. Never traps, whatever the plan and the prices.
public enum Verifier {
  /// Everything by which the plan fails the problem; empty when it meets all of it. Pairs come first, in their order,
  /// then forced pairs, papers and reviewers.
  public static func verify(_ plan: Plan, _ problem: AssignmentProblem) -> [Violation] {
    let tally = Tally(plan, problem)
    var violations = tally.pairViolations
    for (paper, needed) in problem.demand.enumerated() where tally.reviewsOfPaper[paper] != needed {
      violations.append(.demand(paper: paper, needed: needed, given: tally.reviewsOfPaper[paper]))
    }
    for (reviewer, given) in tally.papersOfReviewer.enumerated() {
      let minimum = problem.loadMinimum[reviewer]
      let maximum = problem.loadMaximum[reviewer]
      if given > maximum { violations.append(.loadAboveMaximum(reviewer: reviewer, maximum: maximum, given: given)) }
      if given < minimum { violations.append(.loadBelowMinimum(reviewer: reviewer, minimum: minimum, given: given)) }
    }
    return violations
  }

  /// Whether the plan meets everything and the prices prove its total the highest (weak duality of linear programs).
  public static func verifyOptimality(
    _ plan: Plan, _ duals: DualPrices, _ problem: AssignmentProblem
  ) -> OptimalityVerdict {
    let violations = verify(plan, problem)
    guard violations.isEmpty else { return .invalid(violations) }
    guard let surplus = surplusBound(duals, problem) else { return .malformedPrices }
    var bound = surplus
    for (paper, demand) in problem.demand.enumerated() { bound += Int128(demand) * Int128(duals.paper[paper]) }
    for (reviewer, price) in duals.reviewer.enumerated() {
      let load = price > 0 ? problem.loadMaximum[reviewer] : problem.loadMinimum[reviewer]
      bound += Int128(load) * Int128(price)
    }
    let total = Tally(plan, problem).totalScore
    let gap = bound - Int128(total)
    return gap == 0 ? .optimal(total: total) : .gap(total: total, gap: Int64(exactly: gap) ?? .max)
  }

  /// What the pairs can be worth beyond their prices: Σ max(0, score − paper − reviewer), for forced pairs without the
  /// maximum. Nil when the prices don't fit the problem.
  static func surplusBound(_ duals: DualPrices, _ problem: AssignmentProblem) -> Int128? {
    guard duals.paper.count == problem.paperCount, duals.reviewer.count == problem.reviewerCount else { return nil }
    let forced = Set(problem.forced)
    var surplus: Int128 = 0
    for paper in 0..<problem.paperCount {
      for candidate in problem.candidates(of: paper) {
        let prices = Int128(duals.paper[paper]) + Int128(duals.reviewer[candidate.reviewer])
        let worth = Int128(candidate.score) - prices
        let isForced = !forced.isEmpty && forced.contains(Pair(paper: paper, reviewer: candidate.reviewer))
        if worth > 0 || isForced { surplus += worth }
      }
    }
    return surplus
  }
}

/// A plan counted against a problem.
struct Tally {
  private(set) var reviewsOfPaper: [Int]
  private(set) var papersOfReviewer: [Int]
  /// The sum over the pairs that the problem allows.
  private(set) var totalScore: Int64 = 0
  /// All but demands and loads.
  private(set) var pairViolations: [Violation] = []

  init(_ plan: Plan, _ problem: AssignmentProblem) {
    reviewsOfPaper = Array(repeating: 0, count: problem.paperCount)
    papersOfReviewer = Array(repeating: 0, count: problem.reviewerCount)
    var seen: Set<Pair> = []
    for pair in plan.pairs {
      guard reviewsOfPaper.indices.contains(pair.paper) else {
        pairViolations.append(.unknownPaper(pair))
        continue
      }
      guard papersOfReviewer.indices.contains(pair.reviewer) else {
        pairViolations.append(.unknownReviewer(pair))
        continue
      }
      guard seen.insert(pair).inserted else {
        pairViolations.append(.repeated(pair))
        continue
      }
      reviewsOfPaper[pair.paper] += 1
      papersOfReviewer[pair.reviewer] += 1
      guard let score = problem.score(of: pair) else {
        pairViolations.append(.notAllowed(pair))
        continue
      }
      totalScore += score
    }
    for pair in problem.forced where !seen.contains(pair) { pairViolations.append(.forcedMissing(pair)) }
  }
}

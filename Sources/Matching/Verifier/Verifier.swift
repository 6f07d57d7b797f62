/// Checks plans and proofs. It shares no code with any solver, only the problem's rows, so that a fault in a solver can't
/// hide itself. Never traps, whatever the plan and the prices. One pass over the pairs.
public enum Verifier {
  /// No solver gives prices beyond it, and with it no difference of a score and two prices leaves `Int64`.
  static let priceLimit: Int64 = 1 << 61

  /// Everything by which the plan fails the problem; empty when it meets all of it. Pairs come first, in their order,
  /// then forced pairs, papers and reviewers.
  public static func verify(_ plan: Plan, _ problem: AssignmentProblem) -> [Violation] {
    violations(of: Tally(plan, problem), problem)
  }

  private static func violations(of tally: Tally, _ problem: AssignmentProblem) -> [Violation] {
    var violations = tally.pairViolations
    for (paper, given) in tally.reviewsOfPaper.enumerated() {
      let (minimum, maximum) = (problem.demandMinimum[paper], problem.demandMaximum[paper])
      if given < minimum { violations.append(.demand(paper: paper, needed: minimum, given: given)) }
      if given > maximum { violations.append(.demand(paper: paper, needed: maximum, given: given)) }
    }
    for (reviewer, given) in tally.papersOfReviewer.enumerated() {
      let (minimum, maximum) = (problem.loadMinimum[reviewer], problem.loadMaximum[reviewer])
      if given > maximum { violations.append(.loadAboveMaximum(reviewer: reviewer, maximum: maximum, given: given)) }
      if given < minimum { violations.append(.loadBelowMinimum(reviewer: reviewer, minimum: minimum, given: given)) }
    }
    return violations
  }

  /// Whether the plan meets everything and the prices prove its total the highest (weak duality of linear programs), less
  /// what loads away from their targets are charged.
  public static func verifyOptimality(
    _ plan: Plan, _ duals: DualPrices, _ problem: AssignmentProblem
  ) -> OptimalityVerdict {
    let tally = Tally(plan, problem)
    let violations = violations(of: tally, problem)
    guard violations.isEmpty else { return .invalid(violations) }
    guard let surplus = surplusBound(duals, problem), let charge = targetCharge(duals, problem) else { return .malformedPrices }
    var bound = surplus
    for (paper, price) in duals.paper.enumerated() {
      let demand = price > 0 ? problem.demandMaximum[paper] : problem.demandMinimum[paper]
      bound += Int128(demand) * Int128(price)
    }
    for (reviewer, price) in duals.reviewer.enumerated() {
      bound += loadBound(reviewer, price: Int128(price), from: problem.loadMinimum[reviewer], charge: charge, problem)
    }
    let charged = charge * Int128(problem.deviation(ofLoads: tally.papersOfReviewer))
    let gap = bound - (Int128(tally.totalScore) - charged)
    return gap == 0 ? .optimal(total: tally.totalScore) : .gap(total: tally.totalScore, gap: Int64(exactly: gap) ?? .max)
  }

  /// What the pairs can be worth beyond their prices: Σ max(0, score − paper − reviewer), for forced pairs without the
  /// maximum. Nil when the prices don't fit the problem.
  static func surplusBound(_ duals: DualPrices, _ problem: AssignmentProblem) -> Int128? {
    guard duals.paper.count == problem.paperCount, duals.reviewer.count == problem.reviewerCount else { return nil }
    let prices = duals.reviewer.span
    for price in duals.paper where price.magnitude > priceLimit.magnitude { return nil }
    for price in duals.reviewer where price.magnitude > priceLimit.magnitude { return nil }
    let reviewers = problem.reviewerOfCandidate.span
    let scores = problem.scoreOfCandidate.span
    var surplus: Int128 = 0
    for paper in 0..<problem.paperCount {
      let price = duals.paper[paper]
      for candidate in problem.rowStart[paper]..<problem.rowStart[paper + 1] {
        let worth = scores[candidate] &- price &- prices[Int(reviewers[candidate])]
        if worth > 0 { surplus += Int128(worth) }
      }
    }
    for pair in problem.forced {
      guard let score = problem.score(of: pair) else { continue }
      surplus += min(0, Int128(score) - Int128(duals.paper[pair.paper]) - Int128(prices[pair.reviewer]))
    }
    return surplus
  }
}

/// Load targets in the proofs: each paper away from a target is charged, and a load's price is judged with the charge.
extension Verifier {
  /// What a paper away from a target is charged: the problem's price, or what the solver says it charged, if no change of a
  /// plan can outweigh that by its scores; nil if one could. 0 without targets.
  static func targetCharge(_ duals: DualPrices, _ problem: AssignmentProblem) -> Int128? {
    guard let targets = problem.loadTargets else { return 0 }
    if let price = targets.price { return Int128(price) }
    guard let charged = duals.targetPrice, (0...priceLimit).contains(charged), Int128(charged) > mostOfAChange(problem) else {
      return nil
    }
    return Int128(charged)
  }

  /// Two plans differ by cycles that pass each paper and reviewer once: a pair comes and a pair goes at each.
  private static func mostOfAChange(_ problem: AssignmentProblem) -> Int128 {
    var places = problem.loadMaximum
    for pair in problem.forced { places[pair.reviewer] -= 1 }
    let forced = Set(problem.forced)
    var lowest: Int64 = 0
    var highest: Int64 = 0
    for paper in 0..<problem.paperCount {
      for candidate in problem.candidates(of: paper) where places[candidate.reviewer] > 0 {
        if forced.contains(Pair(paper: paper, reviewer: candidate.reviewer)) { continue }
        lowest = min(lowest, candidate.score)
        highest = max(highest, candidate.score)
      }
    }
    return Int128(min(problem.paperCount, problem.reviewerCount) + 1) * Int128(highest - lowest)
  }

  /// The most that any load from `least` on brings at the price, less its charge. `perLoad` is the charge for each paper
  /// below the minimum. What a load brings is concave, so the ends and the kinks are enough.
  static func loadBound(
    _ reviewer: Int, price: Int128, from least: Int, charge: Int128, perLoad: Int128 = 0, scale: Int = 1,
    _ problem: AssignmentProblem
  ) -> Int128 {
    let (minimum, maximum) = (problem.loadMinimum[reviewer], problem.loadMaximum[reviewer])
    let target = problem.loadTargets?.load[reviewer]
    var best: Int128?
    for load in [least, minimum, target ?? maximum, maximum] {
      let away = target.map { abs(load - $0) } ?? 0
      let worth = (price * Int128(load) + perLoad * Int128(min(load, minimum)) - charge * Int128(away)) * Int128(scale)
      best = max(best ?? worth, worth)
    }
    return best ?? 0
  }
}

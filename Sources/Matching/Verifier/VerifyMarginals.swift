/// A way in which probabilities don't suit a problem.
public enum MarginalViolation: Sendable, Hashable {
  /// The pair is unknown, forbidden or no candidate, or stands there twice.
  case notAllowed(Pair)
  /// The pair's probability is not above 0 and within the limit, or not 1 for a forced pair.
  case probability(Pair, units: Int)
  /// The forced pair is missing.
  case forcedMissing(Pair)
  /// The paper expects fewer or more reviews than it takes.
  case demand(paper: Int, units: Int)
  /// The reviewer expects fewer or more papers than they take.
  case load(reviewer: Int, units: Int)
}

extension Verifier {
  /// Everything by which the marginals fail the problem or the limit; empty when they keep it all.
  public static func verify(
    _ marginals: Marginals, limit: PairLimit, _ problem: AssignmentProblem
  ) -> [MarginalViolation] {
    var violations: [MarginalViolation] = []
    var ofPaper = [Int](repeating: 0, count: problem.paperCount)
    var ofReviewer = [Int](repeating: 0, count: problem.reviewerCount)
    let forced = Set(problem.forced)
    var seen: Set<Pair> = []
    for entry in marginals.entries {
      guard problem.score(of: entry.pair) != nil, seen.insert(entry.pair).inserted else {
        violations.append(.notAllowed(entry.pair))
        continue
      }
      let isInside =
        forced.contains(entry.pair)
        ? entry.units == marginals.denominator
        : entry.units > 0 && entry.units * limit.denominator <= limit.numerator * marginals.denominator
      if !isInside { violations.append(.probability(entry.pair, units: entry.units)) }
      ofPaper[entry.pair.paper] += entry.units
      ofReviewer[entry.pair.reviewer] += entry.units
    }
    violations += problem.forced.filter { !seen.contains($0) }.map { .forcedMissing($0) }
    for (paper, units) in ofPaper.enumerated() {
      let range = (problem.demandMinimum[paper] * marginals.denominator)...(problem.demandMaximum[paper] * marginals.denominator)
      if !range.contains(units) { violations.append(.demand(paper: paper, units: units)) }
    }
    for (reviewer, units) in ofReviewer.enumerated() {
      let range =
        (problem.loadMinimum[reviewer] * marginals.denominator)...(problem.loadMaximum[reviewer] * marginals.denominator)
      if !range.contains(units) { violations.append(.load(reviewer: reviewer, units: units)) }
    }
    return violations
  }

  /// Whether the prices prove the expected total, in units of one over the denominator, the highest within the limit, less
  /// what expected loads away from their targets are charged.
  public static func verifyOptimality(
    _ marginals: Marginals, _ duals: DualPrices, limit: PairLimit, _ problem: AssignmentProblem
  ) -> MarginalVerdict {
    let violations = verify(marginals, limit: limit, problem)
    guard violations.isEmpty else { return .invalid(violations) }
    guard duals.paper.count == problem.paperCount, duals.reviewer.count == problem.reviewerCount else {
      return .malformedPrices
    }
    guard let charge = targetCharge(duals, problem) else { return .malformedPrices }
    let forced = Set(problem.forced)
    var total: Int64 = 0
    var bound: Int128 = 0
    // Each demand and load costs its price at the end of its range that the price favours, in units.
    for (paper, price) in duals.paper.enumerated() {
      let demand = price > 0 ? problem.demandMaximum[paper] : problem.demandMinimum[paper]
      bound += Int128(price) * Int128(demand * marginals.denominator)
    }
    for (reviewer, price) in duals.reviewer.enumerated() {
      bound += loadBound(
        reviewer, price: Int128(price), from: problem.loadMinimum[reviewer], charge: charge, scale: marginals.denominator, problem
      )
    }
    let cap = Int128(limit.numerator * marginals.denominator / limit.denominator)
    for paper in 0..<problem.paperCount {
      for candidate in problem.candidates(of: paper) {
        let worth = Int128(candidate.score) - Int128(duals.paper[paper]) - Int128(duals.reviewer[candidate.reviewer])
        if forced.contains(Pair(paper: paper, reviewer: candidate.reviewer)) {
          bound += worth * Int128(marginals.denominator)
        } else if worth > 0 {
          bound += worth * cap
        }
      }
    }
    for entry in marginals.entries { total += (problem.score(of: entry.pair) ?? 0) * Int64(entry.units) }
    let gap = bound - (Int128(total) - charge * Int128(marginals.deviationUnits(problem)))
    return gap == 0 ? .optimal(total: total) : .gap(total: total, gap: Int64(exactly: gap) ?? .max)
  }
}

extension Marginals {
  /// By how many units of one over the denominator expected loads are away from their targets; 0 where there are none.
  func deviationUnits(_ problem: AssignmentProblem) -> Int {
    guard let targets = problem.loadTargets else { return 0 }
    var loads = [Int](repeating: 0, count: problem.reviewerCount)
    for entry in entries { loads[entry.pair.reviewer] += entry.units }
    return zip(loads, targets.load).reduce(0) { $0 + abs($1.0 - $1.1 * denominator) }
  }
}

/// What a check of marginals' optimality found; totals in units of one over the denominator.
public enum MarginalVerdict: Sendable, Hashable {
  case optimal(total: Int64)
  /// The prices prove only that nothing beats the total by more than the gap.
  case gap(total: Int64, gap: Int64)
  case invalid([MarginalViolation])
  case malformedPrices
}

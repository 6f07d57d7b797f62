/// The method that trades score against predictability smoothly: the more probable a pair is, the less more of it counts.
///
/// Maximises Σ score·f(probability) with the concave f(x) = x − β·x², within a limit on each pair (Xu, Jecmen, Song, Fang:
/// A One-Size-Fits-All Approach to Improving Randomness in Paper Assignment, NeurIPS 2023, the quadratic perturbation),
/// then draws a plan with exactly these probabilities. f is taken at the multiples of one over `steps`, and between them in
/// straight lines: so the optimum is a flow with several arcs per pair, each gaining less than the one before, and is
/// exact for that f.
public enum PerturbedAssignment {
  /// β in thousandths: 0 is the randomized method, 500 the strongest for which more of a pair never counts against it.
  public static let perturbationRange = 0...500

  /// - Parameters:
  ///   - limit: The most a pair's probability may be.
  ///   - perturbationThousandths: β·1000, within `perturbationRange`.
  ///   - steps: In how many pieces of equal length f is taken between 0 and the limit; 1…20.
  /// - Throws: `MethodRefusal`, as the randomized method, and for scores below 0, for which f is not concave.
  public static func solve(
    _ problem: AssignmentProblem, limit: PairLimit, perturbationThousandths: Int, steps: Int = 4,
    constraints: SideConstraints = SideConstraints(), seed: UInt64
  ) throws(MethodRefusal) -> RandomizedOutcome {
    guard perturbationRange.contains(perturbationThousandths), (1...20).contains(steps) else {
      throw .perturbation(thousandths: perturbationThousandths, steps: steps)
    }
    for paper in 0..<problem.paperCount {
      for candidate in problem.candidates(of: paper) where candidate.score < 0 {
        throw .negativeScore(Pair(paper: paper, reviewer: candidate.reviewer))
      }
    }
    guard perturbationThousandths > 0 else {
      return try RandomizedAssignment.solve(problem, limit: limit, constraints: constraints, seed: seed)
    }
    // One step is limit / steps, a whole number of units.
    let denominator = limit.denominator * steps
    let factors = factors(limit: limit, steps: steps, thousandths: Int64(perturbationThousandths))
    let scores = problem.scoreOfCandidate
    let highest = (scores.max() ?? 0).multipliedReportingOverflow(by: factors.slopes.first ?? 1)
    guard !highest.overflow, highest.partialValue <= problem.transport.gainLimit else { throw .tooLarge }
    let method = MarginalMethod(
      problem: problem, constraints: constraints, denominator: denominator, capacity: limit.numerator, steps: steps,
      gain: { scores[$0] * factors.slopes[$1] }, gainScale: factors.whole, seed: seed)
    return try method.solve()
  }

  /// The slope of f on each step, as integers with a common denominator `whole`: of x − β·x² on [a, b] it is 1 − β·(a + b), and with
  /// a = k·n/(d·s), b = (k + 1)·n/(d·s) that is (1000·d·s − β₁₀₀₀·n·(2k + 1)) / (1000·d·s).
  private static func factors(limit: PairLimit, steps: Int, thousandths: Int64) -> (slopes: [Int64], whole: Int64) {
    let (numerator, whole) = (Int64(limit.numerator), 1000 * Int64(limit.denominator * steps))
    let slopes = (0..<Int64(steps)).map { whole - thousandths * numerator * (2 * $0 + 1) }
    let common = slopes.reduce(whole) { greatestCommonDivisor($0, $1) }
    return (slopes.map { $0 / max(1, common) }, whole / max(1, common))
  }

  private static func greatestCommonDivisor(_ first: Int64, _ second: Int64) -> Int64 {
    var (high, low) = (first, second)
    while low != 0 { (high, low) = (low, high % low) }
    return high
  }
}

/// The method that maximises the total score under side constraints.
///
/// It relaxes the side constraints to a flow, mends what offends against them at the least loss the prices know of, and,
/// as far as the effort goes, closes the gap by branch and bound. The bound comes from the flow's prices: with prices
/// on the reviewers each paper's best set that meets the rules can be told alone, and the sum over the papers bounds every
/// plan (Lagrangian relaxation; Fisher, Management Science 1981).
public enum ConstrainedAssignment {
  /// The plan that meets the problem and the constraints with the highest total that the effort could find, and what no
  /// plan can exceed. The same input, seed and effort give the same outcome on every machine.
  ///
  /// - Parameter effort: About how many flow nodes may be visited to close the gap between plan and bound; some ten million
  ///   a second. With 0 the first plan found is returned.
  /// - Throws: `SideConstraintError` when the constraints don't fit the problem, or the problem has load targets.
  public static func solve(
    _ problem: AssignmentProblem, _ constraints: SideConstraints, seed: UInt64, effort: Int = 20_000_000
  ) throws(SideConstraintError) -> ConstrainedOutcome {
    try constraints.check(problem)
    guard problem.loadTargets == nil else { throw .loadTargets }
    let relaxed = OptimalAssignment.solve(problem, seed: seed)
    guard case .optimal(let plan, let duals) = relaxed else { return .shortfall(relaxed) }
    let flow = AdjustableFlow(problem, plan: plan, duals: duals, seed: seed)
    var search = ConstrainedSearch(
      flow, rules: PaperRules(constraints, problem), pairRules: PairRules(constraints, problem))
    return search.run(duals: duals, effort: effort)
  }
}

/// What solving a problem with side constraints gave.
public enum ConstrainedOutcome: Sendable, Hashable {
  case solved(ConstrainedPlan)
  /// Already without the side constraints no plan meets everything.
  case shortfall(Outcome)
  /// No plan meets all side constraints, as the search has proven.
  case impossible
  /// The search has found no plan that meets all side constraints, nor proven that there is none. The plan meets the problem
  /// and all but what is listed by `Verifier.verify(_:_:_:)`.
  case unmended(Plan)
}

/// A plan that meets a problem and its side constraints.
public struct ConstrainedPlan: Sendable, Hashable {
  public var plan: Plan
  public var total: Int64
  /// No plan that meets everything has a higher total.
  public var bound: Int64
  /// Prices that prove the bound of the first node, `Verifier.bound`.
  public var duals: DualPrices
  /// The total of the best plan without the side constraints.
  public var relaxedTotal: Int64

  /// Whether the plan is proven the best.
  public var isOptimal: Bool { total == bound }
}

extension ConstrainedSearch {
  /// Dives, and where that leaves a gap to the bound spends the effort on branch and bound.
  mutating func run(duals: DualPrices, effort: Int, untilFirst: Bool = false) -> ConstrainedOutcome {
    let relaxedTotal = flow.total
    guard let root = rootBound() else { return .impossible }
    let start = self
    // A plan the search began with meets everything; another dive would not find better.
    let unmended = best == nil ? dive() : []
    let mended = flow.plan
    let isOneByOne = start.offenders.count + start.clashing.count <= Self.manyPapers
    if root > bestTotal, effort > 0, isOneByOne, !(untilFirst && best != nil) {
      restart(from: start)
      branchAndBound(effort: effort, untilFirst: untilFirst)
    } else {
      leaveOpen(root)
    }
    guard let best else {
      return unmended.isEmpty || openBound > .min ? .unmended(mended) : .impossible
    }
    return .solved(
      ConstrainedPlan(
        plan: best, total: bestTotal, bound: max(bestTotal, openBound), duals: duals, relaxedTotal: relaxedTotal))
  }
}

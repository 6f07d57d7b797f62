/// The method that serves the worst-served paper first.
///
/// A paper's score is the sum of its reviewers' scores. Among all plans that meet everything it wants the highest score of
/// the worst paper, and among those the highest total. Finding the first is hard in general (Garg et al., WINE 2010), so
/// both come with bounds: where plan and bound agree, the plan is proven the fairest.
///
/// What one paper could have if it stood alone bounds what the worst can have, and at real conferences that is mostly
/// attained. With the worst score given, the total is maximised by the search of `ConstrainedAssignment`: each paper's
/// reviewers must add up to it.
public enum FairAssignment {
  /// - Parameter effort: About how many flow nodes may be visited to close the gaps between plan and bounds.
  /// - Throws: `SideConstraintError` when the constraints don't fit the problem, or the problem has load targets.
  public static func solve(
    _ problem: AssignmentProblem, _ constraints: SideConstraints = SideConstraints(), seed: UInt64,
    effort: Int = 4_000_000
  ) throws(SideConstraintError) -> FairOutcome {
    try constraints.check(problem)
    guard problem.loadTargets == nil else { throw .loadTargets }
    let relaxed = OptimalAssignment.solve(problem, seed: seed)
    guard case .optimal(let plan, let duals) = relaxed else { return .shortfall(relaxed) }
    let method = FairMethod(
      problem: problem, flow: AdjustableFlow(problem, plan: plan, duals: duals, seed: seed), duals: duals,
      rules: PaperRules(constraints, problem), pairRules: PairRules(constraints, problem), effort: effort)
    return method.run()
  }
}

/// What the fair method gave.
public enum FairOutcome: Sendable, Hashable {
  case solved(FairPlan)
  /// Already without side constraints no plan meets everything.
  case shortfall(Outcome)
  /// No plan meets all side constraints, as the search has proven.
  case impossible
  /// No plan was found that meets all side constraints, nor proven that there is none.
  case unmended(Plan)
}

/// A plan made for its worst-served paper.
public struct FairPlan: Sendable, Hashable {
  public var plan: Plan
  /// The lowest sum of scores of a paper that takes reviews; 0 when there is none.
  public var worst: Int64
  /// No plan that meets everything has a worst paper above it.
  public var worstBound: Int64
  public var total: Int64
  /// No plan that meets everything and leaves no paper below `worst` has a higher total.
  public var totalBound: Int64
  /// Prices that prove a bound on the total with `worst` as the least score, `Verifier.bound`.
  public var duals: DualPrices
  /// What PeerReview4All would promise the worst paper; nil where its theorem says nothing.
  public var guarantee: FairnessGuarantee?

  /// Whether the plan is proven to be the best for the worst paper, and the best such in total.
  public var isOptimal: Bool { worst == worstBound && total == totalBound }
}

struct FairMethod {
  let problem: AssignmentProblem
  let flow: AdjustableFlow
  let duals: DualPrices
  let rules: PaperRules
  let pairRules: PairRules
  let effort: Int

  /// The levels tried between what is attained and what is not disproven before the rest is left to the bound.
  private static let levelLimit = 40

  func run() -> FairOutcome {
    var search = ConstrainedSearch(flow, rules: rules, pairRules: pairRules)
    let first: Plan
    switch search.run(duals: duals, effort: rules.isEmpty && pairRules.isEmpty ? 0 : effort / 8) {
    case .solved(let found): first = found.plan
    case .shortfall(let outcome): return .shortfall(outcome)
    case .impossible: return .impossible
    case .unmended(let plan): return .unmended(plan)
    }
    var best = first
    var worst = lowestScore(first)
    let guarantee = FairnessGuarantee(problem)
    var worstBound = max(worst, min(aloneBound(), guarantee?.ceiling ?? .max))
    var target = worstBound
    // Once a level is neither found nor disproven, what lies above it stays open, and the search climbs from the best plan.
    var isClimbing = false
    for _ in 0..<Self.levelLimit where worst < worstBound {
      if isClimbing {
        if let plan = climb(from: best, to: target) {
          best = plan
          worst = lowestScore(plan)
        } else if target <= worst + 1 {
          break
        }
      } else {
        switch attempt(target, effort: effort / 8) {
        case .solved(let found):
          best = found.plan
          worst = lowestScore(found.plan)
        case .impossible:
          worstBound = target - 1
        case .unmended, .shortfall:
          isClimbing = true
        }
      }
      target = target <= worst ? worstBound : worst + (min(target, worstBound) - worst + 1) / 2
    }
    return refine(isClimbing ? improved(best, level: worst) : best, worst, worstBound, guarantee)
  }

  /// The plan changed paper by paper until none is below the level; nil where that leads nowhere.
  private func climb(from plan: Plan, to level: Int64) -> Plan? {
    var search = search(level, from: plan)
    return search.mendByExchange().isEmpty && search.flow.isComplete ? search.flow.plan : nil
  }

  /// The plan with a higher total, if exchanges lead to one, and no paper below the level.
  private func improved(_ plan: Plan, level: Int64) -> Plan {
    var search = search(level, from: plan)
    search.improveByExchange()
    return search.flow.plan
  }

  private func search(_ level: Int64, from plan: Plan) -> ConstrainedSearch {
    var levelRules = rules
    levelRules.leastScore = level
    let flow = AdjustableFlow(problem, plan: plan, duals: duals, seed: flow.seed)
    return ConstrainedSearch(flow, rules: levelRules, pairRules: pairRules)
  }

  private func attempt(_ level: Int64, effort: Int) -> ConstrainedOutcome {
    var search = search(level)
    return search.run(duals: duals, effort: effort, untilFirst: true)
  }

  private func search(_ level: Int64) -> ConstrainedSearch {
    var levelRules = rules
    levelRules.leastScore = level
    return ConstrainedSearch(flow, rules: levelRules, pairRules: pairRules)
  }

  /// Raises the total while no paper falls below the level attained.
  private func refine(
    _ plan: Plan, _ worst: Int64, _ worstBound: Int64, _ guarantee: FairnessGuarantee?
  ) -> FairOutcome {
    let papers = problem.demandMaximum.contains { $0 > 0 }
    var search = search(papers ? worst : .min)
    search.begin(with: plan, total: PlanStatistics(plan, problem).totalScore)
    guard case .solved(let found) = search.run(duals: duals, effort: effort) else { return .unmended(plan) }
    return .solved(
      FairPlan(
        plan: found.plan, worst: worst, worstBound: worstBound, total: found.total, totalBound: found.bound,
        duals: found.duals, guarantee: guarantee))
  }

  private func lowestScore(_ plan: Plan) -> Int64 {
    var scores = [Int64](repeating: 0, count: problem.paperCount)
    for pair in plan.pairs { scores[pair.paper] += problem.score(of: pair) ?? 0 }
    return scores.indices.filter { problem.demandMaximum[$0] > 0 }.map { scores[$0] }.min() ?? 0
  }

  /// The least over the papers of what each could have if it stood alone.
  private func aloneBound() -> Int64 {
    var bound = Int64.max
    for paper in 0..<problem.paperCount where problem.demandMaximum[paper] > 0 {
      var forced: [Int64] = []
      var free: [Int64] = []
      for candidate in problem.rowStart[paper]..<problem.rowStart[paper + 1] {
        if flow.state[candidate].contains(.forced) {
          forced.append(problem.scoreOfCandidate[candidate])
        } else {
          free.append(problem.scoreOfCandidate[candidate])
        }
      }
      free.sort(by: >)
      var sum = forced.reduce(0, +)
      for (place, score) in free.prefix(max(0, problem.demandMaximum[paper] - forced.count)).enumerated() {
        if forced.count + place >= problem.demandMinimum[paper], score <= 0 { break }
        sum += score
      }
      bound = min(bound, sum)
    }
    return bound == .max ? 0 : bound
  }
}

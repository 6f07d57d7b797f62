/// The method that maximises the total score.
public enum OptimalAssignment {
  /// Finds a plan with the highest total score among all that meet every demand, minimum and maximum load and forced
  /// pair and hold no forbidden pair, loads as near to their targets as `LoadTargets` wants; where there is none, the best partial plan and why no plan can do more.
  ///
  /// Exact: a transportation problem solved with integer prices that prove the result.
  /// Deterministic: the same problem and seed give the same plan and prices on every machine. The seed decides among
  /// plans of equal total only: papers and reviewers are renumbered in an order drawn from it, and wherever two steps
  /// are equally good the lower number goes first, so that nobody gains by standing early in a list.
  public static func solve(_ problem: AssignmentProblem, seed: UInt64) -> Outcome {
    outcome(of: Transport.solve(problem.transport, seed: seed), problem)
  }

  static func outcome(of solution: TransportSolution, _ problem: AssignmentProblem) -> Outcome {
    var papers: [PaperShortage] = []
    for (paper, missing) in solution.missing.enumerated() where missing > 0 {
      papers.append(PaperShortage(paper: paper, missingReviews: Int(missing)))
    }
    let plan = problem.plan(of: solution)
    let reviewers = problem.underloaded(by: plan)
    let duals = DualPrices(
      paper: solution.paperPrice, reviewer: solution.reviewerPrice, missingReviewPenalty: solution.missingPenalty,
      underloadPenalty: solution.underloadPenalty, targetPrice: problem.loadTargets == nil ? nil : solution.targetPrice)
    if papers.isEmpty, reviewers.isEmpty { return .optimal(plan, duals) }
    let finder = BottleneckFinder(problem, plan)
    return .shortfall(
      Shortfall(
        plan: plan, duals: duals, papers: papers, reviewers: reviewers,
        paperBottlenecks: finder.paperBottlenecks(short: papers.map(\.paper)),
        loadBottlenecks: finder.loadBottlenecks(short: reviewers.map(\.reviewer))))
  }
}

extension AssignmentProblem {
  /// The problem of what is left to decide: forced pairs are taken out, and off their papers' demands and reviewers' loads.
  var transport: TransportProblem {
    var transport = TransportProblem(
      rowStart: rowStart, reviewer: reviewerOfCandidate, gain: scoreOfCandidate, demandMinimum: demandMinimum,
      demandMaximum: demandMaximum, loadMinimum: loadMinimum, loadMaximum: loadMaximum,
      loadTarget: loadTargets?.load ?? [], targetPrice: loadTargets?.price)
    for pair in forced {
      guard let candidate = candidate(of: pair) else { continue }
      transport.gain[candidate] = TransportProblem.excluded
      transport.demandMaximum[pair.paper] -= 1
      transport.demandMinimum[pair.paper] = max(0, transport.demandMinimum[pair.paper] - 1)
      transport.loadMaximum[pair.reviewer] -= 1
      transport.loadMinimum[pair.reviewer] = max(0, transport.loadMinimum[pair.reviewer] - 1)
      // Those forced above a target are above it in every plan.
      if loadTargets != nil { transport.loadTarget[pair.reviewer] = max(0, transport.loadTarget[pair.reviewer] - 1) }
    }
    return transport
  }

  /// The plan of a solution to `transport`, forced pairs included.
  func plan(of solution: TransportSolution) -> Plan {
    Plan(pairs: forced + solution.flows.map { Pair(paper: Int($0.paper), reviewer: Int($0.reviewer)) })
  }

  fileprivate func underloaded(by plan: Plan) -> [LoadShortage] {
    var loads = [Int](repeating: 0, count: reviewerCount)
    for pair in plan.pairs { loads[pair.reviewer] += 1 }
    return loads.indices.filter { loads[$0] < loadMinimum[$0] }.map {
      LoadShortage(reviewer: $0, missingPapers: loadMinimum[$0] - loads[$0])
    }
  }
}

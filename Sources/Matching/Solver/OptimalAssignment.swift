/// The method that maximises the total score.
public enum OptimalAssignment {
  /// Finds a plan with the highest total score among all that meet every demand, minimum and maximum load and forced
  /// pair and hold no forbidden pair; where there is none, the best partial plan and why no plan can do more.
  ///
  /// Exact: a minimum-cost flow solved by successive shortest paths, with integer prices that prove the result.
  /// Deterministic: the same problem and seed give the same plan and prices on every machine. The seed decides among
  /// plans of equal total only: papers and reviewers are renumbered in an order drawn from it, and wherever two steps
  /// are equally good the lower number goes first, so that nobody gains by standing early in a list.
  public static func solve(_ problem: AssignmentProblem, seed: UInt64) -> Outcome {
    var search = ShortestAugmentingPath(FlowNetwork(problem, seed: seed))
    search.run()
    let network = search.network
    let plan = plan(of: network, forced: problem.forced)
    let duals = prices(of: network)

    var papers: [PaperShortage] = []
    for (paper, missing) in network.missing.enumerated() where missing > 0 {
      papers.append(PaperShortage(paper: network.originalPaper[paper], missingReviews: missing))
    }
    var reviewers: [LoadShortage] = []
    for (reviewer, load) in network.load.enumerated() where load < network.minimum[reviewer] {
      let missing = network.minimum[reviewer] - load
      reviewers.append(LoadShortage(reviewer: network.originalReviewer[reviewer], missingPapers: missing))
    }
    if papers.isEmpty, reviewers.isEmpty { return .optimal(plan, duals) }
    let finder = BottleneckFinder(problem, plan)
    return .shortfall(
      Shortfall(
        plan: plan, duals: duals,
        papers: papers.sorted { $0.paper < $1.paper },
        reviewers: reviewers.sorted { $0.reviewer < $1.reviewer },
        paperBottlenecks: finder.paperBottlenecks(short: papers.map(\.paper)),
        loadBottlenecks: finder.loadBottlenecks(short: reviewers.map(\.reviewer))))
  }

  private static func plan(of network: FlowNetwork, forced: [Pair]) -> Plan {
    var pairs = forced
    for arc in network.isUsed.indices where network.isUsed[arc] {
      pairs.append(
        Pair(
          paper: network.originalPaper[Int(network.paperOfArc[arc])],
          reviewer: network.originalReviewer[Int(network.reviewerOfArc[arc])]))
    }
    return Plan(pairs: pairs)
  }

  private static func prices(of network: FlowNetwork) -> DualPrices {
    var paperPrices = [Int64](repeating: 0, count: network.paperCount)
    for (paper, original) in network.originalPaper.enumerated() { paperPrices[original] = network.paperPrice[paper] }
    var reviewerPrices = [Int64](repeating: 0, count: network.reviewerCount)
    for (reviewer, original) in network.originalReviewer.enumerated() {
      reviewerPrices[original] = network.reviewerPrice[reviewer]
    }
    return DualPrices(
      paper: paperPrices, reviewer: reviewerPrices,
      missingReviewPenalty: network.missingPenalty, underloadPenalty: network.underloadPenalty)
  }
}

/// What the methods with marginals share: solving for them, adding the constraints that the solution breaks, and drawing.
struct MarginalMethod {
  let problem: AssignmentProblem
  let constraints: SideConstraints
  let denominator: Int
  /// Units of one step of a pair.
  let capacity: Int
  var steps = 1
  var gain: ((Int, Int) -> Int64)?
  /// How many times a score `gain` counts where there is no perturbation.
  var gainScale: Int64 = 1
  let seed: UInt64

  func solve() throws(MethodRefusal) -> RandomizedOutcome {
    do { try constraints.check(problem) } catch { throw .constraints(error) }
    guard constraints.tracks.isEmpty else { throw .tracks }
    try checkForced()
    try checkSizes()
    let groups = try PaperGroups(constraints, problem).groups
    let clashes = SupportClashes(constraints, problem)
    var isActive = Array(repeating: false, count: groups.count)
    var excluded: Set<Int> = []
    var bound: Int64?
    let targetPrice = targetPrice(groups: groups.count)

    // Constraints that the optimum keeps by itself cost nothing; only broken ones enter the flow. Each round adds at least
    // one, so the rounds end.
    while true {
      let active = zip(groups, isActive).filter(\.1).map(\.0)
      let flow = MarginalProblem(
        problem, denominator: denominator, capacity: capacity, steps: steps, gain: gain,
        targetPrice: targetPrice, groups: active, excluded: excluded)
      let solution = Transport.solve(flow.transport, seed: seed)
      let units = flow.units(of: solution)
      if let shortfall = shortfall(units) { return .shortfall(shortfall) }
      let broken = groups.indices.filter { !isActive[$0] && units.breaks(groups[$0], denominator, problem) }
      for index in broken { isActive[index] = true }
      if !broken.isEmpty { continue }
      let charged = solution.targetPrice * Int64(flow.deviation(of: solution))
      bound = bound ?? solution.objective - charged + forcedGain
      let losers = clashes.losers(units, problem)
      guard !losers.isEmpty else {
        let isPlain = active.isEmpty && excluded.isEmpty && steps == 1 && gain == nil
        return .solved(plan(units, groups, solution, charged: charged, bound: bound ?? 0, isPlain: isPlain))
      }
      excluded.formUnion(losers)
    }
  }

  /// The same in all rounds, so that their objectives can be compared. Without a price of its own above any gain.
  private func targetPrice(groups: Int) -> Int64? {
    guard let targets = problem.loadTargets else { return nil }
    if let price = targets.price { return price * gainScale }
    let scores = problem.scoreOfCandidate
    let range = (max(0, scores.max() ?? 0) - min(0, scores.min() ?? 0)) * gainScale
    let most = range.multipliedReportingOverflow(by: Int64(problem.paperCount + groups + 2))
    return (most.overflow ? 1 << 58 : min(most.partialValue, 1 << 58)) + 1
  }

  private func checkForced() throws(MethodRefusal) {
    for violation in Verifier.verify(Plan(pairs: problem.forced), constraints, problem) {
      switch violation {
      case .tooFew, .tooAlike, .belowLeastScore: continue
      case .tooMany, .together, .twoCycle, .bothAlternatives, .overfullTrack: throw .forcedPairs(violation)
      }
    }
  }

  private func checkSizes() throws(MethodRefusal) {
    let largest = max(problem.demandMaximum.max() ?? 0, problem.loadMaximum.max() ?? 0)
    let reviews = problem.demandMaximum.reduce(0, +)
    guard largest <= Int(Int32.max) / denominator / 4, reviews <= Int(Int32.max) / denominator else { throw .tooLarge }
  }

  private var forcedGain: Int64 {
    problem.forced.reduce(0) { $0 + (problem.score(of: $1) ?? 0) * Int64(denominator) }
  }

  private func shortfall(_ units: [(candidate: Int, units: Int)]) -> MarginalShortfall? {
    var ofPaper = [Int](repeating: 0, count: problem.paperCount)
    var ofReviewer = [Int](repeating: 0, count: problem.reviewerCount)
    for pair in problem.forced {
      ofPaper[pair.paper] += denominator
      ofReviewer[pair.reviewer] += denominator
    }
    var paper = 0
    for entry in units {
      while entry.candidate >= problem.rowStart[paper + 1] { paper += 1 }
      ofPaper[paper] += entry.units
      ofReviewer[Int(problem.reviewerOfCandidate[entry.candidate])] += entry.units
    }
    func missing(_ given: [Int], _ minimum: [Int]) -> [MarginalShortfall.Missing] {
      given.indices.filter { given[$0] < minimum[$0] * denominator }.map {
        MarginalShortfall.Missing(index: $0, units: minimum[$0] * denominator - given[$0])
      }
    }
    let papers = missing(ofPaper, problem.demandMinimum)
    let reviewers = missing(ofReviewer, problem.loadMinimum)
    // A spill that could not be filled shows as a paper with more than it takes.
    let ruled = ofPaper.indices.filter { ofPaper[$0] > problem.demandMaximum[$0] * denominator }.map {
      MarginalShortfall.Missing(index: $0, units: ofPaper[$0] - problem.demandMaximum[$0] * denominator)
    }
    guard !papers.isEmpty || !reviewers.isEmpty || !ruled.isEmpty else { return nil }
    return MarginalShortfall(denominator: denominator, papers: papers, papersBoundByRules: ruled, reviewers: reviewers)
  }

  private func plan(
    _ units: [(candidate: Int, units: Int)], _ groups: [PaperGroups.Group], _ solution: TransportSolution,
    charged: Int64, bound: Int64, isPlain: Bool
  ) -> RandomizedPlan {
    var entries = problem.forced.map { Marginals.Entry(pair: $0, units: denominator) }
    entries.reserveCapacity(entries.count + units.count)
    var expected = forcedGain
    var paper = 0
    for entry in units {
      while entry.candidate >= problem.rowStart[paper + 1] { paper += 1 }
      let reviewer = Int(problem.reviewerOfCandidate[entry.candidate])
      entries.append(Marginals.Entry(pair: Pair(paper: paper, reviewer: reviewer), units: entry.units))
      expected += problem.scoreOfCandidate[entry.candidate] * Int64(entry.units)
    }
    let marginals = Marginals(denominator: denominator, entries: entries)
    let sampler = MarginalSampler(problem, marginals, groups: groups)
    let duals = DualPrices(
      paper: Array(solution.paperPrice.prefix(problem.paperCount)),
      reviewer: Array(solution.reviewerPrice.prefix(problem.reviewerCount)),
      targetPrice: problem.loadTargets == nil ? nil : solution.targetPrice)
    return RandomizedPlan(
      plan: sampler.sample(seed: seed), marginals: marginals, expectedUnits: expected,
      objective: solution.objective - charged + forcedGain, objectiveBound: bound,
      duals: isPlain ? duals : nil, sampler: sampler)
  }
}

extension [(candidate: Int, units: Int)] {
  /// The units of the candidate; the array is ascending by candidate.
  func units(of candidate: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].candidate < candidate { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].candidate == candidate ? self[low].units : 0
  }

  /// Whether the group expects more than its cap, forced pairs included.
  func breaks(_ group: PaperGroups.Group, _ denominator: Int, _ problem: AssignmentProblem) -> Bool {
    let sum = group.members.reduce(0) {
      $0 + (problem.isForced($1, paper: group.paper) ? denominator : units(of: $1))
    }
    return sum > group.atMost * denominator
  }
}

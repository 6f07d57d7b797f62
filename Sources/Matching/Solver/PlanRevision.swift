extension OptimalAssignment {
  /// Solves a problem anew whose likes has been solved before: after withdrawals, new conflicts, extra demand, changed scores.
  ///
  /// The plan's total, less what loads away from their targets cost, is the highest, each pair of the previous plan counted `pricePerChange` higher than its score; and
  /// among such plans it keeps the most pairs of the previous one. Where not everything can be met, only the first holds.
  /// The outcome's prices prove the total of `repriced(problem, …)`, which for a price of 0 is the problem itself.
  ///
  /// - Parameters:
  ///   - problem: Papers and reviewers have the numbers they had; new ones follow. A reviewer who is gone has a maximum
  ///     load of 0, a paper that is gone a demand of 0.
  ///   - previous: May hold pairs that are allowed no more.
  ///   - duals: The previous prices. They only make it fast; without them the whole is solved from the start.
  ///   - pricePerChange: In units of score, at least 0.
  public static func revise(
    _ problem: AssignmentProblem, previous: Plan, duals: DualPrices?, pricePerChange: Int64 = 0, seed: UInt64
  ) -> Revision {
    let priced = repriced(problem, previous: previous, pricePerChange: pricePerChange)
    let transport = priced.transport
    let candidates = previous.pairs.compactMap { pair in priced.candidate(of: pair).map { (pair, $0) } }
    var start: TransportStart?
    if let duals {
      let flows = candidates.filter { transport.gain[$0.1] != TransportProblem.excluded }.map { pair, candidate in
        TransportFlow(candidate: candidate, paper: Int32(pair.paper), reviewer: Int32(pair.reviewer), units: 1)
      }
      start = TransportStart(reviewerPrice: duals.reviewer, flows: flows)
    }
    let solution = Transport.solve(transport, seed: seed, start: start)
    let outcome = outcome(of: solution, priced)
    guard case .optimal(_, let duals) = outcome else { return Revision(outcome, previous: previous, problem) }
    let face = OptimalFace(transport, solution, kept: candidates.map(\.1))
    let pairs = face.pairsKeepingMost(seed: seed).map { Pair(paper: Int($0.paper), reviewer: Int($0.reviewer)) }
    return Revision(.optimal(Plan(pairs: priced.forced + pairs), duals), previous: previous, problem)
  }

  /// The problem in which the previous plan's pairs score `pricePerChange` more, as far as the score limit lets them.
  public static func repriced(
    _ problem: AssignmentProblem, previous: Plan, pricePerChange: Int64
  ) -> AssignmentProblem {
    guard pricePerChange > 0 else { return problem }
    let limit = AssignmentProblem.scoreLimit
    return problem.rescored(previous.pairs) { min($0 + min(pricePerChange, limit), limit) }
  }
}

extension Revision {
  init(_ outcome: Outcome, previous: Plan, _ problem: AssignmentProblem) {
    let now = Set(outcome.plan.pairs)
    let before = Set(previous.pairs)
    var loads: [Int: Int] = [:]
    var reviews: [Int: Int] = [:]
    for pair in before {
      loads[pair.reviewer, default: 0] += 1
      reviews[pair.paper, default: 0] += 1
    }
    self.outcome = outcome
    added = outcome.plan.pairs.filter { !before.contains($0) }
    keptCount = outcome.plan.pairs.count - added.count
    removed = before.subtracting(now).sorted().map { pair in
      let reason: Reason =
        if problem.score(of: pair) == nil {
          .notAllowed
        } else if loads[pair.reviewer, default: 0] > problem.loadMaximum[pair.reviewer] {
          .reviewerTakesFewer
        } else if reviews[pair.paper, default: 0] > problem.demandMaximum[pair.paper] {
          .paperTakesFewer
        } else {
          .makesWay
        }
      return Removal(pair: pair, reason: reason)
    }
  }
}

/// All optimal flows of a transportation problem for units of one, as its prices describe them (complementary slackness): a
/// candidate worth more than its prices is in each of them, one worth less in none, and a paper or reviewer with a price is
/// at the bound the price stands for. Few candidates are left to choose from.
struct OptimalFace {
  private var problem: TransportProblem
  private var settled: [TransportFlow] = []
  private var start: [TransportFlow] = []

  /// `kept` are candidates that are wished for, sorted.
  init(_ whole: TransportProblem, _ solution: TransportSolution, kept: [Int]) {
    problem = TransportProblem(
      rowStart: [0], reviewer: [], gain: [], demandMinimum: whole.demandMinimum, demandMaximum: whole.demandMaximum,
      loadMinimum: whole.loadMinimum, loadMaximum: whole.loadMaximum)
    for (paper, price) in solution.paperPrice.enumerated() {
      if price > 0 { problem.demandMinimum[paper] = whole.demandMaximum[paper] }
      if price < 0 { problem.demandMaximum[paper] = whole.demandMinimum[paper] }
    }
    for (reviewer, price) in solution.reviewerPrice.enumerated() {
      let loads = Self.loads(of: reviewer, whole, price: price, targetPrice: solution.targetPrice)
      (problem.loadMinimum[reviewer], problem.loadMaximum[reviewer]) = (loads.lowerBound, loads.upperBound)
    }
    let reviewers = whole.reviewer.span
    let gains = whole.gain.span
    let prices = solution.reviewerPrice.span
    var wished = kept[...]
    var used = solution.flows[...]
    for paper in 0..<whole.paperCount {
      let price = solution.paperPrice[paper]
      for candidate in whole.rowStart[paper]..<whole.rowStart[paper + 1] where gains[candidate] != TransportProblem.excluded {
        let reviewer = Int(reviewers[candidate])
        let worth = gains[candidate] &- price &- prices[reviewer]
        if worth < 0 { continue }
        while let next = wished.first, next < candidate { wished.removeFirst() }
        while let next = used.first, next.candidate < candidate { used.removeFirst() }
        add(
          candidate, paper, reviewer, isSettled: worth > 0, isWished: wished.first == candidate,
          isUsed: used.first?.candidate == candidate)
      }
      problem.rowStart.append(problem.reviewer.count)
    }
  }

  /// The loads that bring most at the price, less what they cost.
  private static func loads(
    of reviewer: Int, _ whole: TransportProblem, price: Int64, targetPrice: Int64
  ) -> ClosedRange<Int> {
    let maximum = whole.loadMaximum[reviewer]
    let (minimum, target) = (whole.loadMinimum[reviewer], whole.loadTarget.isEmpty ? maximum : whole.loadTarget[reviewer])
    let low = price > targetPrice ? maximum : price > -targetPrice ? target : minimum
    let high = price < -targetPrice ? minimum : price < targetPrice ? target : maximum
    return min(low, high)...max(low, high)
  }

  private mutating func add(
    _ candidate: Int, _ paper: Int, _ reviewer: Int, isSettled: Bool, isWished: Bool, isUsed: Bool
  ) {
    var flow = TransportFlow(candidate: candidate, paper: Int32(paper), reviewer: Int32(reviewer), units: 1)
    if isSettled {
      settled.append(flow)
      problem.demandMinimum[paper] = max(0, problem.demandMinimum[paper] - 1)
      problem.demandMaximum[paper] -= 1
      problem.loadMinimum[reviewer] = max(0, problem.loadMinimum[reviewer] - 1)
      problem.loadMaximum[reviewer] -= 1
      return
    }
    flow.candidate = problem.reviewer.count
    if isUsed { start.append(flow) }
    problem.reviewer.append(Int32(reviewer))
    problem.gain.append(isWished ? 1 : 0)
  }

  /// One of the optimal flows with the most candidates that are wished for.
  func pairsKeepingMost(seed: UInt64) -> [TransportFlow] {
    let from = TransportStart(reviewerPrice: [], flows: start)
    return settled + Transport.solve(problem, seed: seed, start: from).flows
  }
}

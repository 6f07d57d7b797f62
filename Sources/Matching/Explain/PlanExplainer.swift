/// Answers questions about a plan from the problem, the plan, and the prices that came with it.
///
/// With prices that prove the plan optimal the answers are exact. Without, or for a plan that minds more than the total
/// score, reasons are told from scores and loads alone, and the cheapest exchange found may not be the cheapest there is.
public struct PlanExplainer: Sendable {
  let problem: AssignmentProblem
  let plan: Plan
  /// Nil where the method gave none that fit.
  let duals: DualPrices?
  let loads: [Int]
  private let pairs: Set<Pair>
  private let forced: Set<Pair>

  /// Pairs of the plan that the problem does not know are left out.
  public init(_ problem: AssignmentProblem, _ plan: Plan, duals: DualPrices?) {
    self.problem = problem
    let known = plan.pairs.filter { problem.score(of: $0) != nil }
    self.plan = Plan(pairs: known)
    self.duals = duals.flatMap {
      $0.paper.count == problem.paperCount && $0.reviewer.count == problem.reviewerCount ? $0 : nil
    }
    var loads = [Int](repeating: 0, count: problem.reviewerCount)
    for pair in known { loads[pair.reviewer] += 1 }
    self.loads = loads
    pairs = Set(known)
    forced = Set(problem.forced)
  }

  func isAssigned(_ pair: Pair) -> Bool { pairs.contains(pair) }

  func isForced(_ pair: Pair) -> Bool { forced.contains(pair) }

  func worth(_ pair: Pair, score: Int64) -> Int64? {
    duals.map { score - $0.paper[pair.paper] - $0.reviewer[pair.reviewer] }
  }

  /// The price of the reviewer's places without what is charged for loads away from the targets.
  func price(of reviewer: Int, _ duals: DualPrices) -> Int64 {
    let (price, charge) = (duals.reviewer[reviewer], duals.targetPrice ?? 0)
    return price > charge ? price - charge : price < -charge ? price + charge : 0
  }

  /// Nil for a paper or reviewer that does not exist.
  public func explain(_ pair: Pair) -> PairExplanation? {
    guard loads.indices.contains(pair.reviewer), (0..<problem.paperCount).contains(pair.paper) else { return nil }
    return explain(pair, exchange: CheapestExchange(self).turning(pair))
  }

  private func explain(_ pair: Pair, exchange: Exchange?) -> PairExplanation {
    let score = problem.score(of: pair)
    return PairExplanation(
      pair: pair, score: score, isAssigned: isAssigned(pair), isForced: isForced(pair),
      worth: score.flatMap { worth(pair, score: $0) }, exchange: exchange)
  }

  /// Nil for a paper that does not exist. Says nothing of exchanges; `explain(_: Pair)` does.
  public func explain(paper: Int) -> PaperExplanation? {
    guard (0..<problem.paperCount).contains(paper) else { return nil }
    let candidates = problem.candidates(of: paper).sorted { ($1.score, $0.reviewer) < ($0.score, $1.reviewer) }
    let assigned = candidates.filter { isAssigned(Pair(paper: paper, reviewer: $0.reviewer)) }
    let lowest = assigned.last?.score
    return PaperExplanation(
      paper: paper,
      assigned: assigned.map { explain(Pair(paper: paper, reviewer: $0.reviewer), exchange: nil) },
      absent: candidates.compactMap { candidate in
        let pair = Pair(paper: paper, reviewer: candidate.reviewer)
        return isAssigned(pair) ? nil : absent(pair, candidate.score, lowest: lowest)
      })
  }

  private func absent(_ pair: Pair, _ score: Int64, lowest: Int64?) -> AbsentCandidate {
    let worth = worth(pair, score: score)
    return AbsentCandidate(
      reviewer: pair.reviewer, score: score, worth: worth, load: loads[pair.reviewer],
      reason: reason(pair.reviewer, score, worth: worth, lowest: lowest))
  }

  private func reason(_ reviewer: Int, _ score: Int64, worth: Int64?, lowest: Int64?) -> AbsenceReason {
    let maximum = problem.loadMaximum[reviewer]
    if maximum == 0 { return .noPlaces }
    if let lowest, score <= lowest { return .lowerScore(lowest: lowest) }
    if let worth, worth > 0 { return .otherAim }
    if let target = problem.loadTargets?.load[reviewer], (target..<maximum).contains(loads[reviewer]) { return .atTarget }
    if let price = duals.map({ price(of: reviewer, $0) }) {
      return price > 0 ? .neededElsewhere(price: price) : .placesOwed
    }
    return loads[reviewer] >= maximum ? .full : .otherAim
  }
}

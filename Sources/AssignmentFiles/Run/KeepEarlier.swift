internal import Matching

extension AssignmentSettings {
  /// Solves for the highest total less the price of every pair given up from the plan made before.
  ///
  /// A pair of that plan counts as if its score were the price higher, so keeping it is worth the price. The total falls
  /// behind the highest by no more than the price times the pairs kept.
  func solveKeeping(_ earlier: Plan, _ instance: AssignmentInstance) throws -> MethodOutcome {
    let price = Int64(changePriceMillionths)
    let rewarding = try instance.problem.rewarding(earlier.pairs, by: price)
    switch OptimalAssignment.solve(rewarding, seed: seed) {
    case .shortfall: return try solveOptimal(instance)
    case .optimal(let plan, let duals):
      guard case .optimal(let total) = Verifier.verifyOptimality(plan, duals, rewarding) else {
        throw MatcherFault(description: "the prices do not prove the plan optimal")
      }
      let kept = Set(plan.pairs).intersection(earlier.pairs).count
      return MethodOutcome(
        plan: plan, isWhole: true, isProven: kept == 0 || price == 0, bound: total,
        reason:
          "\(kept) of the \(earlier.pairs.count) pairs of the plan made before are kept, and \(plan.pairs.count - kept) are new.")
    }
  }
}

extension AssignmentProblem {
  /// The same with so much added to the scores of these pairs. Pairs that can't be are passed over.
  fileprivate func rewarding(_ pairs: [Pair], by units: Int64) throws(FileProblem) -> AssignmentProblem {
    let rewarded = Set(pairs)
    var rows = CandidateRows(rowStart: [0], reviewer: [], score: [])
    for paper in 0..<paperCount {
      for candidate in candidates(of: paper) {
        let pair = Pair(paper: paper, reviewer: candidate.reviewer)
        rows.reviewer.append(Int32(clamping: candidate.reviewer))
        rows.score.append(candidate.score + (rewarded.contains(pair) ? units : 0))
      }
      rows.rowStart.append(rows.reviewer.count)
    }
    do {
      return try AssignmentProblem(
        candidates: rows, demandMinimum: demandMinimum, demandMaximum: demandMaximum, loadMinimum: loadMinimum,
        loadMaximum: loadMaximum, forced: forced)
    } catch {
      throw FileProblem(
        "--change-price", "is too high: with it scores leave ±\(AssignmentProblem.scoreLimit / Score.unitsPerOne)")
    }
  }
}

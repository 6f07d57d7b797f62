internal import Matching

extension AssignmentSettings {
  /// Solves for the highest total less the price of every pair given up from the plan made before; of such plans, for the one
  /// that gives up fewest (`OptimalAssignment.revise`). The report tells which pairs went and why.
  ///
  /// A pair of that plan counts as if its score were the price higher, so keeping it is worth the price. The total falls
  /// behind the highest by no more than the price times the pairs kept.
  func solveKeeping(_ earlier: Plan, _ instance: AssignmentInstance) throws -> MethodOutcome {
    let price = Int64(changePriceMillionths)
    let problem = instance.problem
    guard earlier.pairs.allSatisfy({ problem.score(of: $0) ?? 0 <= AssignmentProblem.scoreLimit - price }) else {
      throw FileProblem(
        "--change-price", "is too high: with it scores leave ±\(AssignmentProblem.scoreLimit / Score.unitsPerOne)")
    }
    let revision = OptimalAssignment.revise(problem, previous: earlier, duals: nil, pricePerChange: price, seed: seed)
    guard case .optimal(let plan, let duals) = revision.outcome else { return try solveOptimal(instance) }
    let repriced = OptimalAssignment.repriced(problem, previous: earlier, pricePerChange: price)
    guard case .optimal(let total) = Verifier.verifyOptimality(plan, duals, repriced) else {
      throw MatcherFault(description: "the prices do not prove the plan optimal")
    }
    return MethodOutcome(
      plan: plan, isWhole: true, isProven: revision.keptCount == 0 || price == 0, bound: total,
      reason: RevisionSentences(instance).sentences(revision, earlier).joined(separator: "\n"))
  }
}

/// What became of a plan made before, in words.
struct RevisionSentences {
  private let instance: AssignmentInstance
  /// Pairs named one by one.
  private static let namedLimit = 50

  init(_ instance: AssignmentInstance) { self.instance = instance }

  func sentences(_ revision: Revision, _ earlier: Plan) -> [String] {
    let head =
      "\(revision.keptCount) of the \(earlier.pairs.count) pairs of the plan made before are kept, "
      + "and \(revision.added.count) are new."
    let named = revision.removed.prefix(Self.namedLimit).map { removal in
      "Paper \(instance.paperName(removal.pair.paper)) loses reviewer \(instance.reviewerName(removal.pair.reviewer)): "
        + why(removal.reason)
    }
    let rest = revision.removed.count - named.count
    return [head] + named + (rest > 0 ? ["And \(rest) more."] : [])
  }

  private func why(_ reason: Revision.Reason) -> String {
    switch reason {
    case .notAllowed: "the two can't be together any more."
    case .reviewerTakesFewer: "the reviewer takes fewer papers than before."
    case .paperTakesFewer: "the paper needs fewer reviews than before."
    case .makesWay: "the pair makes way so that the whole can be met or scores more."
    }
  }
}

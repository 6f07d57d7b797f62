internal import Matching

extension AssignmentSettings {
  /// Solves and verifies.
  func solve(_ instance: AssignmentInstance) throws -> MethodOutcome {
    switch method {
    case .optimal: try solveOptimal(instance).verified(instance)
    case .fair, .randomized, .perturbed: throw FileProblem("--method", "not yet")
    }
  }

  private func solveOptimal(_ instance: AssignmentInstance) throws -> MethodOutcome {
    switch OptimalAssignment.solve(instance.problem, seed: seed) {
    case .shortfall(let shortfall): return .short(shortfall, instance)
    case .optimal(let plan, let duals):
      guard case .optimal(let total) = Verifier.verifyOptimality(plan, duals, instance.problem) else {
        throw MatcherFault(description: "the prices do not prove the plan optimal")
      }
      return MethodOutcome(plan: plan, isWhole: true, isProven: true, bound: total, duals: duals)
    }
  }
}

extension MethodOutcome {
  /// No plan meets demands and loads.
  static func short(_ shortfall: Shortfall, _ instance: AssignmentInstance) -> MethodOutcome {
    MethodOutcome(
      plan: shortfall.plan, isWhole: false, isProven: false, bound: nil, duals: shortfall.duals, shortfall: shortfall,
      reason: ShortfallSentences(instance).sentences(shortfall).joined(separator: "\n"))
  }
}

internal import Matching

extension AssignmentSettings {
  /// Solves by the method asked for and has the verifier judge the result. Refuses, by name, what the method can't honour.
  func solve(_ instance: AssignmentInstance) throws -> MethodOutcome {
    let outcome =
      switch method {
      case .optimal where instance.constraints.isEmpty: try solveOptimal(instance)
      case .optimal: try solveConstrained(instance)
      case .fair: try solveFair(instance)
      case .randomized: try solveRandomized(instance)
      case .perturbed: try solvePerturbed(instance)
      }
    return try outcome.verified(instance)
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

  private func solveConstrained(_ instance: AssignmentInstance) throws -> MethodOutcome {
    switch try ConstrainedAssignment.solve(instance.problem, instance.constraints, seed: seed) {
    case .shortfall(.shortfall(let shortfall)): return .short(shortfall, instance)
    case .shortfall(.optimal): throw MatcherFault(description: "a whole plan was called short")
    case .impossible: return .none("No plan meets every rule, as the search has proven. Loosen a rule.")
    case .unmended(let plan):
      let broken = Verifier.verify(plan, instance.constraints, instance.problem)
      return MethodOutcome(
        plan: plan, isWhole: false, isProven: false, bound: nil,
        reason: (["No plan was found that meets every rule; the nearest breaks \(broken.count):"]
          + broken.prefix(20).map { RuleSentences(instance).sentence($0) }).joined(separator: "\n"))
    case .solved(let found):
      let cost = Score.decimal(units: found.relaxedTotal - found.total)
      return MethodOutcome(
        plan: found.plan, isWhole: true, isProven: found.isOptimal, bound: found.bound, duals: nil,
        reason: found.isOptimal ? nil : "The rules cost \(cost) of the total, perhaps less: the search ended before it had a proof.")
    }
  }

  private func solveRandomized(_ instance: AssignmentInstance) throws -> MethodOutcome {
    let limit = try pairLimit()
    return try refusing {
      MethodOutcome(
        try RandomizedAssignment.solve(instance.problem, limit: limit, constraints: instance.constraints, seed: seed), instance)
    }
  }

  private func pairLimit() throws(FileProblem) -> PairLimit {
    if let limit = PairLimit(limitMillionths, over: Int(Score.unitsPerOne)) { return limit }
    throw FileProblem("--limit", "probabilities are counted in fractions of at most \(PairLimit.denominatorLimit). Write 0.333 or 0.9, for instance")
  }

  /// A method's refusal, told as a problem of the input.
  private func refusing(_ body: () throws -> MethodOutcome) throws -> MethodOutcome {
    do {
      return try body()
    } catch let refusal as MethodRefusal {
      throw FileProblem("--method \(method.rawValue)", refusal.sentence)
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

  /// No plan at all.
  static func none(_ reason: String) -> MethodOutcome {
    MethodOutcome(plan: Plan(pairs: []), isWhole: false, isProven: false, bound: nil, reason: reason)
  }
}

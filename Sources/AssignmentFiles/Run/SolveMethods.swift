internal import Matching

extension AssignmentSettings {
  /// Solves by the method asked for and has the verifier judge the result. Refuses, by name, what the method can't honour.
  func solve(_ instance: AssignmentInstance) throws -> MethodOutcome {
    try refuseTargets(instance)
    if let earlier = instance.previous {
      guard method == .optimal, instance.constraints.isEmpty else {
        throw FileProblem("--previous", "pairs are kept only by --method optimal without rules, authors, apart, roles and tracks")
      }
      return try solveKeeping(earlier, instance).verified(instance)
    }
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

  private func refuseTargets(_ instance: AssignmentInstance) throws(FileProblem) {
    guard instance.problem.loadTargets != nil else { return }
    if method == .fair || (method == .optimal && !instance.constraints.isEmpty) {
      throw FileProblem(
        instance.names.reviewersFile,
        "targets are kept by --method randomized and perturbed, and by optimal without rules, authors, apart, roles and tracks. "
          + "Write reviewer,min,max, or choose one of these")
    }
  }

  func solveOptimal(_ instance: AssignmentInstance) throws -> MethodOutcome {
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
    case .impossible: return .impossible
    case .unmended(let plan): return .unmended(plan, instance)
    case .solved(let found):
      let cost = Score.decimal(units: found.relaxedTotal - found.total)
      return MethodOutcome(
        plan: found.plan, isWhole: true, isProven: found.isOptimal, bound: found.bound, duals: nil,
        reason: found.isOptimal
          ? nil : "The rules cost \(cost) of the total, perhaps less: the search ended before it had a proof.")
    }
  }

  private func solveFair(_ instance: AssignmentInstance) throws -> MethodOutcome {
    switch try FairAssignment.solve(instance.problem, instance.constraints, seed: seed) {
    case .shortfall(.shortfall(let shortfall)): return .short(shortfall, instance)
    case .shortfall(.optimal): throw MatcherFault(description: "a whole plan was called short")
    case .impossible: return .impossible
    case .unmended(let plan): return .unmended(plan, instance)
    case .solved(let found):
      let worst = "The worst-served paper has \(Score.decimal(units: found.worst))"
      let open =
        found.worst == found.worstBound
        ? "\(worst), proven the most; whether the total can be higher is not settled."
        : "\(worst); more than \(Score.decimal(units: found.worstBound)) is proven impossible."
      var outcome = MethodOutcome(
        plan: found.plan, isWhole: true, isProven: found.isOptimal, bound: found.totalBound,
        reason: found.isOptimal ? nil : open)
      outcome.fairness = AssignmentReport.Fairness(found)
      return outcome
    }
  }

  private func solveRandomized(_ instance: AssignmentInstance) throws -> MethodOutcome {
    let limit = try pairLimit()
    return try drawing(instance, limit) {
      try RandomizedAssignment.solve(instance.problem, limit: limit, constraints: instance.constraints, seed: seed)
    }
  }

  private func solvePerturbed(_ instance: AssignmentInstance) throws -> MethodOutcome {
    let limit = try pairLimit()
    return try drawing(instance, limit) {
      try PerturbedAssignment.solve(
        instance.problem, limit: limit, perturbationThousandths: perturbationThousandths,
        constraints: instance.constraints, seed: seed)
    }
  }

  /// Where even the optimal method falls short its proof is the better one.
  private func beyondLimit(_ shortfall: MarginalShortfall, _ instance: AssignmentInstance) throws -> MethodOutcome {
    if instance.constraints.isEmpty, case .shortfall(let plain) = OptimalAssignment.solve(instance.problem, seed: seed) {
      return .short(plain, instance)
    }
    var outcome = MethodOutcome.none(
      "With no pair likelier than \(Score.decimal(units: Int64(limitMillionths))) the numbers can't be met. Raise the limit, or "
        + "give the papers more candidates.")
    func whole(_ units: Int) -> Int { (units + shortfall.denominator - 1) / max(1, shortfall.denominator) }
    outcome.lackingPapers = shortfall.papers.map { PaperShortage(paper: $0.index, missingReviews: whole($0.units)) }
    outcome.lackingReviewers = shortfall.reviewers.map { LoadShortage(reviewer: $0.index, missingPapers: whole($0.units)) }
    return outcome
  }

  private func pairLimit() throws(FileProblem) -> PairLimit {
    if let limit = PairLimit(limitMillionths, over: Int(Score.unitsPerOne)) { return limit }
    throw FileProblem(
      "--limit",
      "probabilities are counted in fractions of at most \(PairLimit.denominatorLimit). Write 0.333 or 0.9, for instance")
  }

  /// What a method that draws lots gave, its probabilities verified. A refusal is told as a problem of the input.
  private func drawing(
    _ instance: AssignmentInstance, _ limit: PairLimit, _ body: () throws -> RandomizedOutcome
  ) throws -> MethodOutcome {
    do {
      switch try body() {
      case .shortfall(let shortfall): return try beyondLimit(shortfall, instance)
      case .solved(let found):
        let violations = Verifier.verify(found.marginals, limit: limit, instance.problem)
        if !violations.isEmpty { throw MatcherFault(description: "the probabilities do not hold: \(violations.prefix(5))") }
        return .drawn(found)
      }
    } catch let refusal as MethodRefusal {
      throw FileProblem("--method \(method.rawValue)", refusal.sentence)
    }
  }
}

import Testing

@testable import Matching

@Suite("Load targets")
struct LoadTargetTests {
  /// A tiny problem with a target for each reviewer; a price below, near and above what scores differ by, or none.
  private func problem(seed: Int, price: Int64?, shuffle: Bool = false) throws -> AssignmentProblem {
    var input = ProblemInput.tiny(seed: seed)
    var random = TestRandom(state: UInt64(seed) &* 977 &+ 3)
    _ = random.below(2)
    let load = zip(input.loadMinimum, input.loadMaximum).map { $0 + random.below($1 - $0 + 1) }
    if shuffle { input = input.shuffled(&random) }
    return try AssignmentProblem(
      candidates: input.candidates, demand: input.demand, loadMinimum: input.loadMinimum, loadMaximum: input.loadMaximum,
      loadTargets: LoadTargets(load: load, price: price), forbidden: input.forbidden, forced: input.forced)
  }

  private func value(_ plan: Plan, _ problem: AssignmentProblem) -> BruteForce.Result {
    let statistics = PlanStatistics(plan, problem)
    let missing = zip(statistics.loads, problem.loadMinimum).reduce(0) { $0 + max(0, $1.1 - $1.0) }
    return BruteForce.Result(
      reviews: plan.pairs.count, missingLoad: missing, loads: statistics.loads, score: statistics.totalScore, problem)
  }

  @Test("On 2000 tiny problems loads are as near to their targets as the best of all plans has them, and every proof holds")
  func matchesBruteForce() throws {
    var (optimal, short, away) = (0, 0, 0)
    for seed in 0..<2000 {
      let problem = try problem(seed: seed, price: [nil, 1, 6, 30][seed % 4])
      let best = try #require(BruteForce.best(of: problem))
      let outcome = OptimalAssignment.solve(problem, seed: UInt64(seed))
      #expect(value(outcome.plan, problem) == best, "seed \(seed)")
      if best.away > 0 { away += 1 }
      switch outcome {
      case .optimal(let plan, let duals):
        optimal += 1
        let total = PlanStatistics(plan, problem).totalScore
        #expect(Verifier.verifyOptimality(plan, duals, problem) == .optimal(total: total), "seed \(seed)")
      case .shortfall(let shortfall):
        short += 1
        #expect(Verifier.verifyShortfall(shortfall, problem) == [], "seed \(seed)")
      }
    }
    #expect(optimal > 100 && short > 100 && away > 100, "\(optimal) optimal, \(short) short, \(away) away from targets")
  }

  @Test("The order of input is forgotten, and a revision keeps to the targets")
  func shuffledAndRevised() throws {
    for seed in 0..<300 {
      let price: Int64? = seed % 2 == 0 ? nil : 4
      let problem = try problem(seed: seed, price: price)
      let straight = OptimalAssignment.solve(problem, seed: 3)
      #expect(straight == OptimalAssignment.solve(try self.problem(seed: seed, price: price, shuffle: true), seed: 3))
      let strange = OptimalAssignment.solve(try self.problem(seed: seed + 1, price: nil), seed: 1)
      let revised = OptimalAssignment.revise(problem, previous: strange.plan, duals: strange.duals, seed: 4).outcome
      #expect(value(revised.plan, problem) == value(straight.plan, problem), "seed \(seed)")
      if case .optimal(let plan, let duals) = revised {
        let total = PlanStatistics(plan, problem).totalScore
        #expect(Verifier.verifyOptimality(plan, duals, problem) == .optimal(total: total), "seed \(seed)")
      }
    }
  }

  @Test("At a conference's size nobody has more than their target while others can take it, and the auction's prices prove it")
  func larger() throws {
    let input = ProblemInput.dense(papers: 60, reviewers: 40, demand: 3, minimum: 1, maximum: 9, spread: 1000, seed: 5)
    for (target, price) in [(4, nil), (5, nil), (6, Int64(120)), (2, Int64(40)), (3, nil)] as [(Int, Int64?)] {
      let problem = try AssignmentProblem(
        candidates: input.candidates, demand: input.demand, loadMinimum: input.loadMinimum, loadMaximum: input.loadMaximum,
        loadTargets: LoadTargets(load: Array(repeating: target, count: 40), price: price))
      guard case .optimal(let plan, let duals) = OptimalAssignment.solve(problem, seed: 1) else {
        Issue.record("The problem is feasible.")
        continue
      }
      let statistics = PlanStatistics(plan, problem)
      #expect(Verifier.verifyOptimality(plan, duals, problem) == .optimal(total: statistics.totalScore))
      // 180 reviews are 4.5 for each.
      if price == nil { #expect(statistics.loads.allSatisfy { target < 5 ? $0 >= target : $0 <= target }) }
    }
  }

  @Test("Expected loads keep to the targets too")
  func randomized() throws {
    var solved = 0
    for seed in 0..<300 {
      let problem = try problem(seed: seed, price: [nil, 2, 30][seed % 3])
      let limit = try #require([PairLimit(1, over: 1), PairLimit(2, over: 3)][seed % 2])
      guard case .solved(let found) = try RandomizedAssignment.solve(problem, limit: limit, seed: 1) else { continue }
      solved += 1
      let duals = try #require(found.duals)
      #expect(
        Verifier.verifyOptimality(found.marginals, duals, limit: limit, problem) == .optimal(total: found.expectedUnits),
        "seed \(seed)")
      #expect(found.isOptimal && Verifier.verify(found.plan, problem).isEmpty, "seed \(seed)")
      if limit.denominator == 1 {
        #expect(value(found.plan, problem) == BruteForce.best(of: problem), "seed \(seed)")
      }
    }
    #expect(solved > 40)
  }

  @Test("A proof whose charge scores could outweigh is none, nor one for other targets")
  func falseProofs() throws {
    let input = ProblemInput.dense(papers: 6, reviewers: 5, demand: 2, minimum: 0, maximum: 5, spread: 50, seed: 2)
    func problem(_ target: Int, _ price: Int64?) throws -> AssignmentProblem {
      try AssignmentProblem(
        candidates: input.candidates, demand: input.demand, loadMinimum: input.loadMinimum, loadMaximum: input.loadMaximum,
        loadTargets: LoadTargets(load: Array(repeating: target, count: 5), price: price))
    }
    let cheap = OptimalAssignment.solve(try problem(2, 1), seed: 1)
    #expect(Verifier.verifyOptimality(cheap.plan, cheap.duals, try problem(2, nil)) == .malformedPrices)
    let strict = OptimalAssignment.solve(try problem(2, nil), seed: 1)
    guard case .gap = Verifier.verifyOptimality(strict.plan, strict.duals, try problem(3, nil)) else {
      Issue.record("Prices for one target prove nothing about another.")
      return
    }
  }

  @Test("Targets outside the loads and prices out of range are refused, and methods that keep no targets refuse them by name")
  func refused() throws {
    func make(_ load: [Int], _ price: Int64? = nil) throws(ProblemError) -> AssignmentProblem {
      try AssignmentProblem(
        candidates: [[Candidate(reviewer: 0, score: 1)]], demand: [1], loadMinimum: [1, 0], loadMaximum: [2, 3],
        loadTargets: LoadTargets(load: load, price: price))
    }
    #expect(throws: ProblemError.lengthMismatch(.loadTargets, expected: 2, found: 1)) { try make([1]) }
    #expect(throws: ProblemError.targetOutsideLoads(reviewer: 1, target: 4, minimum: 0, maximum: 3)) { try make([1, 4]) }
    #expect(throws: ProblemError.targetOutsideLoads(reviewer: 0, target: 0, minimum: 1, maximum: 2)) { try make([0, 0]) }
    #expect(throws: ProblemError.targetPriceOutOfRange(-1)) { try make([1, 1], -1) }
    let problem = try make([1, 1])
    #expect(throws: SideConstraintError.loadTargets) { try FairAssignment.solve(problem, seed: 1) }
    #expect(throws: SideConstraintError.loadTargets) { try ConstrainedAssignment.solve(problem, SideConstraints(), seed: 1) }
  }

  @Test("A reviewer with a free place above their target is told to be at it")
  func explained() throws {
    let problem = try AssignmentProblem(
      candidates: [[0, 1], [0, 1]].map { $0.map { Candidate(reviewer: $0, score: $0 == 0 ? 9 : 1) } }, demand: [1, 1],
      loadMinimum: [0, 0], loadMaximum: [2, 2], loadTargets: LoadTargets(load: [1, 1]))
    let outcome = OptimalAssignment.solve(problem, seed: 1)
    let explainer = PlanExplainer(problem, outcome.plan, duals: outcome.duals)
    let reasons = (0..<2).flatMap { explainer.explain(paper: $0)?.absent.map(\.reason) ?? [] }
    #expect(reasons.contains(.atTarget))
    #expect(explainer.figures().loadPrices.allSatisfy { $0.price.magnitude <= 9 })
  }
}

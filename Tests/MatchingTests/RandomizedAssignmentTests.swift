import Matching
import Testing

@Suite("Randomized and perturbed assignment")
struct RandomizedAssignmentTests {
  private func solved(_ outcome: RandomizedOutcome) -> RandomizedPlan? {
    if case .solved(let plan) = outcome { return plan }
    return nil
  }

  @Test("With limit 1 the expected total is the optimum, and shortfalls are the same")
  func limitOneIsOptimal() throws {
    let certain = try #require(PairLimit(1, over: 1))
    for seed in 0..<200 {
      let problem = try AssignmentProblem.roomy(seed: seed)
      let outcome = try RandomizedAssignment.solve(problem, limit: certain, seed: 1)
      switch OptimalAssignment.solve(problem, seed: 1) {
      case .optimal(let plan, _):
        let found = try #require(solved(outcome), "seed \(seed)")
        #expect(found.expectedUnits == PlanStatistics(plan, problem).totalScore, "seed \(seed)")
        #expect(Verifier.verify(found.plan, problem).isEmpty, "seed \(seed)")
      case .shortfall:
        #expect(solved(outcome) == nil, "seed \(seed)")
      }
    }
  }

  @Test("Marginals keep the limit, every drawn plan keeps the problem, and the prices prove the expected total")
  func marginalsAreProven() throws {
    var proven = 0
    for seed in 0..<300 {
      let problem = try AssignmentProblem.roomy(seed: seed)
      let limit = try #require([PairLimit(1, over: 2), PairLimit(2, over: 3), PairLimit(9, over: 10)][seed % 3])
      guard let found = solved(try RandomizedAssignment.solve(problem, limit: limit, seed: 5)) else { continue }
      #expect(Verifier.verify(found.marginals, limit: limit, problem).isEmpty, "seed \(seed)")
      let duals = try #require(found.duals)
      #expect(Verifier.verifyOptimality(found.marginals, duals, limit: limit, problem) == .optimal(total: found.expectedUnits))
      for draw in 0..<10 {
        #expect(Verifier.verify(found.sampler.sample(seed: UInt64(draw)), problem).isEmpty, "seed \(seed), draw \(draw)")
      }
      proven += 1
    }
    #expect(proven > 80, "\(proven)")
  }

  @Test("Pairs are drawn as often as their probabilities say")
  func frequencies() throws {
    let input = ProblemInput.dense(papers: 8, reviewers: 9, demand: 3, minimum: 2, maximum: 4, spread: 50, seed: 3)
    let problem = try input.problem()
    let limit = try #require(PairLimit(7, over: 10))
    let found = try #require(solved(try RandomizedAssignment.solve(problem, limit: limit, seed: 1)))
    let draws = 4000
    var count: [Pair: Int] = [:]
    for seed in 0..<draws {
      for pair in found.sampler.sample(seed: UInt64(seed)).pairs { count[pair, default: 0] += 1 }
    }
    #expect(found.marginals.entries.contains { $0.units % 10 != 0 })
    for entry in found.marginals.entries {
      let expected = Double(entry.units) / 10 * Double(draws)
      let spread = (expected * (1 - Double(entry.units) / 10)).squareRoot()
      #expect(abs(Double(count[entry.pair, default: 0]) - expected) <= 5 * spread + 1e-9, "\(entry.pair)")
    }
    let drawn = Set(count.keys).subtracting(found.marginals.entries.map(\.pair))
    #expect(drawn.isEmpty)
  }

  @Test("Rules on a paper and clashes hold in every plan that can be drawn; what it costs is bounded")
  func constraintsHold() throws {
    var constrained = 0
    var refused = 0
    let limit = try #require(PairLimit(1, over: 2))
    for seed in 0..<500 {
      let problem = try AssignmentProblem.roomy(seed: seed)
      let constraints = SideConstraints.tiny(problem, seed: seed)
      guard !constraints.isEmpty else { continue }
      do {
        guard let found = solved(try RandomizedAssignment.solve(problem, limit: limit, constraints: constraints, seed: 2))
        else { continue }
        constrained += 1
        #expect(Verifier.verify(found.marginals, limit: limit, problem).isEmpty, "seed \(seed)")
        #expect(found.objective <= found.objectiveBound, "seed \(seed)")
        for draw in 0..<20 {
          let plan = found.sampler.sample(seed: UInt64(draw))
          #expect(Verifier.verify(plan, problem).isEmpty, "seed \(seed)")
          #expect(Verifier.verify(plan, constraints, problem).isEmpty, "seed \(seed)")
        }
      } catch {
        refused += 1
      }
    }
    #expect(constrained > 60 && refused > 20, "\(constrained) constrained, \(refused) refused")
  }

  @Test("At most one per institution is as good as the best marginals found by trying all")
  func groupsAreExact() throws {
    // Two papers of two reviews, three reviewers in two institutions, everybody reads everything.
    let row = [10, 8, 1].enumerated().map { Candidate(reviewer: $0.offset, score: Int64($0.element)) }
    let problem = try AssignmentProblem(
      candidates: [row, row], demand: [2, 2], loadMinimum: [0, 0, 0], loadMaximum: [2, 2, 2])
    let limit = try #require(PairLimit(1, over: 1))
    let rule = AttributeRule(valueOfReviewer: [0, 0, 1], bound: .atMostOfEach(1))
    let found = try #require(
      solved(
        try RandomizedAssignment.solve(problem, limit: limit, constraints: SideConstraints(attributes: [rule]), seed: 1)))
    #expect(found.expectedUnits == 22)
    #expect(found.isOptimal)
  }

  @Test("What a sample can't keep is refused by name")
  func refusals() throws {
    let row = (0..<4).map { Candidate(reviewer: $0, score: Int64($0)) }
    let problem = try AssignmentProblem(
      candidates: [row, row], demand: [2, 2], loadMinimum: [0, 0, 0, 0], loadMaximum: [2, 2, 2, 2])
    let limit = try #require(PairLimit(1, over: 1))
    let one = AttributeRule(valueOfReviewer: [0, 0, 1, 1], bound: .atMostOfEach(1))
    func refusal(_ constraints: SideConstraints) -> MethodRefusal? {
      do { _ = try RandomizedAssignment.solve(problem, limit: limit, constraints: constraints, seed: 1) } catch { return error }
      return nil
    }
    #expect(refusal(SideConstraints(attributes: [one, one])) == .overlappingAttributes(rule: 0, and: 1, paper: 0))
    let three = AttributeRule(valueOfReviewer: [0, 0, 1, 1], bound: .atLeast(3, of: 0))
    #expect(refusal(SideConstraints(attributes: [three])) == .attributeNeedsMoreReviews(rule: 0, paper: 0))
    let short = AttributeRule(valueOfReviewer: [0], bound: .distinct(2))
    #expect(
      refusal(SideConstraints(attributes: [short]))
        == .constraints(.lengthMismatch(rule: .attribute(0), expected: 4, found: 1)))
    #expect(refusal(SideConstraints(tracks: [TrackRule(trackOfPaper: [0, 0], atMost: 1)])) == .tracks)
    #expect(throws: MethodRefusal.perturbation(thousandths: 501, steps: 4)) {
      try PerturbedAssignment.solve(problem, limit: limit, perturbationThousandths: 501, seed: 1)
    }
  }

  @Test("Limits are exact fractions")
  func limits() {
    #expect(PairLimit(0.9) == PairLimit(9, over: 10))
    #expect(PairLimit(0.5) == PairLimit(1, over: 2))
    #expect(PairLimit(18, over: 20) == PairLimit(9, over: 10))
    for (numerator, denominator) in [(0, 1), (3, 2), (-1, 2), (1, 0), (1, 1001)] {
      #expect(PairLimit(numerator, over: denominator) == nil)
    }
    #expect(PairLimit(Double.nan) == nil && PairLimit(1.5) == nil)
  }

  @Test("More perturbation spreads the probabilities and costs expected total; none of it is the randomized method")
  func perturbationTrades() throws {
    let input = ProblemInput.dense(papers: 30, reviewers: 25, demand: 3, minimum: 0, maximum: 5, spread: 1000, seed: 8)
    let problem = try input.problem()
    let limit = try #require(PairLimit(9, over: 10))
    var last: (expected: Double, norm: Double)?
    for thousandths in [0, 50, 200, 500] {
      let found = try #require(
        solved(try PerturbedAssignment.solve(problem, limit: limit, perturbationThousandths: thousandths, seed: 1)))
      let predictability = Predictability(found.marginals)
      #expect(Verifier.verify(found.marginals, limit: limit, problem).isEmpty)
      #expect(Verifier.verify(found.plan, problem).isEmpty)
      if let last {
        #expect(found.expectedTotal <= last.expected)
        #expect(predictability.norm < last.norm)
      } else {
        let plain = try #require(solved(try RandomizedAssignment.solve(problem, limit: limit, seed: 1)))
        #expect(plain.marginals == found.marginals && plain.plan == found.plan)
      }
      last = (found.expectedTotal, predictability.norm)
    }
  }

  @Test("A known seed draws a known plan, on every machine, whatever the order of input")
  func sampleIsPinned() throws {
    var random = TestRandom(state: 4)
    let input = ProblemInput.dense(papers: 4, reviewers: 5, demand: 2, minimum: 0, maximum: 2, spread: 9, seed: 6)
    let limit = try #require(PairLimit(1, over: 2))
    let found = try #require(solved(try RandomizedAssignment.solve(try input.problem(), limit: limit, seed: 7)))
    let shuffled = try input.shuffled(&random).problem()
    let again = try #require(solved(try RandomizedAssignment.solve(shuffled, limit: limit, seed: 7)))
    #expect(found.plan == again.plan && found.marginals == again.marginals)
    #expect(found.plan.pairs.map { "\($0.paper)\($0.reviewer)" } == ["01", "04", "12", "13", "20", "22", "31", "34"])
  }
}

import Matching
import Testing

@Suite("Assignment under side constraints")
struct ConstrainedAssignmentTests {
  @Test("On 200 small problems with rules of every kind the plan equals the best of all plans, and the bound holds")
  func matchesBruteForce() throws {
    var solved = 0
    var impossible = 0
    var dearer = 0
    for seed in 0..<200 {
      let problem = try AssignmentProblem.roomy(seed: seed)
      let constraints = SideConstraints.tiny(problem, seed: seed)
      let best = ConstrainedBruteForce(problem, constraints).bestTotal
      switch try ConstrainedAssignment.solve(problem, constraints, seed: UInt64(seed)) {
      case .solved(let found):
        solved += 1
        #expect(found.total == best, "seed \(seed)")
        #expect(found.isOptimal, "seed \(seed)")
        #expect(Verifier.verify(found.plan, problem).isEmpty, "seed \(seed)")
        #expect(Verifier.verify(found.plan, constraints, problem).isEmpty, "seed \(seed)")
        #expect(PlanStatistics(found.plan, problem).totalScore == found.total, "seed \(seed)")
        let bound = try #require(Verifier.bound(found.duals, constraints, problem))
        #expect(bound >= Int128(found.total), "seed \(seed)")
        if found.total < found.relaxedTotal { dearer += 1 }
      case .impossible:
        impossible += 1
        #expect(best == nil, "seed \(seed)")
      case .shortfall:
        #expect(best == nil, "seed \(seed)")
      case .unmended:
        Issue.record("seed \(seed): the search is exhaustive and must decide")
      }
    }
    #expect(solved > 60 && impossible > 5 && dearer > 15, "\(solved) solved, \(impossible) impossible, \(dearer) dearer")
  }

  @Test("Without effort the first plan found still meets everything, and its bound is honest")
  func diveAlone() throws {
    var open = 0
    for seed in 0..<200 {
      let problem = try AssignmentProblem.roomy(seed: seed)
      let constraints = SideConstraints.tiny(problem, seed: seed)
      guard case .solved(let found) = try ConstrainedAssignment.solve(problem, constraints, seed: 1, effort: 0) else { continue }
      let best = try #require(ConstrainedBruteForce(problem, constraints).bestTotal)
      #expect(Verifier.verify(found.plan, problem).isEmpty, "seed \(seed)")
      #expect(Verifier.verify(found.plan, constraints, problem).isEmpty, "seed \(seed)")
      #expect(found.total <= best && best <= found.bound, "seed \(seed)")
      if !found.isOptimal { open += 1 }
    }
    #expect(open > 2)
  }

  @Test("Where nearly every paper offends, an auction under the rules comes close to the bound, whatever the order of input")
  func auctioned() throws {
    let input = ProblemInput.dense(papers: 100, reviewers: 90, demand: 3, minimum: 0, maximum: 4, spread: 1000, seed: 23)
    let institution = AttributeRule(valueOfReviewer: (0..<90).map { $0 % 4 }, bound: .atMostOfEach(1))
    let region = AttributeRule(valueOfReviewer: (0..<90).map { $0 % 5 < 2 ? 0 : $0 % 3 + 1 }, bound: .distinct(2))
    var constraints = SideConstraints(attributes: [institution, region])
    constraints.apart = (0..<30).map { ReviewerPair($0, $0 + 50) }
    constraints.authorship = (0..<100).map { Pair(paper: $0, reviewer: $0 % 90) }
    let problem = try input.problem()
    let plain = OptimalAssignment.solve(problem, seed: 1).plan
    #expect(Verifier.verify(plain, constraints, problem).count > 60)
    guard case .solved(let found) = try ConstrainedAssignment.solve(problem, constraints, seed: 1, effort: 0) else {
      Issue.record("A plan is there to be found.")
      return
    }
    #expect(Verifier.verify(found.plan, problem).isEmpty && Verifier.verify(found.plan, constraints, problem).isEmpty)
    #expect(PlanStatistics(found.plan, problem).totalScore == found.total)
    #expect(Double(found.total) > 0.97 * Double(found.bound), "\(found.total) of \(found.bound)")
    var random = TestRandom(state: 3)
    let again = try ConstrainedAssignment.solve(input.shuffled(&random).problem(), constraints, seed: 1, effort: 0)
    #expect(again == .solved(found))
  }

  @Test("Where many papers offend they are mended together, and the plan stays close to the bound")
  func manyOffenders() throws {
    let input = ProblemInput.dense(papers: 150, reviewers: 120, demand: 3, minimum: 1, maximum: 5, spread: 1000, seed: 21)
    let problem = try input.problem()
    let institution = AttributeRule(valueOfReviewer: (0..<120).map { $0 % 6 }, bound: .atMostOfEach(1))
    let senior = AttributeRule(valueOfReviewer: (0..<120).map { $0 % 5 < 2 ? 1 : 0 }, bound: .atLeast(1, of: 1))
    let constraints = SideConstraints(attributes: [institution, senior])
    let plain = OptimalAssignment.solve(problem, seed: 1).plan
    let offending = Set(
      Verifier.verify(plain, constraints, problem).compactMap { violation -> Int? in
        switch violation {
        case .tooMany(_, let paper, _, _), .tooFew(_, let paper, _, _): paper
        default: nil
        }
      })
    #expect(offending.count > 40)
    guard case .solved(let found) = try ConstrainedAssignment.solve(problem, constraints, seed: 1, effort: 0) else {
      Issue.record("A plan is found.")
      return
    }
    #expect(Verifier.verify(found.plan, problem).isEmpty)
    #expect(Verifier.verify(found.plan, constraints, problem).isEmpty)
    #expect(found.total <= found.bound && found.bound - found.total < found.bound / 50)
    let proven = try #require(Verifier.bound(found.duals, constraints, problem))
    #expect(proven >= Int128(found.total))
    guard case .solved(let longer) = try ConstrainedAssignment.solve(problem, constraints, seed: 1, effort: 300_000) else {
      Issue.record("A plan is found.")
      return
    }
    #expect(longer.total >= found.total && longer.total <= longer.bound && longer.bound <= found.bound)
  }

  @Test("With hundreds of offenders, co-authors apart and no two-cycles, every rule and every load is kept near the optimum")
  func hundredsOfOffenders() throws {
    let (papers, reviewers) = (500, 400)
    let problem = try ProblemInput.dense(
      papers: papers, reviewers: reviewers, demand: 3, minimum: 1, maximum: 5, spread: 1000, seed: 4
    ).problem()
    var random = TestRandom(state: 9)
    var constraints = SideConstraints(attributes: [
      AttributeRule(valueOfReviewer: (0..<reviewers).map { $0 % 9 }, bound: .atMostOfEach(1)),
      AttributeRule(valueOfReviewer: (0..<reviewers).map { $0 % 4 }, bound: .atLeast(1, of: 0)),
      AttributeRule(valueOfReviewer: (0..<reviewers).map { $0 % 5 }, bound: .distinct(2)),
    ])
    for paper in 0..<papers {
      let (first, second) = (random.below(reviewers), random.below(reviewers))
      constraints.authorship += [Pair(paper: paper, reviewer: first), Pair(paper: paper, reviewer: second)]
      constraints.apart.append(ReviewerPair(first, second))
    }
    let plain = OptimalAssignment.solve(problem, seed: 1).plan
    #expect(Verifier.verify(plain, constraints, problem).count > 300)
    guard case .solved(let found) = try ConstrainedAssignment.solve(problem, constraints, seed: 1) else {
      Issue.record("A plan is found.")
      return
    }
    #expect(Verifier.verify(found.plan, problem).isEmpty)
    #expect(Verifier.verify(found.plan, constraints, problem).isEmpty)
    #expect(PlanStatistics(found.plan, problem).totalScore == found.total)
    #expect(found.total <= found.bound && found.total > found.relaxedTotal - found.relaxedTotal / 50)
    #expect(try ConstrainedAssignment.solve(problem, constraints, seed: 1) == .solved(found))
  }
}

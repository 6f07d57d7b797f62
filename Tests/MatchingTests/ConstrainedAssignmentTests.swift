import Matching
import Testing

@Suite("Assignment under side constraints")
struct ConstrainedAssignmentTests {
  @Test("On 400 small problems with rules of every kind the plan equals the best of all plans, and the bound holds")
  func matchesBruteForce() throws {
    var solved = 0
    var impossible = 0
    var dearer = 0
    for seed in 0..<400 {
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
    #expect(solved > 130 && impossible > 10 && dearer > 30, "\(solved) solved, \(impossible) impossible, \(dearer) dearer")
  }

  @Test("Without effort the first plan found still meets everything, and its bound is honest")
  func diveAlone() throws {
    var open = 0
    for seed in 0..<400 {
      let problem = try AssignmentProblem.roomy(seed: seed)
      let constraints = SideConstraints.tiny(problem, seed: seed)
      guard case .solved(let found) = try ConstrainedAssignment.solve(problem, constraints, seed: 1, effort: 0) else { continue }
      let best = try #require(ConstrainedBruteForce(problem, constraints).bestTotal)
      #expect(Verifier.verify(found.plan, problem).isEmpty, "seed \(seed)")
      #expect(Verifier.verify(found.plan, constraints, problem).isEmpty, "seed \(seed)")
      #expect(found.total <= best && best <= found.bound, "seed \(seed)")
      if !found.isOptimal { open += 1 }
    }
    #expect(open > 5)
  }
}

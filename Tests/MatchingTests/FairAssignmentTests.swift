import Matching
import Testing

@Suite("Fair assignment")
struct FairAssignmentTests {
  @Test("On small problems, with and without rules, worst paper and total equal the best of all plans")
  func matchesBruteForce() throws {
    var solved = 0
    var fairer = 0
    for seed in 0..<300 {
      let problem = try AssignmentProblem.roomy(seed: seed)
      let constraints = seed % 2 == 0 ? SideConstraints() : SideConstraints.tiny(problem, seed: seed)
      let best = ConstrainedBruteForce(problem, constraints).fairest
      switch try FairAssignment.solve(problem, constraints, seed: UInt64(seed), effort: 10_000_000) {
      case .solved(let found):
        solved += 1
        let expected = try #require(best, "seed \(seed)")
        #expect(found.worst == (expected.worst == .max ? 0 : expected.worst), "seed \(seed)")
        #expect(found.total == expected.total, "seed \(seed)")
        #expect(found.isOptimal, "seed \(seed)")
        #expect(Verifier.verify(found.plan, problem).isEmpty, "seed \(seed)")
        #expect(Verifier.verify(found.plan, constraints, problem).isEmpty, "seed \(seed)")
        let proven = try #require(Verifier.bound(found.duals, constraints, leastScore: found.worst, problem))
        #expect(proven >= Int128(found.total), "seed \(seed)")
        let plain = OptimalAssignment.solve(problem, seed: UInt64(seed)).plan
        if PlanStatistics(plain, problem).totalScore > found.total { fairer += 1 }
      case .impossible, .shortfall:
        #expect(best == nil, "seed \(seed)")
      case .unmended:
        Issue.record("seed \(seed): the search is exhaustive and must decide")
      }
    }
    #expect(solved > 100 && fairer > 30, "\(solved) solved, \(fairer) fairer than the optimum")
  }

  @Test("The worst paper is served first where the optimum would starve it")
  func starvedPaper() throws {
    let problem = try AssignmentProblem(
      candidates: [
        [Candidate(reviewer: 0, score: 100), Candidate(reviewer: 1, score: 60)],
        [Candidate(reviewer: 0, score: 50), Candidate(reviewer: 1, score: 5)],
      ],
      demand: [1, 1], loadMinimum: [0, 0], loadMaximum: [1, 1])
    guard case .solved(let found) = try FairAssignment.solve(problem, seed: 1) else {
      Issue.record("The problem is feasible.")
      return
    }
    #expect(found.plan.pairs == [Pair(paper: 0, reviewer: 1), Pair(paper: 1, reviewer: 0)])
    #expect(found.worst == 50 && found.worstBound == 50 && found.isOptimal)
  }

  @Test("Where minimum loads leave no choice of who reads how much, the worst paper still comes first")
  func loadsWithoutSlack() throws {
    let problem = try ProblemInput.dense(
      papers: 24, reviewers: 36, demand: 3, minimum: 2, maximum: 4, spread: 1000, seed: 8
    ).problem()
    let plain = OptimalAssignment.solve(problem, seed: 1).plan
    guard case .solved(let found) = try FairAssignment.solve(problem, seed: 1) else {
      Issue.record("The problem is feasible.")
      return
    }
    let worst = try #require(PlanStatistics(plain, problem).worstPaper?.score)
    #expect(found.worst > worst && found.worst <= found.worstBound && found.total <= found.totalBound)
    #expect(Verifier.verify(found.plan, problem).isEmpty)
    let statistics = PlanStatistics(found.plan, problem)
    #expect(statistics.worstPaper?.score == found.worst && statistics.totalScore == found.total)
    #expect(statistics.loads.allSatisfy { $0 == 2 })
  }

  @Test("Where the worst paper can't have what it could alone, the bound comes down to what is attained")
  func rivals() throws {
    let row = [Candidate(reviewer: 0, score: 90), Candidate(reviewer: 1, score: 10), Candidate(reviewer: 2, score: 20)]
    let problem = try AssignmentProblem(
      candidates: [row, row], demand: [1, 1], loadMinimum: [0, 0, 0], loadMaximum: [1, 1, 1])
    guard case .solved(let found) = try FairAssignment.solve(problem, seed: 1) else {
      Issue.record("The problem is feasible.")
      return
    }
    #expect(found.worst == 20 && found.worstBound == 20 && found.total == 110 && found.isOptimal)
  }
}

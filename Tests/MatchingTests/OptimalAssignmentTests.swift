import Matching
import Testing

@Suite("Optimal assignment")
struct OptimalAssignmentTests {
  @Test("On 2000 tiny problems the outcome equals the best of all plans, and every proof holds")
  func matchesBruteForce() throws {
    var optimal = 0
    var short = 0
    for seed in 0..<2000 {
      let problem = try ProblemInput.tiny(seed: seed).problem()
      let best = try #require(BruteForce.best(of: problem))
      let isFeasible = best.reviews == problem.demandMinimum.reduce(0, +) && best.missingLoad == 0
      switch OptimalAssignment.solve(problem, seed: UInt64(seed)) {
      case .optimal(let plan, let duals):
        optimal += 1
        #expect(isFeasible, "seed \(seed)")
        #expect(Verifier.verify(plan, problem).isEmpty, "seed \(seed)")
        #expect(Verifier.verifyOptimality(plan, duals, problem) == .optimal(total: best.score), "seed \(seed)")
      case .shortfall(let shortfall):
        short += 1
        #expect(!isFeasible, "seed \(seed)")
        #expect(Verifier.verifyShortfall(shortfall, problem) == [], "seed \(seed)")
        let found = BruteForce.Result(
          reviews: shortfall.plan.pairs.count,
          missingLoad: shortfall.reviewers.reduce(0) { $0 + $1.missingPapers },
          score: PlanStatistics(shortfall.plan, problem).totalScore)
        #expect(found == best, "seed \(seed)")
      }
    }
    #expect(optimal > 100 && short > 100, "the problems must be of both kinds: \(optimal) optimal, \(short) short")
  }

  @Test("The order of candidates, forced and forbidden pairs does not change the outcome")
  func orderOfInputIsForgotten() throws {
    var random = TestRandom(state: 5)
    for seed in 0..<150 {
      let input = ProblemInput.tiny(seed: seed)
      let straight = OptimalAssignment.solve(try input.problem(), seed: 3)
      let shuffled = OptimalAssignment.solve(try input.shuffled(&random).problem(), seed: 3)
      #expect(straight == shuffled, "seed \(seed)")
    }
    let input = ProblemInput.dense(papers: 20, reviewers: 15, demand: 3, minimum: 2, maximum: 5, spread: 4, seed: 2)
    let straight = OptimalAssignment.solve(try input.problem(), seed: 3)
    #expect(straight == OptimalAssignment.solve(try input.shuffled(&random).problem(), seed: 3))
  }

  @Test("Among plans of equal score the seed decides, and it never costs score")
  func seedBreaksTies() throws {
    let input = ProblemInput.dense(papers: 10, reviewers: 10, demand: 2, minimum: 1, maximum: 3, spread: 2, seed: 4)
    let problem = try input.problem()
    var plans: Set<Plan> = []
    var totals: Set<Int64> = []
    for seed in 0..<20 as Range<UInt64> {
      guard case .optimal(let plan, let duals) = OptimalAssignment.solve(problem, seed: seed) else {
        Issue.record("The problem is feasible.")
        return
      }
      guard case .optimal(let total) = Verifier.verifyOptimality(plan, duals, problem) else {
        Issue.record("Seed \(seed): the prices prove nothing.")
        return
      }
      plans.insert(plan)
      totals.insert(total)
    }
    #expect(plans.count > 10)
    #expect(totals.count == 1)
  }

  @Test("A known seed gives a known plan, on every machine")
  func planIsPinned() throws {
    let input = ProblemInput.dense(papers: 4, reviewers: 4, demand: 2, minimum: 2, maximum: 2, spread: 2, seed: 1)
    let outcome = OptimalAssignment.solve(try input.problem(), seed: 7)
    #expect(outcome.plan.pairs.map { "\($0.paper)\($0.reviewer)" } == ["01", "03", "11", "12", "20", "22", "30", "33"])
  }

  @Test(
    "A dense conference is solved to the proven optimum, with and without minimum loads and ties",
    arguments: [(0, 1_000_000), (4, 1_000_000), (4, 3), (0, 1)])
  func denseConference(minimum: Int, spread: Int) throws {
    let input = ProblemInput.dense(
      papers: 60, reviewers: 40, demand: 3, minimum: minimum, maximum: 5, spread: spread, seed: 11)
    let problem = try input.problem()
    guard case .optimal(let plan, let duals) = OptimalAssignment.solve(problem, seed: 1) else {
      Issue.record("The problem is feasible.")
      return
    }
    let total = PlanStatistics(plan, problem).totalScore
    #expect(Verifier.verifyOptimality(plan, duals, problem) == .optimal(total: total))
  }

  @Test("A minimum load is met even where a greedy plan would starve the reviewer")
  func minimumLoadCostsScore() throws {
    let problem = try AssignmentProblem(
      candidates: [
        [Candidate(reviewer: 0, score: 100), Candidate(reviewer: 1, score: 1)],
        [Candidate(reviewer: 0, score: 90), Candidate(reviewer: 1, score: 2)],
      ],
      demand: [1, 1], loadMinimum: [0, 1], loadMaximum: [2, 2])
    guard case .optimal(let plan, let duals) = OptimalAssignment.solve(problem, seed: 0) else {
      Issue.record("The problem is feasible.")
      return
    }
    #expect(plan.pairs == [Pair(paper: 0, reviewer: 0), Pair(paper: 1, reviewer: 1)])
    #expect(Verifier.verifyOptimality(plan, duals, problem) == .optimal(total: 102))
    #expect(duals.reviewer[1] < 0)
  }

  @Test("Scores at the limit, empty problems and papers without demand are solved")
  func extremes() throws {
    let limit = AssignmentProblem.scoreLimit
    let edge = try AssignmentProblem(
      candidates: [
        [Candidate(reviewer: 0, score: limit), Candidate(reviewer: 1, score: -limit)],
        [Candidate(reviewer: 0, score: limit), Candidate(reviewer: 1, score: -limit)],
      ],
      demand: [1, 1], loadMinimum: [0, 0], loadMaximum: [1, AssignmentProblem.countLimit])
    let outcome = OptimalAssignment.solve(edge, seed: 0)
    #expect(Verifier.verifyOptimality(outcome.plan, outcome.duals, edge) == .optimal(total: 0))

    let empty = try AssignmentProblem(candidates: [], demand: [], loadMinimum: [], loadMaximum: [])
    let nothing = OptimalAssignment.solve(empty, seed: 0)
    #expect(Verifier.verifyOptimality(Plan(pairs: []), nothing.duals, empty) == .optimal(total: 0))

    let idle = try AssignmentProblem(
      candidates: [[Candidate(reviewer: 0, score: 5)]], demand: [0], loadMinimum: [0], loadMaximum: [3])
    #expect(OptimalAssignment.solve(idle, seed: 0).plan.pairs.isEmpty)
  }
}

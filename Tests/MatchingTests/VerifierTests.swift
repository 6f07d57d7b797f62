import Matching
import Testing

@Suite("Verifier")
struct VerifierTests {
  private func problem() throws -> AssignmentProblem {
    try AssignmentProblem(
      candidates: [
        [Candidate(reviewer: 0, score: 5), Candidate(reviewer: 1, score: 4)],
        [Candidate(reviewer: 0, score: 9), Candidate(reviewer: 1, score: 1), Candidate(reviewer: 2, score: 7)],
      ],
      demand: [1, 2], loadMinimum: [0, 1, 0], loadMaximum: [2, 1, 1],
      forbidden: [Pair(paper: 1, reviewer: 1)], forced: [Pair(paper: 1, reviewer: 2)])
  }

  private func plan(_ pairs: (Int, Int)...) -> Plan {
    Plan(pairs: pairs.map { Pair(paper: $0.0, reviewer: $0.1) })
  }

  @Test("Every kind of fault in a plan is found")
  func plantedFaults() throws {
    let problem = try problem()
    #expect(Verifier.verify(plan((0, 1), (1, 0), (1, 2)), problem) == [])
    #expect(
      Verifier.verify(plan((0, 1), (1, 0)), problem) == [
        .forcedMissing(Pair(paper: 1, reviewer: 2)), .demand(paper: 1, needed: 2, given: 1),
      ])
    #expect(
      Verifier.verify(plan((0, 0), (1, 0), (1, 2)), problem) == [.loadBelowMinimum(reviewer: 1, minimum: 1, given: 0)])
    #expect(
      Verifier.verify(plan((0, 1), (1, 1), (1, 2)), problem) == [
        .notAllowed(Pair(paper: 1, reviewer: 1)), .loadAboveMaximum(reviewer: 1, maximum: 1, given: 2),
      ])
    #expect(
      Verifier.verify(plan((0, 1), (1, 0), (1, 2), (1, 2)), problem) == [.repeated(Pair(paper: 1, reviewer: 2))])
    #expect(
      Verifier.verify(plan((.min, 0), (0, .max), (0, 1), (1, 0), (1, 2)), problem) == [
        .unknownPaper(Pair(paper: .min, reviewer: 0)), .unknownReviewer(Pair(paper: 0, reviewer: .max)),
      ])
  }

  @Test("A plan below the optimum and prices that are off are not taken for proof")
  func plantedFaultsInProof() throws {
    let input = ProblemInput.dense(papers: 6, reviewers: 6, demand: 2, minimum: 1, maximum: 3, spread: 50, seed: 9)
    let problem = try input.problem()
    guard case .optimal(let plan, let duals) = OptimalAssignment.solve(problem, seed: 0) else {
      Issue.record("The problem is feasible.")
      return
    }
    let total = PlanStatistics(plan, problem).totalScore
    #expect(Verifier.verifyOptimality(plan, duals, problem) == .optimal(total: total))

    var negated = input
    negated.candidates = input.candidates.map { $0.map { Candidate(reviewer: $0.reviewer, score: -$0.score) } }
    let worst = OptimalAssignment.solve(try negated.problem(), seed: 0).plan
    let worstTotal = PlanStatistics(worst, problem).totalScore
    #expect(worstTotal < total)
    #expect(Verifier.verifyOptimality(worst, duals, problem) == .gap(total: worstTotal, gap: total - worstTotal))

    var short = duals
    short.paper.removeLast()
    #expect(Verifier.verifyOptimality(plan, short, problem) == .malformedPrices)
    let zero = DualPrices(paper: Array(repeating: 0, count: 6), reviewer: Array(repeating: 0, count: 6))
    let all = (0..<6).flatMap { problem.candidates(of: $0) }.reduce(0) { $0 + $1.score }
    #expect(Verifier.verifyOptimality(plan, zero, problem) == .gap(total: total, gap: all - total))
    let wild = DualPrices(paper: Array(repeating: .max, count: 6), reviewer: Array(repeating: .min, count: 6))
    #expect(Verifier.verifyOptimality(plan, wild, problem) != .optimal(total: total))
    let partial = Plan(pairs: Array(plan.pairs.dropLast()))
    guard case .invalid(let violations) = Verifier.verifyOptimality(partial, duals, problem) else {
      Issue.record("A partial plan was taken for a plan.")
      return
    }
    #expect(!violations.isEmpty)
  }

  @Test("Every false claim about a shortfall is found")
  func plantedFaultsInShortfall() throws {
    let problem = try AssignmentProblem(
      candidates: [
        [Candidate(reviewer: 0, score: 5)], [Candidate(reviewer: 0, score: 9)],
        [Candidate(reviewer: 1, score: 3), Candidate(reviewer: 2, score: 2)],
      ],
      demand: [1, 1, 1], loadMinimum: [0, 1, 1], loadMaximum: [1, 1, 1])
    guard case .shortfall(let sound) = OptimalAssignment.solve(problem, seed: 0) else {
      Issue.record("The problem is infeasible.")
      return
    }
    #expect(Verifier.verifyShortfall(sound, problem) == [])

    func faults(_ change: (inout Shortfall) -> Void) -> [ShortfallFault] {
      var copy = sound
      change(&copy)
      return Verifier.verifyShortfall(copy, problem)
    }
    #expect(faults { $0.papers[0].missingReviews = 2 } == [.paperShortages])
    #expect(faults { $0.reviewers = [] } == [.loadShortages])
    #expect(
      faults { $0.paperBottlenecks[0].roomReviews = 0 } == [
        .paperBottleneck(index: 0), .missingReviewsUnproven(missing: 1, proven: 0),
      ])
    #expect(
      faults { $0.paperBottlenecks[0].papers.append(.max) } == [
        .paperBottleneck(index: 0), .missingReviewsUnproven(missing: 1, proven: 0),
      ])
    #expect(faults { $0.paperBottlenecks.append($0.paperBottlenecks[0]) } == [.paperBottleneck(index: 1)])
    #expect(faults { $0.loadBottlenecks = [] } == [.missingLoadUnproven(missing: 1, proven: 0)])
    #expect(
      faults { $0.loadBottlenecks[0].reviewers = [-1] } == [
        .loadBottleneck(index: 0), .missingLoadUnproven(missing: 1, proven: 0),
      ])
    #expect(faults { $0.duals.paper[0] += 1_000_000 } == [.scoreUnproven])
    #expect(faults { $0.duals.reviewer = [] } == [.malformedPrices])
    #expect(
      faults {
        $0.plan = self.plan((0, 0), (2, 1))
        $0.papers = [PaperShortage(paper: 1, missingReviews: 1)]
        $0.reviewers = [LoadShortage(reviewer: 2, missingPapers: 1)]
      } == [.scoreUnproven])
    #expect(
      faults { $0.plan = self.plan((0, 0), (1, 0), (2, 1)) }.contains(
        .plan(.loadAboveMaximum(reviewer: 0, maximum: 1, given: 2))))
  }

  @Test("The price of a paper nobody can read proves nothing below the penalty")
  func priceBelowPenalty() throws {
    let problem = try AssignmentProblem(
      candidates: [[Candidate(reviewer: 0, score: 5)], [Candidate(reviewer: 0, score: 9)], []],
      demand: [1, 1, 1], loadMinimum: [0], loadMaximum: [1])
    guard case .shortfall(var claim) = OptimalAssignment.solve(problem, seed: 0) else {
      Issue.record("The problem is infeasible.")
      return
    }
    #expect(claim.plan == plan((1, 0)))
    claim.plan = plan((0, 0))
    claim.papers[0].paper = 1
    claim.duals.paper[2] -= 4
    #expect(Verifier.verifyShortfall(claim, problem) == [.scoreUnproven])
  }
}

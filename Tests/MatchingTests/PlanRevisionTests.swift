import Matching
import Testing

@Suite("Plan revision")
struct PlanRevisionTests {
  @Test("After any change the revised plan is optimal, and keeps as many pairs as any optimal plan does")
  func fewestChanges() throws {
    var compared = 0
    for seed in 0..<600 {
      let before = try ProblemInput.tiny(seed: seed).problem()
      var input = ProblemInput.tiny(seed: seed)
      var random = TestRandom(state: UInt64(seed))
      input.forced = []
      let gone = random.below(input.loadMaximum.count)
      (input.loadMinimum[gone], input.loadMaximum[gone]) = (0, random.below(2))
      input.demand[random.below(input.demand.count)] += random.below(2)
      let after = try input.problem()
      let yesterday = OptimalAssignment.solve(before, seed: 1)
      for price in [0, 2] as [Int64] {
        let revision = OptimalAssignment.revise(
          after, previous: yesterday.plan, duals: yesterday.duals, pricePerChange: price, seed: UInt64(seed))
        let priced = OptimalAssignment.repriced(after, previous: yesterday.plan, pricePerChange: price)
        guard case .optimal(let plan, let duals) = revision.outcome else {
          guard case .shortfall(let shortfall) = revision.outcome else { continue }
          #expect(Verifier.verifyShortfall(shortfall, priced) == [], "seed \(seed)")
          continue
        }
        guard case .optimal(let total) = Verifier.verifyOptimality(plan, duals, priced) else {
          Issue.record("Seed \(seed): the prices prove nothing.")
          continue
        }
        let kept = Set(plan.pairs).intersection(yesterday.plan.pairs).count
        #expect(kept == mostKept(priced, total: total, yesterday.plan), "seed \(seed)")
        #expect(revision.keptCount == kept && revision.added.count == plan.pairs.count - kept)
        #expect(revision.removed.count == yesterday.plan.pairs.count - kept)
        compared += 1
      }
    }
    #expect(compared > 100)
  }

  /// By trying all plans of the highest total: each kept pair weighs a little.
  private func mostKept(_ problem: AssignmentProblem, total: Int64, _ previous: Plan) -> Int {
    let kept = Set(previous.pairs)
    let weight = Int64(kept.count + 1)
    let rows = (0..<problem.paperCount).map { paper in
      problem.candidates(of: paper).map { candidate in
        let isKept = kept.contains(Pair(paper: paper, reviewer: candidate.reviewer))
        return Candidate(reviewer: candidate.reviewer, score: candidate.score * weight + (isKept ? 1 : 0))
      }
    }
    let weighted = try? AssignmentProblem(
      candidates: rows, demand: problem.demandMinimum, loadMinimum: problem.loadMinimum, loadMaximum: problem.loadMaximum,
      forced: problem.forced)
    guard let weighted, let best = BruteForce.best(of: weighted) else { return -1 }
    return Int(best.score - total * weight)
  }

  @Test("A chair is told what moved and why")
  func reasons() throws {
    let row = [Candidate(reviewer: 0, score: 9), Candidate(reviewer: 1, score: 5), Candidate(reviewer: 2, score: 1)]
    let before = try AssignmentProblem(
      candidates: [row, row], demand: [1, 1], loadMinimum: [0, 0, 0], loadMaximum: [1, 1, 1])
    let yesterday = OptimalAssignment.solve(before, seed: 0)
    let after = try AssignmentProblem(
      candidates: [row, row], demand: [1, 1], loadMinimum: [0, 0, 0], loadMaximum: [0, 1, 1])
    let revision = OptimalAssignment.revise(after, previous: yesterday.plan, duals: yesterday.duals, seed: 0)
    #expect(revision.keptCount == 1)
    #expect(revision.removed.map(\.reason) == [.reviewerTakesFewer])
    #expect(revision.added.map(\.reviewer) == [2])
    let conflicted = try AssignmentProblem(
      candidates: [row, row], demand: [1, 1], loadMinimum: [0, 0, 0], loadMaximum: [1, 1, 1], forbidden: yesterday.plan.pairs)
    let swapped = OptimalAssignment.revise(conflicted, previous: yesterday.plan, duals: yesterday.duals, seed: 0)
    #expect(swapped.keptCount == 0 && swapped.removed.allSatisfy { $0.reason == .notAllowed })
  }
}

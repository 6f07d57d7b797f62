import Testing

@testable import Matching

@Suite("Transportation problem")
struct TransportTests {
  /// A problem of the tiny kind, with ranges of demand, loads in several units and duplicated candidates.
  private func problem(seed: Int) -> TransportProblem {
    var random = TestRandom(state: UInt64(seed) &* 31 &+ 5)
    let (papers, reviewers) = (1 + random.below(3), 1 + random.below(3))
    let capacity = 1 + random.below(3)
    var problem = TransportProblem(
      rowStart: [0], reviewer: [], gain: [], demandMinimum: [], demandMaximum: [], loadMinimum: [], loadMaximum: [],
      pairCapacity: capacity)
    for _ in 0..<reviewers {
      let maximum = random.below(5)
      problem.loadMaximum.append(maximum)
      problem.loadMinimum.append(random.below(maximum + 1) / (1 + random.below(2)))
    }
    for _ in 0..<papers {
      let maximum = random.below(5)
      problem.demandMaximum.append(maximum)
      problem.demandMinimum.append(random.below(maximum + 1))
      for reviewer in 0..<reviewers where random.chance(75) {
        problem.reviewer.append(Int32(reviewer))
        problem.gain.append(random.chance(10) ? TransportProblem.excluded : Int64(random.below(12) - 4))
        if random.chance(15), let last = problem.gain.last, last != TransportProblem.excluded {
          problem.reviewer.append(Int32(reviewer))
          problem.gain.append(last - 1 - Int64(random.below(3)))
        }
      }
      problem.rowStart.append(problem.reviewer.count)
    }
    return problem
  }

  /// Most minimum demand, then least missing load, then the highest gain, by trying all flows.
  private func best(_ problem: TransportProblem) -> [Int64] {
    var loads = [Int](repeating: 0, count: problem.reviewerCount)
    var best: [Int64] = [.min, 0, 0]
    func visit(_ candidate: Int, _ paper: Int, _ given: Int, _ missing: Int64, _ gain: Int64) {
      if paper == problem.paperCount {
        let lacking = zip(loads, problem.loadMinimum).reduce(0) { $0 + max(0, $1.1 - $1.0) }
        let result = [-missing, -Int64(lacking), gain]
        if best.lexicographicallyPrecedes(result) { best = result }
        return
      }
      if candidate == problem.rowStart[paper + 1] {
        visit(candidate, paper + 1, 0, missing + Int64(max(0, problem.demandMinimum[paper] - given)), gain)
        return
      }
      let reviewer = Int(problem.reviewer[candidate])
      let isExcluded = problem.gain[candidate] == TransportProblem.excluded
      let room = min(problem.demandMaximum[paper] - given, problem.loadMaximum[reviewer] - loads[reviewer])
      for units in 0...max(0, isExcluded ? 0 : min(problem.pairCapacity, room)) {
        loads[reviewer] += units
        visit(
          candidate + 1, paper, given + units, missing,
          units == 0 ? gain : gain + Int64(units) * problem.gain[candidate])
        loads[reviewer] -= units
      }
    }
    visit(0, 0, 0, 0, 0)
    return best
  }

  private func result(_ solution: TransportSolution, _ problem: TransportProblem) -> [Int64] {
    var loads = [Int](repeating: 0, count: problem.reviewerCount)
    for flow in solution.flows { loads[Int(flow.reviewer)] += Int(flow.units) }
    let lacking = zip(loads, problem.loadMinimum).reduce(0) { $0 + max(0, $1.1 - $1.0) }
    return [-Int64(solution.missing.reduce(0, +)), -Int64(lacking), solution.objective]
  }

  @Test("With ranges of demand, several units a pair and parallel candidates, the flow is the best of all")
  func bruteForce() {
    for seed in 0..<1500 {
      let problem = problem(seed: seed)
      let best = best(problem)
      let solution = Transport.solve(problem, seed: UInt64(seed))
      #expect(result(solution, problem) == best, "seed \(seed)")
      #expect(solution.flows.allSatisfy { $0.units >= 1 && Int($0.units) <= problem.pairCapacity })
    }
  }

  @Test("With several units a pair, prices prove what bids and paths found together")
  func manyUnits() throws {
    for (seed, limit) in [(1, (9, 10)), (2, (1, 2)), (3, (2, 3)), (4, (1, 3))] {
      let problem = try ProblemInput.dense(
        papers: 120, reviewers: 90, demand: 3, minimum: seed % 2, maximum: 5, spread: 400, seed: seed
      ).problem()
      let limit = try #require(PairLimit(limit.0, over: limit.1))
      guard case .solved(let found) = try RandomizedAssignment.solve(problem, limit: limit, seed: 1) else {
        Issue.record("The problem is feasible.")
        continue
      }
      let duals = try #require(found.duals)
      #expect(Verifier.verifyOptimality(found.marginals, duals, limit: limit, problem) == .optimal(total: found.expectedUnits))
      #expect(Verifier.verify(found.plan, problem).isEmpty)
    }
  }

  @Test("Whatever it starts from, the flow is the best of all")
  func anyStart() {
    for seed in 0..<800 {
      let problem = problem(seed: seed)
      let other = self.problem(seed: seed + 1)
      let best = best(problem)
      let cold = Transport.solve(problem, seed: 1)
      let again = TransportStart(reviewerPrice: cold.reviewerPrice, flows: cold.flows)
      #expect(result(Transport.solve(problem, seed: 2, start: again), problem) == best, "seed \(seed)")
      let strange = TransportStart(reviewerPrice: Transport.solve(other, seed: 1).reviewerPrice, flows: cold.flows)
      #expect(result(Transport.solve(problem, seed: 3, start: strange), problem) == best, "seed \(seed)")
    }
  }
}

import Matching
import Testing

@Suite("What PeerReview4All guarantees")
struct FairnessGuaranteeTests {
  /// The highest sum that the worst paper of any plan has, and for each count the highest score such that a choice of so many
  /// reviewers for every paper keeps to it, by trying all.
  private func best(_ problem: AssignmentProblem, count: Int, by value: ([Int64]) -> Int64) -> Int64? {
    var loads = problem.loadMaximum
    func visit(_ paper: Int, _ lowest: Int64) -> Int64? {
      guard paper < problem.paperCount else { return lowest }
      let row = problem.candidates(of: paper)
      var found: Int64?
      for choice in 0..<(1 << row.count) where choice.nonzeroBitCount == count {
        let chosen = row.indices.filter { choice >> $0 & 1 == 1 }.map { row[$0] }
        guard chosen.allSatisfy({ loads[$0.reviewer] > 0 }) else { continue }
        for one in chosen { loads[one.reviewer] -= 1 }
        if let reached = visit(paper + 1, min(lowest, value(chosen.map(\.score)))) { found = max(found ?? reached, reached) }
        for one in chosen { loads[one.reviewer] += 1 }
      }
      return found
    }
    return visit(0, .max)
  }

  @Test("On 160 tiny problems levels are the highest there are, and floor and ceiling enclose the fairest plan's worst paper")
  func levels() throws {
    var (told, roomy) = (0, 0)
    for seed in 0..<160 {
      var random = TestRandom(state: UInt64(seed) &* 71 &+ 9)
      _ = random.below(3)
      let (papers, reviewers, demand) = (2 + random.below(2), 3 + random.below(2), 1 + random.below(2))
      let candidates = (0..<papers).map { _ in
        (0..<reviewers).filter { _ in random.chance(90) }.map { Candidate(reviewer: $0, score: Int64(random.below(20))) }
      }
      let isRoomy = random.chance(30)
      let problem = try AssignmentProblem(
        candidates: candidates, demand: Array(repeating: demand, count: papers),
        loadMinimum: Array(repeating: 0, count: reviewers),
        loadMaximum: (0..<reviewers).map { _ in isRoomy ? papers : 1 + random.below(3) })
      let levels = (1...demand).map { best(problem, count: $0) { $0.min() ?? 0 } }
      guard let guarantee = FairnessGuarantee(problem) else {
        #expect(levels.contains(nil), "seed \(seed)")
        continue
      }
      told += 1
      #expect(guarantee.levels == levels.compactMap { $0 }, "seed \(seed)")
      let fairest = try #require(best(problem, count: demand) { $0.reduce(0, +) }, "seed \(seed)")
      #expect(guarantee.floor <= guarantee.ceiling && fairest <= guarantee.ceiling, "seed \(seed)")
      #expect(guarantee.ratio >= 1 / Double(demand) - 1e-9 && guarantee.ratio <= 1, "seed \(seed)")
      // Where everybody can take every paper, the places left over can be filled, as the theorem has it.
      if isRoomy {
        roomy += 1
        #expect(guarantee.floor <= fairest, "seed \(seed)")
      }
      guard case .solved(let found) = try FairAssignment.solve(problem, seed: 1) else { continue }
      #expect(found.worst == fairest && found.guarantee == guarantee, "seed \(seed)")
    }
    #expect(told > 100 && roomy > 20, "\(told) told, \(roomy) with room")
  }

  @Test("Its theorem says nothing of scores below 0, of papers without reviews, or where reviews can't be had")
  func silent() throws {
    func problem(_ score: Int64, demand: Int) throws(ProblemError) -> AssignmentProblem {
      try AssignmentProblem(
        candidates: [[Candidate(reviewer: 0, score: score)]], demand: [demand], loadMinimum: [0], loadMaximum: [2])
    }
    #expect(FairnessGuarantee(try problem(-1, demand: 1)) == nil)
    #expect(FairnessGuarantee(try problem(1, demand: 0)) == nil)
    #expect(FairnessGuarantee(try problem(1, demand: 2)) == nil)
    let alone = try #require(FairnessGuarantee(try problem(7, demand: 1)))
    #expect(alone.levels == [7] && alone.floor == 7 && alone.ceiling == 7 && alone.ratio == 1)
  }
}

import Matching

/// A linear congruential generator (Knuth's MMIX constants), for test input only.
struct TestRandom {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in stride(from: result.count - 1, to: 0, by: -1) { result.swapAt(last, below(last + 1)) }
    return result
  }
}

/// The input of a problem, kept so that a test can shuffle it.
struct ProblemInput {
  var candidates: [[Candidate]]
  var demand: [Int]
  var loadMinimum: [Int]
  var loadMaximum: [Int]
  var forbidden: [Pair] = []
  var forced: [Pair] = []

  func problem() throws(ProblemError) -> AssignmentProblem {
    try AssignmentProblem(
      candidates: candidates, demand: demand, loadMinimum: loadMinimum, loadMaximum: loadMaximum,
      forbidden: forbidden, forced: forced)
  }

  func shuffled(_ random: inout TestRandom) -> ProblemInput {
    var copy = self
    copy.candidates = candidates.map { random.shuffled($0) }
    copy.forbidden = random.shuffled(forbidden)
    copy.forced = random.shuffled(forced)
    return copy
  }

  /// A tiny problem, often infeasible, with few distinct scores so that ties abound.
  static func tiny(seed: Int) -> ProblemInput {
    var random = TestRandom(state: UInt64(seed) &* 7919 &+ 13)
    for _ in 0..<4 { _ = random.below(2) }
    let papers = 1 + random.below(4)
    let reviewers = 1 + random.below(4)
    let density = 30 + random.below(71)
    let spread = random.chance(50) ? 3 : 40
    var input = ProblemInput(candidates: [], demand: [], loadMinimum: [], loadMaximum: [])
    let minimumPercent = random.chance(60) ? 50 : 0
    for _ in 0..<reviewers {
      let maximum = random.below(5)
      input.loadMaximum.append(maximum)
      input.loadMinimum.append(random.chance(minimumPercent) ? random.below(maximum + 1) : 0)
    }
    for _ in 0..<papers {
      input.demand.append(random.below(4))
      let row = (0..<reviewers).filter { _ in random.chance(density) }
      input.candidates.append(row.map { Candidate(reviewer: $0, score: Int64(random.below(spread) - spread / 3)) })
    }
    input.addConstraints(&random)
    return input
  }

  /// Forces and forbids a few pairs, so that the problem stays well formed.
  private mutating func addConstraints(_ random: inout TestRandom) {
    var forcedOfPaper = [Int](repeating: 0, count: demand.count)
    var forcedOfReviewer = [Int](repeating: 0, count: loadMaximum.count)
    guard random.chance(50) else { return }
    for (paper, row) in candidates.enumerated() {
      for candidate in row {
        let pair = Pair(paper: paper, reviewer: candidate.reviewer)
        if random.chance(15) {
          forbidden.append(pair)
        } else if random.chance(20), forcedOfPaper[paper] < demand[paper],
          forcedOfReviewer[pair.reviewer] < loadMaximum[pair.reviewer]
        {
          forced.append(pair)
          forcedOfPaper[paper] += 1
          forcedOfReviewer[pair.reviewer] += 1
        }
      }
    }
  }

  static func dense(papers: Int, reviewers: Int, demand: Int, minimum: Int, maximum: Int, spread: Int, seed: Int) -> Self {
    var random = TestRandom(state: UInt64(seed))
    return ProblemInput(
      candidates: (0..<papers).map { _ in
        (0..<reviewers).map { Candidate(reviewer: $0, score: Int64(random.below(spread))) }
      },
      demand: Array(repeating: demand, count: papers),
      loadMinimum: Array(repeating: minimum, count: reviewers),
      loadMaximum: Array(repeating: maximum, count: reviewers))
  }
}

import Matching

/// The best plan that meets a problem and side constraints, found by trying all plans.
struct ConstrainedBruteForce {
  private let problem: AssignmentProblem
  private let constraints: SideConstraints
  private var pairs: [Pair] = []
  private var loads: [Int]
  private(set) var bestTotal: Int64?
  /// The highest sum of scores of the worst paper, then the highest total.
  private(set) var fairest: (worst: Int64, total: Int64)?

  init(_ problem: AssignmentProblem, _ constraints: SideConstraints) {
    self.problem = problem
    self.constraints = constraints
    loads = Array(repeating: 0, count: problem.reviewerCount)
    visit(paper: 0, total: 0, worst: .max)
  }

  private mutating func visit(paper: Int, total: Int64, worst: Int64) {
    guard paper < problem.paperCount else {
      let plan = Plan(pairs: pairs)
      guard Verifier.verify(plan, problem).isEmpty, Verifier.verify(plan, constraints, problem).isEmpty else { return }
      bestTotal = max(bestTotal ?? .min, total)
      if fairest.map({ (worst, total) > $0 }) ?? true { fairest = (worst, total) }
      return
    }
    let row = problem.candidates(of: paper)
    for choice in 0..<(1 << row.count) where choice.nonzeroBitCount == problem.demand[paper] {
      let chosen = row.indices.filter { choice >> $0 & 1 == 1 }.map { row[$0] }
      guard chosen.allSatisfy({ loads[$0.reviewer] < problem.loadMaximum[$0.reviewer] }) else { continue }
      for candidate in chosen {
        loads[candidate.reviewer] += 1
        pairs.append(Pair(paper: paper, reviewer: candidate.reviewer))
      }
      let score = chosen.reduce(0) { $0 + $1.score }
      visit(paper: paper + 1, total: total + score, worst: chosen.isEmpty ? worst : min(worst, score))
      for candidate in chosen { loads[candidate.reviewer] -= 1 }
      pairs.removeLast(chosen.count)
    }
  }
}

extension SideConstraints {
  /// A few rules of every kind for a tiny problem.
  static func tiny(_ problem: AssignmentProblem, seed: Int) -> SideConstraints {
    var random = TestRandom(state: UInt64(seed) &* 104_729 &+ 7)
    for _ in 0..<4 { _ = random.below(2) }
    let reviewers = problem.reviewerCount
    let papers = problem.paperCount
    var constraints = SideConstraints()
    func values(_ random: inout TestRandom) -> [Int] { (0..<reviewers).map { _ in random.below(4) - 1 } }
    let about: [Int]? = random.chance(30) ? [random.below(papers)] : nil
    switch random.below(5) {
    case 0: constraints.attributes = [AttributeRule(valueOfReviewer: values(&random), bound: .atMostOfEach(1), papers: about)]
    case 1: constraints.attributes = [AttributeRule(valueOfReviewer: values(&random), bound: .atLeast(1, of: 0), papers: about)]
    case 2: constraints.attributes = [AttributeRule(valueOfReviewer: values(&random), bound: .distinct(2), papers: about)]
    case 3: constraints.attributes = [AttributeRule(valueOfReviewer: values(&random), bound: .atMost(1, of: 1), papers: about)]
    default: break
    }
    if random.chance(50) {
      constraints.apart = (0..<(1 + random.below(2))).map { _ in
        ReviewerPair(random.below(reviewers), random.below(reviewers))
      }
    }
    if random.chance(50) {
      constraints.authorship = (0..<(2 * papers)).map { _ in
        Pair(paper: random.below(papers), reviewer: random.below(reviewers))
      }
    }
    if random.chance(30) {
      func pair(_ random: inout TestRandom) -> Pair {
        Pair(paper: random.below(papers), reviewer: random.below(reviewers))
      }
      constraints.alternatives = [PairOfPairs(pair(&random), pair(&random))]
    }
    if random.chance(30) {
      constraints.tracks = [TrackRule(trackOfPaper: (0..<papers).map { _ in random.below(3) - 1 }, atMost: 1)]
    }
    return constraints
  }
}

extension ProblemInput {
  /// A small problem in which most plans are feasible.
  static func roomy(seed: Int) -> ProblemInput {
    var random = TestRandom(state: UInt64(seed) &* 15_485_863 &+ 3)
    for _ in 0..<4 { _ = random.below(2) }
    let papers = 2 + random.below(3)
    let reviewers = 4 + random.below(3)
    let spread = random.chance(30) ? 4 : 100
    var input = ProblemInput(candidates: [], demand: [], loadMinimum: [], loadMaximum: [])
    for _ in 0..<reviewers {
      input.loadMaximum.append(1 + random.below(3))
      input.loadMinimum.append(random.chance(20) ? 1 : 0)
    }
    for _ in 0..<papers {
      input.demand.append(1 + random.below(3))
      let row = (0..<reviewers).filter { _ in random.chance(85) }
      input.candidates.append(row.map { Candidate(reviewer: $0, score: Int64(random.below(spread))) })
    }
    return input
  }
}

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
    for choice in 0..<(1 << row.count)
    where (problem.demandMinimum[paper]...problem.demandMaximum[paper]).contains(choice.nonzeroBitCount) {
      let chosen = row.indices.filter { choice >> $0 & 1 == 1 }.map { row[$0] }
      guard chosen.allSatisfy({ loads[$0.reviewer] < problem.loadMaximum[$0.reviewer] }) else { continue }
      for candidate in chosen {
        loads[candidate.reviewer] += 1
        pairs.append(Pair(paper: paper, reviewer: candidate.reviewer))
      }
      let score = chosen.reduce(0) { $0 + $1.score }
      visit(paper: paper + 1, total: total + score, worst: problem.demandMaximum[paper] == 0 ? worst : min(worst, score))
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

extension AssignmentProblem {
  /// A small problem in which most plans are feasible, sometimes with ranges of demand, forced pairs and scores below 0.
  static func roomy(seed: Int) throws -> AssignmentProblem {
    var random = TestRandom(state: UInt64(seed) &* 15_485_863 &+ 3)
    for _ in 0..<4 { _ = random.below(2) }
    let papers = 2 + random.below(3)
    let reviewers = 4 + random.below(3)
    let spread = random.chance(30) ? 4 : 100
    let lowest = random.chance(20) ? spread / 2 : 0
    let rangePercent = random.chance(30) ? 40 : 0
    let loadMaximum = (0..<reviewers).map { _ in 1 + random.below(3) }
    let loadMinimum = (0..<reviewers).map { _ in random.chance(20) ? 1 : 0 }
    var demandMinimum: [Int] = []
    var demandMaximum: [Int] = []
    var rows: [[Candidate]] = []
    for _ in 0..<papers {
      demandMinimum.append(random.below(10) == 0 ? 0 : 1 + random.below(3))
      demandMaximum.append(demandMinimum[demandMinimum.count - 1] + (random.chance(rangePercent) ? 1 : 0))
      let row = (0..<reviewers).filter { _ in random.chance(85) }
      rows.append(row.map { Candidate(reviewer: $0, score: Int64(random.below(spread) - lowest)) })
    }
    var forced: [Pair] = []
    if random.chance(20), demandMaximum[0] > 0, let candidate = rows[0].first {
      forced = [Pair(paper: 0, reviewer: candidate.reviewer)]
    }
    let starts = rows.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    let candidates = CandidateRows(
      rowStart: starts, reviewer: rows.joined().map { Int32($0.reviewer) }, score: rows.joined().map(\.score))
    return try AssignmentProblem(
      candidates: candidates, demandMinimum: demandMinimum, demandMaximum: demandMaximum,
      loadMinimum: loadMinimum, loadMaximum: loadMaximum, forced: forced)
  }
}

import Matching

/// The best that any plan without overload, with every forced pair, can reach: most reviews, then least missing load,
/// then highest score less what loads away from their targets cost; where that has no price, the loads nearest to the targets
/// come before the score. Found by trying all plans.
struct BruteForce {
  struct Result: Equatable {
    var reviews: Int
    var missingLoad: Int
    /// Papers away from targets, where no price says what they cost.
    var away = 0
    /// Less what papers away from targets cost.
    var score: Int64

    init(reviews: Int, missingLoad: Int, score: Int64) {
      (self.reviews, self.missingLoad, self.score) = (reviews, missingLoad, score)
    }

    init(reviews: Int, missingLoad: Int, loads: [Int], score: Int64, _ problem: AssignmentProblem) {
      self.init(reviews: reviews, missingLoad: missingLoad, score: score)
      guard let targets = problem.loadTargets else { return }
      let distance = zip(loads, targets.load).map { abs($0 - $1) }.reduce(0, +)
      if let price = targets.price { self.score -= price * Int64(distance) } else { away = distance }
    }

    func beats(_ other: Result) -> Bool {
      (reviews, -missingLoad, -away, score) > (other.reviews, -other.missingLoad, -other.away, other.score)
    }
  }

  private let problem: AssignmentProblem
  private let forced: Set<Pair>
  private(set) var best: Result?
  private var loads: [Int]

  static func best(of problem: AssignmentProblem) -> Result? {
    var search = BruteForce(problem)
    search.visit(paper: 0, reviews: 0, score: 0)
    return search.best
  }

  private init(_ problem: AssignmentProblem) {
    self.problem = problem
    forced = Set(problem.forced)
    loads = Array(repeating: 0, count: problem.reviewerCount)
  }

  private mutating func visit(paper: Int, reviews: Int, score: Int64) {
    guard paper < problem.paperCount else {
      guard zip(loads, problem.loadMaximum).allSatisfy({ $0 <= $1 }) else { return }
      let missing = zip(loads, problem.loadMinimum).reduce(0) { $0 + max(0, $1.1 - $1.0) }
      let result = Result(reviews: reviews, missingLoad: missing, loads: loads, score: score, problem)
      if best.map({ result.beats($0) }) ?? true { best = result }
      return
    }
    let row = problem.candidates(of: paper)
    for choice in 0..<(1 << row.count) {
      let chosen = row.indices.filter { choice >> $0 & 1 == 1 }
      guard chosen.count <= problem.demandMinimum[paper] else { continue }
      let missesForced = row.indices.contains {
        choice >> $0 & 1 == 0 && forced.contains(Pair(paper: paper, reviewer: row[$0].reviewer))
      }
      if missesForced { continue }
      for place in chosen { loads[row[place].reviewer] += 1 }
      visit(
        paper: paper + 1, reviews: reviews + chosen.count, score: chosen.reduce(score) { $0 + row[$1].score })
      for place in chosen { loads[row[place].reviewer] -= 1 }
    }
  }
}

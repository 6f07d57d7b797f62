import Matching

/// The best that any plan without overload, with every forced pair, can reach: most reviews, then least missing load,
/// then highest score. Found by trying all plans.
struct BruteForce {
  struct Result: Equatable {
    var reviews: Int
    var missingLoad: Int
    var score: Int64

    func beats(_ other: Result) -> Bool {
      (reviews, -missingLoad, score) > (other.reviews, -other.missingLoad, other.score)
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
      let result = Result(reviews: reviews, missingLoad: missing, score: score)
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

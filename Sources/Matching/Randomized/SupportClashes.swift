/// Finds pairs of pairs that may not both be drawn though both have a probability.
///
/// Which of two clashing pairs a sample holds can't be steered within given marginals (Jecmen et al. 2020 show the problem
/// hard), so one of them must go altogether: the one of lower weight, score times units.
struct SupportClashes {
  private let apart: Set<Pair>
  private let reviewersApart: Set<Int>
  private let alternatives: [(first: Int, second: Int)]
  private let authorsOfPaper: [[Int]]
  private let wrote: Set<Pair>

  init(_ constraints: SideConstraints, _ problem: AssignmentProblem) {
    var apart: Set<Pair> = []
    for pair in constraints.apart where pair.first != pair.second {
      apart.insert(Pair(paper: min(pair.first, pair.second), reviewer: max(pair.first, pair.second)))
    }
    self.apart = apart
    reviewersApart = Set(apart.flatMap { [$0.paper, $0.reviewer] })
    alternatives = constraints.alternatives.compactMap { both in
      guard let first = problem.candidate(of: both.first), let second = problem.candidate(of: both.second),
        first != second
      else { return nil }
      return (first, second)
    }
    wrote = Set(constraints.authorship)
    var authors = Array(repeating: [Int](), count: wrote.isEmpty ? 0 : problem.paperCount)
    for pair in wrote.sorted() { authors[pair.paper].append(pair.reviewer) }
    authorsOfPaper = authors
  }

  var isEmpty: Bool { apart.isEmpty && alternatives.isEmpty && wrote.isEmpty }

  /// Candidates to exclude so that of every clash now in the support one pair goes. Forced pairs stay; where two forced
  /// pairs clash nothing can be done, and none is named.
  func losers(_ units: [(candidate: Int, units: Int)], _ problem: AssignmentProblem) -> Set<Int> {
    guard !isEmpty else { return [] }
    let support = Support(units, problem)
    var losers: Set<Int> = []
    func settle(_ first: Int, _ second: Int) {
      guard support.isUsed(first), support.isUsed(second) else { return }
      guard !losers.contains(first), !losers.contains(second) else { return }
      if let loser = support.lighter(first, second) { losers.insert(loser) }
    }
    for both in alternatives { settle(both.first, both.second) }
    for paper in 0..<problem.paperCount {
      if !apart.isEmpty {
        let here = support.ofPaper[paper].filter { reviewersApart.contains($0.reviewer) }
        for (place, one) in here.enumerated() {
          for other in here[(place + 1)...] where apart.contains(Pair(paper: one.reviewer, reviewer: other.reviewer)) {
            settle(one.candidate, other.candidate)
          }
        }
      }
      guard !wrote.isEmpty else { continue }
      for reader in support.ofPaper[paper] {
        for author in authorsOfPaper[paper] {
          for other in support.ofReviewer[author] where other.candidate != reader.candidate {
            if wrote.contains(Pair(paper: other.paper, reviewer: reader.reviewer)) {
              settle(reader.candidate, other.candidate)
            }
          }
        }
      }
    }
    return losers
  }
}

/// The pairs that have a probability.
private struct Support {
  var ofPaper: [[(candidate: Int, reviewer: Int)]]
  var ofReviewer: [[(candidate: Int, paper: Int)]]
  /// Score × units; forced pairs outweigh all.
  private var weight: [Int: Int64] = [:]

  init(_ units: [(candidate: Int, units: Int)], _ problem: AssignmentProblem) {
    ofPaper = Array(repeating: [], count: problem.paperCount)
    ofReviewer = Array(repeating: [], count: problem.reviewerCount)
    var paper = 0
    let forced = problem.forced.compactMap { problem.candidate(of: $0) }
    for candidate in forced { weight[candidate] = .max }
    for entry in units { weight[entry.candidate] = problem.scoreOfCandidate[entry.candidate] * Int64(entry.units) }
    for candidate in weight.keys.sorted() {
      while candidate >= problem.rowStart[paper + 1] { paper += 1 }
      let reviewer = Int(problem.reviewerOfCandidate[candidate])
      ofPaper[paper].append((candidate, reviewer))
      ofReviewer[reviewer].append((candidate, paper))
    }
  }

  func isUsed(_ candidate: Int) -> Bool { weight[candidate] != nil }

  func lighter(_ first: Int, _ second: Int) -> Int? {
    let (one, other) = (weight[first] ?? 0, weight[second] ?? 0)
    if one == .max, other == .max { return nil }
    return (one, first) < (other, second) ? first : second
  }
}

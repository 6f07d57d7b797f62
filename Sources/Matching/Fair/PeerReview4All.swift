/// What PeerReview4All guarantees for its worst-served paper, and by how much any plan can surpass that (Stelmakh, Shah and
/// Singh: PeerReview4All: Fair and Accurate Reviewer Assignment in Peer Review, JMLR 22, 2021, theorem 1).
///
/// Their algorithm seeks, for each k, the highest level at which every paper can have k reviewers at once, and fills up the
/// rest. It is defined for maximum loads and demands and scores of at least 0, and takes for granted that the rest can be
/// filled up, which few candidates may prevent; minimum loads, forced pairs and rules are left out of it. `ceiling` bounds
/// every plan, with these or without.
public struct FairnessGuarantee: Sendable, Hashable, Codable {
  /// Entry k − 1: the highest score such that each paper can have k reviewers of at least this score, within maximum loads.
  public let levels: [Int64]
  /// The worst paper of their algorithm has at least this sum: the most, over k, of k times its level and the rest at the
  /// lowest score there is.
  public let floor: Int64
  /// The worst paper of no plan has more: the least, over k, of k − 1 reviewers at the highest score there is and the rest at
  /// the level of k.
  public let ceiling: Int64

  /// The part of the best possible that the algorithm guarantees its worst paper, from 0 to 1; never below 1/λ for papers with
  /// λ reviews each.
  public var ratio: Double { ceiling > 0 ? Double(floor) / Double(ceiling) : 1 }

  /// Nil where scores are below 0, no paper needs reviews, or the reviews needed can't be had.
  public init?(_ problem: AssignmentProblem) {
    let taking = (0..<problem.paperCount).filter { problem.demandMaximum[$0] > 0 }
    guard let fewest = taking.map({ problem.demandMinimum[$0] }).min(), fewest > 0,
      let most = taking.map({ problem.demandMaximum[$0] }).max(),
      let lowest = problem.scoreOfCandidate.min(), let highest = problem.scoreOfCandidate.max(), lowest >= 0
    else { return nil }
    var matching = LevelMatching(problem, papers: taking)
    var levels: [Int64] = []
    for count in 1...fewest {
      guard let level = matching.highestLevel(count, notAbove: levels.last ?? highest) else { return nil }
      levels.append(level)
    }
    self.levels = levels
    floor = levels.enumerated().map { Int64($0 + 1) * $1 + Int64(fewest - $0 - 1) * lowest }.max() ?? 0
    ceiling = levels.enumerated().map { Int64($0) * highest + Int64(most - $0) * $1 }.min() ?? 0
  }
}

/// Finds how high every paper can be served by so many reviewers at once: maximum matchings with places, by alternating paths,
/// each begun with what the last one has of the next.
private struct LevelMatching {
  private let problem: AssignmentProblem
  private let papers: [Int]
  private let paperOfCandidate: [Int32]
  private var isUsed: [Bool]
  private var used: [Int32]
  private var left: [Int]
  private var held: [[Int32]]
  /// The pass a node was last reached in.
  private var reviewerSeen: [Int32]
  private var paperSeen: [Int32]
  private var search: Int32 = 0
  /// The candidate over which a reviewer was reached, and the one given up by which a paper was.
  private var over: [Int32]
  private var givenUp: [Int32]

  init(_ problem: AssignmentProblem, papers: [Int]) {
    self.problem = problem
    self.papers = papers
    var paperOf = [Int32](repeating: 0, count: problem.candidateCount)
    for paper in 0..<problem.paperCount {
      for candidate in problem.rowStart[paper]..<problem.rowStart[paper + 1] { paperOf[candidate] = Int32(paper) }
    }
    paperOfCandidate = paperOf
    isUsed = Array(repeating: false, count: problem.candidateCount)
    used = Array(repeating: 0, count: problem.paperCount)
    left = problem.loadMaximum
    held = Array(repeating: [], count: problem.reviewerCount)
    reviewerSeen = Array(repeating: 0, count: problem.reviewerCount)
    paperSeen = Array(repeating: 0, count: problem.paperCount)
    over = Array(repeating: -1, count: problem.reviewerCount)
    givenUp = Array(repeating: -1, count: problem.paperCount)
  }

  /// The highest score at which each paper can have so many reviewers; nil where it can't at any.
  mutating func highestLevel(_ count: Int, notAbove most: Int64) -> Int64? {
    // No paper has more than its own candidates offer.
    var bad = most + 1
    for paper in papers {
      guard let own = bestScores(of: paper, count).last else { return nil }
      bad = min(bad, own + 1)
    }
    if reaches(bad - 1, count) { return bad - 1 }
    var good = problem.scoreOfCandidate.min() ?? 0
    guard reaches(good, count) else { return nil }
    // The highest level that is reached is a score, for between two scores nothing changes.
    while bad - good > 1 {
      let middle = (good + bad) / 2
      if reaches(middle, count) { good = middle } else { bad = middle }
    }
    return good
  }

  /// The highest so many, falling; empty where there are fewer.
  private func bestScores(of paper: Int, _ count: Int) -> [Int64] {
    var best: [Int64] = []
    for score in problem.scoreOfCandidate[problem.rowStart[paper]..<problem.rowStart[paper + 1]] {
      if best.count == count, let last = best.last, score <= last { continue }
      best.insert(score, at: best.firstIndex { $0 < score } ?? best.count)
      if best.count > count { best.removeLast() }
    }
    return best.count == count ? best : []
  }

  private mutating func reaches(_ level: Int64, _ count: Int) -> Bool {
    for reviewer in held.indices {
      for candidate in held[reviewer] where problem.scoreOfCandidate[Int(candidate)] < level { drop(Int(candidate)) }
    }
    var open = papers.filter { Int(used[$0]) < count }
    while !open.isEmpty {
      // Within a pass no node is reached twice. A pass in which no path is found has seen all there are.
      search += 1
      var isFound = false
      for paper in open {
        while Int(used[paper]) < count, extend(paper, level) { isFound = true }
      }
      guard isFound else { return false }
      open.removeAll { Int(used[$0]) >= count }
    }
    return true
  }

  /// Gives the paper one more reviewer of the level along an alternating path over nodes not reached in this pass.
  private mutating func extend(_ source: Int, _ level: Int64) -> Bool {
    var queue = [Int32(truncatingIfNeeded: source)]
    paperSeen[source] = search
    var next = 0
    while next < queue.count {
      let paper = Int(queue[next])
      next += 1
      for candidate in problem.rowStart[paper]..<problem.rowStart[paper + 1]
      where problem.scoreOfCandidate[candidate] >= level && !isUsed[candidate] {
        let reviewer = Int(problem.reviewerOfCandidate[candidate])
        if reviewerSeen[reviewer] == search { continue }
        reviewerSeen[reviewer] = search
        over[reviewer] = Int32(truncatingIfNeeded: candidate)
        if left[reviewer] > 0 {
          shift(to: reviewer, from: source)
          return true
        }
        for taken in held[reviewer] where paperSeen[Int(paperOfCandidate[Int(taken)])] != search {
          let other = paperOfCandidate[Int(taken)]
          paperSeen[Int(other)] = search
          givenUp[Int(other)] = taken
          queue.append(other)
        }
      }
    }
    return false
  }

  private mutating func shift(to last: Int, from source: Int) {
    var reviewer = last
    while true {
      let candidate = Int(over[reviewer])
      let paper = Int(paperOfCandidate[candidate])
      take(candidate)
      if paper == source { return }
      let given = Int(givenUp[paper])
      drop(given)
      reviewer = Int(problem.reviewerOfCandidate[given])
    }
  }

  private mutating func take(_ candidate: Int) {
    let reviewer = Int(problem.reviewerOfCandidate[candidate])
    isUsed[candidate] = true
    used[Int(paperOfCandidate[candidate])] += 1
    left[reviewer] -= 1
    held[reviewer].append(Int32(truncatingIfNeeded: candidate))
  }

  private mutating func drop(_ candidate: Int) {
    let reviewer = Int(problem.reviewerOfCandidate[candidate])
    isUsed[candidate] = false
    used[Int(paperOfCandidate[candidate])] -= 1
    left[reviewer] += 1
    held[reviewer].removeAll { $0 == Int32(truncatingIfNeeded: candidate) }
  }
}

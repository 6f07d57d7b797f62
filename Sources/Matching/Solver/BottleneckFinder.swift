/// Finds minimum cuts that prove a maximum partial plan short.
///
/// From a short paper, alternating paths (an unused candidate, then a paper that this reviewer reads by choice) reach a
/// closed set: Hall's condition fails on it, and by exactly the reviews missing in it. Loads are the mirror image.
struct BottleneckFinder {
  private let paperCandidates: [[Int]]
  private let reviewerCandidates: [[Int]]
  private let paperReaders: [Set<Int>]
  private let reviewerPapers: [Set<Int>]
  private let problem: AssignmentProblem
  private let forced: Set<Pair>

  init(_ problem: AssignmentProblem, _ plan: Plan) {
    self.problem = problem
    forced = Set(problem.forced)
    let paperCandidates = (0..<problem.paperCount).map { problem.candidates(of: $0).map(\.reviewer) }
    var reviewerCandidates = [[Int]](repeating: [], count: problem.reviewerCount)
    for (paper, row) in paperCandidates.enumerated() {
      for reviewer in row { reviewerCandidates[reviewer].append(paper) }
    }
    var paperReaders = [Set<Int>](repeating: [], count: problem.paperCount)
    var reviewerPapers = [Set<Int>](repeating: [], count: problem.reviewerCount)
    for pair in plan.pairs {
      paperReaders[pair.paper].insert(pair.reviewer)
      reviewerPapers[pair.reviewer].insert(pair.paper)
    }
    self.paperCandidates = paperCandidates
    self.reviewerCandidates = reviewerCandidates
    self.paperReaders = paperReaders
    self.reviewerPapers = reviewerPapers
  }

  func paperBottlenecks(short: [Int]) -> [PaperBottleneck] {
    let sets = closedSets(from: short, candidates: paperCandidates, partners: paperReaders, back: reviewerPapers) {
      Pair(paper: $1, reviewer: $0)
    }
    return sets.map { papers in
      let (needed, room, reviewers) = capacity(
        of: papers, need: problem.demandMinimum, candidates: paperCandidates, limit: problem.loadMaximum, back: reviewerPapers
      ) { Pair(paper: $1, reviewer: $0) }
      return PaperBottleneck(papers: papers, reviewers: reviewers, neededReviews: needed, roomReviews: room)
    }
  }

  func loadBottlenecks(short: [Int]) -> [LoadBottleneck] {
    let sets = closedSets(from: short, candidates: reviewerCandidates, partners: reviewerPapers, back: paperReaders) {
      Pair(paper: $0, reviewer: $1)
    }
    return sets.map { reviewers in
      let (needed, room, papers) = capacity(
        of: reviewers, need: problem.loadMinimum, candidates: reviewerCandidates, limit: problem.demandMaximum, back: paperReaders
      ) { Pair(paper: $0, reviewer: $1) }
      return LoadBottleneck(reviewers: reviewers, papers: papers, neededPapers: needed, roomPapers: room)
    }
  }

  /// The sets reached from the short members, sorted; sets that meet are one. `pair` takes one of the other side, then a member.
  private func closedSets(
    from short: [Int], candidates: [[Int]], partners: [Set<Int>], back: [Set<Int>], pair: (Int, Int) -> Pair
  ) -> [[Int]] {
    var setOf = [Int](repeating: -1, count: candidates.count)
    var merged: [Int] = []
    for start in short.sorted() where setOf[start] < 0 {
      let name = merged.count
      merged.append(name)
      setOf[start] = name
      var open = [start]
      while let member = open.popLast() {
        for other in candidates[member] where !partners[member].contains(other) {
          for next in back[other] where !forced.contains(pair(other, next)) {
            if setOf[next] < 0 {
              setOf[next] = name
              open.append(next)
            } else {
              join(setOf[next], name, in: &merged)
            }
          }
        }
      }
    }
    let members = setOf.indices.filter { setOf[$0] >= 0 }
    let groups = Dictionary(grouping: members) { root(of: setOf[$0], in: merged) }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  private func root(of name: Int, in merged: [Int]) -> Int {
    var root = name
    while merged[root] != root { root = merged[root] }
    return root
  }

  private func join(_ first: Int, _ second: Int, in merged: inout [Int]) {
    let roots = [root(of: first, in: merged), root(of: second, in: merged)].sorted()
    merged[roots[1]] = roots[0]
  }

  private func capacity(
    of members: [Int], need: [Int], candidates: [[Int]], limit: [Int], back: [Set<Int>], pair: (Int, Int) -> Pair
  ) -> (needed: Int, room: Int, others: [Int]) {
    let inside = Set(members)
    var degree: [Int: Int] = [:]
    for member in members {
      for other in candidates[member] { degree[other, default: 0] += 1 }
    }
    var room = 0
    for (other, count) in degree {
      let elsewhere = back[other].count { forced.contains(pair(other, $0)) && !inside.contains($0) }
      room += min(count, limit[other] - elsewhere)
    }
    return (members.reduce(0) { $0 + need[$1] }, room, degree.keys.sorted())
  }
}

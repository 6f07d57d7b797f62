/// Finds minimum cuts that prove a maximum partial plan short.
///
/// From a short paper, alternating paths (an unused candidate, then a paper that this reviewer reads by choice) reach a
/// closed set: Hall's condition fails on it, and by exactly the reviews missing in it. Loads are the mirror image. Each pair
/// is looked at once.
struct BottleneckFinder {
  private let problem: AssignmentProblem
  private let forced: Set<Pair>
  private let readers: Adjacency
  private let readings: Adjacency

  init(_ problem: AssignmentProblem, _ plan: Plan) {
    self.problem = problem
    forced = Set(problem.forced)
    readers = Adjacency(plan.pairs.map { ($0.paper, $0.reviewer) }, count: problem.paperCount)
    readings = Adjacency(plan.pairs.map { ($0.reviewer, $0.paper) }, count: problem.reviewerCount)
  }

  func paperBottlenecks(short: [Int]) -> [PaperBottleneck] {
    guard !short.isEmpty else { return [] }
    let candidates = Adjacency(start: problem.rowStart, others: problem.reviewerOfCandidate)
    let search = ClosedSets(candidates: candidates, partners: readers, back: readings) { reviewer, paper in
      !forced.contains(Pair(paper: paper, reviewer: reviewer))
    }
    var readable = [Int32](repeating: 0, count: problem.reviewerCount)
    return search.sets(from: short).map { papers in
      let reviewers = count(candidates, of: papers, in: &readable)
      let inside = Set(papers)
      let room = reviewers.reduce(0) { room, reviewer in
        let elsewhere = readings[reviewer].count {
          !inside.contains(Int($0)) && forced.contains(Pair(paper: Int($0), reviewer: reviewer))
        }
        return room + min(Int(readable[reviewer]), problem.loadMaximum[reviewer] - elsewhere)
      }
      for reviewer in reviewers { readable[reviewer] = 0 }
      let needed = papers.reduce(0) { $0 + problem.demandMinimum[$1] }
      return PaperBottleneck(papers: papers, reviewers: reviewers, neededReviews: needed, roomReviews: room)
    }
  }

  func loadBottlenecks(short: [Int]) -> [LoadBottleneck] {
    guard !short.isEmpty else { return [] }
    let rows = Adjacency(start: problem.rowStart, others: problem.reviewerOfCandidate)
    let candidates = rows.transposed(count: problem.reviewerCount)
    let search = ClosedSets(candidates: candidates, partners: readings, back: readers) { paper, reviewer in
      !forced.contains(Pair(paper: paper, reviewer: reviewer))
    }
    var readable = [Int32](repeating: 0, count: problem.paperCount)
    return search.sets(from: short).map { reviewers in
      let papers = count(candidates, of: reviewers, in: &readable)
      let inside = Set(reviewers)
      let room = papers.reduce(0) { room, paper in
        let elsewhere = readers[paper].count {
          !inside.contains(Int($0)) && forced.contains(Pair(paper: paper, reviewer: Int($0)))
        }
        return room + min(Int(readable[paper]), problem.demandMaximum[paper] - elsewhere)
      }
      for paper in papers { readable[paper] = 0 }
      let needed = reviewers.reduce(0) { $0 + problem.loadMinimum[$1] }
      return LoadBottleneck(reviewers: reviewers, papers: papers, neededPapers: needed, roomPapers: room)
    }
  }

  /// Counts how many of the members each node of the other side is a candidate of; returns those nodes, sorted.
  private func count(_ candidates: Adjacency, of members: [Int], in counts: inout [Int32]) -> [Int] {
    var found: [Int] = []
    for member in members {
      for other in candidates[member] {
        if counts[Int(other)] == 0 { found.append(Int(other)) }
        counts[Int(other)] += 1
      }
    }
    return found.sorted()
  }
}

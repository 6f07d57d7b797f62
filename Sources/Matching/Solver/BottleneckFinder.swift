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
    let candidates = Adjacency(start: problem.rowStart, others: problem.reviewerOfCandidate)
    let side = Side(
      candidates: candidates, partners: readers, back: readings, needs: problem.demandMinimum, room: problem.loadMaximum
    ) { paper, reviewer in Pair(paper: paper, reviewer: reviewer) }
    return cuts(side, short: short).map {
      PaperBottleneck(papers: $0.members, reviewers: $0.others, neededReviews: $0.needed, roomReviews: $0.room)
    }
  }

  func loadBottlenecks(short: [Int]) -> [LoadBottleneck] {
    let rows = Adjacency(start: problem.rowStart, others: problem.reviewerOfCandidate)
    let side = Side(
      candidates: rows.transposed(count: problem.reviewerCount), partners: readings, back: readers,
      needs: problem.loadMinimum, room: problem.demandMaximum
    ) { reviewer, paper in Pair(paper: paper, reviewer: reviewer) }
    return cuts(side, short: short).map {
      LoadBottleneck(reviewers: $0.members, papers: $0.others, neededPapers: $0.needed, roomPapers: $0.room)
    }
  }

  /// Papers or reviewers as those who lack, and the other side as those who give.
  private struct Side {
    let candidates: Adjacency
    let partners: Adjacency
    let back: Adjacency
    /// What each member needs.
    let needs: [Int]
    /// What each of the other side can give at most.
    let room: [Int]
    let pair: (_ member: Int, _ other: Int) -> Pair
  }

  private struct Cut {
    let members: [Int]
    let others: [Int]
    let needed: Int
    let room: Int
  }

  private func cuts(_ side: Side, short: [Int]) -> [Cut] {
    guard !short.isEmpty else { return [] }
    let search = ClosedSets(candidates: side.candidates, partners: side.partners, back: side.back) { other, member in
      !forced.contains(side.pair(member, other))
    }
    var reachable = [Int32](repeating: 0, count: side.room.count)
    return search.sets(from: short).map { members in
      let others = count(side.candidates, of: members, in: &reachable)
      let inside = Set(members)
      let room = others.reduce(0) { room, other in
        let elsewhere = side.back[other].count { !inside.contains(Int($0)) && forced.contains(side.pair(Int($0), other)) }
        return room + min(Int(reachable[other]), side.room[other] - elsewhere)
      }
      for other in others { reachable[other] = 0 }
      return Cut(members: members, others: others, needed: members.reduce(0) { $0 + side.needs[$1] }, room: room)
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

/// Finds the cheapest change of a plan that turns one pair over: a shortest path in the plan's residual network.
///
/// A step gives a paper to one more reviewer, takes a paper from a reviewer, or passes a place on: reviewers with room to
/// spare and papers above their minimum have one for those above theirs or with room. With prices that prove the plan optimal no step has a negative length (Johnson's
/// potentials), so Dijkstra's algorithm is exact. Where prices don't, a negative length counts as 0 in the search and in
/// full in the cost.
struct CheapestExchange {
  private let explainer: PlanExplainer
  private let papersOfReviewer: [[Int]]
  private let reviewsOfPaper: [Int]
  /// The node that stands for places nobody uses.
  private let pool: Int

  init(_ explainer: PlanExplainer) {
    self.explainer = explainer
    var papers = [[Int]](repeating: [], count: explainer.loads.count)
    var reviews = [Int](repeating: 0, count: explainer.problem.paperCount)
    for pair in explainer.plan.pairs {
      papers[pair.reviewer].append(pair.paper)
      reviews[pair.paper] += 1
    }
    papersOfReviewer = papers
    reviewsOfPaper = reviews
    pool = explainer.problem.paperCount + explainer.problem.reviewerCount
  }

  /// The cheapest exchange that takes the pair out when it is in the plan, or puts it in when it isn't. Nil when the pair
  /// may not be, is forced, or there is no way.
  func turning(_ pair: Pair) -> Exchange? {
    guard let score = explainer.problem.score(of: pair), !explainer.isForced(pair) else { return nil }
    // Units go from the paper to the reviewer, or back; the rest of the cycle is the path that returns them.
    let path =
      explainer.isAssigned(pair)
      ? path(from: pair.paper, to: place(of: pair.reviewer), avoiding: pair)
      : path(from: place(of: pair.reviewer), to: pair.paper, avoiding: pair)
    guard let path else { return nil }
    let nodes = explainer.isAssigned(pair) ? path + [pair.paper] : path + [place(of: pair.reviewer)]
    var cost: Int64 = explainer.isAssigned(pair) ? score : -score
    for (from, to) in zip(path, path.dropFirst()) { cost += length(from, to) }
    return Exchange(cost: cost, moves: moves(along: nodes))
  }

  private func place(of reviewer: Int) -> Int { explainer.problem.paperCount + reviewer }

  /// What the total loses by a step.
  private func length(_ from: Int, _ to: Int) -> Int64 {
    let papers = explainer.problem.paperCount
    if from == pool || to == pool { return 0 }
    let pair = from < papers ? Pair(paper: from, reviewer: to - papers) : Pair(paper: to, reviewer: from - papers)
    let score = explainer.problem.score(of: pair) ?? 0
    return from < papers ? -score : score
  }

  private func potential(_ node: Int) -> Int64 {
    let papers = explainer.problem.paperCount
    guard let duals = explainer.duals, node != pool else { return 0 }
    return node < papers ? -duals.paper[node] : duals.reviewer[node - papers]
  }

  private func path(from start: Int, to goal: Int, avoiding pair: Pair) -> [Int]? {
    var distance = [Int64](repeating: .max, count: pool + 1)
    var previous = [Int](repeating: -1, count: pool + 1)
    var isDone = [Bool](repeating: false, count: pool + 1)
    var queue = MoveQueue()
    distance[start] = 0
    queue.push(0, start)
    while let node = queue.pop(where: { !isDone[$0] }) {
      isDone[node] = true
      if node == goal { break }
      forEachStep(from: node, avoiding: pair) { next in
        if isDone[next] { return }
        let step = max(0, length(node, next) + potential(next) - potential(node))
        if distance[node] + step < distance[next] {
          distance[next] = distance[node] + step
          previous[next] = node
          queue.push(distance[next], next)
        }
      }
    }
    guard isDone[goal] else { return nil }
    var path = [goal]
    while let last = path.last, last != start { path.append(previous[last]) }
    return path.reversed()
  }

  private func forEachStep(from node: Int, avoiding pair: Pair, _ body: (Int) -> Void) {
    let problem = explainer.problem
    let papers = problem.paperCount
    if node == pool {
      for reviewer in explainer.loads.indices where explainer.loads[reviewer] > problem.loadMinimum[reviewer] {
        body(place(of: reviewer))
      }
      for paper in 0..<papers where reviewsOfPaper[paper] < problem.demandMaximum[paper] { body(paper) }
    } else if node < papers {
      for candidate in problem.candidates(of: node) {
        let step = Pair(paper: node, reviewer: candidate.reviewer)
        if step != pair, !explainer.isAssigned(step) { body(place(of: candidate.reviewer)) }
      }
      if reviewsOfPaper[node] > problem.demandMinimum[node] { body(pool) }
    } else {
      let reviewer = node - papers
      for paper in papersOfReviewer[reviewer] {
        let step = Pair(paper: paper, reviewer: reviewer)
        if step != pair, !explainer.isForced(step) { body(paper) }
      }
      if explainer.loads[reviewer] < problem.loadMaximum[reviewer] { body(pool) }
    }
  }

  /// Each paper on the way goes from the reviewer before it to the one behind it. `nodes` is a cycle, its first node again
  /// at its end.
  private func moves(along nodes: [Int]) -> [Exchange.Move] {
    let papers = explainer.problem.paperCount
    let ring = Array(nodes.dropLast())
    guard !ring.isEmpty else { return [] }
    return ring.indices.compactMap { place in
      let paper = ring[place]
      guard paper < papers else { return nil }
      let before = ring[(place + ring.count - 1) % ring.count]
      let after = ring[(place + 1) % ring.count]
      return Exchange.Move(
        paper: paper, from: before == pool ? nil : before - papers, to: after == pool ? nil : after - papers)
    }
  }
}

/// Nodes by distance, the nearest first; of equal ones the lower number.
private struct MoveQueue {
  private var heap: [(distance: Int64, node: Int)] = []

  mutating func push(_ distance: Int64, _ node: Int) {
    heap.append((distance, node))
    var place = heap.count - 1
    while place > 0, heap[place] < heap[(place - 1) / 2] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop(where isOpen: (Int) -> Bool) -> Int? {
    while let first = heap.first {
      let last = heap.removeLast()
      if !heap.isEmpty {
        heap[0] = last
        sink()
      }
      if isOpen(first.node) { return first.node }
    }
    return nil
  }

  private mutating func sink() {
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count && heap[child] < heap[least] { least = child }
      if least == place { return }
      heap.swapAt(place, least)
      place = least
    }
  }
}

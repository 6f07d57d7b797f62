/// Moves reviews along paths on which every paper keeps its rules.
///
/// A path brings a reviewer to a paper; whoever has one paper too many then gives another up, which takes somebody else, and
/// so on to a reviewer with a free place: the residual network's path, less the steps that would break a rule (an ejection
/// chain; Glover 1996). Lengths are reduced costs at the flow's prices, those below 0 taken for 0. So the path is near the
/// cheapest, not surely the cheapest.
struct RuleKeepingPaths {
  private let rules: PaperRules
  private let pairRules: PairRules
  private var distance: [Int64]
  /// By reviewer: the one before on the path, or -1 for the paper; what that one gives up; what this one takes.
  private var previous: [Int32]
  private var given: [Int32]
  private var taken: [Int32]
  private var reached: [Int32] = []
  private var heap = NodeHeap()
  private var bestDistance = Int64.max
  private var bestEnd = -1
  /// Reviewers looked at before a path is given up.
  var settledLimit = 1_500
  /// What was moved since `begin`: a candidate taken, or the complement of one given up.
  private var journal: [Int] = []

  init(_ flow: AdjustableFlow, rules: PaperRules, pairRules: PairRules) {
    self.rules = rules
    self.pairRules = pairRules
    distance = Array(repeating: .max, count: flow.reviewerCount)
    previous = Array(repeating: -1, count: flow.reviewerCount)
    given = previous
    taken = previous
  }

  mutating func begin() { journal.removeAll(keepingCapacity: true) }

  /// Takes back everything since `begin`.
  mutating func undo(in flow: inout AdjustableFlow) {
    for move in journal.reversed() {
      if move >= 0 { flow.vacate(move) } else { flow.occupy(~move) }
    }
    journal.removeAll(keepingCapacity: true)
  }

  mutating func vacate(_ candidate: Int, in flow: inout AdjustableFlow) {
    flow.vacate(candidate)
    journal.append(~candidate)
  }

  /// Gives the paper one more review; false, with nothing changed, where no path keeps the rules.
  mutating func fill(_ paper: Int, in flow: inout AdjustableFlow) -> Bool {
    search(from: paper, flow)
    raisePrices(&flow)
    var node = bestEnd
    while node >= 0 {
      let before = Int(previous[node])
      if before >= 0 { vacate(Int(given[node]), in: &flow) }
      flow.occupy(Int(taken[node]))
      journal.append(Int(taken[node]))
      node = before
    }
    for reviewer in reached { distance[Int(reviewer)] = .max }
    reached.removeAll(keepingCapacity: true)
    heap.removeAll()
    return bestEnd >= 0
  }

  /// Whether somebody who may join the paper in this one's place is worth more at the prices, or as much and has a place free.
  func hasBetter(than held: Int, on paper: Int, _ flow: AdjustableFlow) -> Bool {
    let worth = flow.gain[held] - flow.reviewerPrice[flow.reviewer(of: held)]
    for candidate in flow.row(of: paper) where flow.state[candidate].isEmpty {
      let other = flow.reviewer(of: candidate)
      let isFree = Int(flow.load[other]) < flow.problem.loadMaximum[other]
      if flow.gain[candidate] - (isFree ? 0 : flow.reviewerPrice[other]) <= worth { continue }
      if mayTake(candidate, on: paper, for: held, flow) { return true }
    }
    return false
  }

  /// As in successive shortest paths, so that the next search does not start over the same ground.
  private func raisePrices(_ flow: inout AdjustableFlow) {
    guard bestEnd >= 0, bestDistance < flow.penalty else { return }
    for reviewer in reached where distance[Int(reviewer)] < bestDistance {
      flow.reviewerPrice[Int(reviewer)] += bestDistance - distance[Int(reviewer)]
    }
  }

  private mutating func search(from paper: Int, _ flow: AdjustableFlow) {
    bestDistance = .max
    bestEnd = -1
    scan(paper, givingUp: -1, from: -1, at: 0, flow)
    var settled = 0
    while settled < settledLimit, let entry = heap.popLowest(), entry.distance < bestDistance {
      let reviewer = Int(entry.node)
      guard entry.distance == distance[reviewer] else { continue }
      settled += 1
      for held in flow.held[reviewer] where !flow.state[Int(held)].contains(.forced) {
        let paper = Int(flow.paperOfCandidate[Int(held)])
        if !isOnPath(paper, to: reviewer, flow) { scan(paper, givingUp: Int(held), from: reviewer, at: entry.distance, flow) }
      }
    }
  }

  /// Whether the paper changes already on the path to the reviewer. No paper changes twice: what it may do was asked once.
  private func isOnPath(_ paper: Int, to reviewer: Int, _ flow: AdjustableFlow) -> Bool {
    var node = reviewer
    while node >= 0 {
      if Int(flow.paperOfCandidate[Int(taken[node])]) == paper { return true }
      node = Int(previous[node])
    }
    return false
  }

  private mutating func scan(_ paper: Int, givingUp held: Int, from reviewer: Int, at start: Int64, _ flow: AdjustableFlow) {
    // The paper's price at the moment, or what it loses with the candidate it gives up.
    var worth = Int64.min
    if held >= 0 {
      worth = flow.gain[held] - flow.reviewerPrice[reviewer]
    } else {
      for candidate in flow.row(of: paper) where flow.state[candidate].isEmpty {
        worth = max(worth, flow.gain[candidate] - flow.reviewerPrice[flow.reviewer(of: candidate)])
      }
    }
    for candidate in flow.row(of: paper) where flow.state[candidate].isEmpty {
      let other = flow.reviewer(of: candidate)
      let next = start + max(0, worth - flow.gain[candidate] + flow.reviewerPrice[other])
      guard next < distance[other], next < bestDistance, other != reviewer else { continue }
      if !mayTake(candidate, on: paper, for: held, flow) || (reviewer >= 0 && isOnWay(other, to: reviewer)) { continue }
      if distance[other] == .max { reached.append(Int32(truncatingIfNeeded: other)) }
      distance[other] = next
      previous[other] = Int32(truncatingIfNeeded: reviewer)
      given[other] = Int32(truncatingIfNeeded: held)
      taken[other] = Int32(truncatingIfNeeded: candidate)
      heap.push(NodeHeap.Entry(distance: next, node: Int32(truncatingIfNeeded: other)))
      if let end = costOfOneMore(other, flow), next + end < bestDistance {
        bestDistance = next + end
        bestEnd = other
      }
    }
  }

  private func isOnWay(_ other: Int, to reviewer: Int) -> Bool {
    var node = reviewer
    while node >= 0 {
      if node == other { return true }
      node = Int(previous[node])
    }
    return false
  }

  /// Nil where the reviewer has no free place. Who is below their minimum load comes before all others.
  private func costOfOneMore(_ reviewer: Int, _ flow: AdjustableFlow) -> Int64? {
    let load = Int(flow.load[reviewer])
    if load < flow.problem.loadMinimum[reviewer] { return min(0, flow.groundPrice - flow.reviewerPrice[reviewer]) }
    if load >= flow.problem.loadMaximum[reviewer] { return nil }
    // Below 0 for a place that was given up: it is worth its price.
    return flow.groundPrice - flow.reviewerPrice[reviewer] + (flow.shortageTotal > 0 ? flow.penalty : 0)
  }

  private func mayTake(_ candidate: Int, on paper: Int, for held: Int, _ flow: AdjustableFlow) -> Bool {
    var others: [Int] = []
    var score: Int64 = 0
    for used in flow.usedByPaper[paper] where Int(used) != held {
      others.append(flow.reviewer(of: Int(used)))
      score += flow.problem.scoreOfCandidate[Int(used)]
    }
    let reviewer = flow.reviewer(of: candidate)
    guard rules.mayJoin(reviewer, others, paper: paper) else { return false }
    others.append(reviewer)
    let room = flow.problem.demandMaximum[paper] - others.count
    if !rules.attributes.isEmpty, rules.unmetNeed(others, paper: paper) > max(0, room) { return false }
    if rules.leastScore > .min, room <= 0 || held >= 0 {
      let after = score + flow.problem.scoreOfCandidate[candidate]
      // A paper that is below the level already may stay where it is.
      let before = held >= 0 ? score + flow.problem.scoreOfCandidate[held] : .max
      if after < min(rules.leastScore, before) { return false }
    }
    return pairRules.isEmpty || pairRules.clash(of: candidate, in: flow) == nil
  }
}

extension AdjustableFlow {
  /// Gives the pair up: the paper has one review fewer. Prices stay as they are and prove nothing afterwards.
  mutating func vacate(_ candidate: Int) {
    let (paper, reviewer) = (Int(paperOfCandidate[candidate]), reviewer(of: candidate))
    drop(candidate)
    load[reviewer] -= 1
    if Int(load[reviewer]) < problem.loadMinimum[reviewer] { shortageTotal += 1 }
    toNobody[paper] += 1
    if toNobody[paper] > optional[paper] { missingTotal += 1 }
  }

  mutating func occupy(_ candidate: Int) {
    let (paper, reviewer) = (Int(paperOfCandidate[candidate]), reviewer(of: candidate))
    take(candidate)
    if Int(load[reviewer]) < problem.loadMinimum[reviewer] { shortageTotal -= 1 }
    load[reviewer] += 1
    if toNobody[paper] > optional[paper] { missingTotal -= 1 }
    toNobody[paper] -= 1
  }
}

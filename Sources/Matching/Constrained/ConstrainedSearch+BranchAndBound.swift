extension ConstrainedSearch {
  /// Afterwards `best` is the best plan of all if `openBound` is not above `bestTotal`.
  mutating func branchAndBound(effort: Int, untilFirst: Bool = false) {
    effortLimit = flow.settledNodes + setsTried + effort
    endsAtFirst = untilFirst
    explore()
  }

  /// Starts with a plan that is known to meet everything.
  mutating func begin(with plan: Plan, total: Int64) {
    best = plan
    bestTotal = total
  }

  /// Goes back to an earlier state but keeps the best plan found since.
  mutating func restart(from earlier: ConstrainedSearch) {
    let (plan, total) = (best, bestTotal)
    self = earlier
    best = plan
    bestTotal = total
  }

  mutating func leaveOpen(_ bound: Int64) { openBound = max(openBound, bound) }

  /// What no plan can exceed by the first flow's prices; nil when some paper has no set at all that meets its rules.
  mutating func rootBound() -> Int64? { bound()?.bound }

  /// What no plan below the present node can exceed, and the offending paper that loses most with its best set; nil when
  /// there is no plan below.
  private mutating func bound() -> (bound: Int64, worst: (paper: Int, set: [Int])?)? {
    guard flow.isComplete else { return nil }
    var bound = flow.total
    var worst: (paper: Int, set: [Int])?
    var worstLoss = Int64.min
    for paper in offenders.sorted() {
      let search = BestSet(flow, paper: paper, rules: rules)
      setsTried += search.visits
      guard let set = search.best else {
        if search.isCutShort { continue }
        return nil
      }
      let worth = flow.used(by: paper).reduce(0) {
        $0 + flow.gain[$1] - (flow.reviewerPrice[flow.reviewer(of: $1)] - flow.groundPrice)
      }
      let loss = search.isCutShort ? 0 : worth - set.worth
      bound -= loss
      if loss > worstLoss {
        worstLoss = loss
        worst = (paper, set.candidates)
      }
    }
    return (bound, worst)
  }

  /// Each level of the search takes its part of the thread's stack, so it may not go down without end.
  private static let depthLimit = 400

  private mutating func explore() {
    guard let (bound, worst) = bound(), bound > bestTotal else { return }
    nodes += 1
    guard depth < Self.depthLimit, flow.settledNodes + setsTried <= effortLimit, !(endsAtFirst && best != nil) else {
      openBound = max(openBound, bound)
      return
    }
    depth += 1
    defer { depth -= 1 }
    if let worst {
      let used = flow.used(by: worst.paper)
      let unwanted = used.filter { !worst.set.contains($0) }
      let candidate = unwanted.min { flow.gain[$0] < flow.gain[$1] } ?? worst.set.first { !used.contains($0) }
      if let candidate { branch(on: [candidate]) }
    } else if !offenders.isEmpty {
      openBound = max(openBound, bound)
    } else if let clash = firstClash() {
      branch(on: clash.filter { !flow.state[$0].contains(.forced) })
    } else {
      keepIfBetter()
    }
  }

  private func firstClash() -> [Int]? {
    for paper in clashing.sorted() {
      if let clash = clash(of: paper) { return clash }
    }
    return nil
  }

  /// Forbids each of the candidates in turn while those before it are forced, and for a single one also forces it.
  private mutating func branch(on candidates: [Int]) {
    var forced: [Int] = []
    for candidate in candidates {
      let paper = Int(flow.paperOfCandidate[candidate])
      flow.state[candidate].insert(.forbidden)
      _ = replace(paper)
      explore()
      flow.state[candidate].remove(.forbidden)
      _ = replace(paper)
      guard canForce(candidate) else { break }
      flow.state[candidate].insert(.forced)
      forced.append(candidate)
      _ = replace(paper)
    }
    if candidates.count == 1, forced.count == 1 { explore() }
    for candidate in forced.reversed() {
      flow.state[candidate].remove(.forced)
      _ = replace(Int(flow.paperOfCandidate[candidate]))
    }
  }
}

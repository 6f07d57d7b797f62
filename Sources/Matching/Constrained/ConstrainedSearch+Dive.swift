extension ConstrainedSearch {
  /// What is to change on one paper.
  private struct Mend {
    var forbid: [Int] = []
    var force: [Int] = []
  }

  /// Where many papers offend, this many at least, nothing but exchanges is quick enough.
  static let manyPapers = 300

  /// Looks for a plan that meets everything. Afterwards `best` holds it, unless the result is not empty: the papers that could
  /// not be mended.
  mutating func dive() -> [Int] {
    let start = self
    let offending = offenders.count + clashing.count
    if rules.leastScore == .min, offending > Self.fewPapers, flow.problem.loadMinimum.allSatisfy({ $0 == 0 }) {
      if placeByAuction() { return [] }
      restart(from: start)
    }
    if rules.leastScore == .min, offending > Self.fewPapers {
      let left = mendByExchange()
      if left.isEmpty || offending > Self.manyPapers { improveByExchange() }
      if left.isEmpty { keepIfBetter() }
      if left.isEmpty || offending > Self.manyPapers { return left }
      restart(from: start)
    }
    let unmended = mendByMarks()
    if unmended.isEmpty { return [] }
    restart(from: start)
    let left = mendByExchange()
    if left.isEmpty { keepIfBetter() }
    return left
  }

  /// A plan by an auction under the rules, improved by exchanges; says whether it meets everything.
  private mutating func placeByAuction() -> Bool {
    var auction = RuleAuction(flow, rules: rules, pairRules: pairRules)
    auction.run(in: &flow)
    firstPrices = flow.reviewerPrice
    var paths = RuleKeepingPaths(flow, rules: rules, pairRules: pairRules)
    for paper in 0..<flow.paperCount {
      paths.begin()
      while flow.toNobody[paper] > flow.optional[paper], paths.fill(paper, in: &flow) {}
    }
    flow.changedPapers.removeAll(keepingCapacity: true)
    for paper in 0..<flow.paperCount { inspect(paper) }
    guard flow.isComplete, mendByExchange().isEmpty else { return false }
    improveByExchange()
    keepIfBetter()
    return best != nil
  }

  /// Mends every paper and every clash in turn by forbidding what its best set at the present prices leaves out and, where
  /// that alone does not do, forcing what it adds. Afterwards the flow meets everything, and `best` holds it, unless the
  /// result is not empty: the papers it could not mend.
  ///
  /// What is once forbidden or forced stays so, hence this ends; no paper is forced more often than it takes reviews.
  private mutating func mendByMarks() -> [Int] {
    var unmended: Set<Int> = []
    var attempts: [Int: Int] = [:]
    mendInRounds(&attempts)
    var queue = Array((0..<flow.paperCount).reversed())
    while let paper = queue.popLast() {
      while !unmended.contains(paper), let mend = mend(for: paper, attempts: attempts[paper, default: 0]) {
        attempts[paper, default: 0] += 1
        guard let moved = apply(mend) else {
          unmended.insert(paper)
          break
        }
        queue += moved.filter { $0 != paper }.reversed()
      }
    }
    if unmended.isEmpty { keepIfBetter() }
    return unmended.sorted()
  }

  /// While many papers offend, mends all of them at once at the same prices and solves the whole flow anew.
  private mutating func mendInRounds(_ attempts: inout [Int: Int]) {
    for _ in 0..<Self.roundLimit where offenders.count + clashing.count > Self.fewPapers {
      var marked: [(candidate: Int, mark: AdjustableFlow.CandidateState)] = []
      var forcedNow: [Int: Int] = [:]
      for paper in offenders.union(clashing).sorted() {
        guard let mend = mend(for: paper, attempts: attempts[paper, default: 0]) else { continue }
        attempts[paper, default: 0] += 1
        for candidate in mend.forbid where !flow.state[candidate].contains(.forbidden) {
          marked.append((candidate, .forbidden))
          flow.state[candidate].insert(.forbidden)
        }
        for candidate in mend.force where !flow.state[candidate].contains(.forced) {
          let reviewer = flow.reviewer(of: candidate)
          let already = flow.held[reviewer].count { flow.state[Int($0)].isSuperset(of: [.forced, .used]) }
          guard already + forcedNow[reviewer, default: 0] < flow.problem.loadMaximum[reviewer] else { continue }
          forcedNow[reviewer, default: 0] += 1
          marked.append((candidate, .forced))
          flow.state[candidate].insert(.forced)
        }
      }
      guard !marked.isEmpty, settle(marked) else { return }
    }
  }

  private static let roundLimit = 12
  private static let fewPapers = 40

  /// Solves anew; where papers lack reviews under the new marks, takes these papers' marks back, or else all of them. Says
  /// whether any of the marks stayed.
  private mutating func settle(_ marked: [(candidate: Int, mark: AdjustableFlow.CandidateState)]) -> Bool {
    let isClose = flow.isComplete && marked.count < flow.paperCount / 10
    var short = Set(flow.resolve(isClose: isClose))
    var left = marked
    let paperOf = flow.paperOfCandidate
    for attempt in 0..<3 where !flow.isComplete {
      let isAllBlamed = attempt == 2 || short.isEmpty
      let blamed = left.filter { isAllBlamed || short.contains(Int(paperOf[$0.candidate])) }
      left.removeAll { isAllBlamed || short.contains(Int(paperOf[$0.candidate])) }
      for entry in blamed { flow.state[entry.candidate].remove(entry.mark) }
      short = Set(flow.resolve(isClose: false))
    }
    flow.changedPapers.removeAll(keepingCapacity: true)
    for paper in 0..<flow.paperCount { inspect(paper) }
    return !left.isEmpty
  }

  /// What would help the paper, nothing when nothing does; nil when all is well.
  private func mend(for paper: Int, attempts: Int) -> Mend? {
    let used = flow.used(by: paper)
    if isOffending[paper] {
      guard let set = BestSet(flow, paper: paper, rules: rules).best else { return Mend() }
      let unwanted = used.filter { !set.candidates.contains($0) }
      let wanted = set.candidates.filter { !used.contains($0) }
      // Whoever is one too many may be replaced by whom the flow likes; who is missing must come.
      let isOneTooMany = rules.leastScore == .min && rules.unmetNeed(used.map { flow.reviewer(of: $0) }, paper: paper) <= 0
      if isOneTooMany, attempts < 2 { return Mend(forbid: unwanted) }
      let barred = wanted.filter { !canForce($0) }
      return barred.isEmpty ? Mend(forbid: unwanted, force: wanted) : Mend(forbid: barred)
    }
    guard let clash = clash(of: paper) else { return nil }
    let free = clash.filter { !flow.state[$0].contains(.forced) }
    let cheapest = free.min { (loss(of: $0), $0) < (loss(of: $1), $1) }
    return Mend(forbid: cheapest.map { [$0] } ?? [])
  }

  /// About what the paper loses with the candidate, at the flow's prices.
  private func loss(of candidate: Int) -> Int64 {
    func worth(_ candidate: Int) -> Int64 { flow.gain[candidate] - flow.reviewerPrice[flow.reviewer(of: candidate)] }
    let paper = Int(flow.paperOfCandidate[candidate])
    let others = flow.used(by: paper).filter { $0 != candidate }.map { flow.reviewer(of: $0) }
    var substitute = -flow.penalty
    for other in flow.row(of: paper) where flow.state[other].isEmpty && worth(other) > substitute {
      if rules.mayJoin(flow.reviewer(of: other), others, paper: paper) { substitute = worth(other) }
    }
    return worth(candidate) - substitute
  }

  /// Returns the papers that moved; nil, with nothing changed, when the plan would lose a review or a minimum load.
  private mutating func apply(_ mend: Mend) -> [Int]? {
    guard let first = mend.forbid.first ?? mend.force.first else { return nil }
    let paper = Int(flow.paperOfCandidate[first])
    for candidate in mend.forbid { flow.state[candidate].insert(.forbidden) }
    for candidate in mend.force { flow.state[candidate].insert(.forced) }
    let moved = replace(paper)
    if flow.isComplete { return moved }
    for candidate in mend.forbid { flow.state[candidate].remove(.forbidden) }
    for candidate in mend.force { flow.state[candidate].remove(.forced) }
    _ = replace(paper)
    return nil
  }
}

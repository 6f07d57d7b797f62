extension ConstrainedSearch {
  /// Mends paper by paper: gives up who breaks the paper's rules and brings others, along paths on which every other paper
  /// keeps its own. The plan never lacks a review it had. Returns the papers that could not be mended, ascending.
  mutating func mendByExchange() -> [Int] {
    var paths = RuleKeepingPaths(flow, rules: rules, pairRules: pairRules)
    mend(&paths)
    // Prices have risen where reviewers are rare, and better plans leave other ways.
    for _ in 0..<Self.roundLimit where !offenders.isEmpty || !clashing.isEmpty {
      paths.settledLimit *= 4
      flow.reviewerPrice = firstPrices
      improve(&paths)
      mend(&paths)
    }
    return offenders.union(clashing).sorted()
  }

  private static let roundLimit = 3

  /// Replaces one review after another where that raises the total and breaks no rule.
  mutating func improveByExchange() {
    var paths = RuleKeepingPaths(flow, rules: rules, pairRules: pairRules)
    for _ in 0..<Self.roundLimit {
      let before = flow.total
      flow.reviewerPrice = firstPrices
      improve(&paths)
      if flow.total - before < before / 10_000 { return }
    }
  }

  private mutating func improve(_ paths: inout RuleKeepingPaths) {
    for paper in 0..<flow.paperCount {
      for candidate in flow.used(by: paper)
      where flow.state[candidate] == .used && paths.hasBetter(than: candidate, on: paper, flow) {
        improve(candidate, on: paper, &paths)
      }
    }
  }

  private mutating func improve(_ candidate: Int, on paper: Int, _ paths: inout RuleKeepingPaths) {
    let (total, missing, shortage) = (flow.total, flow.missingTotal, flow.shortageTotal)
    flow.changedPapers.removeAll(keepingCapacity: true)
    paths.begin()
    paths.vacate(candidate, in: &flow)
    let isFilled = paths.fill(paper, in: &flow)
    let isBetter = isFilled && flow.total > total && flow.missingTotal <= missing && flow.shortageTotal <= shortage
    let changed = Set(flow.changedPapers.map { Int($0) })
    if !isBetter || !changed.allSatisfy({ isWell($0) || isOffending[$0] || clashing.contains($0) }) { paths.undo(in: &flow) }
    for other in changed { inspect(other) }
    flow.changedPapers.removeAll(keepingCapacity: true)
  }

  private mutating func mend(_ paths: inout RuleKeepingPaths) {
    var attempts: [Int: Int] = [:]
    var queue = Array(offenders.union(clashing).sorted().reversed())
    while let paper = queue.popLast() {
      // Its clash may be gone by what happened to another paper.
      inspect(paper)
      guard isOffending[paper] || clashing.contains(paper), attempts[paper, default: 0] < Self.attemptLimit else { continue }
      attempts[paper, default: 0] += 1
      guard exchange(paper, &paths) else {
        queue += rivals(of: paper)
        continue
      }
      let changed = Set(flow.changedPapers.map { Int($0) }).sorted()
      flow.changedPapers.removeAll(keepingCapacity: true)
      for other in changed {
        inspect(other)
        // Two steps of one path may clash with each other, though neither did before.
        if other != paper, isOffending[other] || clashing.contains(other) { queue.append(other) }
      }
    }
    for paper in clashing.sorted() { inspect(paper) }
  }

  private static let attemptLimit = 4

  /// Other papers that could give way where this one can't.
  private mutating func rivals(of paper: Int) -> [Int] {
    let rivals = Set((clash(of: paper) ?? []).map { Int(flow.paperOfCandidate[$0]) }).subtracting([paper]).sorted()
    for rival in rivals { inspect(rival) }
    return rivals
  }

  private mutating func exchange(_ paper: Int, _ paths: inout RuleKeepingPaths) -> Bool {
    let (missing, shortage) = (flow.missingTotal, flow.shortageTotal)
    for unwanted in unwantedSets(of: paper) {
      paths.begin()
      for candidate in unwanted { paths.vacate(candidate, in: &flow) }
      var isFilled = true
      for _ in unwanted where isFilled { isFilled = paths.fill(paper, in: &flow) }
      if isFilled, flow.missingTotal <= missing, flow.shortageTotal <= shortage, isWell(paper) { return true }
      paths.undo(in: &flow)
    }
    return false
  }

  private func isWell(_ paper: Int) -> Bool {
    let used = flow.used(by: paper)
    let score = used.reduce(0) { $0 + flow.problem.scoreOfCandidate[$1] }
    return rules.allow(used.map { flow.reviewer(of: $0) }, score: score, paper: paper) && clash(of: paper) == nil
  }

  /// Candidates to give up, the fewest first.
  private func unwantedSets(of paper: Int) -> [[Int]] {
    func worth(_ candidate: Int) -> Int64 { flow.gain[candidate] - flow.reviewerPrice[flow.reviewer(of: candidate)] }
    let used = flow.used(by: paper)
    let free = used.filter { !flow.state[$0].contains(.forced) }.sorted { (worth($0), $0) < (worth($1), $1) }
    let surplus = surplus(among: used, free: free, paper: paper)
    var sets = surplus.isEmpty ? [] : [surplus]
    guard isOffending[paper] else { return sets }
    let lowest =
      rules.leastScore > .min
      ? free.sorted { (flow.problem.scoreOfCandidate[$0], $0) < (flow.problem.scoreOfCandidate[$1], $1) }
      : free.filter(surplus.contains) + free.filter { !surplus.contains($0) }
    for count in stride(from: 1, through: lowest.count, by: 1) where rules.leastScore > .min || count > surplus.count {
      sets.append(Array(lowest.prefix(count)))
    }
    return sets
  }

  /// Those in another paper's way, and those the rules have no place for beside the others, who are worth more.
  private func surplus(among used: [Int], free: [Int], paper: Int) -> [Int] {
    var kept = used.filter { flow.state[$0].contains(.forced) }.map { flow.reviewer(of: $0) }
    var surplus: [Int] = []
    for candidate in free.reversed() {
      let reviewer = flow.reviewer(of: candidate)
      let room = flow.problem.demandMaximum[paper] - kept.count - 1
      let isClear = pairRules.isEmpty || pairRules.clash(of: candidate, in: flow) == nil
      if isClear, rules.mayJoin(reviewer, kept, paper: paper), rules.unmetNeed(kept + [reviewer], paper: paper) <= room {
        kept.append(reviewer)
      } else {
        surplus.append(candidate)
      }
    }
    return surplus
  }
}

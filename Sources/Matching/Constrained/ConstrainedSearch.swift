/// Looks for the best plan that meets rules no flow can hold: a dive that mends one paper after another, then branch and
/// bound.
///
/// Every node is an optimal flow under some forbidden and forced pairs. Its total less what each offending paper must
/// lose at the flow's prices bounds everything below the node. Effort is counted in steps, never in seconds, so that the
/// result is the same on every machine.
struct ConstrainedSearch {
  var flow: AdjustableFlow
  let rules: PaperRules
  let pairRules: PairRules

  /// The best plan found that meets everything.
  private(set) var best: Plan?
  private(set) var bestTotal = Int64.min
  /// Nothing the search left unseen is above it.
  private(set) var openBound = Int64.min
  private(set) var nodes = 0
  private var effortLimit = 0
  private var endsAtFirst = false

  private var isOffending: [Bool]
  private var offenders: Set<Int> = []
  /// Papers that were in a clash when last looked at; every clash has one of its papers here.
  private var clashing: Set<Int> = []
  /// Sets looked at, a part of the effort.
  private var setsTried = 0

  init(_ flow: AdjustableFlow, rules: PaperRules, pairRules: PairRules) {
    self.flow = flow
    self.rules = rules
    self.pairRules = pairRules
    isOffending = Array(repeating: false, count: flow.paperCount)
    self.flow.changedPapers.removeAll()
    for paper in 0..<flow.paperCount { inspect(paper) }
  }

  private mutating func inspect(_ paper: Int) {
    let used = flow.usedByPaper[paper]
    let score = used.reduce(0) { $0 + flow.problem.scoreOfCandidate[Int($1)] }
    let offends =
      flow.problem.demandMaximum[paper] > 0
      && !rules.allow(used.map { flow.reviewer(of: Int($0)) }, score: score, paper: paper)
    if !pairRules.isEmpty {
      if clash(of: paper) != nil { clashing.insert(paper) } else { clashing.remove(paper) }
    }
    guard offends != isOffending[paper] else { return }
    isOffending[paper] = offends
    if offends { offenders.insert(paper) } else { offenders.remove(paper) }
  }

  /// Replaces the paper and looks at whatever that moved. Returns the papers that moved, ascending.
  private mutating func replace(_ paper: Int) -> [Int] {
    flow.replace(paper: paper)
    let changed = Set(flow.changedPapers.map { Int($0) }).sorted()
    flow.changedPapers.removeAll(keepingCapacity: true)
    for paper in changed { inspect(paper) }
    return changed
  }

  private mutating func keepIfBetter() {
    guard flow.isComplete, offenders.isEmpty, flow.total > bestTotal else { return }
    bestTotal = flow.total
    best = flow.plan
  }
}

// MARK: - Dive

extension ConstrainedSearch {
  private enum Mend {
    case forbid([Int])
    case force([Int])
    case none
  }

  /// Mends every paper and every clash in turn by forbidding what its best set at the present prices leaves out, or forcing
  /// what it adds. Afterwards the flow meets everything, and `best` holds it, unless the result is not empty: the papers
  /// it could not mend.
  ///
  /// What is once forbidden or forced stays so, hence the dive ends.
  mutating func dive() -> [Int] {
    var unmended: Set<Int> = []
    var queue = Array((0..<flow.paperCount).reversed())
    while let paper = queue.popLast() {
      while let mend = mend(for: paper), !unmended.contains(paper) {
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

  /// What would help the paper; nil when all is well.
  private func mend(for paper: Int) -> Mend? {
    let used = flow.used(by: paper)
    if isOffending[paper] {
      guard let set = BestSet(flow, paper: paper, rules: rules).best else { return Mend.none }
      let unwanted = used.filter { !set.candidates.contains($0) }
      return unwanted.isEmpty ? .force(set.candidates.filter { !used.contains($0) }) : .forbid(unwanted)
    }
    guard let clash = clash(of: paper) else { return nil }
    let free = clash.filter { !flow.state[$0].contains(.forced) }
    let cheapest = free.min { (loss(of: $0), $0) < (loss(of: $1), $1) }
    return cheapest.map { .forbid([$0]) } ?? Mend.none
  }

  private func clash(of paper: Int) -> [Int]? {
    guard !pairRules.isEmpty else { return nil }
    for candidate in flow.used(by: paper) {
      if let clash = pairRules.clash(of: candidate, in: flow) { return clash }
    }
    return nil
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
    let (candidates, mark): ([Int], AdjustableFlow.CandidateState) =
      switch mend {
      case .forbid(let candidates): (candidates, .forbidden)
      case .force(let candidates): (candidates.filter { canForce($0) }, .forced)
      case .none: ([], [])
      }
    guard let first = candidates.first else { return nil }
    let paper = Int(flow.paperOfCandidate[first])
    for candidate in candidates { flow.state[candidate].insert(mark) }
    let moved = replace(paper)
    if flow.isComplete { return moved }
    for candidate in candidates { flow.state[candidate].remove(mark) }
    _ = replace(paper)
    return nil
  }
}

// MARK: - Branch and bound

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

  private mutating func explore() {
    guard let (bound, worst) = bound(), bound > bestTotal else { return }
    nodes += 1
    guard flow.settledNodes + setsTried <= effortLimit, !(endsAtFirst && best != nil) else {
      openBound = max(openBound, bound)
      return
    }
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

  private func canForce(_ candidate: Int) -> Bool {
    let reviewer = flow.reviewer(of: candidate)
    let paper = Int(flow.paperOfCandidate[candidate])
    let ofReviewer = flow.held[reviewer].count { flow.state[Int($0)].contains(.forced) }
    let ofPaper = flow.usedByPaper[paper].count { flow.state[Int($0)].contains(.forced) }
    return ofReviewer < flow.problem.loadMaximum[reviewer] && ofPaper < flow.problem.demandMaximum[paper]
  }
}

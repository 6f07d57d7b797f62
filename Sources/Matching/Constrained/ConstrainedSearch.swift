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
  var best: Plan?
  var bestTotal = Int64.min
  /// Nothing the search left unseen is above it.
  var openBound = Int64.min
  var nodes = 0
  /// Pairs decided on the way from the root to the present node.
  var depth = 0
  var effortLimit = 0
  var endsAtFirst = false

  private(set) var isOffending: [Bool]
  private(set) var offenders: Set<Int> = []
  /// Papers that were in a clash when last looked at; every clash has one of its papers here.
  private(set) var clashing: Set<Int> = []
  /// The reviewers' prices that paths start from: those at the root, or of the auction.
  var firstPrices: [Int64]
  /// Sets looked at, a part of the effort.
  var setsTried = 0

  init(_ flow: AdjustableFlow, rules: PaperRules, pairRules: PairRules) {
    self.flow = flow
    firstPrices = flow.reviewerPrice
    self.rules = rules
    self.pairRules = pairRules
    isOffending = Array(repeating: false, count: flow.paperCount)
    self.flow.changedPapers.removeAll()
    for paper in 0..<flow.paperCount { inspect(paper) }
  }

  mutating func inspect(_ paper: Int) {
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
  mutating func replace(_ paper: Int) -> [Int] {
    flow.replace(paper: paper)
    let changed = Set(flow.changedPapers.map { Int($0) }).sorted()
    flow.changedPapers.removeAll(keepingCapacity: true)
    for paper in changed { inspect(paper) }
    return changed
  }

  mutating func keepIfBetter() {
    guard flow.isComplete, offenders.isEmpty, flow.total > bestTotal else { return }
    bestTotal = flow.total
    best = flow.plan
  }

  /// Used candidates, one of them of the paper, that can't all stay; nil when the paper is in nobody's way.
  func clash(of paper: Int) -> [Int]? {
    guard !pairRules.isEmpty else { return nil }
    for candidate in flow.used(by: paper) {
      if let clash = pairRules.clash(of: candidate, in: flow) { return clash }
    }
    return nil
  }

  /// Whether the candidate can be held by force beside those that are.
  func canForce(_ candidate: Int) -> Bool {
    let reviewer = flow.reviewer(of: candidate)
    let paper = Int(flow.paperOfCandidate[candidate])
    let ofReviewer = flow.held[reviewer].count { flow.state[Int($0)].contains(.forced) }
    let ofPaper = flow.usedByPaper[paper].count { flow.state[Int($0)].contains(.forced) }
    return ofReviewer < flow.problem.loadMaximum[reviewer] && ofPaper < flow.problem.demandMaximum[paper]
  }
}

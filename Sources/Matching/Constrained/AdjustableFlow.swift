/// An optimal plan that stays optimal while pairs are forbidden, forced and freed again.
///
/// A minimum-cost flow from papers over reviewers to the ground, begun at a solved problem's plan and prices. A change to a
/// paper's row takes the paper's units out and sends them anew along shortest paths of the residual network, which costs
/// what the change moves and not what the problem holds. What no candidate can take goes to nobody at a penalty above
/// anything scores add up to, so that a flow always exists; `isComplete` says whether any did.
struct AdjustableFlow {
  let problem: AssignmentProblem
  let paperCount: Int
  let reviewerCount: Int
  /// The price of a missing review and of a missing minimum load.
  let penalty: Int64

  /// By candidate of the problem.
  var state: [CandidateState]
  var gain: [Int64]
  let paperOfCandidate: [Int32]

  var paperPrice: [Int64]
  var reviewerPrice: [Int64]
  var groundPrice: Int64 = 0

  /// Units the reviewer sends on to the ground.
  var load: [Int32]
  /// Units of the paper's maximum demand that go to nobody; those beyond `optional` are missing.
  var toNobody: [Int32]
  let optional: [Int32]
  let hasOptional: Bool
  var missingTotal = 0
  var shortageTotal = 0
  /// The used candidates of each reviewer.
  var held: [[Int32]]
  /// The used candidates of each paper, in no order.
  var usedByPaper: [[Int32]]
  /// Units the node still lacks while a paper is being placed; the ground is the last.
  var deficit: [Int32]

  /// Σ gain of the used candidates.
  var total: Int64 = 0
  /// Papers whose used candidates changed, with repetitions, until the reader empties the list.
  var changedPapers: [Int32] = []
  /// Nodes taken from the heap so far: a measure of work that is the same on every machine.
  var settledNodes = 0

  var distance: [Int64]
  /// The candidate by which the node was reached, or `fromGround`. For the ground, the node before it.
  var arcTo: [Int32]
  var reached: [Int32] = []
  var heap = NodeHeap()
  var bestDistance = Int64.max
  var bestEnd = -1

  let seed: UInt64

  static let fromGround: Int32 = -2
  var ground: Int { paperCount + reviewerCount }

  struct CandidateState: OptionSet {
    let rawValue: UInt8
    static let used = CandidateState(rawValue: 1)
    static let forbidden = CandidateState(rawValue: 2)
    static let forced = CandidateState(rawValue: 4)
  }

  /// The whole demand and all minimum loads are met.
  var isComplete: Bool { missingTotal == 0 && shortageTotal == 0 }

  /// Starts at a plan that meets the problem and the prices that prove it optimal.
  init(_ problem: AssignmentProblem, plan: Plan, duals: DualPrices, seed: UInt64) {
    self.problem = problem
    self.seed = seed
    paperCount = problem.paperCount
    reviewerCount = problem.reviewerCount
    gain = problem.scoreOfCandidate
    let highest = max(0, gain.max() ?? 0)
    let lowest = min(0, gain.min() ?? 0)
    penalty = 2 * Int64(min(paperCount, reviewerCount) + 2) * (highest - lowest) + 2
    state = Array(repeating: [], count: gain.count)
    for pair in problem.forced {
      if let candidate = problem.candidate(of: pair) { state[candidate] = .forced }
    }
    var papers = [Int32](repeating: 0, count: gain.count)
    for paper in 0..<problem.paperCount {
      for candidate in problem.rowStart[paper]..<problem.rowStart[paper + 1] {
        papers[candidate] = Int32(truncatingIfNeeded: paper)
      }
    }
    paperOfCandidate = papers
    paperPrice = duals.paper
    reviewerPrice = duals.reviewer
    hasOptional = problem.demandMaximum != problem.demandMinimum
    load = Array(repeating: 0, count: reviewerCount)
    toNobody = problem.demandMaximum.map { Int32(clamping: $0) }
    optional = zip(problem.demandMaximum, problem.demandMinimum).map { Int32(clamping: $0 - $1) }
    held = Array(repeating: [], count: reviewerCount)
    usedByPaper = Array(repeating: [], count: paperCount)
    deficit = Array(repeating: 0, count: paperCount + reviewerCount + 1)
    distance = Array(repeating: .max, count: paperCount + reviewerCount + 1)
    arcTo = Array(repeating: -1, count: paperCount + reviewerCount + 1)
    for pair in plan.pairs {
      guard let candidate = problem.candidate(of: pair) else { continue }
      state[candidate].insert(.used)
      held[pair.reviewer].append(Int32(truncatingIfNeeded: candidate))
      usedByPaper[pair.paper].append(Int32(truncatingIfNeeded: candidate))
      load[pair.reviewer] += 1
      toNobody[pair.paper] -= 1
      total += gain[candidate]
    }
  }

  func row(of paper: Int) -> Range<Int> { problem.rowStart[paper]..<problem.rowStart[paper + 1] }

  func reviewer(of candidate: Int) -> Int { Int(problem.reviewerOfCandidate[candidate]) }

  /// The paper's used candidates, ascending.
  func used(by paper: Int) -> [Int] { usedByPaper[paper].map { Int($0) }.sorted() }

  var plan: Plan {
    var pairs: [Pair] = []
    for candidate in state.indices where state[candidate].contains(.used) {
      pairs.append(Pair(paper: Int(paperOfCandidate[candidate]), reviewer: reviewer(of: candidate)))
    }
    return Plan(pairs: pairs)
  }

  /// The prices that prove the flow optimal under what is now forbidden and forced.
  var duals: DualPrices {
    DualPrices(
      paper: paperPrice.map { $0 + groundPrice }, reviewer: reviewerPrice.map { $0 - groundPrice },
      missingReviewPenalty: penalty, underloadPenalty: penalty)
  }

  /// Makes the flow optimal again, so that `duals` prove it, after the states or gains of the paper's candidates were changed.
  mutating func replace(paper: Int) {
    var excess: [Int] = []
    var toPlace = problem.demandMaximum[paper]
    deficit[ground] += toNobody[paper]
    missingTotal -= max(0, Int(toNobody[paper] - optional[paper]))
    toNobody[paper] = 0
    for candidate in used(by: paper) {
      drop(candidate)
      deficit[paperCount + reviewer(of: candidate)] += 1
    }
    for candidate in row(of: paper) where state[candidate].contains(.forced) {
      let node = paperCount + reviewer(of: candidate)
      take(candidate)
      toPlace -= 1
      if deficit[node] > 0 { deficit[node] -= 1 } else { excess.append(node) }
    }
    paperPrice[paper] = lowestPrice(of: paper)
    for node in excess { send(from: node) }
    for _ in 0..<max(0, toPlace) { send(from: paper) }
  }

  /// The lowest price under which none of the paper's free candidates would pay.
  private func lowestPrice(of paper: Int) -> Int64 {
    var price = -costToNobody(of: paper) - groundPrice
    for candidate in row(of: paper) where state[candidate].isEmpty {
      price = max(price, gain[candidate] - reviewerPrice[reviewer(of: candidate)])
    }
    return price
  }

  /// The cost of one more unit of the paper that goes to nobody.
  func costToNobody(of paper: Int) -> Int64 { toNobody[paper] < optional[paper] ? 0 : penalty }

  mutating func take(_ candidate: Int) {
    let paper = Int(paperOfCandidate[candidate])
    state[candidate].insert(.used)
    held[reviewer(of: candidate)].append(Int32(truncatingIfNeeded: candidate))
    usedByPaper[paper].append(Int32(truncatingIfNeeded: candidate))
    changedPapers.append(Int32(truncatingIfNeeded: paper))
    total += gain[candidate]
  }

  mutating func drop(_ candidate: Int) {
    let paper = Int(paperOfCandidate[candidate])
    state[candidate].remove(.used)
    held[reviewer(of: candidate)].removeAll { $0 == Int32(truncatingIfNeeded: candidate) }
    usedByPaper[paper].removeAll { $0 == Int32(truncatingIfNeeded: candidate) }
    changedPapers.append(Int32(truncatingIfNeeded: paper))
    total -= gain[candidate]
  }
}

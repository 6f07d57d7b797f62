/// A forward auction (Bertsekas 1988) in which papers bid only for reviewers who keep their rules beside those they have.
///
/// Where nearly every paper breaks a rule in the plan without rules, mending that plan ends far from the best. Here rules count
/// from the start: prices say what a reviewer is worth to papers that may have them. A paper displaced from a reviewer bids
/// again, and whoever it holds stays. What the auction leaves undone (papers nobody allowed bids for, prices that rise without
/// end) is left to the paths. It knows no minimum loads.
struct RuleAuction {
  private let rules: PaperRules
  private let pairRules: PairRules
  private var price: [Int64]
  /// By reviewer: bids of the candidates held.
  private var bids: [[Bid]]
  private var epsilon: Int64
  private let range: Int64
  private var displaced: [Int32] = []
  /// Worths of the row at hand.
  private var worths: [Int64] = []

  private struct Bid {
    var candidate: Int32
    var price: Int64
  }

  /// Bids for each review before the auction gives up.
  private static let patience = 40

  init(_ flow: AdjustableFlow, rules: PaperRules, pairRules: PairRules) {
    self.rules = rules
    self.pairRules = pairRules
    price = Array(repeating: 0, count: flow.reviewerCount)
    bids = Array(repeating: [], count: flow.reviewerCount)
    range = max(0, flow.gain.max() ?? 0) - min(0, flow.gain.min() ?? 0)
    epsilon = 1
  }

  /// Afterwards the flow holds what was won, prices are those of the auction, and no rule that only a full set can break is
  /// broken.
  mutating func run(in flow: inout AdjustableFlow) {
    for paper in 0..<flow.paperCount {
      for candidate in flow.used(by: paper) {
        if flow.state[candidate].contains(.forced) {
          bids[flow.reviewer(of: candidate)].append(Bid(candidate: Int32(truncatingIfNeeded: candidate), price: .max))
        } else {
          flow.vacate(candidate)
        }
      }
    }
    let reviews = max(1, flow.problem.demandMaximum.reduce(0, +))
    var bidders = Array(0..<Int32(truncatingIfNeeded: flow.paperCount))
    var count = 0
    while !bidders.isEmpty, count < reviews * Self.patience {
      // Coarse while many bid, fine when the last ones settle, and coarser again in a price war.
      let coarse = Int64(Double(range / 20) * Double(bidders.count) / Double(reviews))
      epsilon = max(1, coarse, range / 10_000 * Int64(1 + count / (8 * reviews)))
      displaced.removeAll(keepingCapacity: true)
      for paper in bidders {
        while flow.toNobody[Int(paper)] > 0, bid(for: Int(paper), in: &flow) { count += 1 }
      }
      swap(&bidders, &displaced)
    }
    flow.changedPapers.removeAll(keepingCapacity: true)
    flow.reviewerPrice = price
    flow.groundPrice = 0
    for paper in 0..<flow.paperCount { flow.paperPrice[paper] = 0 }
  }

  /// One bid for the best allowed candidate, up to the worth of the second; false where there is none worth it.
  private mutating func bid(for paper: Int, in flow: inout AdjustableFlow) -> Bool {
    let row = flow.row(of: paper)
    worths.removeAll(keepingCapacity: true)
    for candidate in row {
      let isOpen = flow.state[candidate].isEmpty
      worths.append(isOpen ? flow.gain[candidate] &- price[Int(flow.problem.reviewerOfCandidate[candidate])] : .min)
    }
    let others = flow.usedByPaper[paper].map { flow.reviewer(of: Int($0)) }
    guard let first = nextAllowed(paper, others, row, flow), first.worth >= -range else { return false }
    if first.worth <= 0, flow.toNobody[paper] <= flow.optional[paper] { return false }
    let second = nextAllowed(paper, others, row, flow)?.worth ?? first.worth - range / 4
    let reviewer = flow.reviewer(of: first.candidate)
    place(
      first.candidate, at: reviewer, price: price[reviewer] + first.worth - max(second, first.worth - range) + epsilon, in: &flow)
    return true
  }

  /// The best candidate not asked for yet who may join the others.
  private mutating func nextAllowed(
    _ paper: Int, _ others: [Int], _ row: Range<Int>, _ flow: AdjustableFlow
  ) -> (candidate: Int, worth: Int64)? {
    let room = flow.problem.demandMaximum[paper] - others.count - 1
    while true {
      var best = -1
      var worth = Int64.min
      for place in worths.indices where worths[place] > worth { (best, worth) = (place, worths[place]) }
      guard best >= 0 else { return nil }
      worths[best] = .min
      let candidate = row.lowerBound + best
      let reviewer = flow.reviewer(of: candidate)
      guard flow.problem.loadMaximum[reviewer] > 0, rules.mayJoin(reviewer, others, paper: paper) else { continue }
      if !rules.attributes.isEmpty, rules.unmetNeed(others + [reviewer], paper: paper) > max(0, room) { continue }
      if !pairRules.isEmpty, pairRules.clash(of: candidate, in: flow) != nil { continue }
      return (candidate, worth)
    }
  }

  /// The lowest bid makes way at a full reviewer.
  private mutating func place(_ candidate: Int, at reviewer: Int, price bid: Int64, in flow: inout AdjustableFlow) {
    let isFull = bids[reviewer].count >= flow.problem.loadMaximum[reviewer]
    if isFull {
      guard let lowest = bids[reviewer].indices.min(by: { bids[reviewer][$0].price < bids[reviewer][$1].price }) else { return }
      let loser = Int(bids[reviewer][lowest].candidate)
      bids[reviewer].remove(at: lowest)
      flow.vacate(loser)
      displaced.append(flow.paperOfCandidate[loser])
    }
    flow.occupy(candidate)
    bids[reviewer].append(Bid(candidate: Int32(truncatingIfNeeded: candidate), price: bid))
    if bids[reviewer].count >= flow.problem.loadMaximum[reviewer] {
      price[reviewer] = min(bids[reviewer].reduce(Int64.max) { min($0, $1.price) }, 1 << 60)
    }
  }
}

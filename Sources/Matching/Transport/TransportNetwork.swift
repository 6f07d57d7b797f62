/// The working copy of a transportation problem, in the seed's order, on buffers of its own.
///
/// Papers and reviewers are renumbered by the seed ("places"). A candidate is one word, highest first: 42 bits of gain, two
/// flags, 20 bits of reviewer. Rows are sorted lazily from the front (`extendSorted`): most are never read to their end.
///
/// The residual network has a third kind of node, the sink T of price 0. A reviewer sends on to T as many units as
/// `forwarded` says, and a paper what it gives to nobody. Where `forwarded` is above a reviewer's load, the reviewer lacks
/// units; where `supply` is above 0, the paper has units to place.
struct TransportNetwork: ~Copyable {
  let paperCount: Int
  let reviewerCount: Int
  let pairCapacity: Int32
  let missingPenalty: Int64
  let underloadPenalty: Int64
  /// What a unit of load away from its target costs; 0 without targets.
  let targetPrice: Int64
  /// The difference of the highest and the lowest gain, 0 counted among them.
  let gainRange: Int64
  let holdCapacity: Int

  /// `paperOrder[place]` is the problem's index.
  let paperOrder: [Int]
  let reviewerOrder: [Int]

  let entries: UnsafeMutablePointer<Int64>
  let papers: UnsafeMutablePointer<PaperNode>
  let reviewers: UnsafeMutablePointer<ReviewerNode>
  let paperPrice: UnsafeMutablePointer<Int64>
  let reviewerPrice: UnsafeMutablePointer<Int64>
  /// Reviewer `r` has the units of `holds[holdStart..<holdStart + holdCount]`, in no order.
  let holds: UnsafeMutablePointer<Hold>

  /// No reviewer's price is below it.
  var lowestPrice: Int64 = 0
  var statistics = TransportStatistics()

  struct PaperNode {
    /// The row is `entries[rowStart..<rowEnd]`, sorted up to `sortedEnd`.
    var rowStart: Int32
    var rowEnd: Int32
    var sortedEnd: Int32
    /// Units the paper has still to place.
    var supply: Int32
    /// Units given to nobody: the first `optional` gain 0, the rest are missing.
    var toNobody: Int32 = 0
    var optional: Int32
  }

  struct ReviewerNode {
    var holdStart: Int32
    var holdCount: Int32 = 0
    var load: Int32 = 0
    /// Units sent on to the sink.
    var forwarded: Int32 = 0
    var loadMinimum: Int32
    /// The minimum where there are no targets.
    var loadTarget: Int32
    var loadMaximum: Int32
  }

  /// Units of one candidate at its reviewer.
  struct Hold {
    var entry: Int32
    var paper: Int32
    var units: Int32
  }

  deinit {
    entries.deallocate()
    papers.deallocate()
    reviewers.deallocate()
    paperPrice.deallocate()
    reviewerPrice.deallocate()
    holds.deallocate()
  }

  init(_ problem: TransportProblem, seed: UInt64) {
    var random = SplitMix64(state: seed)
    paperCount = problem.paperCount
    reviewerCount = problem.reviewerCount
    pairCapacity = Int32(clamping: problem.pairCapacity)
    paperOrder = random.order(problem.paperCount)
    reviewerOrder = random.order(problem.reviewerCount)
    var place = [Int32](repeating: 0, count: problem.reviewerCount)
    // Who takes nothing has no place in a row: at their price of 0 they would be bid for in vain.
    for (index, original) in reviewerOrder.enumerated() {
      place[original] = problem.loadMaximum[original] > 0 ? Int32(index) : -1
    }

    entries = .allocate(capacity: problem.reviewer.count)
    papers = .allocate(capacity: paperCount)
    reviewers = .allocate(capacity: reviewerCount)
    paperPrice = .allocate(capacity: paperCount)
    paperPrice.initialize(repeating: 0, count: paperCount)
    reviewerPrice = .allocate(capacity: reviewerCount)

    let packed = PackedRows(problem, paperOrder: paperOrder, place: place, entries: entries, papers: papers)
    let cycleBound = Int64(min(paperCount, reviewerCount) + 2) * (packed.highest - packed.lowest)
    targetPrice = problem.loadTarget.isEmpty ? 0 : problem.targetPrice ?? cycleBound + 1
    // A cycle passes the sink once, so it changes two loads at most.
    underloadPenalty = cycleBound + 2 * targetPrice + 1
    missingPenalty = underloadPenalty + cycleBound + 1

    gainRange = packed.highest - packed.lowest
    var holdTotal: Int32 = 0
    for (index, original) in reviewerOrder.enumerated() {
      let maximum = Int32(clamping: problem.loadMaximum[original])
      let minimum = Int32(clamping: problem.loadMinimum[original])
      let target = problem.loadTarget.isEmpty ? minimum : Int32(clamping: problem.loadTarget[original])
      reviewers[index] = ReviewerNode(
        holdStart: holdTotal, loadMinimum: minimum, loadTarget: target, loadMaximum: maximum)
      // A place below the target is worth giving away.
      let price = target > 0 ? -targetPrice : targetPrice
      reviewerPrice[index] = price
      lowestPrice = min(lowestPrice, price)
      // One more than can stay: a path puts a unit in before it takes one out.
      holdTotal += min(maximum, packed.degree[index]) + 1
    }
    holdCapacity = Int(holdTotal)
    holds = .allocate(capacity: Int(holdTotal))
  }
}

extension TransportNetwork {
  /// What the sink asks of the reviewer for one unit more than so many; `Int64.max / 4` beyond the maximum. Never falls
  /// with the load. A reviewer's price lies between the costs of the last unit forwarded and of the next.
  @inline(__always)
  func costOfNextUnit(_ reviewer: Int, after units: Int32) -> Int64 {
    let node = reviewers[reviewer]
    if units < node.loadMinimum { return -underloadPenalty &- targetPrice }
    if units < node.loadTarget { return -targetPrice }
    return units < node.loadMaximum ? targetPrice : .max / 4
  }

  /// Where the cost of one unit more changes next.
  func endOfCost(_ reviewer: Int, after units: Int32) -> Int32 {
    let node = reviewers[reviewer]
    return units < node.loadMinimum ? node.loadMinimum : units < node.loadTarget ? node.loadTarget : node.loadMaximum
  }

  /// From where on units cost what the last one does; the number is above 0.
  func startOfCost(_ reviewer: Int, before units: Int32) -> Int32 {
    let node = reviewers[reviewer]
    return units > node.loadTarget ? node.loadTarget : units > node.loadMinimum ? node.loadMinimum : 0
  }

  /// The fewest units, no fewer than the load, that the price asks the reviewer to forward.
  func forwardedAtPrice(_ reviewer: Int) -> Int32 {
    let (node, price) = (reviewers[reviewer], reviewerPrice[reviewer])
    var units = node.load
    while units < node.loadMaximum, costOfNextUnit(reviewer, after: units) < price {
      units = endOfCost(reviewer, after: units)
    }
    return units
  }
}

/// The words candidates are packed into.
enum Entry {
  static let reviewerMask: Int64 = (1 << 20) - 1
  /// The candidate has units.
  static let heldFlag: Int64 = 1 << 20
  /// The candidate has all the units it may have.
  static let fullFlag: Int64 = 1 << 21
  static let gainShift: Int64 = 22

  @inline(__always) static func gain(_ entry: Int64) -> Int64 { entry >> gainShift }
  /// Places stand in a word upside down, so that of equal gains the lower place comes first.
  @inline(__always) static func reviewer(_ entry: Int64) -> Int { Int(reviewerMask &- (entry & reviewerMask)) }
  @inline(__always) static func word(gain: Int64, reviewer: Int32) -> Int64 {
    gain << gainShift | (reviewerMask &- Int64(reviewer))
  }
}

/// Packs the rows of a problem into a network's buffers.
private struct PackedRows {
  /// Candidates of each reviewer.
  var degree: [Int32]
  /// The lowest and highest gain, 0 included.
  var lowest: Int64 = 0
  var highest: Int64 = 0

  init(
    _ problem: TransportProblem, paperOrder: [Int], place: [Int32], entries: UnsafeMutablePointer<Int64>,
    papers: UnsafeMutablePointer<TransportNetwork.PaperNode>
  ) {
    var degree = [Int32](repeating: 0, count: problem.reviewerCount)
    var lowest: Int64 = 0
    var highest: Int64 = 0
    var end = 0
    let places = place.span
    let reviewers = problem.reviewer.span
    let gains = problem.gain.span
    var degrees = degree.mutableSpan
    for (index, original) in paperOrder.enumerated() {
      let start = Int32(end)
      for candidate in problem.rowStart[original]..<problem.rowStart[original + 1] {
        let gain = gains[candidate]
        let reviewer = places[Int(reviewers[candidate])]
        if gain == TransportProblem.excluded || reviewer < 0 { continue }
        degrees[Int(reviewer)] &+= 1
        lowest = min(lowest, gain)
        highest = max(highest, gain)
        entries[end] = Entry.word(gain: gain, reviewer: reviewer)
        end += 1
      }
      let (minimum, maximum) = (problem.demandMinimum[original], problem.demandMaximum[original])
      papers[index] = TransportNetwork.PaperNode(
        rowStart: start, rowEnd: Int32(end), sortedEnd: start, supply: Int32(clamping: maximum),
        optional: Int32(clamping: maximum - minimum))
    }
    self.degree = degree
    self.lowest = lowest
    self.highest = highest
  }
}

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

  /// `paperOrder[place]` is the problem's index.
  let paperOrder: [Int]
  let reviewerOrder: [Int]

  let rowStart: UnsafeMutablePointer<Int32>
  let sortedEnd: UnsafeMutablePointer<Int32>
  let entries: UnsafeMutablePointer<Int64>

  let paperPrice: UnsafeMutablePointer<Int64>
  /// Units the paper has still to place.
  let supply: UnsafeMutablePointer<Int32>
  /// Units of the paper given to nobody: the first are optional and gain 0, the rest are missing.
  let toNobody: UnsafeMutablePointer<Int32>
  let optional: UnsafeMutablePointer<Int32>

  let reviewerPrice: UnsafeMutablePointer<Int64>
  let load: UnsafeMutablePointer<Int32>
  let forwarded: UnsafeMutablePointer<Int32>
  let loadMinimum: UnsafeMutablePointer<Int32>
  let loadMaximum: UnsafeMutablePointer<Int32>

  /// Reviewer `r` holds `holdStart[r]..<holdStart[r] + holdCount[r]`, in no order unless the auction keeps them as a heap.
  let holdStart: UnsafeMutablePointer<Int32>
  let holdCount: UnsafeMutablePointer<Int32>
  let holds: UnsafeMutablePointer<Hold>

  /// No reviewer's price is below it.
  var lowestPrice: Int64 = 0
  var statistics = TransportStatistics()

  /// Units of one candidate at its reviewer.
  struct Hold {
    /// The price at which the paper would rather go elsewhere.
    var bid: Int64
    var entry: Int32
    var paper: Int32
    var units: Int32
  }

  deinit {
    for buffer in [rowStart, sortedEnd, supply, toNobody, optional] { buffer.deallocate() }
    for buffer in [load, forwarded, loadMinimum, loadMaximum, holdStart, holdCount] { buffer.deallocate() }
    for buffer in [entries, paperPrice, reviewerPrice] { buffer.deallocate() }
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
    for (index, original) in reviewerOrder.enumerated() { place[original] = Int32(index) }

    rowStart = .allocate(capacity: paperCount + 1)
    sortedEnd = .allocate(capacity: paperCount)
    entries = .allocate(capacity: problem.reviewer.count)
    paperPrice = .allocate(capacity: paperCount)
    supply = .allocate(capacity: paperCount)
    toNobody = .allocate(capacity: paperCount)
    optional = .allocate(capacity: paperCount)
    reviewerPrice = .allocate(capacity: reviewerCount)
    load = .allocate(capacity: reviewerCount)
    forwarded = .allocate(capacity: reviewerCount)
    loadMinimum = .allocate(capacity: reviewerCount)
    loadMaximum = .allocate(capacity: reviewerCount)
    holdStart = .allocate(capacity: reviewerCount + 1)
    holdCount = .allocate(capacity: reviewerCount)

    let packed = PackedRows(problem, paperOrder: paperOrder, place: place, entries: entries, rowStart: rowStart)
    let cycleBound = Int64(min(paperCount, reviewerCount) + 2) * (packed.highest - packed.lowest)
    underloadPenalty = cycleBound + 1
    missingPenalty = 2 * cycleBound + 2

    for (index, original) in paperOrder.enumerated() {
      sortedEnd[index] = rowStart[index]
      paperPrice[index] = 0
      supply[index] = Int32(clamping: problem.demandMaximum[original])
      optional[index] = Int32(clamping: problem.demandMaximum[original] - problem.demandMinimum[original])
      toNobody[index] = 0
    }
    var holdTotal: Int32 = 0
    for (index, original) in reviewerOrder.enumerated() {
      holdStart[index] = holdTotal
      holdCount[index] = 0
      reviewerPrice[index] = 0
      load[index] = 0
      forwarded[index] = 0
      loadMinimum[index] = Int32(clamping: problem.loadMinimum[original])
      loadMaximum[index] = Int32(clamping: problem.loadMaximum[original])
      // One more than can stay: a bid is put in before the one it beats is taken out.
      holdTotal += min(Int32(clamping: problem.loadMaximum[original]), packed.degree[index]) + 1
    }
    holdStart[reviewerCount] = holdTotal
    holds = .allocate(capacity: Int(holdTotal))
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
    rowStart: UnsafeMutablePointer<Int32>
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
      rowStart[index] = Int32(end)
      for candidate in problem.rowStart[original]..<problem.rowStart[original + 1] {
        let gain = gains[candidate]
        if gain == TransportProblem.excluded { continue }
        let reviewer = places[Int(reviewers[candidate])]
        degrees[Int(reviewer)] &+= 1
        lowest = min(lowest, gain)
        highest = max(highest, gain)
        entries[end] = Entry.word(gain: gain, reviewer: reviewer)
        end += 1
      }
    }
    rowStart[paperOrder.count] = Int32(end)
    self.degree = degree
    self.lowest = lowest
    self.highest = highest
  }
}

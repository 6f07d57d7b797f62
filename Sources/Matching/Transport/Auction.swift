/// A forward auction from prices of zero (Bertsekas 1988) for units of one, with short lists.
///
/// Every unit at a reviewer has a bid: the price at which its paper would rather go elsewhere, plus ε. A full reviewer's
/// price is the lowest bid, which the next higher one displaces. As prices only rise, a paper need not read its row at each
/// bid: its short list holds the best candidates as of the last reading, and the worth of the best one left out bounds the rest.
///
/// Afterwards complementary slackness holds within ε, and most of it exactly; settling frees what breaks it for the shortest
/// paths. A paper that finds its best candidate dearer than any gain is in a price war that shortest paths end at once; it is
/// parked for them.
struct Auction: ~Copyable {
  let rows: LazyRows
  let reviewers: UnsafeMutablePointer<TransportNetwork.ReviewerNode>
  let prices: UnsafeMutablePointer<Int64>
  let paperCount: Int
  let coarsest: Int64
  var finest: Int64
  var epsilon: Int64
  /// A paper whose best candidate is worth less is parked.
  let parkBelow: Int64
  let listLength: Int
  /// Words of `Entry`, the best as of the last reading; those held carry `Entry.heldFlag`, and `Entry.fullFlag` is on what
  /// fills up the list of a short row.
  let lists: UnsafeMutablePointer<Int64>
  /// The worth of the best candidate outside the list, as of the last reading.
  let bounds: UnsafeMutablePointer<Int64>
  /// A heap of bids for each reviewer, at `holdStart`, the lowest first.
  let bids: UnsafeMutablePointer<Bid>
  /// Worths of the list under construction.
  let worths: UnsafeMutablePointer<Int64>
  /// Bids after which a price war is suspected, and ε is doubled.
  var patience: Int
  var displaced: [Int32] = []
  static let filler = Entry.word(gain: 0, reviewer: 0) | Entry.fullFlag
  var statistics = TransportStatistics()

  struct Bid {
    var price: Int64
    var paper: Int32
  }

  init(_ network: borrowing TransportNetwork, listLength: Int, units: Int) {
    rows = network.rows
    reviewers = network.reviewers
    prices = network.reviewerPrice
    paperCount = network.paperCount
    coarsest = network.gainRange / 80
    finest = network.gainRange / 10_000
    epsilon = coarsest
    self.listLength = listLength
    parkBelow = -network.gainRange
    patience = units * 8
    lists = .allocate(capacity: paperCount * listLength)
    lists.initialize(repeating: Self.filler, count: paperCount * listLength)
    bounds = .allocate(capacity: paperCount)
    bids = .allocate(capacity: network.holdCapacity)
    worths = .allocate(capacity: listLength + 1)
  }

  deinit {
    lists.deallocate()
    bounds.deallocate()
    bids.deallocate()
    worths.deallocate()
  }

  /// Rounds of bids; in each the papers displaced in the last one bid, in that order.
  mutating func run() {
    for paper in 0..<paperCount where rows.papers[paper].supply > 0 {
      readRow(paper)
      bidForMany(paper)
    }
    var bidders: [Int32] = []
    while !displaced.isEmpty {
      swap(&bidders, &displaced)
      // Coarse while many bid, fine when the last ones settle: an ε that stays coarse overprices reviewers in the end.
      if statistics.bids > patience {
        finest = min(finest &* 2, coarsest &* 16)
        patience &+= patience / 4
      }
      epsilon = max(finest, Int64((Double(coarsest) * Double(bidders.count) / Double(paperCount)).rounded()))
      displaced.removeAll(keepingCapacity: true)
      for paper in bidders { bidForOne(Int(paper)) }
    }
  }

  /// The first bids of a paper whose list was just read: on the best ones, each up to the worth of the best one left over.
  private mutating func bidForMany(_ paper: Int) {
    let list = lists + paper &* listLength
    let wanted = Int(rows.papers[paper].supply)
    var available = 0
    while available < listLength, list[available] != Self.filler { available += 1 }
    guard available > wanted else {
      statistics.parked &+= 1
      return
    }
    let second = rows.papers[paper].optional > 0 ? max(0, worths[wanted]) : worths[wanted]
    for place in 0..<wanted where worths[place] &+ epsilon > second && worths[place] >= parkBelow {
      put(place, of: paper, raise: worths[place] &- second &+ epsilon)
    }
  }

  private mutating func bidForOne(_ paper: Int) {
    let list = lists + paper &* listLength
    for attempt in 0..<2 {
      var first = Int64.min
      var second = Int64.min
      var best = -1
      for place in 0..<listLength {
        let word = list[place]
        let isOpen = word & (Entry.heldFlag | Entry.fullFlag) == 0
        let worth = isOpen ? Entry.gain(word) &- prices[Entry.reviewer(word)] : .min
        second = max(second, min(first, worth))
        best = worth > first ? place : best
        first = max(first, worth)
      }
      statistics.edgeVisits &+= listLength
      if second < bounds[paper], attempt == 0 {
        readRow(paper)
        continue
      }
      second = max(second, bounds[paper])
      if rows.papers[paper].optional > 0 { second = max(second, 0) }
      guard best >= 0, second > .min / 8, first >= parkBelow, first &+ epsilon > second else { break }
      put(best, of: paper, raise: first &- second &+ epsilon)
      return
    }
    statistics.parked &+= 1
  }

  private mutating func put(_ place: Int, of paper: Int, raise: Int64) {
    statistics.bids &+= 1
    let list = lists + paper &* listLength
    let reviewer = Entry.reviewer(list[place])
    let node = reviewers + reviewer
    let heap = bids + Int(node.pointee.holdStart)
    guard node.pointee.loadMaximum > 0 else { return }
    list[place] |= Entry.heldFlag
    rows.papers[paper].supply &-= 1
    let bid = Bid(price: prices[reviewer] &+ raise, paper: Int32(truncatingIfNeeded: paper))
    let count = Int(node.pointee.holdCount)
    if count < node.pointee.loadMaximum {
      siftUp(bid, in: heap, from: count)
      node.pointee.holdCount = Int32(truncatingIfNeeded: count &+ 1)
      if count &+ 1 == Int(node.pointee.loadMaximum) { prices[reviewer] = heap[0].price }
      return
    }
    let out = Int(heap[0].paper)
    siftDown(bid, in: heap, count: count)
    prices[reviewer] = heap[0].price
    release(reviewer, from: out)
  }

  private mutating func release(_ reviewer: Int, from paper: Int) {
    let list = lists + paper &* listLength
    for place in 0..<listLength where list[place] & Entry.heldFlag != 0 && Entry.reviewer(list[place]) == reviewer {
      list[place] &= ~Entry.heldFlag
      break
    }
    rows.papers[paper].supply &+= 1
    displaced.append(Int32(truncatingIfNeeded: paper))
  }

  private func siftUp(_ bid: Bid, in heap: UnsafeMutablePointer<Bid>, from last: Int) {
    var hole = last
    while hole > 0 {
      let parent = (hole &- 1) / 2
      if heap[parent].price <= bid.price { break }
      heap[hole] = heap[parent]
      hole = parent
    }
    heap[hole] = bid
  }

  private func siftDown(_ bid: Bid, in heap: UnsafeMutablePointer<Bid>, count: Int) {
    var hole = 0
    while true {
      var child = 2 &* hole &+ 1
      if child >= count { break }
      if child &+ 1 < count, heap[child &+ 1].price < heap[child].price { child &+= 1 }
      if heap[child].price >= bid.price { break }
      heap[hole] = heap[child]
      hole = child
    }
    heap[hole] = bid
  }
}

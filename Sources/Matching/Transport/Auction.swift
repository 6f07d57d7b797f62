/// A forward auction from prices of zero (Bertsekas 1988) with short lists.
///
/// Units at a reviewer have a bid: the price at which their paper would rather go elsewhere, plus ε. Where a candidate takes
/// several units, a bid is for as many as the paper has left and the candidate takes (Bertsekas and Castañón 1989). A full
/// reviewer's price is the lowest bid, whose units the next higher one displaces. As prices only rise, a paper need not read
/// its row at each bid: its short list holds the best candidates as of the last reading, and the worth of the best one left
/// out bounds the rest.
///
/// Afterwards complementary slackness holds within ε, and most of it exactly; settling frees what breaks it for the shortest
/// paths. A paper that finds its best candidate dearer than any gain is in a price war that shortest paths end at once; it is
/// parked for them.
struct Auction: ~Copyable {
  let rows: LazyRows
  let reviewers: UnsafeMutablePointer<TransportNetwork.ReviewerNode>
  let prices: UnsafeMutablePointer<Int64>
  let capacity: Int32
  let paperCount: Int
  /// Candidates that the units to place would fill, paper by paper.
  let pairs: Int
  let coarsest: Int64
  var finest: Int64
  var epsilon: Int64
  /// What a place from the target on costs at least; those below cost less.
  let floor: Int64
  let hasFloors: Bool
  /// A paper whose best candidate is worth less is parked.
  let parkBelow: Int64
  let listLength: Int
  /// Words of `Entry`, the best as of the last reading. Those held carry `Entry.heldFlag`; those that take no more, and what
  /// fills up the list of a short row, `Entry.fullFlag`.
  let lists: UnsafeMutablePointer<Int64>
  /// Units held on each place of the lists.
  let units: UnsafeMutablePointer<Int32>
  /// The worth of the best candidate outside the list, as of the last reading.
  let bounds: UnsafeMutablePointer<Int64>
  /// A heap of bids for each reviewer, at `holdStart`, the lowest first; a paper has one bid at a reviewer at most. The units
  /// are counted in the reviewer's `forwarded`, which goes back to 0 in the end.
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
    var units: Int32
  }

  init(_ network: borrowing TransportNetwork, listLength: Int, pairs: Int) {
    rows = network.rows
    reviewers = network.reviewers
    prices = network.reviewerPrice
    paperCount = network.paperCount
    capacity = network.pairCapacity
    self.pairs = pairs
    // What an ε too coarse spoils is freed by whole candidates, so it is the finer the more units a candidate takes.
    coarsest = network.gainRange / Int64(20 &+ 100 &* (Int(network.pairCapacity) &- 1))
    finest = network.gainRange / 30_000
    epsilon = coarsest &* Int64(network.paperCount) / Int64(pairs)
    self.listLength = listLength
    floor = network.targetPrice
    hasFloors = network.lowestPrice < 0 || network.targetPrice > 0
    // Above the targets too, where that costs no more than gains differ.
    parkBelow = -network.gainRange - (network.targetPrice <= 2 * network.gainRange ? network.targetPrice : 0)
    patience = pairs * 8
    lists = .allocate(capacity: paperCount * listLength)
    lists.initialize(repeating: Self.filler, count: paperCount * listLength)
    units = .allocate(capacity: paperCount * listLength)
    units.initialize(repeating: 0, count: paperCount * listLength)
    bounds = .allocate(capacity: paperCount)
    bids = .allocate(capacity: network.holdCapacity)
    worths = .allocate(capacity: listLength + 1)
  }

  deinit {
    lists.deallocate()
    units.deallocate()
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
      epsilon = max(finest, Int64((Double(coarsest) * Double(bidders.count) / Double(pairs)).rounded()))
      displaced.removeAll(keepingCapacity: true)
      for paper in bidders { bid(for: Int(paper)) }
    }
  }

  /// The first bids of a paper whose list was just read: on the best ones, each up to the worth of the best one left over.
  private mutating func bidForMany(_ paper: Int) {
    let list = lists + paper &* listLength
    let wanted = Int((rows.papers[paper].supply &+ capacity &- 1) / capacity)
    var available = 0
    while available < listLength, list[available] != Self.filler { available += 1 }
    guard available > wanted else {
      statistics.parked &+= 1
      return
    }
    // A last candidate that is not filled up stays the best one left over for the others.
    let isLastOpen = rows.papers[paper].supply % capacity != 0
    let floor = rows.papers[paper].optional > 0 ? 0 : Int64.min
    for place in 0..<wanted {
      let second = max(floor, worths[isLastOpen && place < wanted &- 1 ? wanted &- 1 : wanted])
      guard worths[place] &+ epsilon > second, worths[place] >= parkBelow else { continue }
      put(place, of: paper, raise: worths[place] &- second &+ epsilon)
    }
  }

  /// Bids until all units of the paper are placed or it is parked.
  private mutating func bid(for paper: Int) {
    let list = lists + paper &* listLength
    var isFresh = false
    while rows.papers[paper].supply > 0 {
      var first = Int64.min
      var second = Int64.min
      var best = -1
      for place in 0..<listLength {
        let word = list[place]
        let worth = word & Entry.fullFlag == 0 ? Entry.gain(word) &- prices[Entry.reviewer(word)] : .min
        second = max(second, min(first, worth))
        best = worth > first ? place : best
        first = max(first, worth)
      }
      statistics.edgeVisits &+= listLength
      if second < bounds[paper], !isFresh {
        readRow(paper)
        isFresh = true
        continue
      }
      second = max(second, bounds[paper])
      if rows.papers[paper].optional > 0 { second = max(second, 0) }
      guard best >= 0, second > .min / 8, first >= parkBelow, first &+ epsilon > second else {
        statistics.parked &+= 1
        return
      }
      put(best, of: paper, raise: first &- second &+ epsilon)
      isFresh = false
    }
  }

  /// Bids for as many units as the paper has left and the candidate takes. The reviewer takes in at least one.
  private mutating func put(_ place: Int, of paper: Int, raise: Int64) {
    statistics.bids &+= 1
    let at = paper &* listLength &+ place
    let reviewer = Entry.reviewer(lists[at])
    let node = reviewers + reviewer
    let heap = bids + Int(node.pointee.holdStart)
    guard node.pointee.loadMaximum > 0 else { return }
    let price = prices[reviewer] &+ raise
    let wanted = min(rows.papers[paper].supply, capacity &- units[at])
    // A place from the target on is opened by bids above what it costs; others displace those below.
    var over = node.pointee.forwarded &+ wanted &- node.pointee.loadTarget
    if over > 0, hasFloors { displace(&over, at: reviewer, below: min(price, floor)) }
    if price > floor {
      over = node.pointee.forwarded &+ wanted &- node.pointee.loadMaximum
      if over > 0 { displace(&over, at: reviewer, below: price) }
    }
    let taken = wanted &- max(0, over)
    units[at] &+= taken
    lists[at] |= Entry.heldFlag | (units[at] >= capacity ? Entry.fullFlag : 0)
    rows.papers[paper].supply &-= taken
    node.pointee.forwarded &+= taken
    insert(Bid(price: price, paper: Int32(truncatingIfNeeded: paper), units: taken), of: node, in: heap)
    if node.pointee.forwarded == node.pointee.loadMaximum {
      prices[reviewer] = heap[0].price
    } else if node.pointee.forwarded >= node.pointee.loadTarget {
      prices[reviewer] = min(heap[0].price, floor)
    }
  }

  /// Takes out the lowest bids below the price, as many units as are too many.
  @inline(__always)
  private mutating func displace(_ over: inout Int32, at reviewer: Int, below price: Int64) {
    let node = reviewers + reviewer
    let heap = bids + Int(node.pointee.holdStart)
    while over > 0, node.pointee.holdCount > 0, heap[0].price < price {
      let out = min(over, heap[0].units)
      over &-= out
      let loser = Int(heap[0].paper)
      heap[0].units &-= out
      if heap[0].units == 0 { removeLowest(of: node, in: heap) }
      node.pointee.forwarded &-= out
      release(out, at: reviewer, from: loser)
    }
  }

  private func removeLowest(of node: UnsafeMutablePointer<TransportNetwork.ReviewerNode>, in heap: UnsafeMutablePointer<Bid>) {
    node.pointee.holdCount &-= 1
    let last = Int(node.pointee.holdCount)
    if last > 0 { siftDown(heap[last], in: heap, from: 0, count: last) }
  }

  /// A bid of a paper that has one already stands for the units of both.
  private func insert(
    _ bid: Bid, of node: UnsafeMutablePointer<TransportNetwork.ReviewerNode>, in heap: UnsafeMutablePointer<Bid>
  ) {
    let count = Int(node.pointee.holdCount)
    if capacity > 1 {
      for index in 0..<count where heap[index].paper == bid.paper {
        var both = bid
        both.units &+= heap[index].units
        both.price = max(bid.price, heap[index].price)
        siftDown(both, in: heap, from: index, count: count)
        return
      }
    }
    siftUp(bid, in: heap, from: count)
    node.pointee.holdCount = Int32(truncatingIfNeeded: count &+ 1)
  }

  private mutating func release(_ count: Int32, at reviewer: Int, from paper: Int) {
    let first = paper &* listLength
    var left = count
    var at = first
    while left > 0, at < first &+ listLength {
      if lists[at] & Entry.heldFlag != 0, Entry.reviewer(lists[at]) == reviewer {
        let out = min(left, units[at])
        left &-= out
        units[at] &-= out
        lists[at] &= units[at] > 0 ? ~Entry.fullFlag : ~(Entry.fullFlag | Entry.heldFlag)
      }
      at &+= 1
    }
    rows.papers[paper].supply &+= count
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

  private func siftDown(_ bid: Bid, in heap: UnsafeMutablePointer<Bid>, from first: Int, count: Int) {
    var hole = first
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

/// Reading rows into short lists, and lists into holds.
extension Auction {
  /// Renews the paper's list, and `worths` with it. Held candidates come first: they are worth the most, within ε.
  mutating func readRow(_ paper: Int) {
    let list = lists + paper &* listLength
    let node = rows.papers[paper]
    var held = 0
    for place in 0..<listLength where list[place] & Entry.heldFlag != 0 {
      list[held] = list[place]
      held &+= 1
    }
    var count = held
    var least = Int64.min
    var next = Int(node.rowStart)
    let end = Int(node.rowEnd)
    var sorted = Int(node.sortedEnd)
    while next < end {
      if next == sorted {
        rows.extendSorted(paper)
        sorted = Int(rows.papers[paper].sortedEnd)
      }
      let word = rows.entries[next]
      next &+= 1
      let gain = Entry.gain(word)
      if gain <= least { break }
      let worth = gain &- prices[Entry.reviewer(word)]
      if worth <= least || isHeld(word, in: list, count: held) { continue }
      var place = count
      while place > held, worths[place &- 1] < worth {
        worths[place] = worths[place &- 1]
        if place < listLength { list[place] = list[place &- 1] }
        place &-= 1
      }
      if place < listLength { list[place] = word }
      worths[place] = worth
      if count < listLength { count &+= 1 } else { least = worths[listLength] }
    }
    statistics.edgeVisits &+= next &- Int(node.rowStart)
    bounds[paper] = least
    for place in count..<max(count, listLength) { list[place] = Self.filler }
  }

  @inline(__always)
  private func isHeld(_ word: Int64, in list: UnsafeMutablePointer<Int64>, count: Int) -> Bool {
    for place in 0..<count where list[place] ^ word == Entry.heldFlag { return true }
    return false
  }

  /// Writes what the lists hold into the network's rows and holds.
  func writeHolds(_ holds: UnsafeMutablePointer<TransportNetwork.Hold>) {
    for paper in 0..<paperCount {
      let list = lists + paper &* listLength
      var left = 0
      for place in 0..<listLength where list[place] & Entry.heldFlag != 0 { left &+= 1 }
      var next = Int(rows.papers[paper].rowStart)
      while left > 0, next < Int(rows.papers[paper].sortedEnd) {
        let word = rows.entries[next]
        if isHeld(word, in: list, count: listLength) {
          let node = reviewers + Entry.reviewer(word)
          rows.entries[next] = word | Entry.heldFlag | Entry.fullFlag
          holds[Int(node.pointee.holdStart &+ node.pointee.load)] = TransportNetwork.Hold(
            entry: Int32(truncatingIfNeeded: next), paper: Int32(truncatingIfNeeded: paper), units: 1)
          node.pointee.load &+= 1
          left &-= 1
        }
        next &+= 1
      }
    }
  }
}

extension TransportNetwork {
  /// Bids for the units papers have to place; whatever prices and holds there were must be none.
  mutating func auction() {
    var demand: Int32 = 0
    var units = 0
    for paper in 0..<paperCount {
      demand = max(demand, papers[paper].supply)
      units += Int(papers[paper].supply)
    }
    // Longer lists would cost more than reading the rows.
    guard demand <= 28 else { return }
    var auction = Auction(self, listLength: (Int(demand) + 11) & ~7, units: units)
    auction.run()
    auction.writeHolds(holds)
    statistics = auction.statistics
  }
}

/// Reading rows into short lists, and lists into holds.
extension Auction {
  /// Renews the paper's list, and `worths` with it. Held candidates come first: they are worth the most, within ε.
  mutating func readRow(_ paper: Int) {
    let list = lists + paper &* listLength
    let heldUnits = units + paper &* listLength
    let node = rows.papers[paper]
    var held = 0
    for place in 0..<listLength where list[place] & Entry.heldFlag != 0 {
      list[held] = list[place]
      heldUnits[held] = heldUnits[place]
      if place > held { heldUnits[place] = 0 }
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
    place(of: word, in: list, count: count) >= 0
  }

  /// Where the list holds units of the candidate, or -1.
  @inline(__always)
  private func place(of word: Int64, in list: UnsafeMutablePointer<Int64>, count: Int) -> Int {
    for place in 0..<count where (list[place] ^ word) & ~Entry.fullFlag == Entry.heldFlag { return place }
    return -1
  }

  /// Writes what the lists hold into the network's rows and holds.
  func writeHolds(_ holds: UnsafeMutablePointer<TransportNetwork.Hold>, reviewerCount: Int) {
    for reviewer in 0..<reviewerCount { (reviewers[reviewer].holdCount, reviewers[reviewer].forwarded) = (0, 0) }
    for paper in 0..<paperCount {
      let list = lists + paper &* listLength
      var left = 0
      for place in 0..<listLength where list[place] & Entry.heldFlag != 0 { left &+= 1 }
      var next = Int(rows.papers[paper].rowStart)
      while left > 0, next < Int(rows.papers[paper].sortedEnd) {
        let word = rows.entries[next]
        let place = place(of: word, in: list, count: listLength)
        if place >= 0 {
          let node = reviewers + Entry.reviewer(word)
          let held = units[paper &* listLength &+ place]
          rows.entries[next] = word | Entry.heldFlag | (held >= capacity ? Entry.fullFlag : 0)
          holds[Int(node.pointee.holdStart &+ node.pointee.holdCount)] = TransportNetwork.Hold(
            entry: Int32(truncatingIfNeeded: next), paper: Int32(truncatingIfNeeded: paper), units: held)
          node.pointee.holdCount &+= 1
          node.pointee.load &+= held
          left &-= 1
        }
        next &+= 1
      }
    }
  }
}

extension TransportNetwork {
  /// Lets places below minimum loads be cheap, so that most of them are filled by bids. What that does not fill costs a search
  /// each. It is a guess; whatever it is, the paths end at the optimum.
  private mutating func giveAwayMinimumLoads() {
    let gift = gainRange / 4
    for reviewer in 0..<reviewerCount where reviewers[reviewer].loadMinimum > 0 {
      reviewerPrice[reviewer] = -gift
      lowestPrice = -gift
    }
  }

  /// Bids for the units papers have to place; whatever prices and holds there were must be none.
  mutating func auction() {
    var most = 0
    var pairs = 0
    for paper in 0..<paperCount {
      let wanted = Int((papers[paper].supply + pairCapacity - 1) / pairCapacity)
      most = max(most, wanted)
      pairs += wanted
    }
    // Longer lists would cost more than reading the rows.
    guard most <= 28, pairs > 0 else { return }
    if targetPrice == 0 { giveAwayMinimumLoads() }
    var auction = Auction(self, listLength: (most + 11) & ~7, pairs: pairs)
    auction.run()
    auction.writeHolds(holds, reviewerCount: reviewerCount)
    statistics = auction.statistics
  }
}

/// The rows of a network by reviewer, for searches backwards.
struct CandidateColumns {
  let start: [Int32]
  /// Gain in the upper 42 bits, the paper's place in the lower 22.
  let words: [Int64]

  static let paperMask: Int64 = (1 << Entry.gainShift) - 1

  init(_ network: borrowing TransportNetwork) {
    let reviewerCount = network.reviewerCount
    let entryCount = Int(network.rowStart[network.paperCount])
    let entries = network.entries
    let rowStart = network.rowStart
    let paperCount = network.paperCount
    var start = [Int32](repeating: 0, count: reviewerCount + 2)
    start.withUnsafeMutableBufferPointer { start in
      for index in 0..<entryCount { start[Entry.reviewer(entries[index]) &+ 2] &+= 1 }
      for reviewer in 0..<reviewerCount { start[reviewer &+ 2] &+= start[reviewer &+ 1] }
    }
    words = [Int64](unsafeUninitializedCapacity: entryCount) { words, count in
      start.withUnsafeMutableBufferPointer { start in
        for paper in 0..<paperCount {
          for index in Int(rowStart[paper])..<Int(rowStart[paper &+ 1]) {
            let word = entries[index]
            let place = Entry.reviewer(word) &+ 1
            words[Int(start[place])] = Entry.gain(word) << Entry.gainShift | Int64(paper)
            start[place] &+= 1
          }
        }
      }
      count = entryCount
    }
    self.start = start
  }
}

/// From a reviewer who lacks units, against the arcs, to the nearest who can spare one.
extension ShortestPaths {
  mutating func searchBackward(from source: Int, _ columns: CandidateColumns) {
    bestDistance = .max
    bestEnd = -1
    reach(network.paperCount + source, at: 0, by: -1, from: -1)
    while let entry = heap.popLowest(), entry.distance < bestDistance {
      let node = Int(entry.node)
      guard entry.distance == distance[node] else { continue }
      network.statistics.settledNodes &+= 1
      if node < network.paperCount {
        scanReaders(node, at: entry.distance)
      } else {
        scanColumn(node - network.paperCount, at: entry.distance, columns)
      }
    }
  }

  private mutating func offerSpare(_ total: Int64, at node: Int) {
    if total < bestDistance {
      bestDistance = total
      bestEnd = node
    }
  }

  private mutating func scanColumn(_ reviewer: Int, at start: Int64, _ columns: CandidateColumns) {
    let potential = start &+ network.reviewerPrice[reviewer]
    let node = network.paperCount &+ reviewer
    let forwarded = network.forwarded[reviewer]
    if forwarded > network.loadMinimum[reviewer] {
      offerSpare(potential, at: node)
    } else if forwarded > 0 {
      offerSpare(potential &+ network.underloadPenalty, at: node)
    }
    let first = Int(columns.start[reviewer])
    let end = Int(columns.start[reviewer + 1])
    for index in first..<end {
      let word = columns.words[index]
      let paper = Int(word & CandidateColumns.paperMask)
      let candidate = potential &+ network.paperPrice[paper] &- (word >> Entry.gainShift)
      if candidate < distance[paper], candidate < bestDistance, !isFull(paper, word >> Entry.gainShift, at: reviewer) {
        reach(paper, at: candidate, by: -1, from: node)
      }
    }
    network.statistics.edgeVisits &+= end &- first
  }

  private func isFull(_ paper: Int, _ gain: Int64, at reviewer: Int) -> Bool {
    let first = Int(network.holdStart[reviewer])
    for index in first..<first &+ Int(network.holdCount[reviewer]) where Int(network.holds[index].paper) == paper {
      let hold = network.holds[index]
      if hold.units >= network.pairCapacity, Entry.gain(network.entries[Int(hold.entry)]) == gain { return true }
    }
    return false
  }

  private mutating func scanReaders(_ paper: Int, at start: Int64) {
    let potential = start &- network.paperPrice[paper]
    if network.toNobody[paper] > network.optional[paper] {
      offerSpare(potential &- network.missingPenalty, at: paper)
    } else if network.toNobody[paper] > 0 {
      offerSpare(potential, at: paper)
    }
    let first = Int(network.rowStart[paper])
    let end = Int(network.sortedEnd[paper])
    for index in first..<end {
      let word = network.entries[index]
      if word & Entry.heldFlag == 0 { continue }
      let reviewer = Entry.reviewer(word)
      let candidate = potential &+ Entry.gain(word) &- network.reviewerPrice[reviewer]
      let node = network.paperCount &+ reviewer
      if candidate < distance[node], candidate < bestDistance {
        reach(node, at: candidate, by: Int32(truncatingIfNeeded: index), from: paper)
      }
    }
    network.statistics.edgeVisits &+= end &- first
  }

  /// Draws one unit along the path found, or gives up what is lacking where that is the cheapest.
  mutating func augmentBackward(from source: Int) {
    let paperCount = network.paperCount
    var node = bestEnd
    if node < paperCount {
      network.toNobody[node] -= 1
    } else {
      network.forwarded[node - paperCount] -= 1
      guard node - paperCount != source else { return }
      network.load[node - paperCount] -= 1
      node = release(from: node - paperCount)
    }
    while true {
      // `node` is a paper with a unit to place, at the reviewer it was reached from.
      let reviewer = Int(previous[node]) - paperCount
      network.put(1, on: openEntry(of: node, at: reviewer), of: node, at: reviewer)
      guard reviewer != source else { break }
      node = release(from: reviewer)
    }
    network.load[source] += 1
  }

  /// Takes one unit of the paper from which the reviewer was reached; returns the paper.
  private func release(from reviewer: Int) -> Int {
    let node = network.paperCount + reviewer
    network.take(1, offHold: network.hold(of: arc[node], at: reviewer), at: reviewer)
    return Int(previous[node])
  }

  /// The paper's best candidate with room at the reviewer.
  private func openEntry(of paper: Int, at reviewer: Int) -> Int32 {
    var index = Int(network.rowStart[paper])
    let end = Int(network.rowStart[paper + 1])
    while index < end {
      if index == Int(network.sortedEnd[paper]) { network.extendSorted(paper) }
      let word = network.entries[index]
      if Entry.reviewer(word) == reviewer, word & Entry.fullFlag == 0 { return Int32(truncatingIfNeeded: index) }
      index += 1
    }
    return -1
  }
}

/// From a reviewer who lacks units, against the arcs, to the nearest who can spare one.
extension ShortestPaths {
  /// Gives reviewers who lack units what they lack. Most searches are short, so columns are made with a short reach at
  /// first, and anew with longer ones for those that need it.
  mutating func drawLacking() {
    var lacking = (0..<network.reviewerCount).filter { lacks($0) }
    var reach = max(1, network.gainRange / 10)
    while !lacking.isEmpty {
      let columns = CandidateColumns(network, reach: reach)
      lacking.removeAll { reviewer in
        while lacks(reviewer) {
          guard searchBackward(from: reviewer, columns) else {
            clear()
            return false
          }
          raisePrices(by: -1)
          augmentBackward(from: reviewer)
          clear()
        }
        return true
      }
      reach = reach > network.gainRange / 8 ? .max / 8 : reach &* 16
    }
  }

  private func lacks(_ reviewer: Int) -> Bool {
    network.reviewers[reviewer].forwarded > network.reviewers[reviewer].load
  }

  /// False when the columns left out what the search may need.
  private mutating func searchBackward(from source: Int, _ columns: CandidateColumns) -> Bool {
    bestDistance = .max
    bestEnd = -1
    var shortestMiss = Int64.max
    reach(network.paperCount + source, at: 0, by: -1, from: -1)
    while let entry = heap.popLowest(), entry.distance < bestDistance {
      let node = Int(entry.node)
      guard entry.distance == distance[node] else { continue }
      if entry.distance > shortestMiss { return false }
      network.statistics.settledNodes &+= 1
      if node < network.paperCount {
        scanReaders(node, at: entry.distance)
      } else {
        let reviewer = node - network.paperCount
        scanColumn(reviewer, at: entry.distance, columns)
        let surelyWithin = columns.reach &- (columns.prices[reviewer] &- network.reviewerPrice[reviewer])
        shortestMiss = min(shortestMiss, entry.distance &+ surelyWithin)
      }
    }
    return bestDistance <= shortestMiss
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
    let forwarded = network.reviewers[reviewer].forwarded
    if forwarded > 0 { offerSpare(potential &- network.costOfNextUnit(reviewer, after: forwarded &- 1), at: node) }
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
    let first = Int(network.reviewers[reviewer].holdStart)
    for index in first..<first &+ Int(network.reviewers[reviewer].holdCount) where Int(network.holds[index].paper) == paper {
      let hold = network.holds[index]
      if hold.units >= network.pairCapacity, Entry.gain(network.entries[Int(hold.entry)]) == gain { return true }
    }
    return false
  }

  private mutating func scanReaders(_ paper: Int, at start: Int64) {
    let potential = start &- network.paperPrice[paper]
    if network.papers[paper].toNobody > network.papers[paper].optional {
      offerSpare(potential &- network.missingPenalty, at: paper)
    } else if network.papers[paper].toNobody > 0 {
      offerSpare(potential, at: paper)
    }
    let first = Int(network.papers[paper].rowStart)
    let end = Int(network.papers[paper].sortedEnd)
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

  /// Draws as many units as fit along the path found, or gives up what is lacking where that is the cheapest.
  mutating func augmentBackward(from source: Int) {
    let paperCount = network.paperCount
    let units = bottleneckBackward(from: source)
    var node = bestEnd
    if node < paperCount {
      network.papers[node].toNobody -= units
    } else {
      network.reviewers[node - paperCount].forwarded -= units
      guard node - paperCount != source else { return }
      network.reviewers[node - paperCount].load -= units
      node = release(units, from: node - paperCount)
    }
    while true {
      // `node` is a paper with units to place, at the reviewer it was reached from.
      let reviewer = Int(previous[node]) - paperCount
      network.put(units, on: openEntry(of: node, at: reviewer), of: node, at: reviewer)
      guard reviewer != source else { break }
      node = release(units, from: reviewer)
    }
    network.reviewers[source].load += units
  }

  private mutating func bottleneckBackward(from source: Int) -> Int32 {
    let paperCount = network.paperCount
    var units = network.reviewers[source].forwarded - network.reviewers[source].load
    var node = bestEnd
    if node < paperCount {
      let missing = network.papers[node].toNobody - network.papers[node].optional
      units = min(units, missing > 0 ? missing : network.papers[node].toNobody)
    } else {
      let forwarded = network.reviewers[node - paperCount].forwarded
      units = min(units, forwarded - network.startOfCost(node - paperCount, before: forwarded))
      guard node - paperCount != source else { return units }
      (units, node) = (min(units, heldUnits(from: node - paperCount)), Int(previous[node]))
    }
    while true {
      let reviewer = Int(previous[node]) - paperCount
      units = min(units, network.room(openEntry(of: node, at: reviewer), at: reviewer))
      guard reviewer != source else { return units }
      (units, node) = (min(units, heldUnits(from: reviewer)), Int(previous[paperCount + reviewer]))
    }
  }

  /// Units of the paper from which the reviewer was reached.
  private func heldUnits(from reviewer: Int) -> Int32 {
    network.holds[network.hold(of: arc[network.paperCount + reviewer], at: reviewer)].units
  }

  /// Takes units of the paper from which the reviewer was reached; returns the paper.
  private func release(_ units: Int32, from reviewer: Int) -> Int {
    let node = network.paperCount + reviewer
    network.take(units, offHold: network.hold(of: arc[node], at: reviewer), at: reviewer)
    return Int(previous[node])
  }

  /// The paper's best candidate with room at the reviewer.
  private func openEntry(of paper: Int, at reviewer: Int) -> Int32 {
    var index = Int(network.papers[paper].rowStart)
    let end = Int(network.papers[paper].rowEnd)
    while index < end {
      if index == Int(network.papers[paper].sortedEnd) { network.extendSorted(paper) }
      let word = network.entries[index]
      if Entry.reviewer(word) == reviewer, word & Entry.fullFlag == 0 { return Int32(truncatingIfNeeded: index) }
      index += 1
    }
    return -1
  }
}

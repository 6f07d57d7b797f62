/// From a paper with units to place to the nearest place for one.
extension ShortestPaths {
  mutating func searchForward(from source: Int) {
    bestDistance = .max
    bestEnd = source
    reach(source, at: 0, by: -1, from: -1)
    while let entry = heap.popLowest(), entry.distance < bestDistance {
      let node = Int(entry.node)
      guard entry.distance == distance[node] else { continue }
      network.statistics.settledNodes &+= 1
      if node < network.paperCount {
        scanRow(node, at: entry.distance)
      } else {
        scanHolds(node - network.paperCount, at: entry.distance)
      }
    }
  }

  private mutating func scanRow(_ paper: Int, at start: Int64) {
    let potential = start &+ network.paperPrice[paper]
    let nobody = network.papers[paper].toNobody < network.papers[paper].optional ? potential : potential &+ network.missingPenalty
    offer(nobody, at: paper)
    let end = Int(network.papers[paper].rowEnd)
    let first = Int(network.papers[paper].rowStart)
    var next = first
    while next < end {
      if next == Int(network.papers[paper].sortedEnd) { network.extendSorted(paper) }
      let word = network.entries[next]
      let base = potential &- Entry.gain(word)
      if base &+ network.lowestPrice >= bestDistance { break }
      let reviewer = Entry.reviewer(word)
      let candidate = base &+ network.reviewerPrice[reviewer]
      let node = network.paperCount &+ reviewer
      if candidate < distance[node], candidate < bestDistance, word & Entry.fullFlag == 0 {
        reach(node, at: candidate, by: Int32(truncatingIfNeeded: next), from: paper)
        offer(candidate &+ costOfOneMore(reviewer), at: node)
      }
      next &+= 1
    }
    network.statistics.edgeVisits &+= next &- first
  }

  @inline(__always)
  private mutating func offer(_ total: Int64, at node: Int) {
    if total < bestDistance {
      bestDistance = total
      bestEnd = node
    }
  }

  /// What it costs to leave one more unit with the reviewer: nothing where one is lacking, else what the sink asks.
  private func costOfOneMore(_ reviewer: Int) -> Int64 {
    let forwarded = network.reviewers[reviewer].forwarded
    if forwarded > network.reviewers[reviewer].load { return 0 }
    return network.costOfNextUnit(reviewer, after: forwarded) &- network.reviewerPrice[reviewer]
  }

  private mutating func scanHolds(_ reviewer: Int, at start: Int64) {
    let base = start &- network.reviewerPrice[reviewer]
    let first = Int(network.reviewers[reviewer].holdStart)
    for index in first..<first &+ Int(network.reviewers[reviewer].holdCount) {
      let hold = network.holds[index]
      let paper = Int(hold.paper)
      let candidate = base &+ Entry.gain(network.entries[Int(hold.entry)]) &- network.paperPrice[paper]
      if candidate < distance[paper], candidate < bestDistance {
        reach(paper, at: candidate, by: Int32(truncatingIfNeeded: index), from: network.paperCount &+ reviewer)
      }
    }
    network.statistics.edgeVisits &+= Int(network.reviewers[reviewer].holdCount)
  }

  /// Sends as many units as fit along the path found.
  mutating func augmentForward(from source: Int) {
    let paperCount = network.paperCount
    let units = bottleneckForward(from: source)
    network.papers[source].supply -= units
    guard bestEnd >= paperCount else {
      network.papers[bestEnd].toNobody += units
      if bestEnd != source { shiftForward(from: source, to: bestEnd, units: units) }
      return
    }
    let reviewer = bestEnd - paperCount
    if network.reviewers[reviewer].forwarded == network.reviewers[reviewer].load {
      network.reviewers[reviewer].forwarded += units
    }
    network.reviewers[reviewer].load += units
    let paper = Int(previous[bestEnd])
    shiftForward(from: source, to: paper, units: units)
    network.put(units, on: arc[bestEnd], of: paper, at: reviewer)
  }

  /// Frees units of the last paper by moving units of those before it.
  private mutating func shiftForward(from source: Int, to last: Int, units: Int32) {
    var paper = last
    while paper != source {
      let node = Int(previous[paper])
      let reviewer = node - network.paperCount
      let giver = Int(previous[node])
      network.take(units, offHold: Int(arc[paper]), at: reviewer)
      network.put(units, on: arc[node], of: giver, at: reviewer)
      paper = giver
    }
  }

  private func bottleneckForward(from source: Int) -> Int32 {
    let paperCount = network.paperCount
    var units = network.papers[source].supply
    var paper = bestEnd
    if bestEnd >= paperCount {
      let reviewer = bestEnd - paperCount
      let (forwarded, load) = (network.reviewers[reviewer].forwarded, network.reviewers[reviewer].load)
      let limit = forwarded > load ? forwarded : network.endOfCost(reviewer, after: forwarded)
      units = min(units, limit - load, network.room(arc[bestEnd], at: reviewer))
      paper = Int(previous[bestEnd])
    } else if network.papers[paper].toNobody < network.papers[paper].optional {
      units = min(units, network.papers[paper].optional - network.papers[paper].toNobody)
    }
    while paper != source {
      let node = Int(previous[paper])
      units = min(units, network.holds[Int(arc[paper])].units, network.room(arc[node], at: node - paperCount))
      paper = Int(previous[node])
    }
    return units
  }
}

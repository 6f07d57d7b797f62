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
    let nobody = network.toNobody[paper] < network.optional[paper] ? potential : potential &+ network.missingPenalty
    offer(nobody, at: paper)
    let end = Int(network.rowStart[paper + 1])
    let first = Int(network.rowStart[paper])
    var next = first
    while next < end {
      if next == Int(network.sortedEnd[paper]) { network.extendSorted(paper) }
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
    let forwarded = network.forwarded[reviewer]
    if forwarded > network.load[reviewer] { return 0 }
    if forwarded < network.loadMinimum[reviewer] { return -network.underloadPenalty &- network.reviewerPrice[reviewer] }
    return forwarded < network.loadMaximum[reviewer] ? -network.reviewerPrice[reviewer] : .max / 4
  }

  private mutating func scanHolds(_ reviewer: Int, at start: Int64) {
    let base = start &- network.reviewerPrice[reviewer]
    let first = Int(network.holdStart[reviewer])
    for index in first..<first &+ Int(network.holdCount[reviewer]) {
      let hold = network.holds[index]
      let paper = Int(hold.paper)
      let candidate = base &+ Entry.gain(network.entries[Int(hold.entry)]) &- network.paperPrice[paper]
      if candidate < distance[paper], candidate < bestDistance {
        reach(paper, at: candidate, by: Int32(truncatingIfNeeded: index), from: network.paperCount &+ reviewer)
      }
    }
    network.statistics.edgeVisits &+= Int(network.holdCount[reviewer])
  }

  /// Sends as many units as fit along the path found.
  mutating func augmentForward(from source: Int) {
    let paperCount = network.paperCount
    let units = bottleneckForward(from: source)
    network.supply[source] -= units
    guard bestEnd >= paperCount else {
      network.toNobody[bestEnd] += units
      if bestEnd != source { shiftForward(from: source, to: bestEnd, units: units) }
      return
    }
    let reviewer = bestEnd - paperCount
    if network.forwarded[reviewer] == network.load[reviewer] { network.forwarded[reviewer] += units }
    network.load[reviewer] += units
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
    var units = network.supply[source]
    var paper = bestEnd
    if bestEnd >= paperCount {
      let reviewer = bestEnd - paperCount
      let (forwarded, load) = (network.forwarded[reviewer], network.load[reviewer])
      let minimum = network.loadMinimum[reviewer]
      let limit = forwarded > load ? forwarded : forwarded < minimum ? minimum : network.loadMaximum[reviewer]
      units = min(units, limit - load, network.room(arc[bestEnd], at: reviewer))
      paper = Int(previous[bestEnd])
    } else if network.toNobody[paper] < network.optional[paper] {
      units = min(units, network.optional[paper] - network.toNobody[paper])
    }
    while paper != source {
      let node = Int(previous[paper])
      units = min(units, network.holds[Int(arc[paper])].units, network.room(arc[node], at: node - paperCount))
      paper = Int(previous[node])
    }
    return units
  }
}

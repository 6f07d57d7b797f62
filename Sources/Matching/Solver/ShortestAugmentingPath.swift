/// Solves a flow network by successive shortest paths with potentials (Edmonds and Karp 1972, Tomizawa 1971).
///
/// Each review is sent along the cheapest path of the residual network, found by Dijkstra's algorithm on reduced costs.
/// A search stops when no open node can beat the best end found, and a row stops at the first arc that can't either.
struct ShortestAugmentingPath {
  private(set) var network: FlowNetwork

  /// Nodes are the papers, then the reviewers.
  private var distance: [Int64]
  /// The arc by which the node was reached; -1 for the source.
  private var arcTo: [Int32]
  private var reached: [Int32] = []
  private var heap = NodeHeap()
  private var bestDistance = Int64.max
  /// A reviewer's node with room, or a paper's node whose review goes to nobody.
  private var bestEnd = -1

  /// No reviewer's price is below it. Prices only rise, so a stale value is still a bound.
  private var lowestPrice: Int64 = 0
  private var pathsUntilRefresh = 0

  init(_ network: FlowNetwork) {
    self.network = network
    let nodeCount = network.paperCount + network.reviewerCount
    distance = Array(repeating: .max, count: nodeCount)
    arcTo = Array(repeating: -1, count: nodeCount)
  }

  /// Sends out every paper's reviews. Afterwards the network's flow is optimal and its prices prove it.
  mutating func run() {
    for paper in 0..<network.paperCount {
      var remaining = network.supply[paper]
      while remaining > 0 {
        refreshLowestPrice()
        search(from: paper)
        updatePrices()
        if bestEnd == paper {
          // Nobody is the cheapest reader now and stays it, so the rest goes the same way.
          network.missing[paper] += remaining
          remaining = 0
        } else {
          augment(from: paper)
          remaining -= 1
        }
        clear()
      }
    }
  }

  private mutating func refreshLowestPrice() {
    pathsUntilRefresh -= 1
    guard pathsUntilRefresh < 0 else { return }
    lowestPrice = network.reviewerPrice.min() ?? 0
    pathsUntilRefresh = network.reviewerCount
  }

  private mutating func search(from source: Int) {
    bestDistance = .max
    bestEnd = source
    reach(source, at: 0, by: -1)
    while let entry = heap.popLowest(), entry.distance < bestDistance {
      let node = Int(entry.node)
      guard entry.distance == distance[node] else { continue }
      if node < network.paperCount {
        scanPaper(node, at: entry.distance)
      } else {
        scanReviewer(node - network.paperCount, at: entry.distance)
      }
    }
  }

  private mutating func reach(_ node: Int, at newDistance: Int64, by arc: Int32) {
    if distance[node] == .max { reached.append(Int32(node)) }
    distance[node] = newDistance
    arcTo[node] = arc
    heap.push(NodeHeap.Entry(distance: newDistance, node: Int32(node)))
  }

  private mutating func scanPaper(_ paper: Int, at start: Int64) {
    let potential = start &+ network.paperPrice[paper]
    let toNobody = potential &+ network.missingPenalty
    if toNobody < bestDistance {
      bestDistance = toNobody
      bestEnd = paper
    }
    for arc in network.rowStart[paper]..<network.rowStart[paper + 1] {
      let base = potential &- network.scoreOfArc[arc]
      if base &+ lowestPrice >= bestDistance { break }
      let reviewer = Int(network.reviewerOfArc[arc])
      let node = network.paperCount + reviewer
      let candidate = base &+ network.reviewerPrice[reviewer]
      guard candidate < distance[node], candidate < bestDistance, !network.isUsed[arc] else { continue }
      reach(node, at: candidate, by: Int32(arc))
      guard network.load[reviewer] < network.maximum[reviewer] else { continue }
      let end = candidate &+ network.sinkCost(of: reviewer) &- network.reviewerPrice[reviewer]
      if end < bestDistance {
        bestDistance = end
        bestEnd = node
      }
    }
  }

  private mutating func scanReviewer(_ reviewer: Int, at start: Int64) {
    let base = start &- network.reviewerPrice[reviewer]
    for arc in network.arcsHeld[reviewer] {
      let paper = Int(network.paperOfArc[Int(arc)])
      let candidate = base &+ network.scoreOfArc[Int(arc)] &- network.paperPrice[paper]
      if candidate < distance[paper], candidate < bestDistance { reach(paper, at: candidate, by: arc) }
    }
  }

  /// Keeps every residual arc's reduced cost at least 0, and makes those along the path 0.
  private mutating func updatePrices() {
    for entry in reached {
      let node = Int(entry)
      guard distance[node] < bestDistance else { continue }
      let change = bestDistance &- distance[node]
      if node < network.paperCount {
        network.paperPrice[node] &-= change
      } else {
        network.reviewerPrice[node - network.paperCount] &+= change
      }
    }
  }

  /// Walks the path backwards from its end and turns each arc's use over.
  private mutating func augment(from source: Int) {
    var paper = bestEnd
    if bestEnd >= network.paperCount {
      let reviewer = bestEnd - network.paperCount
      network.load[reviewer] += 1
      paper = take(Int(arcTo[bestEnd]), into: reviewer)
    } else {
      network.missing[paper] += 1
    }
    while paper != source {
      let dropped = arcTo[paper]
      let reviewer = Int(network.reviewerOfArc[Int(dropped)])
      network.isUsed[Int(dropped)] = false
      network.arcsHeld[reviewer].removeAll { $0 == dropped }
      paper = take(Int(arcTo[network.paperCount + reviewer]), into: reviewer)
    }
  }

  private mutating func take(_ arc: Int, into reviewer: Int) -> Int {
    network.isUsed[arc] = true
    network.arcsHeld[reviewer].append(Int32(arc))
    return Int(network.paperOfArc[arc])
  }

  private mutating func clear() {
    for node in reached { distance[Int(node)] = .max }
    reached.removeAll(keepingCapacity: true)
    heap.removeAll()
  }
}

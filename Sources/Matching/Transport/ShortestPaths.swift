/// Finishes a settled network exactly, by successive shortest paths with potentials (Edmonds and Karp 1972; Tomizawa 1971).
///
/// Units of papers go forwards to the nearest reviewer who can take one, or to nobody. Then reviewers who lack units draw
/// them backwards, along columns, from the nearest reviewer or paper that can spare one. Searches are Dijkstra's on reduced
/// costs; none goes further than the best end found, and a row is left at the first candidate that can't beat it.
struct ShortestPaths: ~Copyable {
  var network: TransportNetwork

  let distance: UnsafeMutablePointer<Int64>
  /// For a paper the index of the hold it was reached by, for a reviewer the entry; for a search backwards the reverse.
  let arc: UnsafeMutablePointer<Int32>
  let previous: UnsafeMutablePointer<Int32>
  var reached: [Int32] = []
  var heap = NodeHeap()
  var bestDistance = Int64.max
  /// The node of the path's end. Nodes are the papers, then the reviewers.
  var bestEnd = -1

  init(_ network: consuming TransportNetwork) {
    let nodeCount = network.paperCount + network.reviewerCount
    distance = .allocate(capacity: nodeCount)
    distance.initialize(repeating: .max, count: nodeCount)
    arc = .allocate(capacity: nodeCount)
    previous = .allocate(capacity: nodeCount)
    self.network = network
  }

  deinit {
    distance.deallocate()
    arc.deallocate()
    previous.deallocate()
  }

  /// Afterwards every unit is placed, and the flow is optimal by its prices.
  mutating func run() {
    for paper in 0..<network.paperCount {
      while network.papers[paper].supply > 0 {
        searchForward(from: paper)
        raisePrices(by: 1)
        augmentForward(from: paper)
        clear()
      }
    }
    drawLacking()
  }

  mutating func reach(_ node: Int, at newDistance: Int64, by newArc: Int32, from node0: Int) {
    if distance[node] == .max { reached.append(Int32(truncatingIfNeeded: node)) }
    distance[node] = newDistance
    arc[node] = newArc
    previous[node] = Int32(truncatingIfNeeded: node0)
    heap.push(NodeHeap.Entry(distance: newDistance, node: Int32(truncatingIfNeeded: node)))
  }

  /// Keeps every residual arc's reduced cost at least 0, and makes those along the path 0.
  mutating func raisePrices(by sign: Int64) {
    let paperCount = network.paperCount
    for entry in reached {
      let node = Int(entry)
      guard distance[node] < bestDistance else { continue }
      let change = sign &* (bestDistance &- distance[node])
      if node < paperCount {
        network.paperPrice[node] &-= change
      } else {
        let price = network.reviewerPrice[node - paperCount] &+ change
        network.reviewerPrice[node - paperCount] = price
        if price < network.lowestPrice { network.lowestPrice = price }
      }
    }
    network.statistics.paths += 1
  }

  mutating func clear() {
    for node in reached { distance[Int(node)] = .max }
    reached.removeAll(keepingCapacity: true)
    heap.removeAll()
  }
}

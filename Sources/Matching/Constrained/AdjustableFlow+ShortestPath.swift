extension AdjustableFlow {
  /// Sends one unit from the node to the nearest node that lacks one, and keeps the prices a proof.
  mutating func send(from source: Int) {
    bestDistance = .max
    bestEnd = -1
    reach(source, at: 0, by: -1)
    while let entry = heap.popLowest(), entry.distance < bestDistance {
      let node = Int(entry.node)
      guard entry.distance == distance[node] else { continue }
      settledNodes &+= 1
      if node < paperCount {
        scanPaper(node, at: entry.distance)
      } else if node < ground {
        scanReviewer(node - paperCount, at: entry.distance)
      } else {
        scanGround(at: entry.distance)
      }
    }
    if bestEnd >= 0 {
      updatePrices()
      augment(from: source)
    }
    for node in reached { distance[Int(node)] = .max }
    reached.removeAll(keepingCapacity: true)
    heap.removeAll()
  }

  private mutating func reach(_ node: Int, at newDistance: Int64, by arc: Int32) {
    guard newDistance < distance[node], newDistance < bestDistance else { return }
    if distance[node] == .max { reached.append(Int32(truncatingIfNeeded: node)) }
    distance[node] = newDistance
    arcTo[node] = arc
    if deficit[node] > 0 {
      bestDistance = newDistance
      bestEnd = node
    } else {
      heap.push(NodeHeap.Entry(distance: newDistance, node: Int32(truncatingIfNeeded: node)))
    }
  }

  private mutating func scanPaper(_ paper: Int, at start: Int64) {
    let potential = start &+ paperPrice[paper]
    for candidate in row(of: paper) where state[candidate].isEmpty {
      let reviewer = reviewer(of: candidate)
      let next = potential &+ reviewerPrice[reviewer] &- gain[candidate]
      if next < bestDistance {
        reach(paperCount + reviewer, at: next, by: Int32(truncatingIfNeeded: candidate))
      }
    }
    reach(ground, at: potential &+ groundPrice &+ costToNobody(of: paper), by: Int32(truncatingIfNeeded: paper))
  }

  private mutating func scanReviewer(_ reviewer: Int, at start: Int64) {
    let potential = start &- reviewerPrice[reviewer]
    for candidate in held[reviewer] where !state[Int(candidate)].contains(.forced) {
      let paper = Int(paperOfCandidate[Int(candidate)])
      reach(paper, at: potential &+ gain[Int(candidate)] &- paperPrice[paper], by: candidate)
    }
    let node = Int32(truncatingIfNeeded: paperCount + reviewer)
    if Int(load[reviewer]) < problem.loadMinimum[reviewer] {
      reach(ground, at: potential &+ groundPrice &- penalty, by: node)
    } else if Int(load[reviewer]) < problem.loadMaximum[reviewer] {
      reach(ground, at: potential &+ groundPrice, by: node)
    }
  }

  private mutating func scanGround(at start: Int64) {
    let potential = start &- groundPrice
    for reviewer in 0..<reviewerCount where load[reviewer] > 0 {
      let isSpare = Int(load[reviewer]) > problem.loadMinimum[reviewer]
      let next = potential &+ reviewerPrice[reviewer] &+ (isSpare ? 0 : penalty)
      if next < bestDistance { reach(paperCount + reviewer, at: next, by: Self.fromGround) }
    }
    guard missingTotal > 0 || hasOptional else { return }
    for paper in 0..<paperCount where toNobody[paper] > 0 {
      let refund = toNobody[paper] > optional[paper] ? penalty : 0
      reach(paper, at: potential &- paperPrice[paper] &- refund, by: Self.fromGround)
    }
  }

  /// Keeps every residual arc's reduced cost at least 0, and makes those along the path 0.
  private mutating func updatePrices() {
    for entry in reached {
      let node = Int(entry)
      guard distance[node] < bestDistance else { continue }
      let change = bestDistance &- distance[node]
      if node < paperCount {
        paperPrice[node] &-= change
      } else if node < ground {
        reviewerPrice[node - paperCount] &+= change
      } else {
        groundPrice &+= change
      }
    }
  }

  /// Walks the path backwards from its end and turns each arc's use over.
  private mutating func augment(from source: Int) {
    deficit[bestEnd] -= 1
    var node = bestEnd
    while node != source {
      let arc = arcTo[node]
      if node == ground {
        node = Int(arc)
        passToGround(from: node)
      } else if arc == Self.fromGround {
        passFromGround(to: node)
        node = ground
      } else if node < paperCount {
        drop(Int(arc))
        node = paperCount + reviewer(of: Int(arc))
      } else {
        take(Int(arc))
        node = Int(paperOfCandidate[Int(arc)])
      }
    }
  }

  private mutating func passToGround(from node: Int) {
    guard node >= paperCount else {
      if toNobody[node] >= optional[node] { missingTotal += 1 }
      toNobody[node] += 1
      return
    }
    let reviewer = node - paperCount
    if Int(load[reviewer]) < problem.loadMinimum[reviewer] { shortageTotal -= 1 }
    load[reviewer] += 1
  }

  private mutating func passFromGround(to node: Int) {
    guard node >= paperCount else {
      if toNobody[node] > optional[node] { missingTotal -= 1 }
      toNobody[node] -= 1
      return
    }
    let reviewer = node - paperCount
    load[reviewer] -= 1
    if Int(load[reviewer]) < problem.loadMinimum[reviewer] { shortageTotal += 1 }
  }
}

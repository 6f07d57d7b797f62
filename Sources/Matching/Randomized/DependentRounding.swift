/// Turns fractions into whole numbers by chance, so that each keeps its expectation exactly and every node keeps its sum.
///
/// The fractions stand on the edges of a directed graph, in units of one over the denominator. At every node what comes in
/// and what goes out differ by whole numbers; then no node has just one fractional edge, and every fractional edge lies
/// on a cycle of such edges. Pushing a cycle one way or the other until an edge becomes whole, with the probabilities
/// that leave each edge's expectation where it was, ends with no fraction left: the dependent rounding of Gandhi, Khuller,
/// Parthasarathy and Srinivasan (J. ACM 2006), on the networks of Jecmen et al. (NeurIPS 2020, algorithm 2).
/// Probabilities are ratios of integers and drawn exactly.
struct DependentRounding {
  private let denominator: Int
  private var tail: [Int32] = []
  private var head: [Int32] = []
  /// What the edge holds; 0 or the denominator once it is whole.
  private var units: [Int] = []

  private var incident: [Int32] = []
  private var firstIncident: [Int] = []
  /// The end of the node's incident edges that may still be fractional.
  private var lastIncident: [Int] = []

  /// The walk: node `i` is left by edge `i`.
  private var nodes: [Int32] = []
  private var edges: [Int32] = []
  private var placeOnWalk: [Int32] = []

  init(denominator: Int) { self.denominator = denominator }

  var edgeCount: Int { tail.count }

  /// Adds an edge that holds `units`, more than 0 and less than the denominator, and returns its number.
  mutating func addEdge(from tail: Int, to head: Int, units: Int) -> Int {
    self.tail.append(Int32(truncatingIfNeeded: tail))
    self.head.append(Int32(truncatingIfNeeded: head))
    self.units.append(units)
    return self.tail.count - 1
  }

  /// Whether each edge was rounded up, in the order they were added. Nodes are `0..<nodeCount`. Time is proportional to
  /// the edges plus the lengths of the cycles found.
  ///
  /// Nil when the units of some node don't balance to a whole number, so that no rounding can keep its sum.
  mutating func round(nodeCount: Int, random: inout SplitMix64) -> [Bool]? {
    guard isBalanced(nodeCount: nodeCount) else { return nil }
    collectIncident(nodeCount: nodeCount)
    placeOnWalk = Array(repeating: -1, count: nodeCount)
    for start in 0..<nodeCount {
      while nextEdge(of: start, except: -1) != nil { walk(from: start, random: &random) }
    }
    return units.map { $0 == denominator }
  }

  private func isBalanced(nodeCount: Int) -> Bool {
    var balance = [Int](repeating: 0, count: nodeCount)
    for edge in tail.indices {
      balance[Int(tail[edge])] -= units[edge]
      balance[Int(head[edge])] += units[edge]
    }
    return balance.allSatisfy { $0 % denominator == 0 }
  }

  private mutating func collectIncident(nodeCount: Int) {
    var count = [Int](repeating: 0, count: nodeCount + 1)
    for edge in tail.indices {
      count[Int(tail[edge]) + 1] += 1
      count[Int(head[edge]) + 1] += 1
    }
    for node in 0..<nodeCount { count[node + 1] += count[node] }
    firstIncident = count
    lastIncident = Array(count.dropLast())
    incident = Array(repeating: 0, count: 2 * tail.count)
    for edge in tail.indices {
      for node in [Int(tail[edge]), Int(head[edge])] {
        incident[lastIncident[node]] = Int32(truncatingIfNeeded: edge)
        lastIncident[node] += 1
      }
    }
  }

  private func isWhole(_ edge: Int) -> Bool { units[edge] == 0 || units[edge] == denominator }

  /// A fractional edge of the node other than the one given. Whole edges met on the way are taken off the node for good.
  private mutating func nextEdge(of node: Int, except arriving: Int) -> Int? {
    var place = lastIncident[node] - 1
    while place >= firstIncident[node] {
      let edge = Int(incident[place])
      if isWhole(edge) {
        lastIncident[node] -= 1
        incident.swapAt(place, lastIncident[node])
      } else if edge != arriving {
        return edge
      }
      place -= 1
    }
    return nil
  }

  /// Walks over fractional edges from the node and rounds every cycle it closes, until no edge of the walk is left.
  private mutating func walk(from start: Int, random: inout SplitMix64) {
    visit(start)
    while let last = nodes.last {
      let node = Int(last)
      guard let edge = nextEdge(of: node, except: edges.last.map { Int($0) } ?? -1) else { break }
      let other = Int(tail[edge]) == node ? Int(head[edge]) : Int(tail[edge])
      edges.append(Int32(truncatingIfNeeded: edge))
      let place = Int(placeOnWalk[other])
      if place < 0 {
        visit(other)
      } else {
        push(from: place, random: &random)
        shorten(from: place)
      }
    }
    for node in nodes { placeOnWalk[Int(node)] = -1 }
    nodes.removeAll(keepingCapacity: true)
    edges.removeAll(keepingCapacity: true)
  }

  private mutating func visit(_ node: Int) {
    placeOnWalk[node] = Int32(truncatingIfNeeded: nodes.count)
    nodes.append(Int32(truncatingIfNeeded: node))
  }

  /// Changes the edges of the cycle that begins at the place and ends with the walk's last edge: those walked along their
  /// direction grow while the others shrink, or the reverse.
  private mutating func push(from place: Int, random: inout SplitMix64) {
    var along = denominator
    var against = denominator
    for step in place..<nodes.count {
      let edge = Int(edges[step])
      let room = tail[edge] == nodes[step] ? denominator - units[edge] : units[edge]
      along = min(along, room)
      against = min(against, denominator - room)
    }
    let isAlong = random.below(UInt64(along + against)) < UInt64(against)
    let change = isAlong ? along : -against
    for step in place..<nodes.count {
      let edge = Int(edges[step])
      units[edge] += tail[edge] == nodes[step] ? change : -change
    }
  }

  /// Cuts the walk back to before the cycle's first edge that became whole, and the closing edge off in any case.
  private mutating func shorten(from place: Int) {
    edges.removeLast(edges.count - (nodes.count - 1))
    var end = place
    while end < edges.count, !isWhole(Int(edges[end])) { end += 1 }
    for node in nodes[(end + 1)...] { placeOnWalk[Int(node)] = -1 }
    nodes.removeLast(nodes.count - (end + 1))
    edges.removeLast(edges.count - end)
  }
}

extension SplitMix64 {
  /// A number in `0..<bound`, each exactly equally likely (Lemire, ACM TOMACS 2019). The bound must be above 0.
  mutating func below(_ bound: UInt64) -> UInt64 {
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return product.high
  }
}

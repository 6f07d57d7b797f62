/// One side's neighbours on the other, as compressed sparse rows.
struct Adjacency {
  let start: [Int]
  let others: [Int32]

  init(start: [Int], others: [Int32]) {
    self.start = start
    self.others = others
  }

  /// Neighbours stand in the order of the pairs.
  init(_ pairs: [(Int, Int)], count: Int) {
    var start = [Int](repeating: 0, count: count + 2)
    for pair in pairs { start[pair.0 + 2] += 1 }
    for index in 0..<count { start[index + 2] += start[index + 1] }
    var others = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      others[start[pair.0 + 1]] = Int32(pair.1)
      start[pair.0 + 1] += 1
    }
    start.removeLast()
    self.start = start
    self.others = others
  }

  subscript(_ index: Int) -> ArraySlice<Int32> { others[start[index]..<start[index + 1]] }

  func transposed(count: Int) -> Adjacency {
    var start = [Int](repeating: 0, count: count + 2)
    for other in others { start[Int(other) + 2] += 1 }
    for index in 0..<count { start[index + 2] += start[index + 1] }
    var transposed = [Int32](repeating: 0, count: others.count)
    for index in 0..<self.start.count - 1 {
      for other in self[index] {
        transposed[start[Int(other) + 1]] = Int32(index)
        start[Int(other) + 1] += 1
      }
    }
    start.removeLast()
    return Adjacency(start: start, others: transposed)
  }
}

/// Sets closed under alternating paths: over a candidate that is no partner, and back to one of its partners by choice.
struct ClosedSets {
  let candidates: Adjacency
  let partners: Adjacency
  let back: Adjacency
  /// Whether a node of the other side may give a member up.
  let isByChoice: (_ other: Int, _ member: Int) -> Bool

  /// The sets reached from the members given, sorted by their first members; sets that meet are one.
  func sets(from short: [Int]) -> [[Int]] {
    var setOf = [Int](repeating: -1, count: candidates.start.count - 1)
    var setOfOther = [Int](repeating: -1, count: back.start.count - 1)
    var merged = DisjointNames()
    for start in short.sorted() where setOf[start] < 0 {
      let name = merged.makeName()
      setOf[start] = name
      var open = [start]
      while let member = open.popLast() {
        for other in candidates[member] where !partners[member].contains(other) {
          if setOfOther[Int(other)] >= 0 {
            merged.join(setOfOther[Int(other)], name)
            continue
          }
          for next in back[Int(other)] where isByChoice(Int(other), Int(next)) {
            setOfOther[Int(other)] = name
            if setOf[Int(next)] < 0 {
              setOf[Int(next)] = name
              open.append(Int(next))
            } else {
              merged.join(setOf[Int(next)], name)
            }
          }
        }
      }
    }
    let members = setOf.indices.filter { setOf[$0] >= 0 }
    let groups = Dictionary(grouping: members) { merged.root(of: setOf[$0]) }
    return groups.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }
}

/// Names of sets that may turn out to be the same.
struct DisjointNames {
  private var parent: [Int] = []

  mutating func makeName() -> Int {
    parent.append(parent.count)
    return parent.count - 1
  }

  func root(of name: Int) -> Int {
    var root = name
    while parent[root] != root { root = parent[root] }
    return root
  }

  mutating func join(_ first: Int, _ second: Int) {
    let (one, other) = (root(of: first), root(of: second))
    parent[max(one, other)] = min(one, other)
  }
}

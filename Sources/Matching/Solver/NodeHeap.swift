/// A binary heap of nodes by distance, the lower node first on a tie. A node may stand in it more than once.
struct NodeHeap {
  struct Entry {
    var distance: Int64
    var node: Int32

    static func < (left: Entry, right: Entry) -> Bool {
      left.distance != right.distance ? left.distance < right.distance : left.node < right.node
    }
  }

  private var entries: [Entry] = []

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
  }

  mutating func push(_ entry: Entry) {
    var hole = entries.count
    entries.append(entry)
    while hole > 0 {
      let parent = (hole - 1) / 2
      guard entry < entries[parent] else { break }
      entries[hole] = entries[parent]
      hole = parent
    }
    entries[hole] = entry
  }

  mutating func popLowest() -> Entry? {
    guard let last = entries.popLast() else { return nil }
    guard let lowest = entries.first else { return last }
    var hole = 0
    while true {
      var child = 2 * hole + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count, entries[child + 1] < entries[child] { child += 1 }
      guard entries[child] < last else { break }
      entries[hole] = entries[child]
      hole = child
    }
    entries[hole] = last
    return lowest
  }
}

internal import Dispatch
internal import Synchronization

/// What `make` gives for the parts of `0..<count`, in their order, several threads at once. There are at most `parts`, none is empty.
func inParts<Part: Sendable>(_ count: Int, _ parts: Int, _ make: @Sendable (Range<Int>) -> Part) -> [Part] {
  guard count > 0 else { return [] }
  let size = (count + max(1, parts) - 1) / max(1, parts)
  let ranges = stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
  let made = Mutex<[Int: Part]>([:])
  DispatchQueue.concurrentPerform(iterations: ranges.count) { place in
    let part = make(ranges[place])
    made.withLock { $0[place] = part }
  }
  return made.withLock { made in ranges.indices.compactMap { made[$0] } }
}

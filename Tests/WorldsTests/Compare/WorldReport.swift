import Foundation

/// What a run compared and found.
struct WorldReport: Sendable {
  private(set) var differences: [Difference] = []
  /// Secret → those who are entitled and saw the difference.
  private(set) var seen: [WorldSecret: Set<String>] = [:]
  private var known: Set<String> = []
  var pairs = 0
  var lettersCompared = 0

  mutating func add(_ difference: Difference) {
    if known.insert(difference.shape).inserted { tell("worlds: \(difference)") }
    differences.append(difference)
  }

  mutating func see(_ secret: WorldSecret, _ viewer: WorldViewer, _ phase: WorldPhase) {
    seen[secret, default: []].insert("\(viewer) \(phase)")
  }

  mutating func join(_ other: WorldReport) {
    differences += other.differences
    seen.merge(other.seen) { $0.union($1) }
    pairs += other.pairs
    lettersCompared += other.lettersCompared
  }

  /// The differences, like ones counted together, the most frequent first.
  var digest: [String] {
    var counts: [String: (count: Int, example: Difference)] = [:]
    for difference in differences {
      let key = difference.shape
      counts[key] = (count: (counts[key]?.count ?? 0) + 1, example: counts[key]?.example ?? difference)
    }
    return counts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { "\($0.value.count) × \($0.key) (\($0.value.example.phase), \($0.value.example.probe)): \($0.value.example.detail)" }
  }
}

/// A line for whoever waits: at once, also when output goes to a file.
func tell(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }

/// How well a person says they know a topic.
public enum TopicLevel: Int, Sendable, Hashable, CaseIterable, Comparable, Codable {
  case none = 0
  case some = 1
  case expert = 2

  /// What the level counts for: 0, a half or the whole of `Affinity.scoreLimit`.
  public var score: Int { rawValue * Affinity.scoreLimit / 2 }

  public static func < (left: TopicLevel, right: TopicLevel) -> Bool { left.rawValue < right.rawValue }
}

/// How far a person's topics cover a paper's.
public enum TopicAffinity {
  /// Four parts the mean level over the paper's topics, one part the highest level among them, rounded down:
  /// `(4 · Σ level / topics + max level) / 5`, from 0 to `Affinity.scoreLimit`. Knowing every topic matters most, but an
  /// expert in one of them goes before a person with the same mean who is expert in none.
  ///
  /// A topic the person has not rated counts as `none`. Nil when the paper names no topic or the person has rated
  /// none at all: then the topics tell nothing.
  public static func score(paperTopics: Set<Int>, levels: [Int: TopicLevel]) -> Int? {
    guard !paperTopics.isEmpty, !levels.isEmpty else { return nil }
    var sum = 0
    var highest = TopicLevel.none
    for topic in paperTopics {
      let level = levels[topic] ?? .none
      sum += level.score
      highest = max(highest, level)
    }
    return (4 * sum + highest.score * paperTopics.count) / (5 * paperTopics.count)
  }
}

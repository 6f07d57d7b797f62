/// Scores in this room are whole numbers from 0 (nothing speaks for the pair) to `scoreLimit` (everything does).
public enum Affinity {
  public static let scoreLimit = 1_000_000
  /// A bid's magnitude, from −100 (least willing) over 0 (neutral) to 100 (most willing).
  public static let bidLimit = 100

  /// Combines what is known about a paper and a person into one score, part by part.
  ///
  /// Each part contributes `score · share / 100`, rounded down, and the total is the sum of the contributions. The bid counts
  /// as `(bid + 100) · 5000`, so that no bid and a bid of 0 are both 500 000. The shares of what is not known among topics,
  /// keywords and texts go to the others of these, in proportion to their weights; where all are missing none
  /// contributes, so that a person about whom nothing is known never outranks one with expertise and the same bid.
  ///
  /// - Parameters:
  ///   - topic: From `TopicAffinity`; nil when the topics tell nothing.
  ///   - keyword: From `KeywordAffinity`; nil when one of the two has no keywords.
  ///   - text: From texts, by `ExpertiseScorer`; nil when there is nothing to compare.
  ///   - bid: From −100 to 100; nil when the person has not bid on the paper.
  /// Values outside their range count as the nearest one inside.
  public static func combine(
    topic: Int?, keyword: Int? = nil, text: Int?, bid: Int?, weights: AffinityWeights = .standard
  ) -> AffinityParts {
    let known = [(topic, weights.topicPercent), (keyword, weights.keywordPercent), (text, weights.textPercent)]
    let shares = shares(of: known.map { $0.0 == nil ? 0 : $0.1 }, together: weights.expertisePercent)
    let parts = zip(known, shares).map { part, share in
      AffinityParts.Part(clamping: part.0 ?? 0, isKnown: part.0 != nil, sharePercent: share)
    }
    let willingness = min(max(bid ?? 0, -bidLimit), bidLimit) + bidLimit
    return AffinityParts(
      topic: parts[0], keyword: parts[1], text: parts[2],
      bid: .init(
        clamping: willingness * (scoreLimit / (2 * bidLimit)), isKnown: bid != nil, sharePercent: weights.bidPercent))
  }

  /// Whole percents in proportion to the weights that add up to `total`, what rounding leaves to the last that has any;
  /// all zero where every weight is.
  private static func shares(of weights: [Int], together total: Int) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0, let last = weights.lastIndex(where: { $0 > 0 }) else { return weights.map { _ in 0 } }
    var shares = weights.map { total * $0 / sum }
    shares[last] += total - shares.reduce(0, +)
    return shares
  }
}

/// How much each part counts. The percentages are not negative and add up to 100.
public struct AffinityWeights: Sendable, Hashable {
  public let topicPercent: Int
  public let keywordPercent: Int
  public let textPercent: Int
  public let bidPercent: Int

  /// What everything that tells of expertise counts together.
  public var expertisePercent: Int { topicPercent + keywordPercent + textPercent }

  /// Topics 30, keywords 10, texts 30, bids 30: expertise counts for more than two thirds, and a bid decides between near
  /// equals.
  public static let standard = AffinityWeights(checkedTopic: 30, keyword: 10, text: 30, bid: 30)

  /// Nil when a percentage is negative or they don't add up to 100.
  public init?(topicPercent: Int, keywordPercent: Int, textPercent: Int, bidPercent: Int) {
    let percents = [topicPercent, keywordPercent, textPercent, bidPercent]
    guard percents.allSatisfy((0...100).contains), percents.reduce(0, +) == 100 else { return nil }
    self.init(checkedTopic: topicPercent, keyword: keywordPercent, text: textPercent, bid: bidPercent)
  }

  private init(checkedTopic topic: Int, keyword: Int, text: Int, bid: Int) {
    topicPercent = topic
    keywordPercent = keyword
    textPercent = text
    bidPercent = bid
  }
}

/// What an affinity rests on, for chairs to see.
public struct AffinityParts: Sendable, Hashable {
  /// One part of an affinity.
  public struct Part: Sendable, Hashable {
    /// From 0 to `Affinity.scoreLimit`. For an unknown bid the neutral score, for unknown expertise 0.
    public let score: Int
    /// Whether there was anything to score.
    public let isKnown: Bool
    /// How much of the total this part can decide.
    public let sharePercent: Int

    /// What the part adds to the total.
    public var contribution: Int { score * sharePercent / 100 }

    init(clamping score: Int, isKnown: Bool, sharePercent: Int) {
      self.score = min(max(score, 0), Affinity.scoreLimit)
      self.isKnown = isKnown
      self.sharePercent = sharePercent
    }
  }

  public let topic: Part
  public let keyword: Part
  public let text: Part
  public let bid: Part

  /// The affinity, from 0 to `Affinity.scoreLimit`: the sum of the contributions.
  public var total: Int { topic.contribution + keyword.contribution + text.contribution + bid.contribution }
}

/// Scores in this room are whole numbers from 0 (nothing speaks for the pair) to `scoreLimit` (everything does).
public enum Affinity {
  public static let scoreLimit = 1_000_000
  /// A bid's magnitude, from −100 (least willing) over 0 (neutral) to 100 (most willing).
  public static let bidLimit = 100

  /// Combines what is known about a paper and a person into one score, part by part.
  ///
  /// Each part contributes `score · share / 100`, rounded down, and the total is the sum of the contributions. The bid counts
  /// as `(bid + 100) · 5000`, so that no bid and a bid of 0 are both 500 000. Where one of topics and texts is missing its
  /// share goes to the other; where both are, neither contributes, so that a person about whom nothing is known
  /// never outranks one with expertise and the same bid.
  ///
  /// - Parameters:
  ///   - topic: From `TopicAffinity`; nil when the topics tell nothing.
  ///   - bid: From −100 to 100; nil when the person has not bid on the paper.
  ///   - lexical: From `LexicalAffinity`; nil when there is no text to compare.
  /// Values outside their range count as the nearest one inside.
  public static func combine(
    topic: Int?, bid: Int?, lexical: Int?, weights: AffinityWeights = .standard
  ) -> AffinityParts {
    let expertiseShare = weights.topicPercent + weights.lexicalPercent
    let topicShare: Int
    let lexicalShare: Int
    switch (topic, lexical) {
    case (nil, nil): (topicShare, lexicalShare) = (0, 0)
    case (_, nil): (topicShare, lexicalShare) = (expertiseShare, 0)
    case (nil, _): (topicShare, lexicalShare) = (0, expertiseShare)
    default: (topicShare, lexicalShare) = (weights.topicPercent, weights.lexicalPercent)
    }
    let willingness = min(max(bid ?? 0, -bidLimit), bidLimit) + bidLimit
    return AffinityParts(
      topic: .init(clamping: topic ?? 0, isKnown: topic != nil, sharePercent: topicShare),
      bid: .init(
        clamping: willingness * (scoreLimit / (2 * bidLimit)), isKnown: bid != nil, sharePercent: weights.bidPercent),
      lexical: .init(clamping: lexical ?? 0, isKnown: lexical != nil, sharePercent: lexicalShare))
  }
}

/// How much each part counts. The percentages are not negative and add up to 100.
public struct AffinityWeights: Sendable, Hashable {
  public let topicPercent: Int
  public let bidPercent: Int
  public let lexicalPercent: Int

  /// Topics 35, bids 30, texts 35: expertise counts for more than two thirds, and a bid decides between near equals.
  public static let standard = AffinityWeights(checkedTopic: 35, bid: 30, lexical: 35)

  /// Nil when a percentage is negative or they don't add up to 100.
  public init?(topicPercent: Int, bidPercent: Int, lexicalPercent: Int) {
    let allowed = 0...100
    guard allowed.contains(topicPercent), allowed.contains(bidPercent), allowed.contains(lexicalPercent),
      topicPercent + bidPercent + lexicalPercent == 100
    else { return nil }
    self.init(checkedTopic: topicPercent, bid: bidPercent, lexical: lexicalPercent)
  }

  private init(checkedTopic topic: Int, bid: Int, lexical: Int) {
    topicPercent = topic
    bidPercent = bid
    lexicalPercent = lexical
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
  public let bid: Part
  public let lexical: Part

  /// The affinity, from 0 to `Affinity.scoreLimit`: the sum of the contributions.
  public var total: Int { topic.contribution + bid.contribution + lexical.contribution }
}

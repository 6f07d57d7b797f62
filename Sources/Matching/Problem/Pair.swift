/// One paper and one reviewer, by index. Pairs are ordered by paper, then by reviewer.
public struct Pair: Sendable, Hashable, Comparable, Codable {
  public var paper: Int
  public var reviewer: Int

  public init(paper: Int, reviewer: Int) {
    self.paper = paper
    self.reviewer = reviewer
  }

  public static func < (left: Pair, right: Pair) -> Bool {
    (left.paper, left.reviewer) < (right.paper, right.reviewer)
  }
}

/// A reviewer who may read a paper, and how well they suit it.
public struct Candidate: Sendable, Hashable, Codable {
  public var reviewer: Int

  /// Higher is better. At most `AssignmentProblem.scoreLimit` in magnitude; negative scores are allowed.
  public var score: Int64

  public init(reviewer: Int, score: Int64) {
    self.reviewer = reviewer
    self.score = score
  }
}

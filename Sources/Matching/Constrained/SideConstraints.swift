/// What a plan has to meet beyond demands, loads, forced and forbidden pairs.
///
/// A rule speaks of indices only. All of them hold at once; an empty value asks nothing.
public struct SideConstraints: Sendable, Hashable, Codable {
  /// Rules on who is together on a paper, by an attribute of the reviewers.
  public var attributes: [AttributeRule]
  /// Reviewers who are never both on one paper.
  public var apart: [ReviewerPair]
  /// Who wrote what, as paper and reviewer. With it no two authors read each other's papers: no plan has A on a paper of B
  /// while B is on a paper of A.
  public var authorship: [Pair]
  /// Of each two pairs at most one is in the plan. This is how roles are kept apart when papers and people stand in the
  /// problem once per role.
  public var alternatives: [PairOfPairs]
  /// The most papers of one track that a reviewer is given.
  public var tracks: [TrackRule]

  public init(
    attributes: [AttributeRule] = [], apart: [ReviewerPair] = [], authorship: [Pair] = [],
    alternatives: [PairOfPairs] = [], tracks: [TrackRule] = []
  ) {
    self.attributes = attributes
    self.apart = apart
    self.authorship = authorship
    self.alternatives = alternatives
    self.tracks = tracks
  }

  public var isEmpty: Bool {
    attributes.isEmpty && apart.isEmpty && authorship.isEmpty && alternatives.isEmpty && tracks.isEmpty
  }
}

/// A bound on the values that an attribute takes among a paper's reviewers.
public struct AttributeRule: Sendable, Hashable, Codable {
  public enum Bound: Sendable, Hashable, Codable {
    /// At most so many reviewers share a value: "at most one per institution".
    case atMostOfEach(Int)
    /// At most so many reviewers have this value.
    case atMost(Int, of: Int)
    /// At least so many reviewers have this value: "at least one senior".
    case atLeast(Int, of: Int)
    /// The reviewers have at least so many different values: "at least two regions".
    case distinct(Int)
  }

  /// The value of each reviewer; below 0 for none. A reviewer without a value is in nobody's way and helps nobody.
  public var valueOfReviewer: [Int]
  public var bound: Bound
  /// The papers the rule is about; nil for all.
  public var papers: [Int]?

  public init(valueOfReviewer: [Int], bound: Bound, papers: [Int]? = nil) {
    self.valueOfReviewer = valueOfReviewer
    self.bound = bound
    self.papers = papers
  }
}

/// Two reviewers.
public struct ReviewerPair: Sendable, Hashable, Codable {
  public var first: Int
  public var second: Int

  public init(_ first: Int, _ second: Int) {
    self.first = first
    self.second = second
  }
}

/// Two pairs that exclude each other.
public struct PairOfPairs: Sendable, Hashable, Codable {
  public var first: Pair
  public var second: Pair

  public init(_ first: Pair, _ second: Pair) {
    self.first = first
    self.second = second
  }
}

/// The most papers of one track that a reviewer is given.
public struct TrackRule: Sendable, Hashable, Codable {
  /// The track of each paper; below 0 for none.
  public var trackOfPaper: [Int]
  public var atMost: Int

  public init(trackOfPaper: [Int], atMost: Int) {
    self.trackOfPaper = trackOfPaper
    self.atMost = atMost
  }
}

/// Why side constraints were refused.
public enum SideConstraintError: Error, Sendable, Hashable {
  /// A rule lists values for another number of reviewers, or tracks for another number of papers, than there are.
  case lengthMismatch(rule: Rule, expected: Int, found: Int)
  /// A rule names a paper or reviewer that does not exist.
  case unknownIndex(rule: Rule)
  /// A bound is below 0.
  case negativeBound(rule: Rule)
  /// The problem has load targets, which `optimal`, `randomized` and `perturbed` honour, but not beside side constraints, and
  /// `fair` not at all.
  case loadTargets

  public enum Rule: Sendable, Hashable {
    case attribute(Int)
    case apart(Int)
    case authorship(Int)
    case alternative(Int)
    case track(Int)
  }
}

extension SideConstraints {
  /// Refuses rules that don't fit the problem.
  func check(_ problem: AssignmentProblem) throws(SideConstraintError) {
    let papers = 0..<problem.paperCount
    let reviewers = 0..<problem.reviewerCount
    func isKnown(_ pair: Pair) -> Bool { papers.contains(pair.paper) && reviewers.contains(pair.reviewer) }
    for (index, rule) in attributes.enumerated() {
      guard rule.valueOfReviewer.count == reviewers.count else {
        throw .lengthMismatch(
          rule: .attribute(index), expected: reviewers.count, found: rule.valueOfReviewer.count)
      }
      guard rule.papers?.allSatisfy(papers.contains) ?? true else { throw .unknownIndex(rule: .attribute(index)) }
      switch rule.bound {
      case .atMostOfEach(let count), .atMost(let count, _), .atLeast(let count, _), .distinct(let count):
        guard count >= 0 else { throw .negativeBound(rule: .attribute(index)) }
      }
    }
    for (index, pair) in apart.enumerated()
    where !reviewers.contains(pair.first) || !reviewers.contains(pair.second) {
      throw .unknownIndex(rule: .apart(index))
    }
    for (index, pair) in authorship.enumerated() where !isKnown(pair) { throw .unknownIndex(rule: .authorship(index)) }
    for (index, both) in alternatives.enumerated() where !isKnown(both.first) || !isKnown(both.second) {
      throw .unknownIndex(rule: .alternative(index))
    }
    for (index, rule) in tracks.enumerated() {
      guard rule.trackOfPaper.count == papers.count else {
        throw .lengthMismatch(rule: .track(index), expected: papers.count, found: rule.trackOfPaper.count)
      }
      guard rule.atMost >= 0 else { throw .negativeBound(rule: .track(index)) }
    }
  }
}

/// A way in which a plan does not suit its problem.
public enum Violation: Sendable, Hashable {
  /// The pair names a paper that does not exist.
  case unknownPaper(Pair)
  /// The pair names a reviewer that does not exist.
  case unknownReviewer(Pair)
  /// The pair is forbidden or no candidate.
  case notAllowed(Pair)
  /// The pair stands in the plan more than once.
  case repeated(Pair)
  /// A forced pair is missing.
  case forcedMissing(Pair)
  /// The paper has another number of reviews than it needs.
  case demand(paper: Int, needed: Int, given: Int)
  /// The reviewer reads more papers than their maximum load.
  case loadAboveMaximum(reviewer: Int, maximum: Int, given: Int)
  /// The reviewer reads fewer papers than their minimum load.
  case loadBelowMinimum(reviewer: Int, minimum: Int, given: Int)
}

/// What an optimality check found.
public enum OptimalityVerdict: Sendable, Hashable {
  /// The plan meets everything, and no plan that does has a higher total.
  case optimal(total: Int64)
  /// The plan meets everything; the prices prove only that no plan beats its total by more than the gap, which is above 0.
  /// When the gap doesn't fit, it is `Int64.max`.
  case gap(total: Int64, gap: Int64)
  /// The plan does not suit the problem.
  case invalid([Violation])
  /// The prices are not one per paper and one per reviewer.
  case malformedPrices
}

/// A claim of a shortfall that does not hold.
public enum ShortfallFault: Sendable, Hashable {
  /// The partial plan breaks more than demands and minimum loads.
  case plan(Violation)
  /// The papers listed as short are not those that the plan leaves short.
  case paperShortages
  /// The reviewers listed as underloaded are not those that the plan leaves underloaded.
  case loadShortages
  /// A bottleneck's figures or partners are not what the problem says, or its papers are repeated or unknown.
  case paperBottleneck(index: Int)
  /// A bottleneck's figures or partners are not what the problem says, or its reviewers are repeated or unknown.
  case loadBottleneck(index: Int)
  /// The bottlenecks prove fewer missing reviews than the plan has: it may not be a maximum.
  case missingReviewsUnproven(missing: Int, proven: Int)
  /// The bottlenecks prove less missing load than the plan has: it may not be the least.
  case missingLoadUnproven(missing: Int, proven: Int)
  /// The prices are not one per paper and one per reviewer.
  case malformedPrices
  /// The prices don't prove that no plan with as many reviews and as little missing load scores more.
  case scoreUnproven
}

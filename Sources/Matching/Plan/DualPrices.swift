/// The proof that a plan is optimal: integer prices of papers and reviewers (the linear program's dual solution).
///
/// With them the most any plan can score is at most
/// Σ demand·paper + Σ load·reviewer + Σ max(0, score − paper − reviewer), where a reviewer's load is the maximum for a
/// price above 0 and the minimum for one below 0; with load targets, the one of maximum, target and minimum that brings most
/// at the price less what the distance to the target is charged. For an optimal plan this bound equals the total.
/// `Verifier.verifyOptimality` does the sum.
///
/// A reviewer's price is also the shadow price of their load: with a price above 0, one more place of theirs would raise
/// the total by at most that much; with one below 0, their minimum load costs that much per paper.
public struct DualPrices: Sendable, Hashable, Codable {
  /// One price per paper, any sign.
  public var paper: [Int64]
  /// One price per reviewer, any sign.
  public var reviewer: [Int64]
  /// What the solver charged for each review that could not be assigned. Matters to a shortfall's proof only.
  public var missingReviewPenalty: Int64
  /// What the solver charged for each paper by which a reviewer stays below their minimum load. Matters to a shortfall's
  /// proof only.
  public var underloadPenalty: Int64
  /// What the solver charged for each paper by which a load is away from its target; nil without targets.
  public var targetPrice: Int64?

  public init(
    paper: [Int64], reviewer: [Int64], missingReviewPenalty: Int64 = 0, underloadPenalty: Int64 = 0, targetPrice: Int64? = nil
  ) {
    self.paper = paper
    self.reviewer = reviewer
    self.missingReviewPenalty = missingReviewPenalty
    self.underloadPenalty = underloadPenalty
    self.targetPrice = targetPrice
  }
}

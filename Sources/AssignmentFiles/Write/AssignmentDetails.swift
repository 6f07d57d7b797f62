internal import Foundation
public import Matching

/// What stands behind a plan, as `--details` writes it. Papers and reviewers are numbers in the lists of names; scores and
/// prices are in the matcher's units of a millionth.
public struct AssignmentDetails: Codable, Sendable {
  /// A set of papers and every reviewer who can take one of them, or of reviewers and every paper they can take.
  public struct Bottleneck: Codable, Sendable {
    public let papers: [Int]
    public let reviewers: [Int]
    /// Reviews the papers need, or papers the reviewers are to be given at least.
    public let needed: Int
    /// What there is room for.
    public let room: Int
  }

  public let papers: [String]
  public let reviewers: [String]
  /// The plan, or the best partial one.
  public let pairs: [Pair]
  public let isWhole: Bool
  /// Whether the plan is proven best for its method.
  public let isProven: Bool
  /// Why there is no whole plan, or no proof; empty where there is nothing to say.
  public let reason: String
  /// By paper and by reviewer; empty where the method gives no prices.
  public let paperPrices: [Int64]
  public let reviewerPrices: [Int64]
  public let paperBottlenecks: [Bottleneck]
  public let loadBottlenecks: [Bottleneck]
  public let figures: PlanFigures
  /// What PeerReview4All would guarantee the worst-served paper of these numbers, whatever the method.
  public let guarantee: FairnessGuarantee?

  init(_ outcome: MethodOutcome, _ instance: AssignmentInstance) {
    papers = (0..<instance.problem.paperCount).map(instance.paperName)
    reviewers = (0..<instance.problem.reviewerCount).map(instance.reviewerName)
    pairs = outcome.plan.pairs
    isWhole = outcome.isWhole
    isProven = outcome.isProven
    reason = outcome.reason ?? ""
    paperPrices = outcome.duals?.paper ?? []
    reviewerPrices = outcome.duals?.reviewer ?? []
    paperBottlenecks = (outcome.shortfall?.paperBottlenecks ?? []).map {
      Bottleneck(papers: $0.papers, reviewers: $0.reviewers, needed: $0.neededReviews, room: $0.roomReviews)
    }
    loadBottlenecks = (outcome.shortfall?.loadBottlenecks ?? []).map {
      Bottleneck(papers: $0.papers, reviewers: $0.reviewers, needed: $0.neededPapers, room: $0.roomPapers)
    }
    let explainer = PlanExplainer(instance.problem, outcome.plan, duals: outcome.duals)
    guarantee = FairnessGuarantee(instance.problem)
    figures = explainer.figures(marginals: outcome.marginals)
  }

  /// Reads what an earlier run wrote.
  public init(file: String) throws {
    self = try JSONDecoder().decode(AssignmentDetails.self, from: Data(contentsOf: URL(filePath: file)))
  }
}

/// Figures about a plan, for display.
public struct PlanStatistics: Sendable, Hashable {
  /// A paper and the sum of its reviewers' scores.
  public struct PaperScore: Sendable, Hashable, Codable {
    public var paper: Int
    public var score: Int64

    public init(paper: Int, score: Int64) {
      self.paper = paper
      self.score = score
    }
  }

  /// The sum of the scores of all pairs.
  public let totalScore: Int64
  /// The number of pairs.
  public let reviewCount: Int
  /// The mean score of a pair; 0 for an empty plan.
  public let meanScore: Double
  /// The sum of scores of each paper.
  public let paperScores: [Int64]
  /// The paper with the lowest sum of scores among those that need reviews, the lower index on a tie.
  public let worstPaper: PaperScore?
  /// The load of each reviewer.
  public let loads: [Int]
  /// Entry `n` is the number of reviewers who read `n` papers; the last entry is the highest load. Empty without reviewers.
  public let loadHistogram: [Int]

  /// Counts the plan's pairs. Those the problem doesn't allow count for nothing; `Verifier.verify` names them.
  public init(_ plan: Plan, _ problem: AssignmentProblem) {
    var total: Int64 = 0
    var count = 0
    var paperScores = [Int64](repeating: 0, count: problem.paperCount)
    var loads = [Int](repeating: 0, count: problem.reviewerCount)
    for pair in plan.pairs {
      guard let score = problem.score(of: pair) else { continue }
      total += score
      count += 1
      paperScores[pair.paper] += score
      loads[pair.reviewer] += 1
    }
    var worst: PaperScore?
    for (paper, score) in paperScores.enumerated() where problem.demandMaximum[paper] > 0 {
      if let known = worst, known.score <= score { continue }
      worst = PaperScore(paper: paper, score: score)
    }
    var histogram: [Int] = []
    if let highest = loads.max() {
      histogram = Array(repeating: 0, count: highest + 1)
      for load in loads { histogram[load] += 1 }
    }
    totalScore = total
    reviewCount = count
    meanScore = count == 0 ? 0 : Double(total) / Double(count)
    self.paperScores = paperScores
    worstPaper = worst
    self.loads = loads
    loadHistogram = histogram
  }
}

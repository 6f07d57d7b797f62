internal import Foundation
internal import Matching

/// How an assignment came out, as `--report` writes it.
struct AssignmentReport: Encodable, Sendable {
  enum Status: String, Encodable, Sendable {
    /// Proven best for its method.
    case optimal
    /// Meets everything; not proven best.
    case feasible
    case infeasible
  }

  /// Reviews a paper lacks, or papers a reviewer lacks.
  struct Lack: Encodable, Sendable {
    var paper: String?
    var reviewer: String?
    let missing: Int
  }

  /// How well the worst-served paper is served, and what is known of how well it could be. Sums of scores.
  struct Fairness: Encodable, Sendable {
    let worst: Decimal
    /// No plan's worst paper has more.
    let worstBound: Decimal
    /// Nil where the theorem says nothing: scores below 0.
    let peerReview4All: PeerReview4All?
  }

  /// What that algorithm guarantees its worst paper without minimum loads, forced pairs and rules.
  struct PeerReview4All: Encodable, Sendable {
    /// Each paper can have 1, 2, … reviewers of at least this score at once.
    let levels: [Decimal]
    let worstAtLeast: Decimal
    /// By the same theorem the worst paper of no plan has more.
    let worstOfAnyPlanAtMost: Decimal
    /// The one divided by the other.
    let guarantee: Double
  }

  let status: Status
  /// The sum of the input scores; of the best partial plan where there is no whole one.
  let objective: Decimal
  /// The same in the matcher's units of a millionth, each score rounded to one.
  let objectiveInteger: Int64
  /// In units: no plan scores more. Nil where nothing was proven.
  let dualBound: Int64?
  let assigned: Int
  let shortfall: [Lack]
  /// By how many papers, over all reviewers, loads are away from their targets. Nil without targets.
  let targetDeviation: Int?
  /// Why there is no plan, or why it isn't proven best, in words.
  let reason: String?
  /// Nil for other methods than the fair one.
  let fairness: Fairness?
  /// The lowest sum of input scores among papers that need reviews.
  let minPaperScore: Decimal?
  /// From the problem in memory to the verified plan, by the wall clock.
  let solveSeconds: Double
  /// Processor time of the same.
  let cpuSeconds: Double
  /// The most memory the whole process has had.
  let peakBytes: Int64

  private enum Key: String, CodingKey {
    case status, objective, objectiveInteger, dualBound, assigned, shortfall, targetDeviation, reason, fairness, minPaperScore
    case solveSeconds, cpuSeconds, peakBytes
  }

  /// Every key is written, with null where there is nothing to say.
  func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(status, forKey: .status)
    try box.encode(objective, forKey: .objective)
    try box.encode(objectiveInteger, forKey: .objectiveInteger)
    try box.encode(dualBound, forKey: .dualBound)
    try box.encode(assigned, forKey: .assigned)
    try box.encode(shortfall, forKey: .shortfall)
    try box.encode(targetDeviation, forKey: .targetDeviation)
    try box.encode(reason, forKey: .reason)
    try box.encode(fairness, forKey: .fairness)
    try box.encode(minPaperScore, forKey: .minPaperScore)
    try box.encode(solveSeconds, forKey: .solveSeconds)
    try box.encode(cpuSeconds, forKey: .cpuSeconds)
    try box.encode(peakBytes, forKey: .peakBytes)
  }
}

extension AssignmentReport.Fairness {
  init(_ found: FairPlan) {
    worst = Score.decimal(units: found.worst)
    worstBound = Score.decimal(units: found.worstBound)
    peerReview4All = found.guarantee.map { guarantee in
      AssignmentReport.PeerReview4All(
        levels: guarantee.levels.map { Score.decimal(units: $0) }, worstAtLeast: Score.decimal(units: guarantee.floor),
        worstOfAnyPlanAtMost: Score.decimal(units: guarantee.ceiling), guarantee: guarantee.ratio)
    }
  }
}

internal import Foundation

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
  /// The lowest sum of input scores among papers that need reviews.
  let minPaperScore: Decimal?
  /// From the problem in memory to the verified plan, by the wall clock.
  let solveSeconds: Double
  /// Processor time of the same.
  let cpuSeconds: Double
  /// The most memory the whole process has had.
  let peakBytes: Int64

  private enum Key: String, CodingKey {
    case status, objective, objectiveInteger, dualBound, assigned, shortfall, targetDeviation, reason, minPaperScore
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
    try box.encode(minPaperScore, forKey: .minPaperScore)
    try box.encode(solveSeconds, forKey: .solveSeconds)
    try box.encode(cpuSeconds, forKey: .cpuSeconds)
    try box.encode(peakBytes, forKey: .peakBytes)
  }
}

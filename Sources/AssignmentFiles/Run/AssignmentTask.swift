/// One run of the matcher on files: what `lectern assign` does, and what a server has done for a chair in a process of its own.
public struct AssignmentTask: Sendable {
  public var files: InstanceFiles
  public var settings: AssignmentSettings
  /// Where the plan goes when there is one.
  public var out: String
  /// Where the report goes in any case.
  public var report: String
  /// Where figures, prices, bottlenecks and the partial plan go; nil to leave them.
  public var details: String?
  /// What to explain in words: a paper, or a paper and a reviewer, or with an empty list the plan.
  public var explained: [String]?

  public init(files: InstanceFiles, settings: AssignmentSettings, out: String, report: String) {
    self.files = files
    self.settings = settings
    self.out = out
    self.report = report
  }

  public enum Step: String, Sendable {
    case reading, solving, writing

    /// The line that tells it, `step solving`.
    public var line: String { "step \(rawValue)" }

    /// Nil for any other line.
    public init?(line: String) {
      let text = line.drop(while: \.isWhitespace)
      guard text.hasPrefix("step ") else { return nil }
      self.init(rawValue: text.dropFirst(5).prefix { !$0.isWhitespace }.lowercased())
    }
  }

  public struct Answer: Sendable {
    /// Whether a plan was written.
    public let isSolved: Bool
    /// The report's status and, where there is one, its reason; then what was to be explained.
    public let lines: [String]
  }

  /// Reads, solves, verifies, writes. A plan is written only when it meets everything; the report always is.
  ///
  /// Refuses bad input with `InputProblems` before anything is solved. `MatcherFault` means that the matcher's own verifier
  /// did not accept its plan; nothing is written then.
  public func run(progress: (Step) -> Void = { _ in }) throws -> Answer {
    progress(.reading)
    let instance = try AssignmentInstance(reading: files)
    let named = try explained.map { try NamedQuestion($0, instance) }
    progress(.solving)
    let (outcome, effort) = try Effort.measuring { try settings.solve(instance) }
    progress(.writing)
    let report = outcome.report(instance, effort)
    try WholeFile.write(json: report, to: self.report)
    if outcome.isWhole { try WholeFile.write(PlanFile.bytes(outcome.plan, instance), to: out) }
    if let details { try WholeFile.write(json: AssignmentDetails(outcome, instance), to: details) }
    let words = named.map { ExplanationWords(outcome, instance).lines(on: $0) } ?? []
    return Answer(isSolved: outcome.isWhole, lines: report.lines + words)
  }
}

/// The matcher's verifier did not accept what the matcher made.
public struct MatcherFault: Error, CustomStringConvertible {
  public let description: String
}

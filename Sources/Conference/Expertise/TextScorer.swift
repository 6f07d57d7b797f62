internal import Expertise
public import ExpertiseFiles

/// Scores papers by what people wrote, from files to a file.
public protocol TextScorer: Sendable {
  /// Afterwards the task's files are written. Throws when the scoring could not run to its end or was stopped; a cancelled task
  /// stops it. `step` is told how far it is.
  func run(_ task: ScoreTask, at step: @escaping @Sendable (String) async -> Void) async throws
}

/// By the words of texts, in this process: for rehearsals and tests.
public struct WordScorer: TextScorer {
  public init() {}

  public func run(_ task: ScoreTask, at step: @escaping @Sendable (String) async -> Void) async throws {
    await step("scoring")
    let steps = StepTeller(now: { .zero }, tell: { _ in })
    let sources = try ExpertiseSources(
      model: .lexical, encoderFolder: nil, cache: nil, workers: 1, table: nil, steps: steps)
    _ = try await task.run(sources)
  }
}

/// `lectern expertise score` in a process of its own, with everything that is there: words, table, encoder.
public struct TextScorerProcess: TextScorer {
  private let child: ChildProgram
  private let vectors: String

  /// - Parameters:
  ///   - program: the path of `lectern`.
  ///   - vectors: a folder that keeps vectors by the content of texts, so that a scoring goes on where an earlier one ended.
  public init(program: String, vectors: String, wallLimit: Duration = .seconds(6 * 3600)) {
    child = ChildProgram(path: program, wallLimit: wallLimit)
    self.vectors = vectors
  }

  public func run(_ task: ScoreTask, at step: @escaping @Sendable (String) async -> Void) async throws {
    try await child.run(task.arguments + ["--cache", vectors], endingWith: [0]) { await step($0) }
  }
}

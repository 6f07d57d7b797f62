public import AssignmentFiles
internal import Subprocess
internal import SystemPackage

/// Runs the matcher on an instance's files.
public protocol PlanMatcher: Sendable {
  /// Afterwards the task's files are written, with or without a whole plan. Throws when the matcher could not run to its end
  /// or was stopped; a cancelled task stops it.
  func run(_ task: AssignmentTask, at step: @escaping @Sendable (AssignmentTask.Step) async -> Void) async throws
}

/// In this process: for rehearsals and tests, where nobody waits for pages meanwhile.
public struct MatcherInside: PlanMatcher {
  public init() {}

  public func run(_ task: AssignmentTask, at step: @escaping @Sendable (AssignmentTask.Step) async -> Void) async throws {
    await step(.solving)
    _ = try task.run()
  }
}

/// `lectern assign` in a process of its own, so that a server is as quick while it runs as before.
public struct MatcherProcess: PlanMatcher {
  private let program: String
  private let wallLimit: Duration

  /// - Parameters:
  ///   - program: the path of `lectern`.
  ///   - wallLimit: when the process is ended; below the time for which a job is leased.
  public init(program: String, wallLimit: Duration = .seconds(240)) {
    self.program = program
    self.wallLimit = wallLimit
  }

  public func run(_ task: AssignmentTask, at step: @escaping @Sendable (AssignmentTask.Step) async -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await run(task.arguments, at: step) }
      group.addTask {
        try await Task.sleep(for: wallLimit)
        throw MatcherStopped(description: "The matcher did not end within \(wallLimit).")
      }
      // Whichever ends first ends the other; cancelling kills the process.
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func run(
    _ arguments: [String], at step: @escaping @Sendable (AssignmentTask.Step) async -> Void
  ) async throws {
    let result = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments), environment: .custom([Environment.Key: String]()),
      input: .none, output: .sequence, error: .string(limit: 64 << 10)
    ) { execution in
      for try await line in execution.standardOutput.strings() {
        if let reached = AssignmentTask.Step(line: line) { await step(reached) }
      }
    }
    try Task.checkCancellation()
    switch result.terminationStatus {
    case .exited(0), .exited(2): return
    default:
      throw MatcherStopped(description: "The matcher ended with \(result.terminationStatus): \(result.standardError)")
    }
  }
}

/// The matcher did not come to its end.
struct MatcherStopped: Error, CustomStringConvertible {
  let description: String
}

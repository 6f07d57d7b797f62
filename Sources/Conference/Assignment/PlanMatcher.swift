public import AssignmentFiles

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

/// `lectern assign` in a process of its own.
public struct MatcherProcess: PlanMatcher {
  private let child: ChildProgram

  /// - Parameters:
  ///   - program: the path of `lectern`.
  ///   - wallLimit: when the process is ended; below the time for which a job is leased.
  public init(program: String, wallLimit: Duration = .seconds(240)) {
    child = ChildProgram(path: program, wallLimit: wallLimit)
  }

  public func run(_ task: AssignmentTask, at step: @escaping @Sendable (AssignmentTask.Step) async -> Void) async throws {
    try await child.run(task.arguments, endingWith: [0, 2]) { line in
      if let reached = AssignmentTask.Step(line: line) { await step(reached) }
    }
  }
}

internal import Subprocess
internal import SystemPackage

/// `lectern` in a process of its own, so that a server is as quick while it runs as before.
struct ChildProgram: Sendable {
  let path: String
  /// When the process is ended.
  let wallLimit: Duration

  /// Runs the program to its end; `line` gets what it prints. Throws when it ends otherwise than with one of `codes`, or not in
  /// time. A cancelled task stops it.
  func run(
    _ arguments: [String], endingWith codes: [Int32], line: @escaping @Sendable (String) async -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await runUnlimited(arguments, codes, line) }
      group.addTask {
        try await Task.sleep(for: wallLimit)
        throw WorkStopped(description: "“\(arguments.first ?? "")” did not end within \(wallLimit).")
      }
      // Whichever ends first ends the other; cancelling kills the process.
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func runUnlimited(
    _ arguments: [String], _ codes: [Int32], _ line: @escaping @Sendable (String) async -> Void
  ) async throws {
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments), environment: .custom([Environment.Key: String]()),
      input: .none, output: .sequence, error: .string(limit: 64 << 10)
    ) { execution in
      for try await told in execution.standardOutput.strings() { await line(told) }
    }
    try Task.checkCancellation()
    if case .exited(let code) = result.terminationStatus, codes.contains(code) { return }
    throw WorkStopped(
      description: "“\(arguments.first ?? "")” ended with \(result.terminationStatus): \(result.standardError)")
  }
}

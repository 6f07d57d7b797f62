internal import AssignmentFiles
internal import Foundation
internal import Matching
internal import PeerReview
internal import Store

/// Files of one matching, in a folder only this user may enter. They hold indices and numbers, no ids and no names.
struct MatchingWork {
  private let folder: String

  /// Makes the folder, runs `body` and takes the folder away again, whatever happens.
  static func inFolder<Value>(_ body: (MatchingWork) async throws -> Value) async throws -> Value {
    try await WorkFolder.with("matching") { try await body(MatchingWork(folder: $0)) }
  }

  /// Has the problem solved and returns what the matcher says of it. `name` tells matchings in one folder apart.
  func solve(
    _ problem: AssignmentProblem, _ settings: AssignmentSettings, named name: String, with matcher: any PlanMatcher,
    at step: @escaping @Sendable (AssignmentTask.Step) async -> Void = { _ in }
  ) async throws -> AssignmentDetails {
    let base = "\(folder)/\(name)"
    var files = InstanceFiles(scores: base + ".pra")
    try PackedInstance.write(problem, to: files.scores)
    if !problem.forced.isEmpty {
      let lines = problem.forced.map { "\($0.paper),\($0.reviewer),1\n" }.joined()
      try Data(lines.utf8).write(to: URL(filePath: base + "-forced.csv"))
      files.constraints = base + "-forced.csv"
    }
    var task = AssignmentTask(files: files, settings: settings, out: base + "-plan.csv", report: base + "-report.json")
    let details = base + "-details.json"
    task.details = details
    try await matcher.run(task, at: step)
    return try AssignmentDetails(file: details)
  }
}

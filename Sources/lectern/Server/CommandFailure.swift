import ArgumentParser
import AssignmentFiles
import Conference
import Foundation
import PeerReview

/// An end that is told on standard error and by the exit code.
struct CommandFailure: Error {
  let message: String
  let code: Int32

  init(_ message: String, code: Int32) {
    self.message = message
    self.code = code
  }

  /// The one map from refusals to exit codes.
  init(_ refusal: Refusal) {
    switch refusal {
    case .invalid(let problems):
      self.init(
        problems.map { $0.field.isEmpty ? $0.message : "\($0.field): \($0.message)" }.joined(separator: "\n"), code: 1)
    case .notFound: self.init("Not found, or not to be seen by this person.", code: 3)
    case .notYetOpen(let opens): self.init("Not open yet: opens \(opens.utc).", code: 4)
    case .closed(let since): self.init("Closed since \(since.utc).", code: 4)
    case .notYours: self.init("This is someone else's to do.", code: 5)
    case .conflicted: self.init("A conflict of interest stands in the way.", code: 5)
    case .stale: self.init("Something newer was saved meanwhile; nothing was changed. Run the command again.", code: 6)
    case .tooLarge(let limit): self.init("Too large: the limit is \(limit) bytes.", code: 1)
    case .tooMany(let seconds): self.init("Too many attempts; wait \(seconds) seconds.", code: 7)
    case .unavailable(let reason): self.init(reason, code: 7)
    }
  }
}

/// What is wrong with files a command was given: in its own words, with code 1.
private protocol FilesProblem: Error, CustomStringConvertible {}

extension FileProblem: FilesProblem {}
extension InputProblems: FilesProblem {}
extension ScreeningProblem: FilesProblem {}

/// Runs a command's body; whatever goes wrong is said in words on standard error, with an exit code of its own.
func reporting(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let failure as CommandFailure {
    try exit(failure)
  } catch let refusal as Refusal {
    try exit(CommandFailure(refusal))
  } catch let problem as any FilesProblem {
    try exit(CommandFailure(problem.description, code: 1))
  } catch let code as ExitCode {
    throw code
  } catch {
    try exit(CommandFailure("\(error)", code: 70))
  }
}

private func exit(_ failure: CommandFailure) throws {
  say("lectern: \(failure.message)")
  throw ExitCode(failure.code)
}

/// Writes a line to standard error.
func say(_ line: String) {
  FileHandle.standardError.write(Data((line + "\n").utf8))
}

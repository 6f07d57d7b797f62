import ArgumentParser
import Conference
import Foundation
import PeerReview

/// Screening on files, without a data folder.
struct ScreenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen", abstract: "Screens manuscripts as a call asks, and prints the findings.",
    discussion: """
      lectern screen paper.pdf --call calls/mlsys-2026.yaml --track research
      lectern screen *.pdf --call calls/mlsys-2026.yaml --track research --forms manifest.json --json

      With --json, one object a line: file, pages, mainPages, references, findings, title, abstract,
      cpuSeconds, peakBytes.
        --form   {"title", "authors": [{"given", "family", "email", "affiliation"}]}
        --forms  {"files": [{"file", "form": {…}}]}
      Each file is opened by lectern-inspect in a jail of its own. Exit code 0 whatever the findings; 1 when it could not run.
      """)

  @Argument(help: "The files.") var files: [String]
  @Option(help: "The call file.") var call: String
  @Option(help: "The key of the track.") var track: String
  @Option(help: "What the submission form says, for all files.") var form: String?
  @Option(help: "What the submission form of each file says.") var forms: String?
  @Option(help: "How many files are opened at once.") var jobs = 2
  @Flag(help: "Prints one JSON object a line.") var json = false
  @OptionGroup var inspector: InspectorOption

  func validate() throws {
    guard (1...64).contains(jobs) else { throw ValidationError("--jobs takes a number from 1 to 64.") }
    guard form == nil || forms == nil else { throw ValidationError("Give --form or --forms, not both.") }
  }

  func run() async throws {
    try await reporting {
      let screening = FileScreening(
        track: try chosenTrack(), forms: try givenForms(), inspector: inspector.make(concurrency: jobs))
      try await InOrder.run(files, width: jobs) { file in
        json ? try await screening.verdict(on: file) : try await screening.summary(on: file)
      } print: { line in
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
      }
    }
  }

  private func chosenTrack() throws -> Track {
    let call = try CallCommand.read(call).call
    if let chosen = call.track(track) { return chosen }
    let keys = call.tracks.map(\.key).joined(separator: ", ")
    throw CommandFailure("“\(track)” is no track of \(call.name). Its tracks are: \(keys).", code: 1)
  }

  private func givenForms() throws -> ScreeningForms {
    if let form { return try ScreeningForms(form: form) }
    if let forms { return try ScreeningForms(manifest: forms) }
    return .none
  }
}

/// Runs a body on several values at once and hands on the answers in the order of the values.
enum InOrder {
  static func run<Value: Sendable>(
    _ values: [Value], width: Int, _ body: @escaping @Sendable (Value) async throws -> String, print: (String) -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, String).self) { group in
      var answers: [Int: String] = [:]
      var (started, printed) = (0, 0)
      while printed < values.count {
        while started < values.count, started - printed < width * 2 {
          let index = started
          let value = values[index]
          group.addTask { (index, try await body(value)) }
          started += 1
        }
        guard let (index, answer) = try await group.next() else { return }
        answers[index] = answer
        while let next = answers.removeValue(forKey: printed) {
          print(next)
          printed += 1
        }
      }
    }
  }
}

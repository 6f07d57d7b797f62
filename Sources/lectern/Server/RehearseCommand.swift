import ArgumentParser
import Conference
import LecternTesting
import PeerReview

/// A year in seconds.
struct RehearseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse", abstract: "Plays a call's whole year with made-up people and leaves the data folder.",
    discussion: """
      lectern rehearse --call calls/mlsys-2026.yaml --seed 7 --submissions 60 --reviewers 40 --data ./rehearsal
      lectern rehearse --call calls/mlsys-2026.yaml --until reviewing --today --data ./reviewing
      lectern serve --data ./reviewing
      Prints a JSON summary; the same seed prints the same bytes. Exit code 9 when something happened that never must.
      """)

  @Option(name: .customLong("call"), help: "The call file.") var callFile: String
  @Option(help: "The same seed plays the same year.") var seed: UInt64 = 7
  @Option(help: "How many papers.") var submissions = 60
  @Option(help: "How many reviewers.") var reviewers = 40
  @Option(help: "Where to stop: \(SampleOption.stages).") var until = Rehearsal.Stage.released
  @Flag(help: "Moves the calendar so that the year stops today; without it the call's own dates are played.") var today = false
  @Option(help: "The new data folder.") var data: String
  @OptionGroup var inspector: InspectorOption

  func validate() throws {
    guard (1...20_000).contains(submissions) else { throw ValidationError("--submissions takes a number from 1 to 20000.") }
    guard (1...20_000).contains(reviewers) else { throw ValidationError("--reviewers takes a number from 1 to 20000.") }
  }

  func run() async throws {
    try await reporting {
      let text = try CallCommand.read(callFile).text
      let summary = try await Rehearsal.play(
        folder: data, callText: text, file: callFile,
        options: .init(
          seed: seed, submissions: submissions, reviewers: reviewers, until: until,
          endingAt: today ? SystemClock().now : nil),
        inspector: inspector.make())
      print(summary.json)
      if !summary.violations.isEmpty {
        throw CommandFailure("\(summary.violations.count) things happened that never must; see “violations”.", code: 9)
      }
    }
  }
}

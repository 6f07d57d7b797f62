import ArgumentParser
struct SubmissionCommand: AsyncParsableCommand { static let configuration = CommandConfiguration(commandName: "submission") }

import ArgumentParser
struct AssignmentCommand: AsyncParsableCommand { static let configuration = CommandConfiguration(commandName: "assignment") }

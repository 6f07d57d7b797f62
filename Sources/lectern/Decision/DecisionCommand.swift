import ArgumentParser
struct DecisionCommand: AsyncParsableCommand { static let configuration = CommandConfiguration(commandName: "decision") }

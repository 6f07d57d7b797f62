import ArgumentParser
import Conference

/// A copy of everything, taken from a folder no server runs on.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copies the database and all files into a new folder that serve can open.",
    discussion: "lectern backup --data ./data --to ./backup-2026-01-25")

  @OptionGroup var folder: DataFolder
  @Option(help: "The new folder. Must not exist yet.") var to: String

  func run() async throws {
    try await reporting {
      let copied = try await folder.with { try await $0.backUp(to: to) }
      print("Copied the database and \(copied.files) files (\(copied.bytes) bytes) to \(to).")
    }
  }
}

import ArgumentParser
import Conference
import Foundation
import PeerReview

/// Call files: checked, shown, opened.
struct CallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call", abstract: "Checks, shows and opens call files.",
    discussion: """
      lectern call check calls/mlsys-2026.yaml
      lectern call show calls/mlsys-2026.yaml --zone Europe/Berlin
      lectern call open calls/mlsys-2026.yaml --data ./data
      """,
    subcommands: [Check.self, Show.self, Open.self])

  /// Reads and parses a call file, or ends with every mistake as `file:line:column: …` and exit code 1.
  static func read(_ file: String) throws -> (call: Call, text: String) {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw CommandFailure("\(file): can't be read. Give the path of a call file, such as calls/mlsys-2026.yaml.", code: 1)
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw CommandFailure("\(file): is not UTF-8 text. Save it as UTF-8.", code: 1)
    }
    switch CallFile.parse(text, file: file) {
    case .success(let call): return (call, text)
    case .failure(let mistakes):
      for problem in mistakes.problems { print("\(problem)") }
      throw ExitCode(1)
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tells every mistake in a call file, with its place.",
      discussion: "lectern call check calls/mlsys-2026.yaml\nExit code 0 when the file is fine, 1 otherwise.")

    @Argument(help: "The call file.") var file: String

    func run() async throws {
      try await reporting {
        let call = try CallCommand.read(file).call
        print("\(file): fine. \(call.name), \(call.tracks.count) tracks, \(call.topics.count) topics.")
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints the calendar and each rule in one sentence.",
      discussion: "lectern call show calls/mlsys-2026.yaml --zone America/New_York")

    @Argument(help: "The call file.") var file: String
    @Option(help: "A time zone beside UTC and AoE, such as Europe/Berlin. The call's own when left out.") var zone: String?

    func run() async throws {
      try await reporting {
        let call = try CallCommand.read(file).call
        guard let zone = Zone(zone ?? call.timeZone) else {
          throw CommandFailure("“\(zone ?? "")” is no time zone. Write one such as Europe/Berlin.", code: 1)
        }
        print(CallText.describe(call, zone: zone))
      }
    }
  }

  struct Open: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Opens a call, or stores a changed file as its next version.",
      discussion: "lectern call open calls/mlsys-2026.yaml --data ./data --reason \"Deadline moved by two days\"")

    @Argument(help: "The call file.") var file: String
    @OptionGroup var folder: DataFolder
    @Option(help: "Why it changed; kept on record.") var reason = ""

    func run() async throws {
      try await reporting {
        let text = try CallCommand.read(file).text
        let opened = try await folder.with {
          try await $0.openCall(text: text, file: file, reason: reason)
        }
        print("\(opened.id): version \(opened.version) is in force.")
      }
    }
  }
}

/// A call in plain text.
enum CallText {
  static func describe(_ call: Call, zone: Zone) -> String {
    var lines = [call.fullName, ""]
    let rows = call.calendarRows(in: zone)
    let width = rows.map(\.name.count).max() ?? 0
    let head = [pad("", width), pad("UTC", 22), pad("AoE", 22), zone.name]
    lines.append(head.joined(separator: "  "))
    for row in rows {
      lines.append([pad(row.name, width), pad(row.utc, 22), pad(row.aoe, 22), row.local].joined(separator: "  "))
    }
    for group in call.ruleGroups() {
      lines += ["", group.title] + group.rules.map { "- \($0)" }
    }
    return lines.joined(separator: "\n")
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

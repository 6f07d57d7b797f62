import ArgumentParser
import Conference
import PeerReview

/// A chair in whose name a command acts, with that chair's rights and no more.
struct ChairOption: ParsableArguments {
  @Option(name: .customLong("as"), help: "The e-mail address of the chair you act for. On record.")
  var email: String

  @OptionGroup var folder: DataFolder
  @OptionGroup var choice: CallChoice

  /// Opens the folder, runs `body` at the chair's desk and closes it.
  func atDesk<Value>(_ command: String, _ body: (ChairDesk) async throws -> Value) async throws -> Value {
    let address = try PersonCommand.address(email)
    return try await folder.with { conference in
      let viewer = try await conference.viewerFromCommandLine(
        email: address, call: try await choice.chosen(conference), command: command)
      return try await body(try conference.chairDesk(for: viewer))
    }
  }
}

/// Columns of plain text, as wide as their content.
enum TextTable {
  static func lines(_ head: [String], _ rows: [[String]]) -> String {
    let all = [head] + rows
    let widths = head.indices.map { column in all.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0 }
    return all.map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}

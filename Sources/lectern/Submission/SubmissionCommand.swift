import ArgumentParser
import Conference
import Foundation
import Pages
import PeerReview

/// Submissions, as one chair may see them.
struct SubmissionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submission", abstract: "Lists and shows submissions as a chair may see them.",
    discussion: """
      lectern submission list --as chair@example.org --data ./data
      lectern submission list --as chair@example.org --state submitted --track research --json
      lectern submission show 17 --as chair@example.org --data ./data
      """,
    subcommands: [List.self, Show.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists submissions.", discussion: "lectern submission list --as chair@example.org --state submitted")

    @OptionGroup var chair: ChairOption
    @Option(help: "Words to look for.") var query = ""
    @Option(help: "A track's key.") var track = ""
    @Option(help: "draft, submitted, withdrawn or desk-rejected.") var state = ""
    @Flag(help: "Prints JSON.") var json = false

    func run() async throws {
      try await reporting {
        let page = try await chair.atDesk("submission list") { desk in
          try await desk.submissionTable(.init(query: query, track: track, state: state))
        }
        let rows = page.rows.map { row in
          [row.number.description, row.state.label, row.track, row.title]
        }
        print(
          json
            ? try Output.json(["number", "state", "track", "title"], rows) : Output.table(["#", "State", "Track", "Title"], rows))
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows one submission.", discussion: "lectern submission show 17 --as chair@example.org")

    @Argument(help: "The submission's number.") var number: Int
    @OptionGroup var chair: ChairOption

    func run() async throws {
      try await reporting {
        let page = try await chair.atDesk("submission show") { desk in
          guard let row = try await desk.submissions(.init(query: "#\(number)")).rows.first else {
            throw Refusal.notFound
          }
          return try await desk.submission(row.id)
        }
        print("\(page.number) \(page.content.title)\n\(page.content.track) · \(page.state.label)")
        if case .shown(let authors) = page.authors {
          print("Authors: \(authors.map { "\($0.name) <\($0.email)>" }.joined(separator: ", "))")
        }
        for file in page.files {
          for version in file.versions {
            print("\(file.slot.rawValue) v\(version.number)  \(version.sizeBytes) bytes  \(version.sha256)")
          }
        }
        if case .shown(let findings) = page.findings {
          for finding in findings { print("finding: \(finding.sentence)") }
        }
        print("\n\(page.content.abstract)")
      }
    }
  }
}

/// Rows as people or programs read them.
enum Output {
  static func table(_ head: [String], _ rows: [[String]]) -> String {
    rows.isEmpty ? "Nothing to list." : TextTable.lines(head, rows)
  }

  /// An array of objects with the columns' names as keys.
  static func json(_ keys: [String], _ rows: [[String]]) throws -> String {
    let objects = rows.map { Dictionary(zip(keys, $0), uniquingKeysWith: { first, _ in first }) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(objects), as: UTF8.self)
  }
}

import ArgumentParser
import Conference
import Pages
import PeerReview

/// The records, as one chair may read them.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Reads the records and checks that they are whole.",
    discussion: """
      lectern audit reveals --submission 17 --as chair@example.org --data ./data
      lectern audit check --as chair@example.org --data ./data
      """,
    subcommands: [Reveals.self, Check.self])

  struct Reveals: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists who was shown identities and what is not released, and by which right.",
      discussion: "lectern audit reveals --submission 17 --as chair@example.org")

    @OptionGroup var chair: ChairOption
    @Option(help: "The number of the paper to ask about; all when left out.") var submission: Int?
    @Option(help: "Words to look for: a person, a page, what was shown.") var query = ""
    @Flag(help: "Prints JSON.") var json = false

    func run() async throws {
      try await reporting {
        let rows = try await chair.atDesk("audit reveals") { desk in
          var rows: [RevealsPage.Row] = []
          var page = 1
          var more = true
          while more {
            let found = try await desk.reveals(query: query, paper: submission, page: page)
            rows += found.rows
            more = found.older != nil
            page += 1
          }
          return rows
        }
        let table = rows.map {
          [$0.at.iso8601, $0.who, $0.entitlement, $0.page, $0.secrets.joined(separator: ", "), $0.papersText]
        }
        print(
          json
            ? try Output.json(["at", "who", "right", "page", "shown", "papers"], table)
            : Output.table(["When", "Who", "By right of", "Page", "Shown", "Of"], table))
      }
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says whether every entry follows from the one before it.",
      discussion: "lectern audit check --as chair@example.org")

    @OptionGroup var chair: ChairOption

    func run() async throws {
      try await reporting {
        guard try await chair.atDesk("audit check", { try await $0.isRecordWhole() }) else {
          throw CommandFailure("The record is broken: an entry was changed or taken out.", code: 4)
        }
        print("The record is whole.")
      }
    }
  }
}

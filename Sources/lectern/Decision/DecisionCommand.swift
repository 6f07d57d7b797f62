import ArgumentParser
import Conference
import Pages
import PeerReview

/// Decisions and their release, in the name of one chair.
struct DecisionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decision", abstract: "Lists, records and releases decisions.",
    discussion: """
      lectern decision list --as chair@example.org --data ./data
      lectern decision set 17 accept --as chair@example.org --data ./data
      lectern decision release --yes --as chair@example.org --data ./data
      """,
    subcommands: [List.self, Record.self, Release.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists papers with their overall grades and decisions.",
      discussion: "lectern decision list --as chair@example.org --json")

    @OptionGroup var chair: ChairOption
    @Flag(help: "Prints JSON.") var json = false

    func run() async throws {
      try await reporting {
        let page = try await chair.atDesk("decision list") { try await $0.decisions(sort: "number") }
        let rows = page.rows.map { row in
          [
            row.number.description, text(row.scores) { $0.map(String.init).joined(separator: " ") }, text(row.decision) { $0 },
            row.title,
          ]
        }
        print(
          json
            ? try Output.json(["number", "grades", "decision", "title"], rows)
            : Output.table(["#", "Grades", "Decision", "Title"], rows))
      }
    }

    private func text<Value>(_ disclosure: Disclosure<Value>, _ words: (Value) -> String) -> String {
      switch disclosure {
      case .shown(let value): words(value)
      case .hidden: "hidden"
      }
    }
  }

  struct Record: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Records a decision; authors learn of it on release.",
      discussion: "lectern decision set 17 accept --note \"Congratulations\" --as chair@example.org")

    @Argument(help: "The submission's number.") var number: Int
    @Argument(help: "A decision of the call, such as accept.") var decision: String
    @Option(help: "Words to the authors.") var note = ""
    @OptionGroup var chair: ChairOption

    func run() async throws {
      try await reporting {
        try await chair.atDesk("decision set") { desk in
          guard let row = try await desk.decisions(sort: "number").rows.first(where: { $0.number.value == number }) else {
            throw Refusal.notFound
          }
          try await desk.decide(row.id, kind: decision, note: note, version: row.version)
        }
        print("#\(number): \(decision) is recorded.")
      }
    }
  }

  struct Release: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Releases all decisions at once; every letter is queued.",
      discussion: "lectern decision release --yes --as chair@example.org")

    @Flag(help: "Confirms: a release can't be taken back.") var yes = false
    @OptionGroup var chair: ChairOption

    func run() async throws {
      try await reporting {
        guard yes else { throw CommandFailure("A release can't be taken back. Add --yes to confirm it.", code: 1) }
        try await chair.atDesk("decision release") { try await $0.release(confirmed: true) }
        print("Released. The letters go out when the server runs.")
      }
    }
  }
}

import ArgumentParser
import Conference
import PeerReview

/// People and their offices.
struct PersonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "Invites people to an office and prints sign-in links.",
    discussion: """
      lectern person invite --role chair --email ada@example.org --name "Ada Example" --data ./data
      lectern person link --email ada@example.org --data ./data
      """,
    subcommands: [Invite.self, Link.self])

  struct Invite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Invites someone to an office; the letter is queued and the link printed.",
      discussion: "lectern person invite --role reviewer --email ada@example.org --data ./data")

    @Option(
      help: "The office: \(Role.allCases.map(\.rawValue).joined(separator: " or ")), the last but one as track-chair:TRACK.")
    var role: String
    @Option(help: "The person's e-mail address.") var email: String
    @Option(help: "The person's name.") var name = ""
    @OptionGroup var folder: DataFolder
    @OptionGroup var call: CallChoice

    func run() async throws {
      try await reporting {
        let address = try PersonCommand.address(email)
        guard let appointment = Appointment(key: role) else {
          throw CommandFailure("“\(role)” is no office. `--help` lists them; a track chair is track-chair:TRACK.", code: 1)
        }
        let path = try await folder.with { conference in
          try await conference.invite(
            email: address, name: name, as: appointment, call: try await call.chosen(conference))
        }
        print("Invited. The letter goes out when the server runs; the link is\n\(folder.site)\(path)")
      }
    }
  }

  struct Link: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints a one-time sign-in link, for when mail does not arrive. On record.",
      discussion: "lectern person link --email ada@example.org --data ./data")

    @Option(help: "The person's e-mail address.") var email: String
    @OptionGroup var folder: DataFolder

    func run() async throws {
      try await reporting {
        let address = try PersonCommand.address(email)
        let path = try await folder.with { try await $0.signInPath(email: address, lifetime: .hours(1)) }
        print("Works once, for an hour:\n\(folder.site)\(path)")
      }
    }
  }

  static func address(_ text: String) throws -> EmailAddress {
    guard let address = EmailAddress(text) else {
      throw CommandFailure("“\(text)” is not an e-mail address. Write it as name@example.org.", code: 1)
    }
    return address
  }
}

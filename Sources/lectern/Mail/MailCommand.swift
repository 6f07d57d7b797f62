import ArgumentParser
import Conference
import Foundation
import PeerReview

/// What a mail server hands over.
struct MailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail", abstract: "Takes letters that came back.", subcommands: [Returned.self])

  /// Ends with the statuses mail servers know (sysexits): 0 kept, 65 for no letter of ours, 75 to be tried again.
  struct Returned: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keeps a message that came back for a letter; the server marks the letter. The server may run.",
      discussion: """
        Reads the message from standard input. With Postfix, in master.cf:

          lectern unix - n n - - pipe flags=DORX user=lectern
            argv=/usr/local/bin/lectern mail returned --data /var/lib/lectern --to ${original_recipient}
        """)

    @Option(help: "The data folder.") var data = "./data"
    @Option(help: "The address the message came to, returns+…@example.org; else its header tells.") var to: String?

    func run() async throws {
      let bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
      do {
        try ReturnedMailFolder(data: data).keep(bytes, to: to)
      } catch is ReturnedMailFolder.NoLetter {
        throw CommandFailure("The message came to no letter's address. Give it with --to returns+…@example.org.", code: 65)
      } catch {
        throw CommandFailure("The message can't be kept in \(data)/returned-mail. Look at its owner and at the disk.", code: 75)
      }
    }
  }
}

import ArgumentParser
import Conference
import Foundation
import PeerReview

/// The data folder every command works on.
struct DataFolder: ParsableArguments {
  @Option(help: "The folder that holds everything: database, files and outgoing mail.")
  var data = "./data"

  @Option(help: "The server's address as people type it; links in letters begin with it.")
  var site = "http://127.0.0.1:8080"

  @Option(help: "The sender of every letter.")
  var sender = "lectern@localhost.example"

  @Option(
    help: """
      Where letters come back to that can't be delivered: mail to returns+…@example.org of the address given here goes to \
      `lectern mail returned`. Without it they come back to the sender.
      """)
  var returns: String?

  func validate() throws {
    guard EmailAddress(sender) != nil else {
      throw ValidationError("--sender takes an e-mail address such as submissions@example.org.")
    }
    guard returns.map({ EmailAddress($0) != nil && !$0.contains("+") }) ?? true else {
      throw ValidationError("--returns takes an e-mail address without a plus sign, such as returns@example.org.")
    }
    guard site.hasPrefix("http://") || site.hasPrefix("https://"), !site.hasSuffix("/") else {
      throw ValidationError("--site takes an address such as https://submit.example.org, without a slash at the end.")
    }
  }

  func open() async throws -> Conference {
    let returns = returns.flatMap { EmailAddress($0) }.map { ReturnAddress($0) }
    return try await Conference.open(folder: data, settings: .init(site: site, senderEmail: sender, returns: returns))
  }

  /// Opens the folder, runs `body` and closes it, whatever happens.
  func with<Value>(_ body: (Conference) async throws -> Value) async throws -> Value {
    let conference = try await open()
    do {
      let value = try await body(conference)
      try await conference.close()
      return value
    } catch {
      try? await conference.close()
      throw error
    }
  }
}

/// Which call a command means, where a server runs several.
struct CallChoice: ParsableArguments {
  @Option(name: .customLong("call"), help: "The call's id, such as mlsys-2026. May be left out when there is only one.")
  var id: String?

  func chosen(_ conference: Conference) async throws -> ID<Call> {
    let calls = try await conference.calls()
    if let id {
      guard calls.contains(ID(id)) else {
        throw CommandFailure("No call “\(id)” is open here. Open: \(calls.map(\.text).joined(separator: ", ")).", code: 3)
      }
      return ID(id)
    }
    guard let only = calls.first else {
      throw CommandFailure("No call is open in this folder. Open one: lectern call open FILE --data DIR.", code: 3)
    }
    guard calls.count == 1 else {
      throw CommandFailure(
        "Several calls are open; say which with --call: \(calls.map(\.text).joined(separator: ", ")).", code: 3)
    }
    return only
  }
}

import Foundation
import PeerReview
import Testing

@testable import Conference

@Suite("Letters kept in a folder or in memory")
struct FolderTransportTests {
  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test("Each letter is one complete file, named by its date and then its id, for the owner only")
  func writes() async throws {
    try await SMTPFixture.withTemporaryFolder { root in
      let folder = root.appending(path: "new/mail").path
      let message = try MailMessage.sample(body: "Grüße", id: "../a/b")
      try await FolderTransport(directory: folder).send(message)
      let name = "20251030T200000.000000Z-=2E=2E=2Fa=2Fb.eml"
      #expect(try names(in: folder) == [name])
      #expect(try Array(Data(contentsOf: URL(filePath: "\(folder)/\(name)"))) == message.rendered())
      for path in ["\(folder)/\(name)", folder] {
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect((rights ?? 0o777) & 0o077 == 0)
      }
    }
  }

  @Test("The same letter sent again, even by a later run and with another date, is kept once")
  func once() async throws {
    try await SMTPFixture.withTemporaryFolder { root in
      let first = FolderTransport(directory: root.path)
      let message = try MailMessage.sample(id: "letter-1")
      let later = MailMessage(
        to: message.to, from: message.from, subject: message.subject, body: message.body, messageID: "letter-1",
        date: Instant(seconds: 1_900_000_000))
      try await first.send(message)
      try await first.send(message)
      try await FolderTransport(directory: root.path).send(later)
      try await first.send(try .sample(id: "letter-2"))
      #expect(try names(in: root.path) == ["20251030T200000.000000Z-letter-1.eml", "20251030T200000.000000Z-letter-2.eml"])
    }
  }

  @Test("A folder that can't be made is a temporary failure, and the letter goes out once it can")
  func unwritable() async throws {
    try await SMTPFixture.withTemporaryFolder { root in
      let obstacle = root.appending(path: "mail")
      try Data("a file".utf8).write(to: obstacle)
      let transport = FolderTransport(directory: obstacle.path)
      let failure = await #expect(throws: MailFailure.self) { try await transport.send(try .sample()) }
      guard case .temporary(let reason) = failure else { return #expect(Bool(false), "\(String(describing: failure))") }
      #expect(!reason.contains("ada@example.org"))
      try FileManager.default.removeItem(at: obstacle)
      try await transport.send(try .sample())
      #expect(try names(in: obstacle.path).count == 1)
    }
  }

  @Test("A full disk is a temporary failure and leaves no letter behind")
  func fullDisk() async throws {
    try await SMTPFixture.withTemporaryFolder { root in
      // Writing to the device says that the disk is full, as writing through this name then does.
      try FileManager.default.createSymbolicLink(
        atPath: root.appending(path: ".letter-1.partial").path, withDestinationPath: "/dev/full")
      let transport = FolderTransport(directory: root.path)
      let failure = await #expect(throws: MailFailure.self) { try await transport.send(try .sample(id: "letter-1")) }
      #expect(failure == .temporary(reason: "The letter can't be written into its folder (write: No space left on device)."))
      try FileManager.default.removeItem(at: root.appending(path: ".letter-1.partial"))
      try await transport.send(try .sample(id: "letter-1"))
      #expect(try names(in: root.path).count == 1)
    }
  }

  @Test("Memory keeps each letter once, in order, and fails where it is told to")
  func memory() async throws {
    let transport = MemoryTransport { $0.subject == "bad" ? .permanent(reason: "told to") : nil }
    let letters = try ["1", "2", "1"].map { try MailMessage.sample(id: $0) }
    for letter in letters { try await transport.send(letter) }
    await #expect(throws: MailFailure.permanent(reason: "told to")) {
      try await transport.send(
        try .sample(
          subject: "bad",
          id: "3"))
    }
    #expect(await transport.messages == Array(letters.prefix(2)))
    #expect(await transport.count == 2)
  }
}

import Foundation
import PeerReview
import Testing

@testable import Conference

@Suite("Letters by SMTP")
struct SMTPTransportTests {
  @Test("A letter arrives byte for byte, in the envelope of its sender and recipient")
  func arrives() async throws {
    try await SMTPFixture.run(.plain) { server in
      let message = try MailMessage.sample(body: ".\n..\n.dot at the start\nend.\n.")
      try await SMTPTransport(url: "smtp://127.0.0.1:\(server.port)?hello=conference.example").send(message)
      let letter = try #require(try server.letters().first)
      #expect(letter.bytes == message.rendered())
      #expect(letter.envelopeFrom == "chairs@conference.example")
      #expect(letter.envelopeTo == ["ada@example.org"])
      #expect(letter.body == ".\n..\n.dot at the start\nend.\n.\n")
      #expect(letter.hello == "conference.example")
      #expect(letter.defects == [])
    }
  }

  @Test("A letter with an address to come back to has that one in its envelope, and its sender in the letter")
  func returns() async throws {
    try await SMTPFixture.run(.plain) { server in
      let sample = try MailMessage.sample(body: "Words.")
      let message = MailMessage(
        to: sample.to, from: sample.from, subject: "Words", body: "Words.", messageID: "m1", date: sample.date,
        returnAddress: "returns+m1@conference.example")
      try await SMTPTransport(url: "smtp://127.0.0.1:\(server.port)").send(message)
      #expect(try server.letters().first?.envelopeFrom == "returns+m1@conference.example")
    }
  }

  @Test("Names, subjects and bodies in any script are read back unchanged by another program")
  func unicode() async throws {
    try await SMTPFixture.run(.plain) { server in
      let transport = try SMTPTransport(url: "smtp://127.0.0.1:\(server.port)")
      let subjects = [
        "Décision – Ihr Beitrag „Größe“ 論文の査読結果 🎓", String(repeating: "審査", count: 150),
        String(repeating: "word ", count: 60) + "end", String(repeating: "x", count: 400), "=?UTF-8?B?aGk=?= stays text",
        "a: b, <c>",
        "",
      ]
      let names = ["Zoë Müller", "Müller, Zoë \"Z\" (chair)", "O'Brien-Smith", "Smith, J. \\ \"Jo\"", "山田太郎", "", "A"]
      for (index, subject) in subjects.enumerated() {
        let body = "Grüße, \(names[index])\n.\n \nFrom here = 100 % 🎓\n" + String(repeating: "ß", count: 500) + "\ttab \n"
        let message = try MailMessage.sample(name: names[index], subject: subject, body: body, id: "id-\(index)")
        try await transport.send(message)
        let letter = try #require(try server.letters().last)
        #expect(letter.subject == subject)
        #expect(letter.toName == names[index])
        #expect(letter.toAddress == "ada@example.org")
        #expect(letter.body == body)
        #expect(letter.defects == [])
        #expect(letter.bytes == message.rendered())
      }
    }
  }

  @Test("Letters in a row share one connection, and one refusal does not spoil the next letter")
  func sharesConnection() async throws {
    try await SMTPFixture.run(.plain) { server in
      let transport = try SMTPTransport(url: "smtp://127.0.0.1:\(server.port)")
      try await transport.send(try .sample(id: "1"))
      try await transport.send(try .sample(id: "2"))
      await #expect(throws: MailFailure.self) { try await transport.send(try .sample(to: "unknown@example.org", id: "3")) }
      try await transport.send(try .sample(id: "4"))
      let letters = try server.letters()
      #expect(letters.count == 3)
      #expect(letters.first?.peer == letters.dropFirst().first?.peer)
    }
  }

  @Test("A body of one megabyte arrives whole")
  func large() async throws {
    try await SMTPFixture.run(.plain) { server in
      let body = (0..<16_000).map { ".line \($0) é \(String(repeating: "z", count: 50))" }.joined(separator: "\n") + "\n"
      #expect(body.utf8.count > 1_000_000)
      let message = try MailMessage.sample(body: body)
      try await SMTPTransport(url: "smtp://127.0.0.1:\(server.port)").send(message)
      let letter = try #require(try server.letters().first)
      #expect(letter.bytes == message.rendered())
      #expect(letter.body == body)
    }
  }

  @Test("A letter larger than the server takes is a permanent failure before it travels")
  func tooLarge() async throws {
    try await SMTPFixture.run(.plain) { server in
      let message = try MailMessage.sample(body: String(repeating: "line\n", count: 900_000))
      await #expect(throws: MailFailure.permanent(reason: "The mail server answered 552 to the sender.")) {
        try await SMTPTransport(url: "smtp://127.0.0.1:\(server.port)").send(message)
      }
    }
  }

  @Test("An unknown recipient is a permanent failure, a busy one a temporary one; neither is named")
  func recipients() async throws {
    try await SMTPFixture.run(.plain) { server in
      let transport = try SMTPTransport(url: "smtp://127.0.0.1:\(server.port)")
      await #expect(throws: MailFailure.permanent(reason: "The mail server answered 550 5.1.1 to the recipient.")) {
        try await transport.send(try .sample(to: "unknown@example.org"))
      }
      await #expect(throws: MailFailure.temporary(reason: "The mail server answered 451 4.2.1 to the recipient.")) {
        try await transport.send(try .sample(to: "later@example.org"))
      }
      await #expect(throws: MailFailure.permanent(reason: "The mail server answered 554 5.7.1 to the letter.")) {
        try await transport.send(try .sample(body: "REFUSE-THIS"))
      }
      #expect(try server.letters().isEmpty)
    }
  }

  @Test("A connection lost before the server's answer is a temporary failure")
  func hangUp() async throws {
    try await SMTPFixture.run(.plain) { server in
      let transport = try SMTPTransport(url: "smtp://127.0.0.1:\(server.port)")
      let failure = await #expect(throws: MailFailure.self) { try await transport.send(try .sample(body: "HANG-UP")) }
      guard case .temporary = failure else { return #expect(Bool(false), "\(String(describing: failure))") }
      #expect(failure?.reason.contains("answered") == false, "\(String(describing: failure))")
      try await transport.send(try .sample())
      #expect(try server.letters().count == 1)
    }
  }

  @Test("A server that never answers is a temporary failure once the stated time is over")
  func silence() async throws {
    try await SMTPFixture.run(.silent) { server in
      let transport = try SMTPTransport(url: "smtp://127.0.0.1:\(server.port)?connect-seconds=1&send-seconds=1")
      let failure = await #expect(throws: MailFailure.self) { try await transport.send(try .sample()) }
      #expect(
        failure
          == .temporary(reason: "The mail server at smtp://127.0.0.1:\(server.port) could not be used: Timeout was reached."))
    }
  }

  @Test("A server that isn't there is a temporary failure")
  func absent() async throws {
    try await SMTPFixture.withDeadPort { port in
      let transport = try SMTPTransport(url: "smtp://127.0.0.1:\(port)")
      let failure = await #expect(throws: MailFailure.self) { try await transport.send(try .sample()) }
      #expect(
        failure
          == .temporary(reason: "The mail server at smtp://127.0.0.1:\(port) could not be used: Couldn't connect to server."))
    }
  }

  @Test("A cancelled task breaks its letter off")
  func cancelled() async throws {
    try await SMTPFixture.run(.silent) { server in
      let transport = try SMTPTransport(url: "smtp://127.0.0.1:\(server.port)")
      let message = try MailMessage.sample()
      let sending = Task { () -> MailFailure? in
        do { try await transport.send(message) } catch { return error as? MailFailure }
        return nil
      }
      sending.cancel()
      #expect(await sending.value == .temporary(reason: "Sending was broken off because the server is shutting down."))
    }
  }
}

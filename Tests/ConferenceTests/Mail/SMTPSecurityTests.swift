import Foundation
import PeerReview
import Testing

@testable import Conference

@Suite("Encryption and authentication of SMTP")
struct SMTPSecurityTests {
  @Test("STARTTLS is used when offered and when required, and the certificate is checked against the stated authority")
  func startTLS() async throws {
    try await SMTPFixture.run(.starttls) { server in
      for option in ["", "&tls=required"] {
        let url = "smtp://localhost:\(server.port)?ca=\(server.authorityFile)\(option)"
        try await SMTPTransport(url: url).send(try .sample())
      }
      #expect(try server.letters().map(\.tls) == [true, true])
    }
  }

  @Test("TLS from the first byte works for smtps")
  func implicitTLS() async throws {
    try await SMTPFixture.run(.smtps) { server in
      try await SMTPTransport(url: "smtps://localhost:\(server.port)?ca=\(server.authorityFile)").send(try .sample())
      #expect(try server.letters().map(\.tls) == [true])
    }
  }

  @Test("A certificate nobody vouches for is a temporary failure that says what to do; no letter leaves")
  func untrusted() async throws {
    try await SMTPFixture.run(.starttls) { server in
      let transport = try SMTPTransport(url: "smtp://localhost:\(server.port)")
      let failure = await #expect(throws: MailFailure.self) { try await transport.send(try .sample()) }
      guard case .temporary(let reason) = failure else { return #expect(Bool(false), "\(String(describing: failure))") }
      #expect(reason.contains("?ca="))
      #expect(try server.letters().isEmpty)
    }
  }

  @Test("Where TLS is required and not offered, neither letter nor password leaves")
  func notOffered() async throws {
    try await SMTPFixture.run(.plain) { server in
      let transport = try SMTPTransport(url: "smtp://localhost:\(server.port)?tls=required")
      let failure = await #expect(throws: MailFailure.self) { try await transport.send(try .sample()) }
      guard case .temporary(let reason) = failure else { return #expect(Bool(false), "\(String(describing: failure))") }
      #expect(reason.contains("requires TLS"))
      #expect(try server.letters().isEmpty)
    }
  }

  @Test("User and password are taken from the URL, with characters that have to be encoded there")
  func authentication() async throws {
    try await SMTPFixture.run(.auth) { server in
      let url = "smtp://clerk:pass%20word%40%25%2F%C3%A9@127.0.0.1:\(server.port)"
      try await SMTPTransport(url: url).send(try .sample())
      #expect(try server.letters().map(\.user) == ["clerk"])
    }
  }

  @Test("A wrong or missing password is a temporary failure that repeats nothing secret")
  func wrongPassword() async throws {
    try await SMTPFixture.run(.auth) { server in
      for user in ["clerk:hunter2secret@", ""] {
        let transport = try SMTPTransport(url: "smtp://\(user)127.0.0.1:\(server.port)")
        let failure = await #expect(throws: MailFailure.self) { try await transport.send(try .sample()) }
        guard case .temporary(let reason) = failure else { return #expect(Bool(false), "\(String(describing: failure))") }
        for secret in ["clerk", "hunter2secret", "ada@example.org"] { #expect(!reason.contains(secret), "\(reason)") }
      }
      #expect(try server.letters().isEmpty)
    }
  }
}

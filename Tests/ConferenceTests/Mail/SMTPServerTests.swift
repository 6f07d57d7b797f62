import PeerReview
import Testing

@testable import Conference

@Suite("URLs of mail servers")
struct SMTPServerTests {
  @Test("Ports and encryption have the defaults of their scheme")
  func defaults() throws {
    let plain = try SMTPServer(url: "smtp://mail.example.org")
    #expect(plain.port == 25 && plain.encryption == .opportunistic)
    let secure = try SMTPServer(url: "SMTPS://mail.example.org/")
    #expect(secure.port == 465 && secure.encryption == .required)
    let version6 = try SMTPServer(url: "smtp://[::1]:2525")
    #expect(version6.host == "::1" && version6.port == 2525 && version6.description == "smtp://[::1]:2525")
  }

  @Test("A password makes TLS required unless the server is on this host or the URL says otherwise")
  func passwordsNeedTLS() throws {
    #expect(try SMTPServer(url: "smtp://a:b@mail.example.org").encryption == .required)
    #expect(try SMTPServer(url: "smtp://a:b@localhost").encryption == .opportunistic)
    #expect(try SMTPServer(url: "smtp://a:b@mail.example.org?tls=opportunistic").encryption == .opportunistic)
    #expect(try SMTPServer(url: "smtp://mail.example.org?tls=required").encryption == .required)
  }

  @Test(
    "Every mistake in a URL is refused with a sentence, and the sentence keeps the password",
    arguments: [
      "", "mail.example.org", "http://u:hunter2@mail.example.org", "smtp://u:hunter2@", "smtp://u:hunter2@host:0",
      "smtp://u:hunter2@host:99999",
      "smtp://u:hunter2@host/folder", "smtp://u:hunter2@ho_st!", "smtp://:hunter2@host", "smtp://u:hunter2@host?tls=maybe",
      "smtp://u:hunter2@host?hunter2=1", "smtp://u:hunter2@host?ca=/no/such/hunter2.pem", "smtp://u:hunter2@host?send-seconds=0",
      "smtp://u:hunter2@host?hello=a%20b", "smtp://u:hunter2%0D%0A@host", "smtp://u:hunter2#1@host",
    ])
  func mistakes(url: String) throws {
    let refusal = try #require(throws: Refusal.self) { try SMTPServer(url: url) }
    guard case .invalid(let problems) = refusal else { return #expect(Bool(false), "\(refusal)") }
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { $0.message.hasSuffix(".") && !$0.message.contains("hunter2") && $0.field == "smtp" })
  }

  @Test("Several mistakes are told at once")
  func several() throws {
    let refusal = try #require(throws: Refusal.self) { try SMTPServer(url: "smtp://host/x?tls=maybe&send-seconds=x") }
    guard case .invalid(let problems) = refusal else { return #expect(Bool(false), "\(refusal)") }
    #expect(problems.count == 3)
  }

  @Test("Printing a server shows neither user nor password")
  func printing() throws {
    let server = try SMTPServer(url: "smtp://clerk:hunter2@mail.example.org:587")
    var dumped = ""
    dump(server, to: &dumped)
    for text in ["\(server)", String(reflecting: server), dumped] {
      #expect(!text.contains("hunter2") && !text.contains("clerk") && text.contains("smtp://mail.example.org:587"))
    }
  }
}

import Foundation
import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Letters that come back")
struct ReturnedMailTests {
  /// As a mail server reports a delivery (RFC 3464).
  private static func report(_ action: String, to recipient: String = "returns@x.example") -> [UInt8] {
    Array(
      """
      From: MAILER-DAEMON@mx.example\r
      To: <\(recipient)>\r
      Subject: Undelivered Mail Returned to Sender\r
      Content-Type: multipart/report; report-type=delivery-status;\r
      \tboundary="b"\r
      \r
      --b\r
      Content-Type: message/delivery-status\r
      \r
      Final-Recipient: rfc822; ada@example.org\r
      Action: \(action)\r
      Status: 5.1.1\r
      Diagnostic-Code: smtp; 550 5.1.1 no such\r
        mailbox here\r
      \r
      --b--\r

      """.utf8)
  }

  private static func message(_ headers: String) -> [UInt8] { Array((headers + "\n\nWords.\n").utf8) }

  @Test("Reports, absences and mail servers' own words are told apart")
  func verdicts() {
    #expect(ReturnedMessage(Self.report("failed")).verdict == .failed(reason: "smtp; 550 5.1.1 no such mailbox here"))
    for action in ["delayed", "delivered", "relayed", "expanded"] {
      #expect(ReturnedMessage(Self.report(action)).verdict == .nothing)
    }
    #expect(ReturnedMessage(Self.message("Subject: Away\nAuto-Submitted: auto-replied")).verdict == .nothing)
    #expect(ReturnedMessage(Self.message("Subject: failure notice")).verdict == .failed(reason: "failure notice"))
    #expect(ReturnedMessage([]).verdict == .failed(reason: "The letter came back."))
    #expect(ReturnedMessage([0xFF, 0x00, 0x0A, 0x3A]).verdict == .failed(reason: "The letter came back."))
  }

  @Test(
    "The letter is told by the address alone, whatever a mail server did to its capitals",
    arguments: [
      ("returns+abc123@x.example", "abc123"), ("<Returns+ABC123@X.example>", "abc123"), ("Name <r+a+b@x.example>", "b"),
      ("returns@x.example", nil), ("returns+@x.example", nil), ("", nil), ("+", nil),
    ] as [(String, String?)])
  func tokens(recipient: String, token: String?) {
    #expect(ReturnAddress.token(in: recipient) == token)
  }

  @Test("Each letter has an address of its own to come back to, and is marked when a report says that it failed")
  func marked() async throws {
    let house = try await TestHouse.open(returns: ReturnAddress(try #require(EmailAddress("returns@lectern.example"))))
    let clara = try await house.person("Clara Chair", .chair)
    let ada = try await house.person("Ada Byron")
    try await house.paper("Caches", by: ada)
    try await house.paper("Stores", by: ada)
    let (transport, mail) = (MemoryTransport(), ReturnedMailFolder(data: house.folder))
    let runner = house.conference.jobRunner(
      inspector: try FixedInspector(seeing: "conforming"), transport: transport, returned: mail)
    try await runner.runDue()
    let receipts = Set(try await house.letters("submission-received").map(\.id))
    let addresses = await transport.messages.filter { receipts.contains($0.messageID) }.compactMap(\.returnAddress)
    try #require(addresses.count == 2)
    #expect(Set(addresses).count == 2 && addresses.allSatisfy { $0.hasSuffix("@lectern.example") })
    try mail.keep(Self.report("failed"), to: addresses[0])
    try mail.keep(Self.report("failed", to: addresses[0]), to: nil)
    try mail.keep(Self.report("delayed"), to: addresses[1])
    try mail.keep(Self.report("failed"), to: "returns+nobody@lectern.example")
    try await runner.runDue()
    try await runner.runDue()
    let page = try await house.chairDesk(clara).letters(state: "returned")
    #expect(page.letters.map(\.state.label) == ["Returned"] && page.counts.returned == 1)
    #expect(page.letters.first?.trouble == "smtp; 550 5.1.1 no such mailbox here" && page.letters.first?.canRetry == false)
    #expect(mail.waiting(limit: 10).isEmpty)
  }

  @Test("A message that came to no letter is refused, so that its mail server may tell its sender")
  func strangers() throws {
    let mail = ReturnedMailFolder(data: FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path)
    #expect(throws: ReturnedMailFolder.NoLetter.self) { try mail.keep(Self.report("failed"), to: nil) }
    #expect(mail.waiting(limit: 10).isEmpty && mail.bytes(of: "none") == nil)
  }
}

import PeerReview
import Testing

@testable import Conference

@Suite("Rendering letters")
struct MailMessageTests {
  private func text(_ message: MailMessage) -> String {
    String(decoding: message.rendered(), as: UTF8.self)
  }

  private func header(of message: MailMessage) -> [Substring] {
    let text = text(message)
    return text[..<(text.firstRange(of: "\r\n\r\n")?.lowerBound ?? text.endIndex)].split(separator: "\r\n")
  }

  @Test("A plain letter is spelled exactly so")
  func plain() throws {
    let message = MailMessage(
      to: Mailbox(try #require(EmailAddress("ada@example.org")), name: "Lovelace, Ada"),
      from: Mailbox(try #require(EmailAddress("Chairs@Conference.example")), name: "Program Chairs"),
      replyTo: Mailbox(try #require(EmailAddress("help@conference.example"))),
      subject: "Hello", body: "One\nTwo\r\nThree\r.four", messageID: "L.7", date: Instant(seconds: 1_761_854_400))
    let lines = [
      "From: Program Chairs <Chairs@Conference.example>", "To: \"Lovelace, Ada\" <ada@example.org>",
      "Reply-To: help@conference.example", "Subject: Hello", "Date: Thu, 30 Oct 2025 20:00:00 +0000",
      "Message-ID: <L=2E7@conference.example>", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 7bit", "", "One", "Two", "Three", ".four", "",
    ]
    #expect(text(message) == lines.joined(separator: "\r\n"))
    #expect(message.rendered() == message.rendered())
  }

  @Test(
    "No name, subject or id can add a header or end the headers",
    arguments: ["\r\n", "\n", "\r", "\u{0}", "\r\n\r\n", "\u{85}", "\u{2028}", "\u{B}", "\r\n "])
  func injection(lineEnd: String) throws {
    let poison = "Hi\(lineEnd)Bcc: eve@example.org\(lineEnd)\(lineEnd)Grüße"
    for poison in [poison, "Hi\(lineEnd)Bcc: eve@example.org"] {
      let message = MailMessage(
        to: Mailbox(try #require(EmailAddress("ada@example.org")), name: poison),
        from: Mailbox(try #require(EmailAddress("chairs@conference.example")), name: poison),
        replyTo: Mailbox(try #require(EmailAddress("help@conference.example")), name: poison),
        subject: poison, body: "Body", messageID: poison, date: Instant(seconds: 0))
      let names = header(of: message).filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
      #expect(
        names == [
          "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
          "Content-Transfer-Encoding",
        ])
      #expect(message.rendered().allSatisfy { $0 == 13 || $0 == 10 || (0x20...0x7E).contains($0) })
    }
    #expect(MailHeader.singleLine("Hi\(lineEnd)Bcc: x") == "Hi Bcc: x")
  }

  @Test("Header lines stay within 76 columns, whatever the subject and names")
  func folding() throws {
    for filler in ["論", "word ", "é ", "x", "🎓", "\" ", "(a) "] {
      for count in [1, 10, 15, 18, 60, 61, 62, 63, 64, 65, 300] {
        let long = String(repeating: filler, count: count)
        let message = try MailMessage.sample(name: long, subject: long)
        #expect(header(of: message).allSatisfy { $0.utf8.count <= 76 })
        #expect(header(of: message).allSatisfy { !$0.allSatisfy { $0 == " " } })
      }
    }
  }

  @Test("A body is 7bit when ASCII with short lines, else quoted-printable within 76 columns")
  func bodies() throws {
    let link = "https://conference.example/sign-in?token=" + String(repeating: "a", count: 60)
    #expect(text(try .sample(body: link)).hasSuffix("7bit\r\n\r\n\(link)\r\n"))
    for body in ["é", "From me", "blank ", String(repeating: "=", count: 201), "bell \u{7}"] {
      let lines = text(try .sample(body: body)).split(separator: "\r\n", omittingEmptySubsequences: false)
      #expect(lines.contains("Content-Transfer-Encoding: quoted-printable"))
      #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    }
    #expect(text(try .sample(body: "From é=\n.\nend ")).hasSuffix("\r\n\r\n=46rom =C3=A9=3D\r\n=2E\r\nend=20\r\n"))
    #expect(text(try .sample(body: "")).hasSuffix("\r\n\r\n\r\n"))
    #expect(text(try .sample(body: "a\u{0}b")).hasSuffix("\r\n\r\nab\r\n"))
  }

  @Test("A quoted-printable line of just 76 columns is not broken")
  func exactLine() throws {
    let line = "é" + String(repeating: "a", count: 70)
    #expect(text(try .sample(body: line)).hasSuffix("\r\n\r\n=C3=A9\(line.dropFirst())\r\n"))
    #expect(text(try .sample(body: line + "b")).hasSuffix("\(line.dropFirst().dropLast())=\r\nab\r\n"))
  }

  @Test("Different ids give different tokens of safe characters, never longer than 200")
  func tokens() {
    let ids = [
      "", "=", "a", "A", "a.b", "a=2Eb", "../etc", "é", String(repeating: "x", count: 201),
      String(
        repeating: "x",
        count: 202),
    ]
    let tokens = ids.map(MailToken.encode)
    #expect(Set(tokens).count == ids.count)
    #expect(tokens.allSatisfy { (1...200).contains($0.utf8.count) && !$0.contains("/") && !$0.contains(".") })
  }

  @Test(
    "Dates are right around leap days and clamped where a header has no year",
    arguments: [
      (0, "Thu, 1 Jan 1970 00:00:00 +0000"), (951_782_399, "Mon, 28 Feb 2000 23:59:59 +0000"),
      (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000"), (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 +0000"),
      (1_735_689_599, "Tue, 31 Dec 2024 23:59:59 +0000"), (4_107_542_400, "Mon, 1 Mar 2100 00:00:00 +0000"),
      (-1, "Thu, 1 Jan 1970 00:00:00 +0000"), (.max, "Fri, 31 Dec 9999 23:59:59 +0000"),
    ] as [(Int64, String)])
  func dates(seconds: Int64, header: String) {
    #expect(MailDate(Instant(seconds: seconds)).header == header)
  }
}

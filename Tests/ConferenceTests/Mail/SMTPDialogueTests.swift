import Testing

@testable import Conference

@Suite("Judging a mail server's replies")
struct SMTPDialogueTests {
  private func judged(_ lines: [String]) -> MailFailure? {
    var dialogue = SMTPDialogue()
    for line in lines {
      if line.hasPrefix(">") { dialogue.sent(Array(line.dropFirst().utf8)) } else { dialogue.received(Array(line.utf8)) }
    }
    return dialogue.rejection?.failure
  }

  @Test(
    "Only what concerns the recipient or the letter is permanent",
    arguments: [
      ([">RCPT TO:<a@b.org>\r\n", "550-5.1.1 first\r\n", "550 5.1.1 last\r\n"], true),
      ([">RCPT TO:<a@b.org>", "530 5.7.0 Authentication required"], false),
      ([">RCPT TO:<a@b.org>", "503 bad sequence"], false),
      ([">RCPT TO:<a@b.org>", "450 greylisted"], false),
      ([">DATA", "354 go on", "554 refused"], true),
      ([">DATA", "452 full"], false),
      ([">MAIL FROM:<c@d.org>", "550 who are you"], false),
      ([">MAIL FROM:<c@d.org> SIZE=9", "552 too big"], true),
      (["554 no SMTP service here"], false),
      ([">AUTH PLAIN", "334 ", ">c2VjcmV0", "535 5.7.8 wrong"], false),
      ([">EHLO x", "502 what"], false),
    ])
  func permanence(lines: [String], isPermanent: Bool) throws {
    let failure = try #require(judged(lines))
    guard case .permanent = failure else { return #expect(!isPermanent, "\(failure)") }
    #expect(isPermanent, "\(failure)")
  }

  @Test("A reply's words are not repeated, only its codes")
  func codesOnly() {
    #expect(
      judged([">RCPT TO:<a@b.org>", "550 5.1.1 <a@b.org> is unknown"])
        == .permanent(reason: "The mail server answered 550 5.1.1 to the recipient."))
    #expect(
      judged([">RCPT TO:<a@b.org>", "550 192.0.2.7.8 <a@b.org>"])
        == .permanent(reason: "The mail server answered 550 to the recipient."))
  }

  @Test("Good replies, the farewell and nonsense are no rejections")
  func noRejections() {
    #expect(judged(["220 hi", ">EHLO x", "250 OK", ">QUIT", "421 bye"]) == nil)
    #expect(judged(["", "nonsense", "9999", "-550"]) == nil)
  }
}

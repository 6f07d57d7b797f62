public import PeerReview

/// Whom a letter is from or to: an address and the name shown beside it.
public struct Mailbox: Hashable, Sendable {
  public let address: EmailAddress
  /// May be empty and may hold any text; what would break the header becomes a space.
  public let name: String

  public init(_ address: EmailAddress, name: String = "") {
    self.address = address
    self.name = name
  }
}

/// One letter to one person, complete: rendering it reads neither clock nor configuration.
public struct MailMessage: Hashable, Sendable {
  public let to: Mailbox
  public let from: Mailbox
  public let replyTo: Mailbox?
  public let subject: String
  /// Plain text; any of the usual line ends.
  public let body: String
  /// What tells this letter from every other, the same at each attempt to send it. Becomes the left side of `Message-ID`.
  public let messageID: String
  public let date: Instant
  /// The address that turns such letters off at a click (RFC 8058); nil for letters that are required.
  public let offAddress: String?
  /// Where mail servers send it back to; nil for the sender.
  public let returnAddress: String?

  public init(
    to: Mailbox, from: Mailbox, replyTo: Mailbox? = nil, subject: String, body: String, messageID: String, date: Instant,
    offAddress: String? = nil, returnAddress: String? = nil
  ) {
    self.returnAddress = returnAddress
    self.offAddress = offAddress
    self.to = to
    self.from = from
    self.replyTo = replyTo
    self.subject = subject
    self.body = body
    self.messageID = messageID
    self.date = date
  }

  /// The letter as RFC 5322 and MIME have it, lines ended by CR LF, ready for `DATA` and for an `.eml` file.
  ///
  /// Never refuses: a letter that can't be rendered would wait in the outbox for ever. Line ends, NULs and other control
  /// characters in a name or the subject become a space, so neither can begin a header of its own. Headers are ASCII
  /// (RFC 2047), folded at 76 columns; the body is 7bit when it is ASCII with short lines, else quoted-printable UTF-8.
  public func rendered() -> [UInt8] {
    let text = MailBody(body)
    var headers = [
      MailHeader.line("From", mailbox: from),
      MailHeader.line("To", mailbox: to),
    ]
    if let replyTo { headers.append(MailHeader.line("Reply-To", mailbox: replyTo)) }
    headers += [
      MailHeader.line("Subject", text: subject),
      "Date: \(MailDate(date).header)",
      "Message-ID: <\(messageToken)@\(from.address.domain)>",
      "Auto-Submitted: auto-generated",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: \(text.encoding.rawValue)",
    ]
    if let offAddress {
      headers += [
        "List-Unsubscribe:\r\n <\(MailHeader.singleLine(offAddress))>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
      ]
    }
    return Array((headers.joined(separator: "\r\n") + "\r\n\r\n").utf8) + text.bytes
  }

  /// `messageID` in characters that a header and a file name accept, at most 200 of them; different for different ids.
  var messageToken: String { MailToken.encode(messageID) }
}

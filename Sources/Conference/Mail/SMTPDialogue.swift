/// What was said between us and the mail server during one letter, as far as a failure is judged by it.
///
/// Keeps verbs and codes and nothing else: commands hold the recipient and passwords, and replies like to repeat the recipient.
struct SMTPDialogue {
  enum Stage: String {
    case greeting = "the connection"
    case hello = "the greeting"
    case encryption = "STARTTLS"
    case authentication = "the user and password"
    case sender = "the sender"
    case recipient = "the recipient"
    case content = "the letter"
    case farewell = "the farewell"
  }

  /// A reply of 400 or more: `code` as in RFC 5321, `status` as in RFC 3463 (`5.1.1`) when there was one.
  struct Rejection {
    let stage: Stage
    let code: Int
    let status: String?
  }

  private(set) var stage = Stage.greeting
  /// The last rejection before the farewell.
  private(set) var rejection: Rejection?

  /// - Parameter command: a line we sent.
  mutating func sent(_ command: some Collection<UInt8>) {
    switch String(decoding: command.prefix(4), as: UTF8.self).uppercased() {
    case "EHLO", "HELO": stage = .hello
    case "STAR": stage = .encryption
    case "AUTH": stage = .authentication
    case "MAIL": stage = .sender
    case "RCPT": stage = .recipient
    case "DATA": stage = .content
    case "QUIT": stage = .farewell
    default: break  // The rest of an authentication belongs to the stage it is in.
    }
  }

  /// - Parameter reply: a line of the server's answer.
  mutating func received(_ reply: some Collection<UInt8>) {
    guard stage != .farewell, let code = Int(String(decoding: reply.prefix(3), as: UTF8.self)), (400...599).contains(code)
    else { return }
    rejection = Rejection(stage: stage, code: code, status: Self.status(in: reply.dropFirst(4)))
  }

  private static func status(in text: some Collection<UInt8>) -> String? {
    let word = String(decoding: text.prefix(while: { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }), as: UTF8.self)
    let numbers = word.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 3 && numbers.allSatisfy { (1...3).contains($0.count) } ? word : nil
  }
}

extension SMTPDialogue.Rejection {
  /// Replies that speak of the session or our configuration, not of this letter (RFC 5321, 4.2; RFC 4954, 6).
  private static let sessionCodes: Set<Int> = [500, 502, 503, 504, 521, 530, 534, 535, 538]

  /// Permanent is only what the server says for good of this recipient or this letter.
  var failure: MailFailure {
    let reason = "The mail server answered \(code)\(status.map { " " + $0 } ?? "") to \(stage.rawValue)."
    let concernsLetter =
      switch stage {
      case .recipient, .content: true
      // A sender is refused for its size too (RFC 1870); any other reason is our configuration.
      case .sender: code == 552
      case .greeting, .hello, .encryption, .authentication, .farewell: false
      }
    return code >= 500 && concernsLetter && !Self.sessionCodes.contains(code)
      ? .permanent(reason: reason) : .temporary(reason: reason)
  }
}

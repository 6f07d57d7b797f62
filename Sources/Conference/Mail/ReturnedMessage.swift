/// A message that came back for a letter: a report of its delivery (RFC 3464), or one in a mail server's own words.
struct ReturnedMessage: Hashable {
  enum Verdict: Hashable {
    /// It did not arrive and won't.
    case failed(reason: String)
    /// It arrived, waits, or somebody's absence was told.
    case nothing
  }

  let verdict: Verdict
  /// The address it was sent to, as its own header says.
  let recipients: [String]

  private static let readBytes = 256 << 10
  private static let reasonCharacters = 300

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes.prefix(Self.readBytes), as: UTF8.self).replacing("\r\n", with: "\n")
    let lines = Self.unfolded(text)
    let header = lines.prefix { !$0.isEmpty }
    recipients = ["x-original-to", "delivered-to", "to"].flatMap { Self.values(of: $0, in: header) }
    let actions = Self.values(of: "action", in: lines[...]).map { $0.lowercased() }
    let isAnswer = Self.values(of: "auto-submitted", in: header).contains { $0.lowercased().hasPrefix("auto-replied") }
    let isReport = Self.values(of: "content-type", in: header).contains { $0.lowercased().contains("delivery-status") }
    if let action = actions.first {
      verdict = action.hasPrefix("failed") ? .failed(reason: Self.reason(in: lines)) : .nothing
    } else if isAnswer && !isReport {
      verdict = .nothing
    } else {
      let subject = Self.values(of: "subject", in: header).first ?? ""
      verdict = .failed(reason: Self.short(subject.isEmpty ? "The letter came back." : subject))
    }
  }

  private static func reason(in lines: [String]) -> String {
    let words = values(of: "diagnostic-code", in: lines[...]).first ?? values(of: "status", in: lines[...]).first
    return short(words ?? "The letter came back.")
  }

  private static func short(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }.prefix(reasonCharacters))
  }

  /// Lines that begin with a blank continue the one before (RFC 5322, 2.2.3).
  private static func unfolded(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let first = line.first, first == " " || first == "\t", let last = lines.last, !last.isEmpty {
        lines[lines.count - 1] = last + " " + line.drop { $0 == " " || $0 == "\t" }
      } else {
        lines.append(String(line))
      }
    }
    return lines
  }

  private static func values(of name: String, in lines: ArraySlice<String>) -> [String] {
    lines.compactMap { line in
      guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == name else { return nil }
      return String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
    }
  }
}

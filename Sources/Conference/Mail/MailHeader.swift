import Foundation
import PeerReview

/// One header of a letter, spelled in ASCII and folded at 76 columns (RFC 5322, RFC 2047). No line end in front or behind.
enum MailHeader {
  private static let limitColumns = 76

  /// An unstructured header such as `Subject`. Control characters and line separators become one space.
  static func line(_ name: String, text: String) -> String {
    let clean = singleLine(text)
    return "\(name):" + (plain(clean, after: name.utf8.count + 1) ?? encodedWords(clean, after: name.utf8.count + 1))
  }

  /// A header that names one mailbox. The address is folded to the next line when it does not fit beside the name.
  static func line(_ name: String, mailbox: Mailbox) -> String {
    let shown = singleLine(mailbox.name)
    if shown.isEmpty { return "\(name): \(mailbox.address.text)" }
    let label = "\(name):"
    let line = label + (phrase(shown, after: label.utf8.count) ?? encodedWords(shown, after: label.utf8.count))
    let address = "<\(mailbox.address.text)>"
    let lastLine = line.utf8.split(separator: UInt8(ascii: "\n")).last?.count ?? 0
    return line + (lastLine + 1 + address.utf8.count <= limitColumns ? " " : "\r\n ") + address
  }

  /// The text without anything that could end its line: each run of blanks and control characters is one space.
  static func singleLine(_ text: String) -> String {
    let words = text.unicodeScalars.split { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      default: scalar == " "
      }
    }
    return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }

  /// ASCII words folded at spaces; nil when the text needs encoding or holds a word too long for a line.
  private static func plain(_ text: String, after columns: Int) -> String? {
    guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), !text.contains("=?") else { return nil }
    var column = columns
    var folded = ""
    for (index, word) in text.split(separator: " ").enumerated() {
      let width = word.utf8.count + 1
      guard width <= limitColumns else { return nil }
      // A header whose first line is blank is obsolete syntax; a long first word is encoded instead.
      if column + width > limitColumns {
        guard index > 0 else { return nil }
        folded += "\r\n"
        column = 0
      }
      folded += " " + word
      column += width
    }
    return folded
  }

  /// A display name as atoms or as one quoted string; nil when it needs encoding or more than one line.
  private static func phrase(_ name: String, after columns: Int) -> String? {
    guard name.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), !name.contains("=?") else { return nil }
    let needsQuotes = name.contains { !($0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "'") }
    let quoted = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let spelled = needsQuotes ? " \"\(quoted)\"" : " \(name)"
    return columns + spelled.utf8.count <= limitColumns ? spelled : nil
  }

  /// Base64 encoded-words, each whole characters and at most 75 columns, one a line.
  private static func encodedWords(_ text: String, after columns: Int) -> String {
    let frame = "=?UTF-8?B??=".utf8.count
    var lines: [String] = []
    var word: [UInt8] = []
    var roomBytes = (limitColumns - columns - 1 - frame) / 4 * 3
    func close() {
      lines.append(" =?UTF-8?B?\(Data(word).base64EncodedString())?=")
      word = []
      roomBytes = (limitColumns - 1 - frame) / 4 * 3
    }
    for scalar in text.unicodeScalars {
      let bytes = UTF8.encode(scalar).map(Array.init) ?? []
      if word.count + bytes.count > roomBytes { close() }
      word += bytes
    }
    close()
    return lines.joined(separator: "\r\n")
  }
}

/// The body of a letter as it travels: every line ended by CR LF, NULs dropped.
struct MailBody {
  enum Encoding: String {
    case sevenBit = "7bit"
    case quotedPrintable = "quoted-printable"
  }

  /// Long enough for a sign-in link, which then stays in one piece; far from the 998 bytes a mail server must accept.
  static let limitPlainLineBytes = 200

  let encoding: Encoding
  let bytes: [UInt8]

  init(_ text: String) {
    let lines = Self.lines(of: text)
    let isPlain = lines.allSatisfy(Self.travelsUnchanged)
    encoding = isPlain ? .sevenBit : .quotedPrintable
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 2 * lines.count)
    for line in lines {
      if isPlain { bytes += line } else { Self.appendQuotedPrintable(line, to: &bytes) }
      bytes += [0x0D, 0x0A]
    }
    self.bytes = bytes
  }

  /// The lines between CR LF, CR or LF; a final line end opens no further line.
  private static func lines(of text: String) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var afterReturn = false
    for byte in text.utf8 where byte != 0 {
      if byte == 0x0D || (byte == 0x0A && !afterReturn) {
        lines.append([])
      } else if byte != 0x0A {
        lines[lines.count - 1].append(byte)
      }
      afterReturn = byte == 0x0D
    }
    if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// Blanks at a line's end get lost on the way, and mailbox files put a `>` before `From `.
  private static func travelsUnchanged(_ line: [UInt8]) -> Bool {
    line.count <= limitPlainLineBytes && line.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x09 }
      && line.last != 0x20 && line.last != 0x09 && !line.starts(with: "From ".utf8)
  }

  /// RFC 2045, 6.7: at most 76 columns; a dot or `From ` at the start of a line is encoded too.
  private static func appendQuotedPrintable(_ line: [UInt8], to bytes: inout [UInt8]) {
    var column = 0
    for (index, byte) in line.enumerated() {
      let isLast = index == line.count - 1
      let isBlank = byte == 0x20 || byte == 0x09
      var isLiteral = isBlank ? !isLast : (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
      if column + (isLiteral ? 1 : 3) > (isLast ? 76 : 75) {
        bytes += [UInt8(ascii: "="), 0x0D, 0x0A]
        column = 0
      }
      if column == 0, byte == UInt8(ascii: ".") || line[index...].starts(with: "From ".utf8) { isLiteral = false }
      if isLiteral {
        bytes.append(byte)
        column += 1
      } else {
        bytes.append(UInt8(ascii: "="))
        bytes += MailToken.hexadecimal(byte)
        column += 3
      }
    }
  }
}

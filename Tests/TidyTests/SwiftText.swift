/// Swift source taken apart: what is code, and what stands in string literals.
struct SwiftText {
  struct Literal {
    /// Where it begins, from 1.
    let line: Int
    /// As written, without quotes; interpolations are left out.
    let text: String
  }

  /// The source with comments and literals blanked. Lines and columns stay where they are; code in interpolations is code.
  let code: String
  let literals: [Literal]

  init(_ source: String) {
    var reader = Reader(source: Array(source.utf8))
    reader.run()
    code = String(decoding: reader.code, as: UTF8.self)
    literals = reader.literals
  }

  private struct OpenLiteral {
    let line: Int
    let quotes: Int
    let hashes: Int
    var text: [UInt8] = []
    /// Above zero inside an interpolation.
    var parentheses = 0
  }

  private struct Reader {
    let source: [UInt8]
    var code: [UInt8] = []
    var literals: [Literal] = []
    private var at = 0
    private var line = 1
    private var open: [OpenLiteral] = []

    init(source: [UInt8]) { self.source = source }

    mutating func run() {
      while at < source.count {
        if let literal = open.last, literal.parentheses == 0 { readText(of: literal) } else { readCode() }
      }
    }

    private func sees(_ text: String, at offset: Int = 0) -> Bool { source[(at + offset)...].starts(with: text.utf8) }

    private mutating func take(_ count: Int, blank: Bool) {
      for byte in source[at..<min(at + count, source.count)] {
        if byte == UInt8(ascii: "\n") { line += 1 }
        code.append(blank && byte != UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte)
      }
      at += count
    }

    private mutating func readCode() {
      if sees("//") {
        while at < source.count, !sees("\n") { take(1, blank: true) }
      } else if sees("/*") {
        while at < source.count, !sees("*/") { take(1, blank: true) }
        take(2, blank: true)
      } else if beginsLiteral() {
        let hashes = source[at...].prefix { $0 == UInt8(ascii: "#") }.count
        let quotes = sees("\"\"\"", at: hashes) ? 3 : 1
        open.append(OpenLiteral(line: line, quotes: quotes, hashes: hashes))
        take(hashes + quotes, blank: true)
      } else {
        let last = open.count - 1
        if last >= 0, sees("(") { open[last].parentheses += 1 }
        if last >= 0, sees(")") { open[last].parentheses -= 1 }
        take(1, blank: last >= 0 && open[last].parentheses == 0)
      }
    }

    private func beginsLiteral() -> Bool {
      let rest = source[at...].drop { $0 == UInt8(ascii: "#") }
      return rest.first == UInt8(ascii: "\"")
    }

    private mutating func readText(of literal: OpenLiteral) {
      let last = open.count - 1
      let hashes = String(repeating: "#", count: literal.hashes)
      let end = String(repeating: "\"", count: literal.quotes) + hashes
      if sees(end) || (literal.quotes == 1 && sees("\n")) {
        literals.append(Literal(line: literal.line, text: String(decoding: literal.text, as: UTF8.self)))
        open.removeLast()
        if sees(end) { take(end.utf8.count, blank: true) }
      } else if sees("\\" + hashes + "(") {
        open[last].parentheses = 1
        open[last].text.append(UInt8(ascii: " "))
        take(2 + literal.hashes, blank: true)
      } else {
        let count = sees("\\" + hashes) ? min(2 + literal.hashes, source.count - at) : 1
        open[last].text += source[at..<(at + count)]
        take(count, blank: true)
      }
    }
  }
}

/// A statement cut into words, numbers, placeholders and signs; strings, comments and blanks are left out.
struct SQLTokens {
  enum Token: Hashable {
    /// A keyword or name, in upper case.
    case word(String)
    /// A name in double quotes.
    case quoted
    case string
    case number(String)
    /// `$1` is 1.
    case bind(Int)
    /// One sign, or two that belong together such as `<>`, `||`, `::`.
    case sign(String)
  }

  private(set) var tokens: [Token] = []
  private var rest: Substring.UnicodeScalarView

  init(_ text: String) {
    rest = text[...].unicodeScalars
    while let scalar = rest.first {
      read(scalar)
    }
  }

  private mutating func read(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "'":
      skipQuoted("'")
      tokens.append(.string)
    case "\"":
      skipQuoted("\"")
      tokens.append(.quoted)
    case "-" where rest.dropFirst().first == "-":
      rest = rest.drop { $0 != "\n" }
    case "/" where rest.dropFirst().first == "*":
      skipComment()
    case "$":
      rest.removeFirst()
      tokens.append(.bind(Int(String(take { Self.isWord($0) })) ?? 0))
    case "0"..."9":
      tokens.append(.number(String(take { Self.isWord($0) || $0 == "." })))
    case _ where Self.isWord(scalar):
      tokens.append(.word(String(take { Self.isWord($0) }).uppercased()))
    case _ where scalar.properties.isWhitespace:
      rest.removeFirst()
    default:
      readSign()
    }
  }

  private mutating func readSign() {
    let two = String(String.UnicodeScalarView(rest.prefix(2)))
    let isPair = ["<>", "!=", "<=", ">=", "==", "||", "::", "->", "~*", "!~"].contains(two)
    let sign = isPair ? two : String(two.unicodeScalars.prefix(1))
    rest = rest.dropFirst(sign.unicodeScalars.count)
    tokens.append(.sign(sign))
  }

  private mutating func skipQuoted(_ quote: Unicode.Scalar) {
    rest.removeFirst()
    while let next = rest.popFirst() {
      guard next == quote else { continue }
      if rest.first != quote { return }
      rest.removeFirst()
    }
  }

  private mutating func skipComment() {
    rest = rest.dropFirst(2)
    while let next = rest.popFirst() {
      if next == "*", rest.first == "/" {
        rest.removeFirst()
        return
      }
    }
  }

  private mutating func take(while isIn: (Unicode.Scalar) -> Bool) -> Substring.UnicodeScalarView {
    let taken = rest.prefix(while: isIn)
    rest = rest.dropFirst(taken.count)
    return taken
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }
}

public import PeerReview

/// A piece of HTML that can hold nothing unescaped.
///
/// It is written as a string literal: the literal parts are trusted because the compiler has seen them
/// (`StaticString`), and every interpolation is escaped according to its type. There is no way to turn a string that
/// came from a person into markup. Attributes have to be quoted; a `String` right after `href="`, `src="`, `action="` or
/// `formaction="` is replaced by `#`, since only a `Link` may stand there.
public struct HTML: ExpressibleByStringInterpolation, Sendable {
  /// UTF-8.
  public fileprivate(set) var bytes: [UInt8]

  public static let empty = HTML(bytes: [])

  fileprivate init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  public init(stringLiteral literal: StaticString) {
    bytes = []
    bytes.append(trusted: literal)
  }

  public init(stringInterpolation: Interpolation) {
    bytes = stringInterpolation.bytes
  }

  public var isEmpty: Bool { bytes.isEmpty }

  /// The same with every occurrence of the first replaced by the second, both markup.
  func replacing(_ markup: StaticString, with other: StaticString) -> HTML {
    markup.withUTF8Buffer { wanted in
      var replaced: [UInt8] = []
      replaced.reserveCapacity(bytes.count)
      var place = 0
      while place < bytes.count {
        if bytes[place...].starts(with: wanted) {
          replaced.append(trusted: other)
          place += max(1, wanted.count)
        } else {
          replaced.append(bytes[place])
          place += 1
        }
      }
      return HTML(bytes: replaced)
    }
  }

  /// The same bytes as a `String`, for tests and logs.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public static func + (left: HTML, right: HTML) -> HTML { HTML(bytes: left.bytes + right.bytes) }

  public static func += (left: inout HTML, right: HTML) { left.bytes.append(contentsOf: right.bytes) }

  public struct Interpolation: StringInterpolationProtocol {
    public typealias StringLiteralType = StaticString

    fileprivate var bytes: [UInt8] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity &+ interpolationCount &* 24)
    }

    public mutating func appendLiteral(_ literal: StaticString) {
      bytes.append(trusted: literal)
    }

    public mutating func appendInterpolation(_ text: String) {
      if bytes.last == UInt8(ascii: "\""), bytes.endsInsideURLAttribute {
        bytes.append(UInt8(ascii: "#"))
      } else {
        bytes.append(escaping: text)
      }
    }

    public mutating func appendInterpolation(_ text: String?) {
      if let text { appendInterpolation(text) }
    }

    public mutating func appendInterpolation(_ number: Int) { bytes.append(decimal: Int64(number)) }
    public mutating func appendInterpolation(_ number: Int64) { bytes.append(decimal: number) }

    public mutating func appendInterpolation(_ number: SubmissionNumber) {
      bytes.append(UInt8(ascii: "#"))
      bytes.append(decimal: Int64(number.value))
    }

    public mutating func appendInterpolation(_ html: HTML) { bytes.append(contentsOf: html.bytes) }
    public mutating func appendInterpolation(_ html: HTML?) { if let html { bytes.append(contentsOf: html.bytes) } }
    public mutating func appendInterpolation(_ list: [HTML]) { for html in list { bytes.append(contentsOf: html.bytes) } }
    public mutating func appendInterpolation(_ link: Link) { bytes.append(escaping: link.text) }
    public mutating func appendInterpolation(_ classes: ClassList) { bytes.append(escaping: classes.text) }

    /// A whole attribute with a leading space, such as ` checked`; nothing when `on` is false.
    public mutating func appendInterpolation(flag name: StaticString, _ on: Bool) {
      guard on else { return }
      bytes.append(UInt8(ascii: " "))
      bytes.append(trusted: name)
    }

    /// A whole quoted attribute with a leading space, such as ` title="…"`; nothing when the value is nil.
    public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
      guard let value else { return }
      open(name)
      appendInterpolation(value)
      bytes.append(UInt8(ascii: "\""))
    }

    public mutating func appendInterpolation(attribute name: StaticString, _ value: Int?) {
      guard let value else { return }
      open(name)
      bytes.append(decimal: Int64(value))
      bytes.append(UInt8(ascii: "\""))
    }

    public mutating func appendInterpolation(attribute name: StaticString, _ value: Link?) {
      guard let value else { return }
      open(name)
      bytes.append(escaping: value.text)
      bytes.append(UInt8(ascii: "\""))
    }

    private mutating func open(_ name: StaticString) {
      bytes.append(UInt8(ascii: " "))
      bytes.append(trusted: name)
      bytes.append(UInt8(ascii: "="))
      bytes.append(UInt8(ascii: "\""))
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(trusted literal: StaticString) {
    literal.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends text so that it means itself both between tags and inside a quoted attribute.
  ///
  /// Control characters that HTML forbids become U+FFFD.
  fileprivate mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { buffer in
      var start = 0
      for index in buffer.indices {
        guard let replacement = replacement(of: buffer[index]) else { continue }
        append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<index]))
        append(trusted: replacement)
        start = index &+ 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<buffer.count]))
    }
  }

  fileprivate mutating func append(decimal number: Int64) {
    var digits = String(number)
    digits.withUTF8 { append(contentsOf: $0) }
  }

  /// Whether the bytes end with an opening quote of an attribute whose value a browser follows.
  fileprivate var endsInsideURLAttribute: Bool {
    switch dropLast(2).last {
    case UInt8(ascii: "f"): ends(with: "href=\"")
    case UInt8(ascii: "c"): ends(with: "src=\"")
    case UInt8(ascii: "n"): ends(with: "action=\"")
    default: false
    }
  }

  private func ends(with name: StaticString) -> Bool {
    name.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }
}

@inline(__always)
private func replacement(of byte: UInt8) -> StaticString? {
  if byte > UInt8(ascii: ">") { return byte == 0x7F ? "\u{FFFD}" : nil }
  switch byte {
  case UInt8(ascii: "&"): return "&amp;"
  case UInt8(ascii: "<"): return "&lt;"
  case UInt8(ascii: ">"): return "&gt;"
  case UInt8(ascii: "\""): return "&quot;"
  case UInt8(ascii: "'"): return "&#39;"
  case 0x09, 0x0A, 0x0D: return nil
  case 0..<0x20: return "\u{FFFD}"
  default: return nil
  }
}

/// A piece of XML, or of HTML written so that it is XML too.
///
/// Written as a literal; what is interpolated is escaped, for text and quoted attributes alike, so that nothing an author
/// typed can become markup. An address goes through `Address`, which knows no script.
struct Markup: ExpressibleByStringInterpolation, Sendable {
  private(set) var text: String

  init(stringLiteral literal: StaticString) { text = literal.description }
  init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  static let empty: Markup = ""

  static func + (left: Markup, right: Markup) -> Markup {
    var sum = left
    sum.text += right.text
    return sum
  }

  struct Interpolation: StringInterpolationProtocol {
    typealias StringLiteralType = StaticString
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: StaticString) { text += literal.description }
    mutating func appendInterpolation(_ value: String) { text += Markup.escaped(value) }
    mutating func appendInterpolation(_ value: Int) { text += String(value) }
    mutating func appendInterpolation(_ value: Address) { text += Markup.escaped(value.text) }
    mutating func appendInterpolation(_ value: Markup) { text += value.text }
    /// JSON as a script block holds it: `JSONValue` writes no `<`, `>` or `&`.
    mutating func appendInterpolation(json value: JSONValue) { text += value.text }
  }

  /// Characters that XML 1.0 forbids become U+FFFD.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(isForbidden(scalar.value) ? "\u{FFFD}" : scalar)
      }
    }
    return escaped
  }

  private static func isForbidden(_ value: UInt32) -> Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || value & 0xFFFE == 0xFFFE
  }
}

/// One piece for each, in order.
func each<Elements: Sequence>(_ elements: Elements, _ body: (Elements.Element) -> Markup) -> Markup {
  elements.reduce(.empty) { $0 + body($1) }
}

/// The body around a text that is not empty, nothing otherwise.
func with(_ text: String, _ body: (String) -> Markup) -> Markup { text.isEmpty ? .empty : body(text) }

/// The body around a value that is there, nothing otherwise.
func with<Value>(_ value: Value?, _ body: (Value) -> Markup) -> Markup { value.map(body) ?? .empty }

/// What a page may point at: a place in the site, or an `http` or `https` address elsewhere.
struct Address: Sendable {
  let text: String

  /// A file of the site, as seen from a page so many folders deep.
  init(path: String, depth: Int) {
    text = String(repeating: "../", count: depth) + path
  }

  /// Nil unless it is an absolute web address without blanks.
  init?(web address: String) {
    let lower = address.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://"),
      address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else { return nil }
    text = address
  }

  /// A DOI's address: what could end or change a web address is percent-encoded, the slashes of the suffix stay.
  init(doi: String) {
    text = "https://doi.org/" + percentEncoded(doi, keeping: "/:;()")
  }

  init(orcid: String) { text = "https://orcid.org/" + percentEncoded(orcid, keeping: "") }
}

/// UTF-8 bytes but letters, digits, `-._~` and those of `keeping`, as %XX.
func percentEncoded(_ text: String, keeping: String) -> String {
  let kept = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8).union(keeping.utf8)
  return text.utf8.reduce(into: "") { encoded, byte in
    if kept.contains(byte) {
      encoded.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      let digits = String(byte, radix: 16, uppercase: true)
      encoded += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
    }
  }
}

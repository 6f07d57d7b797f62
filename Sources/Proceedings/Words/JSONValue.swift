/// JSON with keys in the order given, so that the same volume is the same bytes.
///
/// `<`, `>`, `&` and the line separators that scripts know are written as escapes: the text may stand in a page.
enum JSONValue: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
  case string(String)
  case integer(Int64)
  case array([JSONValue])
  /// A field without a value is left out.
  case object([(String, JSONValue?)])

  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int64) { self = .integer(value) }
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// Nil for an empty text.
  static func text(_ text: String) -> JSONValue? { text.isEmpty ? nil : .string(text) }

  /// Nil for an empty list.
  static func list(_ texts: [String]) -> JSONValue? { texts.isEmpty ? nil : .array(texts.map { .string($0) }) }

  var text: String { text(indent: 0) }

  private func text(indent: Int) -> String {
    let outer = String(repeating: "  ", count: indent)
    let inner = outer + "  "
    switch self {
    case .string(let value): return Self.quoted(value)
    case .integer(let value): return String(value)
    case .array(let values):
      if values.isEmpty { return "[]" }
      return "[\n" + values.map { inner + $0.text(indent: indent + 1) }.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let fields):
      let lines = fields.compactMap { key, value in
        value.map { "\(inner)\(Self.quoted(key)): \($0.text(indent: indent + 1))" }
      }
      return lines.isEmpty ? "{}" : "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..<"\u{20}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

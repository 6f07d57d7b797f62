import PeerReview

/// What the header lines of one part of a form say.
struct MultipartPart: Hashable, Sendable {
  /// The form field's name; never empty.
  let name: String
  /// What the client calls the file; `nil` for text fields, empty when no file was chosen. Never use it as a path.
  let fileName: String?
  /// The media type the client claims. Never believe it.
  let contentType: String?

  init(name: String, fileName: String? = nil, contentType: String? = nil) {
    self.name = name
    self.fileName = fileName
    self.contentType = contentType
  }

  /// Refuses lines that aren't UTF-8, hold control characters, or name no form field.
  init(headerLines: [UInt8]) throws(Refusal) {
    guard let text = String(validating: headerLines, as: UTF8.self) else { throw Refusal.malformedForm }
    var disposition: [String: String]?
    var contentType: String?
    for line in text.unicodeScalars.split(whereSeparator: { $0 == "\r" || $0 == "\n" }) {
      guard line.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F || $0 == "\t" }) else { throw Refusal.malformedForm }
      guard let colon = line.firstIndex(of: ":") else { throw Refusal.malformedForm }
      let value = String(String.UnicodeScalarView(line[line.index(after: colon)...]))
      switch String(String.UnicodeScalarView(line[..<colon])).lowercased() {
      case "content-disposition":
        guard disposition == nil else { throw Refusal.malformedForm }
        disposition = try HeaderParameters(value, expecting: "form-data").values
      case "content-type":
        contentType = value.trimmingSpaces
      default:
        continue
      }
    }
    guard let disposition, let name = disposition["name"], !name.isEmpty else { throw Refusal.malformedForm }
    self.init(name: name, fileName: disposition["filename"], contentType: contentType)
  }
}

/// `token; name=value; name="quoted value"`, as in `Content-Disposition` and `Content-Type`.
struct HeaderParameters {
  private(set) var values: [String: String] = [:]
  private var rest: Substring.UnicodeScalarView

  /// Refuses another first token than `expecting`, unclosed quotes, and a parameter given twice.
  init(_ text: String, expecting token: String) throws(Refusal) {
    rest = text[...].unicodeScalars
    guard takeToken().lowercased() == token else { throw Refusal.malformedForm }
    while true {
      skipSpaces()
      guard let next = rest.popFirst() else { return }
      guard next == ";" else { throw Refusal.malformedForm }
      let name = takeToken().lowercased()
      skipSpaces()
      if name.isEmpty, rest.isEmpty { return }
      guard !name.isEmpty, rest.popFirst() == "=", values[name] == nil else { throw Refusal.malformedForm }
      skipSpaces()
      values[name] = rest.first == "\"" ? try takeQuoted() : takeToken()
    }
  }

  private mutating func skipSpaces() {
    while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
  }

  private mutating func takeToken() -> String {
    skipSpaces()
    let token = rest.prefix { $0 != ";" && $0 != "=" && $0 != "\"" && $0 != " " && $0 != "\t" }
    rest = rest[token.endIndex...]
    return String(String.UnicodeScalarView(token))
  }

  /// Browsers write a quote in a name as `%22` (WHATWG HTML, multipart/form-data encoding), older clients as `\"`.
  private mutating func takeQuoted() throws(Refusal) -> String {
    rest.removeFirst()
    var taken = String.UnicodeScalarView()
    while let next = rest.popFirst() {
      if next == "\"" { return String(taken).replacing("%22", with: "\"") }
      if next == "\\", rest.first == "\"" {
        taken.append("\"")
        rest.removeFirst()
      } else {
        taken.append(next)
      }
    }
    throw Refusal.malformedForm
  }
}

extension StringProtocol {
  var trimmingSpaces: String {
    let start = unicodeScalars.firstIndex { $0 != " " && $0 != "\t" } ?? unicodeScalars.endIndex
    let kept = unicodeScalars[start...]
    let end = kept.lastIndex { $0 != " " && $0 != "\t" }.map { kept.index(after: $0) } ?? start
    return String(String.UnicodeScalarView(kept[..<end]))
  }
}

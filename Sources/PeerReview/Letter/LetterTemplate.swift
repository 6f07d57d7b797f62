/// A letter's text with places that are filled in for each recipient.
///
/// `{title}` is a field. `{if decision}…{end}` stays where the field says something, `{if decision=accept}…{else}…{end}` where it
/// says just that (capitals don't count), `{if not …}` the other way round. `{{` is a brace.
public struct LetterTemplate: Hashable, Sendable {
  /// What a place is filled with, by the name of its field.
  public typealias Values = [String: String]

  fileprivate indirect enum Part: Hashable, Sendable {
    case text(String)
    case field(String)
    case choice(Test, then: [Part], otherwise: [Part])
  }

  fileprivate struct Test: Hashable, Sendable {
    let field: String
    /// Nil asks whether the field says anything.
    let value: String?
    let isNegated: Bool

    func holds(_ values: Values) -> Bool {
      let said = values[field] ?? ""
      let isTrue = value.map { $0.lowercased() == said.lowercased() } ?? !said.isEmpty
      return isTrue != isNegated
    }
  }

  private let parts: [Part]

  /// Refuses `invalid`, naming the form's field `name` and the line, what is no field, and conditions that don't end.
  public init(_ text: String, fields: [String], name: String) throws(Refusal) {
    var reader = TemplateReader(text: text[...], fields: fields, name: name)
    parts = try reader.parts(within: 0)
  }

  /// The text for one recipient. A field without a value is empty. Values are put in as they are: what looks like a field in them
  /// stays as it is.
  public func filled(_ values: Values) -> String { Self.filled(parts, values) }

  private static func filled(_ parts: [Part], _ values: Values) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .field(let name): values[name] ?? ""
      case .choice(let test, let then, let otherwise): filled(test.holds(values) ? then : otherwise, values)
      }
    }.joined()
  }
}

private struct TemplateReader {
  private static let depthLimit = 20

  var text: Substring
  let fields: [String]
  let name: String
  var line = 1

  private enum Mark {
    case field(String)
    case begin(LetterTemplate.Test)
    case otherwise
    case end
  }

  mutating func parts(within depth: Int) throws(Refusal) -> [LetterTemplate.Part] {
    var parts: [LetterTemplate.Part] = []
    let begun = line
    while true {
      let plain = plainText()
      if !plain.isEmpty { parts.append(.text(plain)) }
      let place = line
      guard let mark = try mark() else {
        if depth > 0 { throw problem(begun, "this condition doesn't end; write {end} where it should") }
        return parts
      }
      switch mark {
      case .field(let name): parts.append(.field(name))
      case .begin(let test): parts.append(try choice(test, place, depth))
      case .otherwise, .end:
        if depth == 0 { throw problem(place, "there is no {if …} before this") }
        closing = mark
        return parts
      }
    }
  }

  /// What ended the parts read last.
  private var closing: Mark?

  init(text: Substring, fields: [String], name: String) {
    self.text = text
    self.fields = fields
    self.name = name
  }

  private mutating func choice(_ test: LetterTemplate.Test, _ place: Int, _ depth: Int) throws(Refusal) -> LetterTemplate.Part {
    if depth >= Self.depthLimit { throw problem(place, "conditions stand in one another more than \(Self.depthLimit) deep") }
    let then = try parts(within: depth + 1)
    var otherwise: [LetterTemplate.Part] = []
    if case .otherwise = closing {
      otherwise = try parts(within: depth + 1)
      if case .otherwise = closing { throw problem(line, "this condition has two {else}") }
    }
    return .choice(test, then: then, otherwise: otherwise)
  }

  /// Up to the next mark; two braces are one.
  private mutating func plainText() -> String {
    var plain = ""
    while let character = text.first {
      if character == "{" {
        guard text.dropFirst().first == "{" else { break }
        text.removeFirst()
      }
      if character.isNewline { line += 1 }
      plain.append(character)
      text.removeFirst()
    }
    return plain
  }

  /// Nil at the end of the text.
  private mutating func mark() throws(Refusal) -> Mark? {
    guard text.first == "{" else { return nil }
    guard let end = text.firstIndex(where: { $0 == "}" || $0.isNewline }), text[end] == "}" else {
      throw problem(line, "a brace opens here and doesn't close; write {{ for a brace")
    }
    let inner = text[text.index(after: text.startIndex)..<end]
    text = text[text.index(after: end)...]
    let words = inner.split(separator: " ", maxSplits: 1)
    switch words.first {
    case "else" where words.count == 1: return .otherwise
    case "end" where words.count == 1: return .end
    case "if": return .begin(try test(words.count > 1 ? words[1] : ""))
    default: return .field(try field(inner))
    }
  }

  private func test(_ text: Substring) throws(Refusal) -> LetterTemplate.Test {
    let isNegated = text.hasPrefix("not ")
    let sides = (isNegated ? text.dropFirst(4) : text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return LetterTemplate.Test(
      field: try field(sides.first ?? ""), value: sides.count > 1 ? Self.trimmed(sides[1]) : nil, isNegated: isNegated)
  }

  private func field(_ text: Substring) throws(Refusal) -> String {
    let asked = Self.trimmed(text)
    if let known = fields.first(where: { $0 == asked.lowercased() }) { return known }
    let near = nearestName(to: asked, among: fields).map { "; {\($0)} is near" } ?? ""
    throw problem(
      line, "there is no field {\(asked.prefix(60))} here\(near). There are \(fields.map { "{\($0)}" }.joined(separator: ", "))")
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  private func problem(_ line: Int, _ message: String) -> Refusal {
    .invalid([FieldProblem(name, "Line \(line): \(message).")])
  }
}

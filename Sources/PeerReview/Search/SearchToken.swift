/// One piece of a search, with its place in the text in characters, for errors that point at it.
struct SearchToken: Hashable {
  enum Kind: Hashable {
    case word(String)
    case quoted(String)
    case open, close, colon, comma, plus, star, slash
    /// `isNegation`: written close before what follows and apart from what precedes, as in `-draft`.
    case dash(isNegation: Bool)
    case comparison(SearchComparison)
    case end
  }

  let kind: Kind
  let range: Range<Int>
  /// Whether white space (or nothing) stands before it.
  let isApart: Bool
}

/// How two figures are compared.
public enum SearchComparison: String, Hashable, Sendable, CaseIterable {
  case less = "<"
  case lessOrEqual = "<="
  case equal = "="
  case notEqual = "!="
  case greaterOrEqual = ">="
  case greater = ">"

  func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .equal: left == right
    case .notEqual: left != right
    case .greaterOrEqual: left >= right
    case .greater: left > right
    }
  }
}

/// Something in a search that can't be understood, the place it stands at, and what would be right.
public struct SearchProblem: Error, Hashable, Sendable {
  /// Characters from the beginning of the text.
  public let range: Range<Int>
  /// A full sentence.
  public let message: String

  public init(range: Range<Int>, message: String) {
    self.range = range
    self.message = message
  }
}

/// Cuts a search into tokens.
struct SearchLexer {
  private let characters: [Character]
  private var position = 0
  private var tokens: [SearchToken] = []

  private init(_ text: String) {
    characters = Array(text)
  }

  /// Ends with `.end`. Refuses a quote that is not closed and characters that mean nothing here.
  static func tokens(_ text: String) throws(SearchProblem) -> [SearchToken] {
    var lexer = SearchLexer(text)
    while try lexer.step() {}
    return lexer.tokens
  }

  private func character(_ place: Int) -> Character? {
    characters.indices.contains(place) ? characters[place] : nil
  }

  private mutating func step() throws(SearchProblem) -> Bool {
    let before = position
    while let next = character(position), next.isWhitespace { position += 1 }
    let isApart = position > before || position == 0
    let start = position
    guard let next = character(position) else {
      tokens.append(SearchToken(kind: .end, range: start..<start, isApart: true))
      return false
    }
    let kind = try kind(of: next, isApart: isApart)
    tokens.append(SearchToken(kind: kind, range: start..<position, isApart: isApart))
    return true
  }

  private mutating func kind(of next: Character, isApart: Bool) throws(SearchProblem) -> SearchToken.Kind {
    if next == "\"" || next == "“" { return try quoted() }
    if let comparison = comparison(next) { return comparison }
    position += 1
    switch next {
    case "(": return .open
    case ")": return .close
    case ":": return .colon
    case ",": return .comma
    case "+": return .plus
    case "*": return .star
    case "/": return .slash
    case "-", "−":
      let isClose = character(position).map { !$0.isWhitespace } ?? false
      let begins = isApart || tokens.last?.kind == .open
      return .dash(isNegation: isClose && begins)
    default: return .word(word(next))
    }
  }

  private mutating func comparison(_ next: Character) -> SearchToken.Kind? {
    let pair = String([next, character(position + 1) ?? " "])
    for (text, length) in [(pair == "==" ? "=" : pair, 2), (String(next), 1)] {
      if let comparison = SearchComparison(rawValue: text), length == 2 || pair != "==" {
        position += length
        return .comparison(comparison)
      }
    }
    for (sign, meant) in [("≤", SearchComparison.lessOrEqual), ("≥", .greaterOrEqual), ("≠", .notEqual)]
    where String(next) == sign {
      position += 1
      return .comparison(meant)
    }
    return nil
  }

  private mutating func quoted() throws(SearchProblem) -> SearchToken.Kind {
    let start = position
    position += 1
    var text = ""
    while let next = character(position) {
      position += 1
      if next == "\"" || next == "”" { return .quoted(text) }
      text.append(next)
    }
    throw SearchProblem(range: start..<position, message: "This quotation mark is not closed. Add one where the words end.")
  }

  /// A word goes on over hyphens, dots and apostrophes inside it: `state-of-the-art`, `e.g`, `3.5`.
  private mutating func word(_ first: Character) -> String {
    var text = String(first)
    while let next = character(position) {
      let isRange = next == "." && isDotOfRange(after: text)
      let isInside = "-.'’@".contains(next) && (character(position + 1).map(Self.isWordCharacter) ?? false) || isRange
      guard Self.isWordCharacter(next) || isInside else { break }
      text.append(next)
      position += 1
    }
    return text
  }

  /// The dots of a range: `tag:award#3..5`, `tag:award#..5`, `overall:3..5`.
  private func isDotOfRange(after text: String) -> Bool {
    if text.contains("#") { return true }
    if text.hasSuffix(".") { return Double(text.dropLast()) != nil }
    return character(position + 1) == "." && Double(text) != nil
  }

  private static func isWordCharacter(_ character: Character) -> Bool {
    !character.isWhitespace && !"()\"“”:,+*/<>=!≤≥≠-−.'’@".contains(character)
  }
}

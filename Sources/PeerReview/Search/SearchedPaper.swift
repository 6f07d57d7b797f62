/// What a search may ask of one paper. Made only of what the viewer may know: a fact that is hidden is not in it, and the
/// vocabulary has no word for it.
public struct SearchedPaper: Sendable {
  public let number: SubmissionNumber
  /// Texts by the name of their field, lower-cased by `fold`.
  public var texts: [String: [String]]
  /// What was looked up and found in texts that are not read for it.
  public var terms: Set<SearchTerm> = []
  /// Keys and names by the name of their field, lower-cased by `fold`.
  public var values: [String: Set<String>]
  public var figures: [String: Double]
  /// Grades by the key of their criterion.
  public var grades: [String: [Double]]
  /// Tags as they are written, signs before them, with their numbers.
  public var tags: [String: Double?]

  public init(
    number: SubmissionNumber, texts: [String: [String]] = [:], values: [String: Set<String>] = [:],
    figures: [String: Double] = [:], grades: [String: [Double]] = [:], tags: [String: Double?] = [:]
  ) {
    self.number = number
    self.texts = texts
    self.values = values
    self.figures = figures
    self.grades = grades
    self.tags = tags
  }

  /// The form in which texts are compared: without capitals and with plain quotes.
  public static func fold(_ text: String) -> String {
    var text = text
    if let plain = text.withUTF8({ foldedQuickly($0) }) { return plain }
    return withPlainQuotes(text.lowercased())
  }

  /// Nil for a text that is more than ASCII, which few are.
  private static func foldedQuickly(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: bytes.count) { folded in
      for (place, byte) in bytes.enumerated() {
        folded[place] = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
      }
      return bytes.count
    }
  }

  /// Curly apostrophes are three bytes in a row; looking for them costs a tenth of replacing characters.
  private static func withPlainQuotes(_ text: String) -> String {
    guard text.utf8.contains(0xE2) else { return text }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      plain.append(byte)
      if plain.suffix(3).elementsEqual([0xE2, 0x80, 0x99]) {
        plain.removeLast(3)
        plain.append(UInt8(ascii: "'"))
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}

/// The words one viewer's searches may use.
public struct SearchVocabulary: Sendable {
  /// A word before a colon.
  public struct Field: Hashable, Sendable {
    /// What may follow beside `any` and `none` where there are no choices.
    public enum Kind: Hashable, Sendable {
      case words
      /// A part of somebody's name or address; `me` is whoever searches.
      case person
      /// Nothing: a paper has it, or has not.
      case presence
    }

    public let name: String
    /// What it looks at, as in "words in the title".
    public let meaning: String
    /// What may follow, with a label each; empty when what may is said by `kind`.
    public let choices: [Choice]
    public let kind: Kind
    /// Whether bare words are looked for here too.
    public let isSearchedByBareWords: Bool

    public init(
      _ name: String, _ meaning: String, choices: [Choice] = [], kind: Kind = .words, isSearchedByBareWords: Bool = false
    ) {
      self.name = name
      self.meaning = meaning
      self.choices = choices
      self.kind = kind
      self.isSearchedByBareWords = isSearchedByBareWords
    }
  }

  public struct Choice: Hashable, Sendable {
    public let key: String
    public let label: String

    public init(_ key: String, _ label: String) {
      self.key = key
      self.label = label
    }
  }

  /// Something that can be compared and computed with: a figure, or the grades by one criterion.
  public struct Figure: Hashable, Sendable {
    public let name: String
    public let meaning: String
    /// Several a paper: a comparison takes the mean unless it says otherwise.
    public let isGrade: Bool

    public init(_ name: String, _ meaning: String, isGrade: Bool = false) {
      self.name = name
      self.meaning = meaning
      self.isGrade = isGrade
    }
  }

  /// Texts, in which words are looked for.
  public var texts: [Field]
  /// Facts that have one of a few values, or a name that is looked for whole or in part.
  public var values: [Field]
  public var figures: [Figure]
  /// Tags that the viewer can meet, as they are written; any other may be asked for too. Nil where there are none to ask for.
  public var tags: [String]?
  /// Searches kept under a name, as they were written.
  public var searches: [String: String] = [:]
  /// Whoever searches, as they stand among the values of fields about people; nil where `me` is a word like others.
  public var me: String?

  public init(texts: [Field], values: [Field], figures: [Figure], tags: [String]? = nil) {
    self.texts = texts
    self.values = values
    self.figures = figures
    self.tags = tags
  }

  func text(_ name: String) -> Field? { texts.first { $0.name == name.lowercased() } }
  func value(_ name: String) -> Field? { values.first { $0.name == name.lowercased() } }
  func figure(_ name: String) -> Figure? {
    figures.first { $0.name.lowercased() == name.lowercased() }
  }

  var fieldNames: [String] {
    (texts + values).map(\.name) + (tags == nil ? [] : ["tag"])
      + (searches.isEmpty ? [] : ["search"]) + ["sort", "show"]
  }
  var figureNames: [String] { figures.map(\.name) }

  /// Everything a word of a search may be completed to.
  public var words: [String] {
    fieldNames.map { $0 + ":" } + values.flatMap { continuations(of: $0) } + figureNames
      + searches.keys.sorted().map { "search:\($0)" } + (tags ?? []).flatMap { ["tag:\($0)", "#\($0)"] }
  }

  /// The field with each word that may follow it, as far as these can be told beforehand.
  private func continuations(of field: Field) -> [String] {
    let words: [String] =
      switch field.kind {
      case .words: field.choices.map(\.key)
      case .person: (me == nil ? [] : ["me"]) + ["any", "none"]
      case .presence: ["any", "none"]
      }
    return words.map { "\(field.name):\($0)" }
  }

  /// What a search that ends with `text` may go on with: each a whole search, best first, at most `limit`.
  public func completions(of text: String, limit: Int = 12) -> [String] {
    let last = text.split(omittingEmptySubsequences: false) { $0.isWhitespace || $0 == "(" }.last.map(String.init) ?? ""
    let start = text.dropLast(last.count)
    let sign = last.hasPrefix("-") ? "-" : ""
    let word = last.dropFirst(sign.count)
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let known: [String]
    if parts.count == 2, let field = value(String(parts[0])) {
      known = continuations(of: field)
    } else if parts.count == 2, parts[0] == "tag" {
      known = (tags ?? []).map { "tag:\($0)" }
    } else if parts.count == 2, parts[0] == "search" {
      known = searches.keys.sorted().map { "search:\($0)" }
    } else if word.hasPrefix("#") {
      known = (tags ?? []).map { "#\($0)" }
    } else {
      known = fieldNames.map { $0 + ":" } + figureNames
    }
    let wanted = word.lowercased()
    return known.filter { $0.lowercased().hasPrefix(wanted) && $0.lowercased() != wanted }.prefix(limit)
      .map { start + sign + $0 }
  }
}

/// A person's name in the parts that bibliographies want.
///
/// Which part is the family name can't be told from a name alone ("García Márquez", "Nguyen Van An"), so it is best asked for;
/// `init(reading:)` reads what nobody was asked about.
public struct PersonName: Sendable, Hashable {
  public let given: String
  /// Such as "van der": printed before the family name, skipped when sorting.
  public let particle: String
  /// Never empty but for an empty name; the whole of a single name.
  public let family: String
  /// Such as "Jr." or "III".
  public let suffix: String
  /// As its bearer writes it, in its own order.
  public let display: String

  /// Reads a name as written: "Ludwig van Beethoven", "Lovelace, Ada", "Martin Luther King, Jr.", "王 小明" (family name first,
  /// as its script has it), "Sukarno". `family` says which words at the end (or, in Chinese, Japanese and Korean, at the
  /// beginning) are the family name, when that is known; what does not stand in the name is not heeded.
  public init(reading text: String, family known: String = "") {
    let (words, suffix) = Self.split(text)
    let knownWords = known.split(whereSeparator: \.isWhitespace).map(String.init)
    let parts = Self.parts(words, known: knownWords)
    given = parts.given.joined(separator: " ")
    particle = parts.particle.joined(separator: " ")
    family = parts.family.joined(separator: " ")
    self.suffix = suffix
    display = words.joined(separator: " ") + (suffix.isEmpty ? "" : (Self.isNumeral(suffix) ? " " : ", ") + suffix)
  }

  /// Particle and family name: what comes first in "van Beethoven, Ludwig".
  public var fullFamily: String { particle.isEmpty ? family : particle + " " + family }

  /// Whether it is one name that has no parts.
  public var isSingle: Bool { given.isEmpty && particle.isEmpty }

  /// "van Beethoven, Ludwig", "King, Martin Luther, Jr.", "Sukarno".
  public var inverted: String {
    ([fullFamily] + [given, suffix].filter { !$0.isEmpty }).joined(separator: ", ")
  }

  private typealias Parts = (given: [String], particle: [String], family: [String])

  private static func parts(_ words: [String], known: [String]) -> Parts {
    if words.count <= 1 { return ([], [], words) }
    if !known.isEmpty, known.count <= words.count {
      if Array(words.suffix(known.count)) == known { return leading(Array(words.dropLast(known.count)), known) }
      if Array(words.prefix(known.count)) == known { return (Array(words.dropFirst(known.count)), [], known) }
    }
    if words.allSatisfy(isEastAsian) { return (Array(words.dropFirst()), [], [words[0]]) }
    return leading(Array(words.dropLast()), Array(words.suffix(1)))
  }

  /// Particles stand right before the family name, in lower case: "de la", "von und zu".
  private static func leading(_ before: [String], _ family: [String]) -> Parts {
    // A family name that was told with its particles keeps them apart.
    let inside = family.dropLast().prefix(while: isParticle)
    let rest = Array(family.dropFirst(inside.count))
    if !inside.isEmpty { return (before, Array(inside), rest) }
    let particles = Array(before.reversed().prefix(while: isParticle).reversed())
    if particles.count == before.count {
      // "danah boyd" writes all of her name small.
      return family.first?.first?.isLowercase == true ? (before, [], family) : ([], particles, family)
    }
    return (Array(before.dropLast(particles.count)), particles, family)
  }

  private static func split(_ text: String) -> (words: [String], suffix: String) {
    let pieces = text.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }.filter {
      !$0.isEmpty
    }
    guard let first = pieces.first else { return ([], "") }
    var suffix = ""
    var words = first
    for piece in pieces.dropFirst() {
      if piece.count == 1, isSuffix(piece[0]) { suffix = piece[0] } else { words = piece + words }
    }
    if suffix.isEmpty, words.count > 2, let last = words.last, isSuffix(last) {
      suffix = last
      words.removeLast()
    }
    return (words, suffix)
  }

  private static func isParticle(_ word: String) -> Bool {
    guard let first = word.first else { return false }
    // "d'", "'t" and "al-" count; scripts without case have no particles.
    return first.isLowercase || (first == "'" || first == "’") && word.dropFirst().first?.isLowercase == true
  }

  private static func isSuffix(_ word: String) -> Bool {
    ["jr", "jr.", "sr", "sr."].contains(word.lowercased()) || isNumeral(word)
  }

  private static func isNumeral(_ word: String) -> Bool { ["II", "III", "IV"].contains(word) }

  /// Han, Hangul and kana, where the family name comes first.
  static func isEastAsian(_ word: String) -> Bool {
    !word.isEmpty
      && word.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0x3005, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x323AF:
          true
        default: false
        }
      }
  }
}

import Foundation

/// Text reduced to lower-case words without accents, for comparing names however they are set.
enum Folding {
  /// The words of a text: runs of letters and digits, lower case, accents and ligatures undone.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    let plain = text.utf8.allSatisfy { $0 < 0x80 } ? text : text.decomposedStringWithCompatibilityMapping
    for scalar in plain.unicodeScalars {
      if let replacement = replacements[scalar] {
        word += replacement
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word += scalar.properties.lowercaseMapping
      } else if scalar.properties.canonicalCombiningClass == .notReordered, scalar != "'", scalar != "\u{2019}" {
        // Combining marks and apostrophes stand within a word; all else ends it.
        if !word.isEmpty { words.append(word) }
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// Letters that have no decomposition.
  private static let replacements: [Unicode.Scalar: String] = [
    "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "đ": "d", "Đ": "d",
    "ı": "i", "ð": "d", "þ": "th",
  ]
}

/// The words of a stretch of a paper, each with the line it stands on.
///
/// A hyphen at a line's end may divide a word or belong to it. Where there is one, the text is held twice: with such
/// words joined, and after that with their parts apart.
struct FoldedText {
  private(set) var words: [String] = []
  private(set) var lines: [Int] = []
  private var places: [String: [Int]] = [:]
  private let source: [PlacedLine]
  /// Empty words between the two readings, so that no phrase runs from one into the other.
  private static let readingGapWords = 16

  /// With one reading, words divided at line ends are only held joined.
  init(_ source: [PlacedLine], readings: Int = 2) {
    self.source = source
    read(joining: true)
    if readings > 1, source.contains(where: Self.endsInHyphen) {
      words.append(contentsOf: repeatElement("", count: Self.readingGapWords))
      lines.append(contentsOf: repeatElement(-1, count: Self.readingGapWords))
      read(joining: false)
    }
    for (index, word) in words.enumerated() { places[word, default: []].append(index) }
  }

  private mutating func read(joining: Bool) {
    var continues = false
    for (number, line) in source.enumerated() {
      var found = Folding.words(line.text)
      if continues, !found.isEmpty, let last = words.popLast() {
        lines.removeLast()
        found[0] = last + found[0]
      }
      words.append(contentsOf: found)
      lines.append(contentsOf: repeatElement(number, count: found.count))
      continues = joining && Self.endsInHyphen(line)
    }
  }

  private static func endsInHyphen(_ line: PlacedLine) -> Bool {
    line.text.hasSuffix("-") && line.text.dropLast().last?.isLetter == true
  }

  /// The first word of each place where the phrase stands.
  func places(of phrase: [String]) -> [Int] {
    guard let first = phrase.first else { return [] }
    return (places[first] ?? []).filter { start in
      start + phrase.count <= words.count && words[start..<(start + phrase.count)].elementsEqual(phrase)
    }
  }

  /// Places where `last` follows `first` with at most `gap` words between them.
  func places(of first: String, within gap: Int, before last: [String]) -> [Int] {
    (places[first] ?? []).filter { start in
      (1...(gap + 1)).contains { offset in
        let next = start + offset
        return next + last.count <= words.count && words[next..<(next + last.count)].elementsEqual(last)
      }
    }
  }

  /// Where each line of the source stands.
  var linePlaces: [(page: Int, box: Box)] { source.map { ($0.page, $0.line.box) } }

  func line(ofWord index: Int) -> PlacedLine? {
    guard lines.indices.contains(index), source.indices.contains(lines[index]) else { return nil }
    return source[lines[index]]
  }

  /// Up to `count` words before a place.
  func words(before place: Int, count: Int) -> ArraySlice<String> {
    words[max(0, place - count)..<min(max(0, place), words.count)]
  }
}

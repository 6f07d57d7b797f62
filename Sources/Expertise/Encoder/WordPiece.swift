internal import Foundation

/// Cuts text into the word pieces of a BERT vocabulary (Devlin et al. 2019; Wu et al. 2016): cleaned, in lower case and without
/// accents where the vocabulary is, split at blanks and punctuation, each word greedily into the longest pieces known.
public struct WordPiece: Sendable {
  static let wordLimitScalars = 100

  private let places: [String: Int32]
  private let isLowercased: Bool
  private let unknown, first, last: Int32
  /// Tokens that stand for themselves wherever they occur in a text.
  private let marks: [(text: String, place: Int32)]

  /// The file has a piece a line.
  init(file: String, isLowercased: Bool) throws(EncoderProblem) {
    guard let bytes = try? Data(contentsOf: URL(filePath: file)) else {
      throw EncoderProblem(file, "can't be read. An encoder's folder holds its vocabulary")
    }
    var places: [String: Int32] = [:]
    for (place, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      places[String(decoding: line, as: UTF8.self).trimmingCharacters(in: ["\r"])] = Int32(clamping: place)
    }
    guard let unknown = places["[UNK]"], let first = places["[CLS]"], let last = places["[SEP]"] else {
      throw EncoderProblem(file, "lacks [UNK], [CLS] or [SEP]: not a BERT vocabulary")
    }
    self.places = places
    self.isLowercased = isLowercased
    (self.unknown, self.first, self.last) = (unknown, first, last)
    marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"].compactMap { mark in places[mark].map { (mark, $0) } }
  }

  /// The places of the text's pieces, between [CLS] and [SEP], cut to `limit` with these.
  public func tokens(of text: String, limit: Int) -> [Int32] {
    var tokens = [first]
    for part in parts(of: text) {
      switch part {
      case .mark(let place): tokens.append(place)
      case .plain(let plain): BertWords(plain, isLowercased: isLowercased).words.forEach { append($0, to: &tokens) }
      }
      if tokens.count >= limit { break }
    }
    return tokens.prefix(max(1, limit - 1)) + [last]
  }

  private enum Part {
    case plain(Substring)
    case mark(Int32)
  }

  private func parts(of text: String) -> [Part] {
    guard text.utf8.contains(UInt8(ascii: "[")), marks.contains(where: { text.contains($0.text) }) else {
      return [.plain(text[...])]
    }
    var parts: [Part] = []
    var rest = text[...]
    while let (range, place) = firstMark(in: rest) {
      parts.append(.plain(rest[..<range.lowerBound]))
      parts.append(.mark(place))
      rest = rest[range.upperBound...]
    }
    return parts + [.plain(rest)]
  }

  private func firstMark(in text: Substring) -> (Range<Substring.Index>, Int32)? {
    let found = marks.compactMap { mark in text.range(of: mark.text, options: .literal).map { ($0, mark.place) } }
    return found.min { $0.0.lowerBound < $1.0.lowerBound }
  }

  private func append(_ word: String, to tokens: inout [Int32]) {
    if let place = places[word] {
      tokens.append(place)
      return
    }
    let scalars = Array(word.unicodeScalars)
    guard scalars.count <= Self.wordLimitScalars else {
      tokens.append(unknown)
      return
    }
    let beginning = tokens.count
    var start = 0
    while start < scalars.count {
      guard let (end, place) = longestPiece(scalars, from: start) else {
        tokens.removeSubrange(beginning...)
        tokens.append(unknown)
        return
      }
      tokens.append(place)
      start = end
    }
  }

  private func longestPiece(_ scalars: [Unicode.Scalar], from start: Int) -> (Int, Int32)? {
    for end in stride(from: scalars.count, to: start, by: -1) {
      var piece = String.UnicodeScalarView(start > 0 ? "##".unicodeScalars : "".unicodeScalars)
      piece.append(contentsOf: scalars[start..<end])
      if let place = places[String(piece)] { return (end, place) }
    }
    return nil
  }
}

/// A text's words before they are cut into pieces.
private struct BertWords {
  private(set) var words: [String] = []
  private var word = String.UnicodeScalarView()

  init(_ text: Substring, isLowercased: Bool) {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    if isPlain || !isLowercased {
      for scalar in text.unicodeScalars { take(scalar, isLowercased: isLowercased) }
    } else {
      let kept = String(String.UnicodeScalarView(text.unicodeScalars.filter { !Self.isDropped($0) }))
      for scalar in kept.decomposedStringWithCanonicalMapping.unicodeScalars
      where scalar.properties.generalCategory != .nonspacingMark {
        take(scalar, isLowercased: true)
      }
    }
    close()
  }

  private mutating func close() {
    if !word.isEmpty { words.append(String(word)) }
    word = String.UnicodeScalarView()
  }

  private mutating func take(_ scalar: Unicode.Scalar, isLowercased: Bool) {
    // Dropped first: a form feed is a blank and a control character, and the reference tokenizer joins what it stood between.
    if Self.isDropped(scalar) {
      return
    } else if scalar.properties.isWhitespace {
      close()
    } else if Self.isAlone(scalar) {
      close()
      words.append(isLowercased ? scalar.properties.lowercaseMapping : String(scalar))
    } else if isLowercased, !scalar.isASCII || ("A"..."Z").contains(scalar) {
      word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    } else {
      word.append(scalar)
    }
  }

  /// Control and format characters, private use, what is not assigned, and the sign for bytes that couldn't be read.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\t" || scalar == "\n" || scalar == "\r" { return false }
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    if scalar == "\u{FFFD}" { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned: return true
    default: return false
    }
  }

  /// Punctuation and ideographs are words of their own.
  private static func isAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 33...47, 58...64, 91...96, 123...126: return true
    case ..<0x80: return false
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F, 0x2B820...0x2CEAF,
      0xF900...0xFAFF, 0x2F800...0x2FA1F:
      return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}

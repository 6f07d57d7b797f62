internal import Foundation

/// A word of a text, as 64-bit hashes: as it stands, and without the ending of a plural.
///
/// Hashes stand for words because a large conference holds more pairs of neighbouring words than memory has room for
/// strings. Two of a hundred million terms share a hash with a chance of one in four thousand.
public struct Word: Sendable, Hashable {
  public let hash: UInt64
  public let stem: UInt64

  /// The words `Tokenizer` finds, in their order. Accents count the same however they are encoded.
  public static func all(in text: String) -> [Word] {
    var text = text
    return text.withUTF8 { ascii($0) }
      ?? Tokenizer.words(of: text).map { word in
        Word(bytes: Array(word.precomposedStringWithCanonicalMapping.utf8)[...])
      }
  }

  /// A word of the tokenizer's, in lower case.
  init(bytes: ArraySlice<UInt8>) {
    hash = Self.hash(bytes)
    let end = bytes.endIndex
    guard bytes.count > 3, bytes.last == UInt8(ascii: "s") else {
      stem = hash
      return
    }
    let second = bytes[end - 2]
    if bytes.count > 4, second == UInt8(ascii: "e"), bytes[end - 3] == UInt8(ascii: "i") {
      stem = Self.hash(bytes[..<(end - 3)], then: UInt8(ascii: "y"))
    } else if second == UInt8(ascii: "s") || second == UInt8(ascii: "u") || second == UInt8(ascii: "i") {
      stem = hash
    } else {
      stem = Self.hash(bytes[..<(end - 1)])
    }
  }

  /// The term that two neighbours make.
  static func pair(_ left: UInt64, _ right: UInt64) -> UInt64 { ((left << 21) | (left >> 43)) ^ right &* 0x9E37_79B9_7F4A_7C15 }

  /// FNV-1a with a final mixing (Fowler, Noll and Vo; the mixing is MurmurHash3's).
  private static func hash(_ bytes: ArraySlice<UInt8>, then last: UInt8? = nil) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    if let last { hash = (hash ^ UInt64(last)) &* 0x100_0000_01B3 }
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ (hash >> 33)
  }

  /// The quick way for plain ASCII, where a letter is a byte; nil for any other text.
  private static func ascii(_ text: UnsafeBufferPointer<UInt8>) -> [Word]? {
    var words: [Word] = []
    var word: [UInt8] = []
    for byte in text {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: word.append(byte)
      case 0x41...0x5A: word.append(byte | 0x20)
      case 0x80...: return nil
      default:
        if (2...Tokenizer.lengthLimitScalars).contains(word.count) { words.append(Word(bytes: word[...])) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if (2...Tokenizer.lengthLimitScalars).contains(word.count) { words.append(Word(bytes: word[...])) }
    return words
  }
}

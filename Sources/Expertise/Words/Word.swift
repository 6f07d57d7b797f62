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
    return text.withUTF8 { bytes in
      var words: [Word] = []
      // ASCII signs separate words in any text, so what stands between two of them is cut by itself, quickly where it is plain.
      var start = 0
      var isPlain = true
      for (place, byte) in bytes.enumerated() {
        if byte >= 0x80 {
          isPlain = false
        } else if !isWordByte(byte) {
          append(bytes[start..<place], isPlain, to: &words)
          (start, isPlain) = (place + 1, true)
        }
      }
      append(bytes[start...], isPlain, to: &words)
      return words
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
  static func hash(_ bytes: ArraySlice<UInt8>, then last: UInt8? = nil) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    if let last { hash = (hash ^ UInt64(last)) &* 0x100_0000_01B3 }
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ (hash >> 33)
  }

  private static func append(_ run: Slice<UnsafeBufferPointer<UInt8>>, _ isPlain: Bool, to words: inout [Word]) {
    if run.isEmpty { return }
    if !isPlain {
      for word in Tokenizer.words(of: String(decoding: run, as: UTF8.self)) {
        words.append(Word(bytes: Array(word.precomposedStringWithCanonicalMapping.utf8)[...]))
      }
    } else if (2...Tokenizer.lengthLimitScalars).contains(run.count) {
      words.append(Word(bytes: run.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...]))
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
  }
}

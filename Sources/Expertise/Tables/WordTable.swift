public import Foundation

/// In how many texts of a large collection a word occurs, and a vector for its meaning: a table that ships with the program.
///
/// The file, little-endian: the line `LECTERN WORDS 1`; four 32-bit counts: words, dimensions, texts, bytes of the next
/// part; the words, with line feeds between; for each word the number of texts that hold it, 32 bits; for each word a
/// 32-bit float, the scale of its vector; the vectors, signed bytes, to be multiplied by their scales.
/// `tools/train_word_vectors.py` writes it.
public struct WordTable: Sendable {
  /// Texts the frequencies were counted in.
  public let textCount: Int
  public let dimensions: Int
  /// A number that other tables don't have, but for a chance of one in 10¹⁹.
  public let fingerprint: UInt64
  private let places: [UInt64: Int32]
  private let frequencies: [UInt32]
  private let stemFrequencies: [UInt64: Int]
  private let scales: [Float]
  private let vectors: [Int8]

  /// The table that ships, `words.table`: in the program's folder, in the folder of this room's resources there, or in one of these
  /// of the folder above. Nil when it isn't there or damaged.
  public static func shipped() -> WordTable? {
    let folder = Bundle.main.bundleURL
    for folder in [folder, folder.deletingLastPathComponent()] {
      for name in ["words.table", "lectern_Expertise.resources/words.table"] {
        if let bytes = try? Data(contentsOf: folder.appending(path: name)), let table = WordTable(bytes) { return table }
      }
    }
    return nil
  }

  /// Nil when the bytes are no such table.
  public init?(_ bytes: Data) {
    var reader = TableBytes(bytes)
    guard reader.take(16) == Data("LECTERN WORDS 1\n".utf8)[...], let wordCount = reader.count(),
      let dimensions = reader.count(), let textCount = reader.count(), let textBytes = reader.count(),
      (1...1 << 22).contains(wordCount), (1...4096).contains(dimensions), let text = reader.take(textBytes),
      let frequencies = reader.numbers(wordCount), let scales = reader.numbers(wordCount),
      let vectors = reader.take(wordCount * dimensions)
    else { return nil }
    let words = [UInt8](text).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard words.count == wordCount else { return nil }
    fingerprint = Word.hash(ArraySlice(vectors)) ^ Word.hash(ArraySlice(text))
    self.textCount = textCount
    self.dimensions = dimensions
    self.frequencies = frequencies
    self.scales = scales.map { Float(bitPattern: $0) }
    self.vectors = vectors.map { Int8(bitPattern: $0) }
    var places: [UInt64: Int32] = [:]
    var stems: [UInt64: Int] = [:]
    places.reserveCapacity(wordCount)
    stems.reserveCapacity(wordCount)
    for (place, bytes) in words.enumerated() {
      let word = Word(bytes: bytes)
      places[word.hash] = Int32(clamping: place)
      stems[word.stem, default: 0] += Int(frequencies[place])
    }
    self.places = places
    stemFrequencies = stems.mapValues { min($0, textCount) }
  }

  /// In how many texts a word with this stem occurs, at most; 0 for one that the table doesn't hold.
  func frequency(ofStem stem: UInt64) -> Int { stemFrequencies[stem, default: 0] }

  /// No stem is more frequent.
  var greatestFrequency: Int { stemFrequencies.values.max() ?? 0 }

  /// The words' vectors added up, each weighted by `1 + ln count`, of length 1. Zeros when the table holds none of them.
  public func vector(of words: [Word]) -> [Float] {
    var counts: [Int32: Int] = [:]
    for word in words {
      if let place = places[word.hash] { counts[place, default: 0] += 1 }
    }
    var sum = [Float](repeating: 0, count: dimensions)
    for (place, count) in counts.sorted(by: { $0.key < $1.key }) {
      add(Int(place), weight: Float(1 + naturalLogarithm(Double(count))), to: &sum)
    }
    let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? sum.map { $0 / length } : sum
  }

  private func add(_ place: Int, weight: Float, to sum: inout [Float]) {
    let scale = scales[place] * weight
    let start = place * dimensions
    vectors.withUnsafeBufferPointer { vectors in
      sum.withUnsafeMutableBufferPointer { sum in
        for index in sum.indices { sum[index] += scale * Float(vectors[start &+ index]) }
      }
    }
  }
}

/// Takes a table's parts from its bytes, one after the other; nil when there are not enough.
private struct TableBytes {
  private var rest: Data

  init(_ bytes: Data) { rest = bytes }

  mutating func take(_ count: Int) -> Data? {
    guard count >= 0, rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func numbers(_ count: Int) -> [UInt32]? {
    take(4 * count).map { bytes in
      let bytes = [UInt8](bytes)
      return (0..<count).map { index in
        (0..<4).reduce(0) { $0 | UInt32(bytes[4 * index + $1]) << UInt32(8 * $1) }
      }
    }
  }

  mutating func count() -> Int? { numbers(1)?.first.map { Int($0) } }
}

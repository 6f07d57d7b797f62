import Foundation

/// Lines as one running text, and the same reduced to its letters and digits.
///
/// Phrases are looked for among the letters alone: there neither spaces, hyphens at line ends, small capitals nor letters set
/// one by one make a difference.
struct RunningText {
  /// Lower-case letters and digits.
  private(set) var letters: [UInt8] = []
  /// For each letter, its place in `raw`.
  private(set) var rawPlaces: [Int] = []
  /// The text with one space between lines.
  private(set) var raw: [UInt8] = []
  private var lineStarts: [Int] = []
  /// For each letter, whether it stands in quotation marks.
  private(set) var isQuoted: [Bool] = []
  private let lines: [PlacedLine]
  var sourceLines: [PlacedLine] { lines }
  /// A quotation that is never closed ends by itself.
  private static let quotationLimit = 600

  init(_ lines: [PlacedLine]) {
    self.lines = lines
    for line in lines {
      lineStarts.append(raw.count)
      append(line.text)
    }
    markQuotations()
  }

  /// Of text that is not part of the layout.
  init(_ text: String) {
    lines = []
    append(text)
    markQuotations()
  }

  private mutating func append(_ text: String) {
    let plain = text.utf8.allSatisfy { $0 < 0x80 } ? text : text.decomposedStringWithCompatibilityMapping
    for byte in plain.utf8 {
      let folded = byte | 0x20
      if (0x61...0x7A).contains(folded) && byte != folded || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) {
        letters.append((0x30...0x39).contains(byte) ? byte : folded)
        rawPlaces.append(raw.count)
      }
      raw.append(byte)
    }
    raw.append(0x20)
  }

  private mutating func markQuotations() {
    isQuoted = [Bool](repeating: false, count: letters.count)
    var opened: Int?
    var letter = 0
    for (index, byte) in raw.enumerated() {
      if letter < rawPlaces.count, rawPlaces[letter] == index {
        isQuoted[letter] = opened != nil
        letter += 1
      }
      if let start = opened, index - start > Self.quotationLimit { opened = nil }
      switch mark(byte, at: index) {
      case .opening: opened = opened ?? index
      case .closing: opened = nil
      case .either: opened = opened == nil ? index : nil
      case nil: continue
      }
    }
  }

  private enum Mark { case opening, closing, either }

  /// “ and ” are three bytes that differ in the last; TeX's plain marks are pairs.
  private func mark(_ byte: UInt8, at index: Int) -> Mark? {
    if byte == UInt8(ascii: "\"") { return .either }
    if byte == 0x80, index + 2 < raw.count, index > 0, raw[index - 1] == 0xE2 {
      if raw[index + 1] == 0x9C || raw[index + 1] == 0x98 { return .opening }
      if raw[index + 1] == 0x9D { return .closing }
    }
    guard index > 0 else { return nil }
    if byte == UInt8(ascii: "`"), raw[index - 1] == byte { return .opening }
    if byte == UInt8(ascii: "'"), raw[index - 1] == byte { return .closing }
    return nil
  }

  /// The line a letter stands on; nil for text without layout.
  func line(ofLetter index: Int) -> PlacedLine? {
    guard rawPlaces.indices.contains(index) else { return nil }
    let place = rawPlaces[index]
    var (low, high) = (0, lineStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return lines.indices.contains(low - 1) ? lines[low - 1] : nil
  }

  /// The running text from a letter on.
  func text(fromLetter index: Int, limitBytes: Int) -> String {
    guard rawPlaces.indices.contains(index) else { return "" }
    let start = rawPlaces[index]
    return String(decoding: raw[start..<min(raw.count, start + limitBytes)], as: UTF8.self)
  }

  /// The running text between two letters, the second included.
  func text(from first: Int, through last: Int) -> String {
    guard rawPlaces.indices.contains(first), rawPlaces.indices.contains(last), first <= last else { return "" }
    return String(decoding: raw[rawPlaces[first]...rawPlaces[last]], as: UTF8.self)
  }
}

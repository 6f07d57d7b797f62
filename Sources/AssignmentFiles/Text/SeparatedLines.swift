/// The lines of comma-separated text (RFC 4180, UTF-8 or any other bytes), one at a time, taken apart in place.
///
/// A field may stand in quotes, with quotes in it doubled; it ends on its line. Blanks around a field without quotes don't
/// count; blank lines, a byte order mark and carriage returns are passed over. No bytes trap.
struct SeparatedLines {
  static let lineLimitBytes = 1 << 20

  let file: String
  /// The number of the line that stands ready, from 1.
  private(set) var line = 0
  /// Holds the line that stands ready. The fields of the next one may lie elsewhere.
  private(set) var bytes: [UInt8] = []
  /// Where the fields of the line lie in `bytes`.
  private(set) var fields: [Range<Int>] = []
  private var unread = 0
  private var source: ByteSource?

  init(file: String) throws(FileProblem) {
    self.file = file
    source = try ByteSource(file: file)
  }

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  enum Step: Equatable {
    case line
    case malformed(String)
    case end
  }

  /// Takes the next line that isn't blank.
  mutating func advance() throws(FileProblem) -> Step {
    while let range = try takeLine() {
      line += 1
      if let problem = split(line == 1 ? pastByteOrderMark(range) : range) { return .malformed(problem) }
      if let only = fields.first, fields.count > 1 || !only.isEmpty { return .line }
    }
    source?.close()
    return .end
  }

  private func pastByteOrderMark(_ range: Range<Int>) -> Range<Int> {
    let isMarked = bytes[range].starts(with: [0xEF, 0xBB, 0xBF])
    return isMarked ? range.lowerBound + 3..<range.upperBound : range
  }

  /// The next line's bytes without its end; nil when there is none.
  private mutating func takeLine() throws(FileProblem) -> Range<Int>? {
    var place = unread
    while true {
      if let end = bytes.firstPlace(of: UInt8(ascii: "\n"), from: place) {
        defer { unread = end + 1 }
        return unread..<end
      }
      place = bytes.count
      guard let source else { return takeRest() }
      guard place - unread <= Self.lineLimitBytes else {
        throw FileProblem(file, line: line + 1, "the line is longer than \(Self.lineLimitBytes) bytes. Is this a CSV file?")
      }
      bytes.removeSubrange(0..<unread)
      place -= unread
      unread = 0
      if try !source.read(into: &bytes) { return takeRest() }
    }
  }

  private mutating func takeRest() -> Range<Int>? {
    if unread >= bytes.count { return nil }
    defer { unread = bytes.count }
    return unread..<bytes.count
  }

  /// Returns what is wrong with the line's quotes, if anything is.
  private mutating func split(_ range: Range<Int>) -> String? {
    fields.removeAll(keepingCapacity: true)
    var place = range.lowerBound
    while true {
      while place < range.upperBound, bytes[place].isBlank { place += 1 }
      if place < range.upperBound, bytes[place] == UInt8(ascii: "\"") {
        guard let end = takeQuoted(from: place + 1, in: range) else {
          return "a quote is not closed. A field in quotes ends on its line; a quote inside it is written twice"
        }
        place = end
        while place < range.upperBound, bytes[place].isBlank { place += 1 }
        if place < range.upperBound, bytes[place] != UInt8(ascii: ",") {
          return "text follows a closing quote. Put the whole field in quotes, or none of it"
        }
      } else {
        let start = place
        while place < range.upperBound, bytes[place] != UInt8(ascii: ",") { place += 1 }
        var end = place
        while end > start, bytes[end - 1].isBlank { end -= 1 }
        fields.append(start..<end)
      }
      if place >= range.upperBound { return nil }
      place += 1
    }
  }

  /// Moves the field together over its doubled quotes; returns the place behind the closing quote.
  private mutating func takeQuoted(from start: Int, in range: Range<Int>) -> Int? {
    let quote = UInt8(ascii: "\"")
    var place = start
    var end = start
    while place < range.upperBound {
      if bytes[place] == quote {
        let isDoubled = place + 1 < range.upperBound && bytes[place + 1] == quote
        if !isDoubled {
          fields.append(start..<end)
          return place + 1
        }
        place += 1
      }
      bytes[end] = bytes[place]
      end += 1
      place += 1
    }
    return nil
  }
}

extension UInt8 {
  /// A space, a tab or a carriage return.
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}

extension [UInt8] {
  fileprivate func firstPlace(of byte: UInt8, from start: Int) -> Int? {
    var place = start
    while place < count {
      if self[place] == byte { return place }
      place += 1
    }
    return nil
  }
}

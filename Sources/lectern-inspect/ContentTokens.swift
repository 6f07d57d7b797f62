/// Splits a content stream into operands and operators (ISO 32000-2, 7.8.2). Any bytes give tokens; nothing traps.
struct ContentTokens {
  enum Token {
    case number(Double)
    /// Without its slash.
    case name(Range<Int>)
    /// The decoded bytes stand in `strings`.
    case string(Range<Int>)
    case arrayStart, arrayEnd
    case word(Range<Int>)
    case other
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// The bytes of the strings met so far, one after the other.
  private(set) var strings: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func next() -> Token? {
    skipBlanks()
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E: return number()
    case UInt8(ascii: "/"):
      position += 1
      return .name(regular())
    case UInt8(ascii: "("): return literal()
    case UInt8(ascii: "<"):
      if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "<") {
        position += 2
        return .other
      }
      return hexadecimal()
    case UInt8(ascii: "["):
      position += 1
      return .arrayStart
    case UInt8(ascii: "]"):
      position += 1
      return .arrayEnd
    case UInt8(ascii: ">"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ")"):
      position += 1
      return .other
    default:
      let word = regular()
      if word.isEmpty { position += 1 }
      return .word(word)
    }
  }

  func equals(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { bytes[range].elementsEqual($0) }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The data of an image within the stream, up to its end mark.
  mutating func skipInlineImage() {
    while position + 2 < bytes.count {
      if bytes[position] == UInt8(ascii: "E"), bytes[position + 1] == UInt8(ascii: "I"), Self.isBlank(bytes[position + 2]),
        position > 0, Self.isBlank(bytes[position - 1])
      {
        position += 2
        return
      }
      position += 1
    }
    position = bytes.count
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || byte == 0 }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      if Self.isBlank(bytes[position]) {
        position += 1
      } else if bytes[position] == UInt8(ascii: "%") {
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      } else {
        return
      }
    }
  }

  private mutating func regular() -> Range<Int> {
    let start = position
    while position < bytes.count, !Self.isBlank(bytes[position]), !Self.isDelimiter(bytes[position]) { position += 1 }
    return start..<position
  }

  private mutating func number() -> Token {
    var value = 0.0
    var scale = 0.0
    var isNegative = false
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x30...0x39:
        if scale == 0 {
          value = value * 10 + Double(byte - 0x30)
        } else {
          value += Double(byte - 0x30) * scale
          scale /= 10
        }
      case UInt8(ascii: "-"): if position == start { isNegative = true }
      case UInt8(ascii: "+"): break
      case UInt8(ascii: "."): scale = 0.1
      default: return .number(isNegative ? -value : value)
      }
      position += 1
    }
    return .number(isNegative ? -value : value)
  }

  private mutating func literal() -> Token {
    let start = strings.count
    var depth = 1
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return .string(start..<strings.count) }
      case UInt8(ascii: "\\"):
        escape()
        continue
      default: break
      }
      strings.append(byte)
    }
    return .string(start..<strings.count)
  }

  private mutating func escape() {
    guard position < bytes.count else { return }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): strings.append(0x0A)
    case UInt8(ascii: "r"): strings.append(0x0D)
    case UInt8(ascii: "t"): strings.append(0x09)
    case UInt8(ascii: "b"): strings.append(0x08)
    case UInt8(ascii: "f"): strings.append(0x0C)
    case 0x0A: break
    case 0x0D: if position < bytes.count, bytes[position] == 0x0A { position += 1 }
    case 0x30...0x37:
      var value = UInt32(byte - 0x30)
      var digits = 1
      while digits < 3, position < bytes.count, (0x30...0x37).contains(bytes[position]) {
        value = value * 8 + UInt32(bytes[position] - 0x30)
        position += 1
        digits += 1
      }
      strings.append(UInt8(truncatingIfNeeded: value))
    default: strings.append(byte)
    }
  }

  private mutating func hexadecimal() -> Token {
    let start = strings.count
    position += 1
    var pending: UInt8?
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      let byte = bytes[position]
      position += 1
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: continue
      }
      if let high = pending {
        strings.append(high << 4 | digit)
        pending = nil
      } else {
        pending = digit
      }
    }
    position += 1
    if let pending { strings.append(pending << 4) }
    return .string(start..<strings.count)
  }
}

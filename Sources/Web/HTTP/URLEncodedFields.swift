import PeerReview

extension SubmittedForm {
  /// Reads `application/x-www-form-urlencoded` (WHATWG URL §5.1). A `%` without two hexadecimal digits stands for itself.
  ///
  /// Refuses more than `limitFields` fields and text that `text(_:field:)` refuses.
  init(urlEncoded bytes: some Collection<UInt8>, limitFields: Int) throws(Refusal) {
    self.init()
    for pair in bytes.split(separator: UInt8(ascii: "&")) {
      guard fields.count < limitFields else { throw Refusal.malformedForm }
      let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = try SubmittedForm.text(SubmittedForm.unescape(halves.first ?? pair[...]), field: "")
      let value = halves.count > 1 ? SubmittedForm.unescape(halves.last ?? pair[...]) : []
      append(name, try SubmittedForm.text(value, field: name))
    }
  }

  private static func unescape(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+") {
        plain.append(0x20)
      } else if byte == UInt8(ascii: "%"), let value = hexadecimal(rest.prefix(2)) {
        plain.append(value)
        rest = rest.dropFirst(2)
      } else {
        plain.append(byte)
      }
    }
    return plain
  }

  private static func hexadecimal(_ digits: some Collection<UInt8>) -> UInt8? {
    guard digits.count == 2 else { return nil }
    var value: UInt8 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: value = value << 4 | (digit &- 0x30)
      case 0x41...0x46: value = value << 4 | (digit &- 0x37)
      case 0x61...0x66: value = value << 4 | (digit &- 0x57)
      default: return nil
      }
    }
    return value
  }
}

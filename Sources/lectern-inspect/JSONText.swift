/// One JSON object being written, with no spaces. Numbers have at most two decimals.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  init(record: StaticString) {
    open()
    field("record", "\(record)")
  }

  mutating func open() { begin(UInt8(ascii: "{")) }
  mutating func close() { end(UInt8(ascii: "}")) }
  mutating func openArray() { begin(UInt8(ascii: "[")) }
  mutating func closeArray() { end(UInt8(ascii: "]")) }

  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":")])
    needsComma = false
  }

  mutating func field(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }
  mutating func field(_ name: StaticString, _ value: Int) {
    key(name)
    literal(String(value))
  }
  mutating func field(_ name: StaticString, _ value: Bool) {
    key(name)
    literal(value ? "true" : "false")
  }
  mutating func field(_ name: StaticString, _ value: Double) {
    key(name)
    number(value)
  }
  mutating func field(_ name: StaticString, _ values: [Double]) {
    key(name)
    openArray()
    for value in values { number(value) }
    closeArray()
  }

  /// A key that comes from the file, such as an entry of the Info dictionary.
  mutating func field(named name: String, _ value: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
    string(value)
  }

  /// Infinite and absurdly large numbers become 0: no page has them.
  mutating func number(_ value: Double) {
    guard value.isFinite, abs(value) < 1e9 else { return literal("0") }
    let hundredths = Int((value * 100).rounded())
    let whole = abs(hundredths) / 100
    let part = abs(hundredths) % 100
    var text = hundredths < 0 ? "-\(whole)" : "\(whole)"
    if part != 0 {
      text += part < 10 ? ".0\(part)" : (part % 10 == 0 ? ".\(part / 10)" : ".\(part)")
    }
    literal(text)
  }

  mutating func string(_ value: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<32:
        let hex = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(hex[Int(byte >> 4)])
        bytes.append(hex[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func begin(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    needsComma = false
  }

  private mutating func end(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }
}

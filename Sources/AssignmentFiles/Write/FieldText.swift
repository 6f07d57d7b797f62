/// Bytes of a field as `SeparatedLines` reads them back.
enum FieldText {
  static func append(_ field: some Collection<UInt8>, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    guard needsQuotes(field) else {
      bytes.append(contentsOf: field)
      return
    }
    bytes.append(quote)
    for byte in field {
      bytes.append(byte)
      if byte == quote { bytes.append(quote) }
    }
    bytes.append(quote)
  }

  private static func needsQuotes(_ field: some Collection<UInt8>) -> Bool {
    let special: Set<UInt8> = [0x20, 0x09, 0x0D, UInt8(ascii: ","), UInt8(ascii: "\"")]
    // A byte order mark at the front of a file would be passed over.
    return field.isEmpty || field.first == 0xEF || field.contains { special.contains($0) }
  }
}

extension Score {
  /// The number without trailing zeros, such as 0.944839 or −2.
  func append(to bytes: inout [UInt8]) {
    var twelfths = units.magnitude * 1_000_000
    let isNegative = units < 0 || (units == 0 && rest < 0)
    let restTowardZero = isNegative ? -Int64(rest) : Int64(rest)
    twelfths = restTowardZero < 0 ? twelfths - restTowardZero.magnitude : twelfths + restTowardZero.magnitude
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    let perOne: UInt64 = 1_000_000_000_000
    bytes.append(contentsOf: String(twelfths / perOne).utf8)
    var fraction = twelfths % perOne
    if fraction == 0 { return }
    bytes.append(UInt8(ascii: "."))
    var place = perOne / 10
    while fraction > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(fraction / place))
      fraction %= place
      place /= 10
    }
  }
}

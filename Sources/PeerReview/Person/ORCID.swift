/// An ORCID iD in its printed form, `0000-0002-1825-0097`.
public struct ORCID: Hashable, Sendable {
  public let text: String

  /// Accepts the bare iD or its https address. Refuses a wrong check digit (ISO 7064, 11-2).
  public init?(_ given: String) {
    var text = given
    for prefix in ["https://orcid.org/", "http://orcid.org/", "orcid.org/"] where text.hasPrefix(prefix) {
      text = String(text.dropFirst(prefix.count))
    }
    let characters = Array(text.uppercased().utf8)
    guard characters.count == 19 else { return nil }
    var total = 0
    var digits = 0
    for (index, byte) in characters.enumerated() {
      if index == 4 || index == 9 || index == 14 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      digits += 1
      if digits < 16 {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        total = (total + Int(byte) - 48) * 2 % 11
      } else {
        let check = (12 - total) % 11
        let expected = check == 10 ? UInt8(ascii: "X") : UInt8(48 + check)
        guard byte == expected else { return nil }
      }
    }
    self.text = text.uppercased()
  }
}

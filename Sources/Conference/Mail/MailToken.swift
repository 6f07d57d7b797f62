import Crypto

/// An id spelled with characters that are safe in a `Message-ID` and in a file name.
enum MailToken {
  /// Letters, digits, `-` and `_` stay; each other byte is `=` and two hexadecimal digits. Longer than 200, it is the SHA-256
  /// of the id instead. Different ids give different tokens.
  static func encode(_ id: String) -> String {
    var token: [UInt8] = []
    for byte in id.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): token.append(byte)
      default: token.append(UInt8(ascii: "=")); token += hexadecimal(byte)
      }
      if token.count > 200 { return "=" + digest(of: id) }
    }
    // No other id is spelled by a lone `=`, and the left side of a Message-ID can't be empty.
    return token.isEmpty ? "=" : String(decoding: token, as: UTF8.self)
  }

  /// Two upper-case digits.
  static func hexadecimal(_ byte: UInt8) -> [UInt8] {
    [byte >> 4, byte & 0x0F].map { $0 < 10 ? 0x30 &+ $0 : 0x37 &+ $0 }
  }

  private static func digest(of id: String) -> String {
    String(decoding: SHA256.hash(data: Array(id.utf8)).flatMap(hexadecimal), as: UTF8.self)
  }
}

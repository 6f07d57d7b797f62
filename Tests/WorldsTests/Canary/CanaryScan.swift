import Crypto
import Foundation

/// Looks for canaries in bytes, in every spelling in which a text could leave the house.
struct CanaryScan: Sendable {
  /// A way to spell ASCII text such that a spelling of a longer text holds that of its beginning.
  private struct Spelling: Sendable {
    let name: String
    let spell: @Sendable ([UInt8]) -> [UInt8]
  }

  private let canaries: [Canary]
  /// Spellings of the mark that begins every token.
  private let marks: [(spelling: Spelling, bytes: [UInt8])]
  /// Digests of canaries that are addresses.
  private let digests: [(canary: Canary, bytes: [UInt8])]

  init(_ canaries: Set<Canary>) {
    self.canaries = canaries.sorted { $0.token < $1.token }
    let mark = Array(Canary.mark.utf8)
    marks = Self.spellings.map { ($0, $0.spell(mark)) }
    digests = self.canaries.filter { $0.field == "address" }.flatMap { canary in
      ["@people.example", "@hidden.example"].flatMap { Self.digests(of: canary.token + $0).map { (canary, $0) } }
    }
  }

  /// The canaries found, each with the spelling it was found in.
  func hits(in bytes: [UInt8]) -> [Canary: String] {
    var found: [Canary: String] = [:]
    for text in Self.layers(of: bytes) {
      for (spelling, mark) in marks where Self.contains(text, mark) {
        for canary in canaries where Self.contains(text, spelling.spell(Array(canary.token.utf8))) {
          found[canary] = spelling.name
        }
      }
      for (canary, digest) in digests where Self.contains(text, digest) { found[canary] = "digest of the address" }
    }
    return found
  }

  static func contains(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { hay in
      word.withUnsafeBytes { needle in
        guard let start = hay.baseAddress, let wanted = needle.baseAddress, let first = needle.first else { return false }
        var place = 0
        while place + needle.count <= hay.count {
          guard let found = memchr(start + place, Int32(first), hay.count - place - needle.count + 1) else { return false }
          if memcmp(found, wanted, needle.count) == 0 { return true }
          place = start.distance(to: UnsafeRawPointer(found)) + 1
        }
        return false
      }
    }
  }

  // MARK: Spellings

  /// How a text can be spelled; for a test of the scan itself.
  static func spelled(_ text: String) -> [(name: String, bytes: [UInt8])] {
    spellings.map { ($0.name, $0.spell(Array(text.utf8))) }
  }

  private static let spellings: [Spelling] = [
    Spelling(name: "raw") { $0 },
    Spelling(name: "upper case") { Array(String(decoding: $0, as: UTF8.self).uppercased().utf8) },
    Spelling(name: "capitalised") { Array(String(decoding: $0, as: UTF8.self).capitalized.utf8) },
    each("HTML decimal") { "&#\($0);" },
    each("HTML hexadecimal") { "&#x\(hex($0));" },
    each("percent") { "%\(hex($0).uppercased())" },
    each("percent, lower case") { "%\(hex($0))" },
    each("quoted-printable") { "=\(hex($0).uppercased())" },
    each("hexadecimal") { hex($0) },
    each("hexadecimal, upper case") { hex($0).uppercased() },
    each("escaped") { "\\u00\(hex($0))" },
    each("escaped, upper case") { "\\u00\(hex($0).uppercased())" },
    Spelling(name: "UTF-16") { $0.flatMap { [$0, 0] } },
    Spelling(name: "UTF-16, big end first") { $0.flatMap { [0, $0] } },
    base64(0), base64(1), base64(2),
  ]

  private static func each(_ name: String, _ spell: @escaping @Sendable (UInt8) -> String) -> Spelling {
    Spelling(name: name) { $0.flatMap { Array(spell($0).utf8) } }
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }

  /// Behind `offset` bytes of a group of three; only the letters that follow from the text alone.
  private static func base64(_ offset: Int) -> Spelling {
    Spelling(name: "base64, offset \(offset)") { bytes in
      let whole = Array(Data([UInt8](repeating: 0, count: offset) + bytes).base64EncodedString().utf8)
      let lead = [0, 2, 3][offset]
      let full = (offset + bytes.count) * 8 / 6
      return Array(whole[lead..<full])
    }
  }

  private static func digests(of address: String) -> [[UInt8]] {
    let bytes = Data(address.utf8)
    let raw = [Array(Insecure.MD5.hash(data: bytes)), Array(Insecure.SHA1.hash(data: bytes)), Array(SHA256.hash(data: bytes))]
    return raw.flatMap { digest in
      [
        digest, Array(digest.map(hex).joined().utf8), Array(digest.map(hex).joined().uppercased().utf8),
        Array(Data(digest).base64EncodedString().utf8.prefix { $0 != UInt8(ascii: "=") }),
      ]
    }
  }

  // MARK: Layers

  /// The bytes as they are, with soft line breaks closed, with encoded words read, and every compressed stream in them.
  private static func layers(of bytes: [UInt8]) -> [[UInt8]] {
    var layers = [bytes]
    if contains(bytes, Array("=\r\n".utf8)) {
      layers.append(Array(String(decoding: bytes, as: UTF8.self).replacing("=\r\n", with: "").utf8))
    }
    if contains(bytes, Array("=?UTF-8?B?".utf8)) { layers.append(encodedWords(in: bytes)) }
    let holdsStreams = [Array("stream\n".utf8), Array("stream\r".utf8), [0x50, 0x4B, 3, 4], [0x1F, 0x8B, 8]].contains {
      contains(bytes, $0)
    }
    return holdsStreams ? layers + Inflate.streams(in: bytes) : layers
  }

  private static func encodedWords(in bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.components(separatedBy: "=?UTF-8?B?").dropFirst().flatMap { part in
      Array(Data(base64Encoded: String(part.prefix { $0 != "?" })) ?? Data())
    }
  }
}

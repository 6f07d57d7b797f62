import NIOCore
import PeerReview
import Testing

@testable import Web

@Suite("Multipart forms")
struct MultipartParserTests {
  struct Part: Equatable {
    let name: String
    let fileName: String?
    var bytes: [UInt8] = []
  }

  static func form(_ parts: [(head: String, body: [UInt8])], boundary: String = "xYz", preamble: String = "") -> [UInt8] {
    var bytes = Array(preamble.utf8)
    for part in parts {
      bytes += Array("--\(boundary)\r\n\(part.head)\r\n\r\n".utf8) + part.body + [0x0D, 0x0A]
    }
    return bytes + Array("--\(boundary)--\r\n".utf8)
  }

  static func field(_ name: String, _ value: String) -> (head: String, body: [UInt8]) {
    ("Content-Disposition: form-data; name=\"\(name)\"", Array(value.utf8))
  }

  /// Reads everything from chunks; throws `Refusal.incomplete` when the closing boundary never comes.
  func read(_ chunks: [[UInt8]], boundary: String = "xYz", limits: MultipartLimits = MultipartLimits()) throws(Refusal) -> [Part]
  {
    var parser = try MultipartParser(boundary: boundary, limits: limits)
    var rest = chunks[...]
    var parts: [Part] = []
    while true {
      switch try parser.next() {
      case .part(let part): parts.append(Part(name: part.name, fileName: part.fileName))
      case .chunk(let chunk):
        guard let last = parts.popLast() else { throw Refusal.malformedForm }
        parts.append(Part(name: last.name, fileName: last.fileName, bytes: last.bytes + chunk.readableBytesView))
      case .partEnd: continue
      case .end: return parts
      case .needsMore:
        guard let chunk = rest.popFirst() else { throw Refusal.incomplete }
        parser.feed(ByteBuffer(bytes: chunk))
      }
    }
  }

  /// Bodies that look almost like boundaries.
  static let tricky: [UInt8] = Array("\r\n--xY\r\r\n--x\r\n-\r\n--xYy\r\n".utf8) + [0, 255, 13] + Array("--xYz".utf8)

  @Test("A form cut in two at any byte, or into single bytes, reads the same")
  func cutAnywhere() throws {
    let bytes = Self.form([
      Self.field("csrf", "t"), Self.field("title", "Été\r\n"),
      ("Content-Disposition: form-data; name=\"paper\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf", Self.tricky),
      Self.field("last", ""),
    ])
    let expected = [
      Part(name: "csrf", fileName: nil, bytes: Array("t".utf8)),
      Part(name: "title", fileName: nil, bytes: Array("Été\r\n".utf8)),
      Part(name: "paper", fileName: "a.pdf", bytes: Self.tricky),
      Part(name: "last", fileName: nil),
    ]
    #expect(try read([bytes]) == expected)
    for cut in 0...bytes.count {
      #expect(try read([Array(bytes[..<cut]), Array(bytes[cut...])]) == expected, "cut at \(cut)")
    }
    #expect(try read(bytes.map { [$0] }) == expected)
  }

  @Test("A form cut into random pieces reads the same")
  func randomPieces() throws {
    var random = SplitMix(state: 7)
    for round in 0..<300 {
      let body = (0..<Int(random.next() % 600)).map { _ in [13, 10, 45, 120, 89, 122, 65][Int(random.next() % 7)] as UInt8 }
      guard !String(decoding: body, as: UTF8.self).contains("\r\n--xYz") else { continue }
      let bytes = Self.form([("Content-Disposition: form-data; name=a", body)])
      var chunks: [[UInt8]] = []
      var from = 0
      while from < bytes.count {
        let to = min(bytes.count, from + 1 + Int(random.next() % 40))
        chunks.append(Array(bytes[from..<to]))
        from = to
      }
      #expect(try read(chunks) == [Part(name: "a", fileName: nil, bytes: body)], "round \(round)")
    }
  }

  @Test("A form cut short at any byte before its closing boundary is refused")
  func truncated() throws {
    let bytes = Self.form([Self.field("a", "one"), Self.field("b", "two")])
    for count in 0..<(bytes.count - 2) {
      #expect(throws: Refusal.self, "first \(count) bytes") { try read([Array(bytes.prefix(count))]) }
    }
  }

  @Test("A form with any byte changed reads or is refused, and never ends the process")
  func changedBytes() throws {
    let bytes = Self.form([
      Self.field("a", "one"), ("Content-Disposition: form-data; name=\"f\"; filename=\"x\"", [1, 2, 3]),
    ])
    var random = SplitMix(state: 11)
    var refused = 0
    for place in bytes.indices {
      for byte in [0, 10, 13, 34, 45, 59, 92, 255, UInt8(truncatingIfNeeded: random.next())] as [UInt8] {
        var changed = bytes
        changed[place] = byte
        do throws(Refusal) { _ = try read([changed]) } catch { refused += 1 }
      }
    }
    #expect(refused > bytes.count)
  }

  @Test(
    "Malformed forms are refused",
    arguments: [
      "--xYz\nContent-Disposition: form-data; name=a\n\nv\n--xYz--",
      "--xYzContent-Disposition: form-data; name=a\r\n\r\nv\r\n--xYz--",
      "--xYz\r\n\r\nv\r\n--xYz--",
      "--xYz\r\nContent-Type: text/plain\r\n\r\nv\r\n--xYz--",
      "--xYz\r\nContent-Disposition: form-data; name=\"a\r\n\r\nv\r\n--xYz--",
      "--xYz\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\nv\r\n--xYz--",
      "--xYz\r\nContent-Disposition: attachment; name=a\r\n\r\nv\r\n--xYz--",
      "--xYz\r\nContent-Disposition: form-data; name=\"\"\r\n\r\nv\r\n--xYz--",
      "--xYz\r\nno colon\r\n\r\nv\r\n--xYz--",
      "",
    ])
  func malformed(text: String) {
    #expect(throws: Refusal.self) { try read([Array(text.utf8)]) }
  }

  @Test("Too many parts, long header lines and long preambles are refused")
  func limits() throws {
    let ten = Self.form((0..<10).map { Self.field("f\($0)", "") })
    #expect(try read([ten], limits: MultipartLimits(parts: 10)).count == 10)
    #expect(throws: Refusal.self) { try read([ten], limits: MultipartLimits(parts: 9)) }
    let long = Self.form([Self.field(String(repeating: "n", count: 9_000), "")])
    #expect(throws: Refusal.self) { try read([long]) }
    #expect(throws: Refusal.self) { try read(long.map { [$0] }) }
    #expect(try read([Self.form([Self.field("a", "b")], preamble: "ignored\r\n")]).count == 1)
    #expect(throws: Refusal.self) { try read([Self.form([], preamble: String(repeating: "p", count: 5_000) + "\r\n")]) }
  }

  @Test("Boundaries outside RFC 2046 are refused", arguments: ["", String(repeating: "b", count: 71), "a\r\nb", "é", "ends "])
  func boundaries(boundary: String) {
    #expect(throws: Refusal.self) { try MultipartParser(boundary: boundary) }
  }

  @Test("File names keep quotes as browsers and older clients write them")
  func quotedNames() throws {
    let part = try MultipartPart(
      headerLines: Array("content-disposition: FORM-DATA; name=\"a%22b\"; filename=\"C:\\x \\\"y\\\".pdf\"; x=1".utf8))
    #expect(part == MultipartPart(name: "a\"b", fileName: "C:\\x \"y\".pdf"))
  }
}

/// A small seeded generator (Steele, Lea, Flood: SplitMix64, OOPSLA 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

import PeerReview
import Testing

/// Whatever the bytes, a call or problems come back, and the places of problems lie in the file.
@Suite("A call file cut or garbled")
struct CallFileFuzzTests {
  private func survive(_ bytes: some Collection<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    switch CallFile.parse(text, file: "c.yaml") {
    case .success: return true
    case .failure(let failure):
      return !failure.problems.isEmpty && failure.problems.allSatisfy { $0.line >= 1 && $0.column >= 1 && !$0.message.isEmpty }
    }
  }

  @Test("Cut at any byte, it still gets an answer")
  func truncation() throws {
    let small = Array(try CallFixtures.text("small.yaml").utf8)
    for end in 0...small.count {
      #expect(survive(small[..<end]), "cut at \(end)")
    }
  }

  @Test("With bytes changed, removed or doubled, it still gets an answer")
  func mutation() throws {
    let original = Array(try CallFixtures.text("small.yaml").utf8)
    var random = SplitMix(state: 2026)
    let spice = Array("{}[]:,&*!|>-?#\"'%@`\\ \n\t\r0~\u{0}".utf8) + [0xFF, 0xC3, 0xE2]
    for round in 0..<400 {
      var bytes = original
      for _ in 0...random.below(6) {
        let at = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes[at] = spice[random.below(spice.count)]
        case 1: bytes.insert(spice[random.below(spice.count)], at: at)
        case 2: bytes.removeSubrange(at..<min(bytes.count, at + 1 + random.below(30)))
        default:
          let end = min(bytes.count, at + 1 + random.below(200))
          bytes.insert(contentsOf: bytes[at..<end], at: random.below(bytes.count))
        }
      }
      #expect(survive(bytes), "round \(round)")
    }
  }

  @Test("Deep nesting, long keys, many doubled keys and bombs of aliases are refused")
  func bombs() {
    var bomb = "a0: &a0 [x, x]\n"
    for level in 1...40 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let texts = [
      bomb, "? &a [b]\n: c\n? *a\n: d\n",
      String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000),
      String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 20_000),
      "a: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900),
      String(repeating: "k", count: 200_000) + ": 1", String(repeating: "a: 1\n", count: 200),
      (0..<100).map { "k\($0): 1\nk\($0): 2\n" }.joined(), ": a\n: b\n", "? {a: b}\n: c\n? {a: b}\n: d\n",
      "call: !!binary x\n", "%YAML 9.9\n---\na: b\n", "a: \"\\uD800\"\n", "\u{FEFF}", "calendar: {opens: {closes: {}}}",
    ]
    for text in texts {
      #expect(survive(text.utf8), "\(text.prefix(40))")
      if case .success = CallFile.parse(text, file: "c.yaml") { Issue.record("Accepted: \(text.prefix(40))") }
    }
  }
}

/// A small seeded generator, so that a failure comes again.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { bound <= 1 ? 0 : Int(next() % UInt64(bound)) }
}

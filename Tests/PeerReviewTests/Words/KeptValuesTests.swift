import PeerReview
import Testing

@Suite struct KeptValuesTests {
  /// Counts how often something was really read.
  final class Reader {
    var count = 0

    func read(_ text: String) -> [UInt8] {
      count += 1
      return Array(text.utf8)
    }
  }

  @Test func aTextIsReadOnce() {
    let kept = KeptValues(limitBytes: 1_000)
    let reader = Reader()
    for _ in 0..<3 { #expect(kept.value(of: "abc", reader.read) == Array("abc".utf8)) }
    #expect(reader.count == 1)
  }

  @Test func theSameTextIsReadAnewAsSomethingElse() {
    let kept = KeptValues(limitBytes: 1_000)
    #expect(kept.value(of: "12") { Int($0) } == 12)
    #expect(kept.value(of: "12") { $0 + "!" } == "12!")
  }

  @Test func twoSpellingsOfOneLetterAreTwoTexts() {
    let kept = KeptValues(limitBytes: 1_000)
    let reader = Reader()
    #expect(kept.value(of: "\u{E9}", reader.read).count == 2)
    #expect(kept.value(of: "e\u{301}", reader.read).count == 3)
  }

  @Test func whatNobodyAskedForDuringAGenerationGoes() {
    let kept = KeptValues(limitBytes: 160)
    let reader = Reader()
    let texts = (0..<100).map { "text \($0)" }
    for text in texts {
      _ = kept.value(of: "often", reader.read)
      _ = kept.value(of: text, reader.read)
    }
    #expect(reader.count == 101, "what is asked for again and again stays")
    _ = kept.value(of: texts[0], reader.read)
    #expect(reader.count == 102, "what was asked for once is gone")
  }

  @Test func longTextsAreReadAnew() {
    let kept = KeptValues(limitBytes: 160)
    let reader = Reader()
    for _ in 0..<2 { _ = kept.value(of: String(repeating: "a", count: 11), reader.read) }
    #expect(reader.count == 2)
  }

  @Test func anErrorIsNotKept() throws {
    struct Unreadable: Error {}
    let kept = KeptValues(limitBytes: 1_000)
    #expect(throws: Unreadable.self) { try kept.value(of: "a") { _ throws -> Int in throw Unreadable() } }
    #expect(kept.value(of: "a") { _ in 1 } == 1)
  }
}

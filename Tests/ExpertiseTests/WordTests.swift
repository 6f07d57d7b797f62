import Foundation
import Testing

@testable import Expertise

@Suite("Words as hashes")
struct WordTests {
  @Test("Case and signs don't matter; order, and different words, do")
  func words() {
    #expect(Word.all(in: "Sparse-Tensor kernels!") == Word.all(in: "sparse tensor KERNELS"))
    #expect(Word.all(in: "sparse tensor") != Word.all(in: "tensor sparse"))
    #expect(Word.all(in: "a b — ,").isEmpty)
  }

  @Test("Text with accents and plain text agree on the words they share, however accents are encoded")
  func accents() throws {
    #expect(Word.all(in: "Poincaré maps") == Word.all(in: "POINCARE\u{301} maps"))
    #expect(try #require(Word.all(in: "Poincaré maps").last) == Word.all(in: "maps").first)
  }

  @Test("Words found byte by byte are the tokenizer's")
  func quickWay() {
    let texts = [
      "", "x", "-- a --", "We’re “here” – 3×4", "naïve ΣΊΣΥΦΟΣ, und 深度learning2深 x\u{AD}y\u{200B}z",
      "e\u{301}\u{301}-\u{301}a ½²", "[ﬁne]\u{0}é",
      String(repeating: "ab", count: 33) + " " + String(repeating: "ä", count: 64), "tail é",
    ]
    for text in texts {
      let wanted = Tokenizer.words(of: text).map { Word(bytes: Array($0.precomposedStringWithCanonicalMapping.utf8)[...]) }
      #expect(Word.all(in: text) == wanted, "\(text)")
    }
  }

  @Test("Plural endings are dropped, and only these")
  func stems() {
    func stem(_ word: String) -> UInt64? { Word.all(in: word).first?.stem }
    for (plural, singular) in [("kernels", "kernel"), ("queries", "query"), ("bus", "bus"), ("class", "class")] {
      #expect(stem(plural) == stem(singular))
    }
    for (one, other) in [("class", "clas"), ("analysis", "analysi"), ("corpus", "corpu"), ("gas", "ga")] {
      #expect(stem(one) != stem(other))
    }
  }
}

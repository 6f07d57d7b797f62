import PeerReview
import Testing

@Suite("Counting words")
struct WordsTests {
  @Test(
    "Words are runs of anything but white space, in every script",
    arguments: [
      ("", 0), (" ", 0), ("\n\t\u{A0}\u{3000}", 0), ("one", 1), ("  one  ", 1), ("one two", 2), ("one\ntwo\r\nthree", 3),
      ("well-known, isn't it?", 3), ("a\u{A0}b\u{2009}c", 3), ("— – -", 3), ("naïve e\u{301}tude", 2), ("日本語", 1),
      ("👩‍🔬 👨‍👩‍👧", 2), ("a\u{200B}b", 1), ("x = 3.14 · 10⁶", 5),
    ])
  func count(text: String, words: Int) {
    #expect(Words.count(text) == words)
    #expect(Words.isBlank(text) == (words == 0))
  }

  @Test("Blanks at the ends and between words never change the count")
  func blanks() {
    let words = (1...750).map { "w\($0)" }
    for separator in [" ", "  ", "\n", "\r\n\r\n", "\t \u{A0}"] {
      #expect(Words.count(words.joined(separator: separator)) == 750)
      #expect(Words.count(separator + words.joined(separator: separator) + separator) == 750)
    }
  }
}

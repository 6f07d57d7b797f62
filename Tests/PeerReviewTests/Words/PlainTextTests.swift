import PeerReview
import Testing

@Suite("Text without what nobody can see in it")
struct PlainTextTests {
  @Test("Marks that turn text around and control characters go; tabs and line ends stay, and older line breaks become such")
  func hidden() {
    let table: [(String, String)] = [
      ("", ""), ("plain\ttext\n", "plain\ttext\n"), ("a\r\nb", "a\r\nb"), ("gnp.\u{202E}exe", "gnp.exe"),
      ("\u{202A}a\u{202B}b\u{202C}c\u{202D}d\u{202E}", "abcd"), ("\u{2066}a\u{2067}b\u{2068}c\u{2069}", "abc"),
      ("a\u{0}b\u{1}c\u{8}d\u{E}e\u{1B}[31mf\u{1F}g\u{7F}h", "abcde[31mfgh"), ("a\u{80}b\u{84}c\u{86}d\u{9F}e", "abcde"),
      ("one\u{B}two\u{C}three\u{85}four", "one\ntwo\nthree\nfour"),
      ("zig\u{200B}zag\u{FEFF}", "zigzag"), ("Xam\u{200D}pl \u{200C}é\u{200D}e", "Xampl ée"), ("\u{200D}\u{200B}\u{2060}", ""),
      ("\u{200D}\u{200D}", ""), ("Z" + String(repeating: "\u{301}", count: 200), "Z" + String(repeating: "\u{301}", count: 10)),
    ]
    for (typed, kept) in table { #expect(PlainText.visible(typed) == kept, "\(typed.unicodeScalars.map(\.value))") }
  }

  @Test(
    "What scripts are written with stays as typed",
    arguments: [
      "שלום, עולם", "مرحبا بالعالم", "نیم\u{200C}فاصله", "क्\u{200D}ष", "👩\u{200D}🔬", "\u{200F}C++\u{200E} و\u{61C}",
      "e\u{301}tude",
      "a\u{A0}b\u{2009}c", "日本語", "soft\u{AD}hyphen",
    ])
  func kept(text: String) {
    #expect(Array(PlainText.visible(text).unicodeScalars) == Array(text.unicodeScalars))
  }
}

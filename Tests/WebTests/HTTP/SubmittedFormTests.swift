import PeerReview
import Testing

@testable import Web

@Suite("Submitted forms")
struct SubmittedFormTests {
  @Test("Fields keep their order and repeated names all their values")
  func order() throws {
    let form = try SubmittedForm(urlEncoded: Array("b=1&topics=x&a=2&topics=y%26z&flag".utf8), limitFields: 10)
    #expect(form.fields.map(\.name) == ["b", "topics", "a", "topics", "flag"])
    #expect(form["topics"] == "x")
    #expect(form.all("topics") == ["x", "y&z"])
    #expect(form["flag"] == "")
    #expect(form["none"] == nil)
    #expect(!form.contains("none"))
  }

  @Test("Indexed groups become rows, lowest index first, and other names are left out")
  func rows() throws {
    let form = SubmittedForm([
      ("authors.10.name", "Ten"), ("authors.2.name", "Two"), ("authors.2.email", "two@example.org"), ("authors.x.name", "?"),
      ("authors.-1.name", "?"), ("authors.99999999999999999999.name", "?"), ("authors.3", "?"), ("authors.3.", "?"),
      ("authorsX.1.name", "?"), ("title", "T"),
    ])
    #expect(form.rows("authors").map { $0["name"] } == ["Two", "Ten"])
    #expect(form.rows("authors").first?["email"] == "two@example.org")
    #expect(form.indexedRows("authors").map(\.index) == [2, 10])
    #expect(form.rows("nothing").isEmpty)
  }

  @Test("Escapes are read as browsers write them, and stray percent signs stand for themselves")
  func escapes() throws {
    let form = try SubmittedForm(urlEncoded: Array("a=%C3%A9+b%2bc&p=100%&q=%zz%4&%61=x".utf8), limitFields: 10)
    #expect(form["a"] == "é b+c")
    #expect(form["p"] == "100%")
    #expect(form["q"] == "%zz%4")
    #expect(form.all("a") == ["é b+c", "x"])
  }

  @Test("Every line end becomes one newline")
  func lineEnds() throws {
    #expect(try SubmittedForm.text(Array("a\r\nb\rc\nd\r\n\r\ne\r\r\n".utf8), field: "f") == "a\nb\nc\nd\n\ne\n\n")
  }

  @Test("Invisible characters are left out of every field but passwords, however the form was sent")
  func invisible() throws {
    let form = try SubmittedForm(
      urlEncoded: Array("title=evil%E2%80%AEeltit&newPassword=a%E2%80%AEb&name=%D8%A7%E2%80%8C%D8%A8".utf8), limitFields: 9)
    #expect(form["title"] == "evileltit" && form["newPassword"] == "a\u{202E}b" && form["name"] == "ا\u{200C}ب")
    #expect(try SubmittedForm.text(Array("a\u{2067}\u{1B}\r\n\tb\u{C}c".utf8), field: "abstract") == "a\n\tb\nc")
    let fields = try SubmittedForm(urlEncoded: Array("title=%E2%80%AE".utf8), limitFields: 9).fields
    #expect(fields.map(\.value) == [""])
  }

  @Test("Text that isn't UTF-8 and text with NUL is refused, naming the field")
  func badText() {
    for bytes in [[0xFF, 0x41], [0xC3], [0xED, 0xA0, 0x80], [0x41, 0x00]] as [[UInt8]] {
      let refusal = #expect(throws: Refusal.self) { try SubmittedForm.text(bytes, field: "title") }
      guard case .invalid(let problems) = refusal else {
        Issue.record("not refused as invalid")
        continue
      }
      #expect(problems.map(\.field) == ["title"])
    }
  }

  @Test("More fields than allowed are refused")
  func tooManyFields() {
    #expect(throws: Refusal.self) { try SubmittedForm(urlEncoded: Array("a&b&c".utf8), limitFields: 2) }
  }

  @Test("Any bytes at all read or are refused")
  func anyBytes() {
    var random = SplitMix(state: 3)
    for _ in 0..<2_000 {
      let bytes = (0..<Int(random.next() % 40)).map { _ in UInt8(truncatingIfNeeded: random.next() % 3 == 0 ? 37 : random.next())
      }
      do throws(Refusal) { _ = try SubmittedForm(urlEncoded: bytes, limitFields: 5) } catch { continue }
    }
  }
}

import PeerReview
import Testing

@testable import Pages

@Suite("HTML that can hold nothing unescaped")
struct HTMLTests {
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "&lt;b&gt;", "</textarea><script>",
    "</title><svg onload=alert(1)>", "javascript:alert(1)", "\u{0}<b>\u{8}", "--><script>", "]]>", "\u{202E}evil",
    "`${alert(1)}`",
  ]

  @Test("Text between tags holds no markup, whatever was typed", arguments: hostile)
  func text(typed: String) {
    let html: HTML = "<p>\(typed)</p>"
    let inside = html.text.dropFirst(3).dropLast(4)
    #expect(!inside.contains("<") && !inside.contains(">"))
    #expect(inside.replacing("&", with: "").count < inside.count || !typed.contains("&"))
  }

  @Test("A quoted attribute can't be left, whatever was typed", arguments: hostile)
  func attribute(typed: String) {
    let html: HTML = "<input value=\"\(typed)\"\(attribute: "title", typed)>"
    #expect(html.text.filter { $0 == "\"" }.count == 4)
    #expect(!html.text.dropFirst(1).dropLast(1).contains("<"))
    #expect(!html.text.contains("'"))
  }

  @Test(
    "Prose: an empty line begins a paragraph, other ends of lines break it, whatever they are written with",
    arguments: [
      ("", ""), ("\n \r\n", ""), ("one", "<p>one</p>"), ("one\ntwo", "<p>one<br>two</p>"), ("one\r\ntwo", "<p>one<br>two</p>"),
      ("a\u{B}b\u{C}c\u{85}d\u{2029}â\u{2020}Â", "<p>a<br>b<br>c<br>d<br>â\u{2020}Â</p>"),
      ("\u{A0}\n\u{3000}\nword", "<p>word</p>"), ("one\rtwo\u{2028}é", "<p>one<br>two<br>é</p>"),
      ("one\r\n\r\ntwo\n", "<p>one</p><p>two</p>"),
      ("\n\none\n \t\n\n<two>", "<p>one</p><p>&lt;two&gt;</p>"),
    ])
  func paragraphs(typed: String, shown: String) {
    #expect(prose(typed).text == shown)
  }

  @Test("Each special character has its entity and nothing else changes")
  func entities() {
    let html: HTML = "\("a&b<c>d\"e'f é 漢 🙂")"
    #expect(html.text == "a&amp;b&lt;c&gt;d&quot;e&#39;f é 漢 🙂")
  }

  @Test("Control characters that HTML forbids become the replacement character; line breaks stay")
  func controls() {
    let html: HTML = "\("a\u{0}b\u{1B}c\nd\te")"
    #expect(html.text == "a\u{FFFD}b\u{FFFD}c\nd\te")
  }

  @Test("A string can't stand where a browser follows an address", arguments: hostile + ["/fine", "https://x.org"])
  func addresses(typed: String) {
    let link: HTML = "<a href=\"\(typed)\">x</a>"
    let image: HTML = "<img src=\"\(typed)\">"
    let form: HTML = "<form action=\"\(typed)\"><button formaction=\"\(typed)\">x</button></form>"
    let named: HTML = "<a\(attribute: "href", typed)>x</a>"
    #expect(link.text == "<a href=\"#\">x</a>")
    #expect(image.text == "<img src=\"#\">")
    #expect(form.text == "<form action=\"#\"><button formaction=\"#\">x</button></form>")
    #expect(named.text == "<a href=\"#\">x</a>")
  }

  @Test("Nested HTML is not escaped again, a missing one prints nothing")
  func nesting() {
    let inner: HTML = "<b>\("<")</b>"
    let nothing: HTML? = nil
    let html: HTML = "<p>\(inner)\(nothing)\([inner, inner])</p>"
    #expect(html.text == "<p><b>&lt;</b><b>&lt;</b><b>&lt;</b></p>")
  }

  @Test("Flags and attributes print only when they hold")
  func flags() {
    let html: HTML =
      "<input\(flag: "checked", true)\(flag: "disabled", false)\(attribute: "maxlength", 5)\(attribute: "id", nil as String?)>"
    #expect(html.text == "<input checked maxlength=\"5\">")
  }

  @Test("Numbers print as digits")
  func numbers() {
    let html: HTML = "\(-3) \(Int64.max) \(SubmissionNumber(17))"
    #expect(html.text == "-3 9223372036854775807 #17")
  }

  @Test("A class list holds the names whose condition holds")
  func classes() {
    let html: HTML = "<p class=\"\(ClassList("a").with("b", if: false).with("c"))\">"
    #expect(html.text == "<p class=\"a c\">")
  }
}

@Suite("Links")
struct LinkTests {
  @Test("A part that was filled in stays inside its path segment")
  func segments() {
    let link: Link = "/submissions/\("../admin?x=1#y/z é")/edit"
    #expect(link.text == "/submissions/..%2Fadmin%3Fx%3D1%23y%2Fz%20%C3%A9/edit")
  }

  @Test("A segment of dots can't climb", arguments: [".", ".."])
  func dots(segment: String) {
    let link: Link = "/submissions/\(segment)/edit"
    #expect(link.text == "/submissions/-/edit")
  }

  @Test(
    "Only http and https lead elsewhere",
    arguments: [
      "javascript:alert(1)", "JAVASCRIPT:alert(1)", " https://x.org", "https://x.org/a b", "data:text/html,x", "//x.org",
      "ftp://x.org",
      "http:x", "java\nscript:alert(1)", "vbscript:x", "",
    ])
  func elsewhere(address: String) {
    #expect(Link(web: address) == nil)
  }

  @Test("An http or https address is kept as it is", arguments: ["https://x.org/a?b=1&c=2", "HTTP://x.org"])
  func web(address: String) {
    #expect(Link(web: address)?.text == address)
  }

  @Test(
    "A local path can't name another host",
    arguments: [
      "//x.org", "/\\x.org", "x", "https://x.org", "", "/a\nb", "/a b", "\\\\x",
    ])
  func local(path: String) {
    #expect(Link(local: path) == nil)
  }

  @Test("A local path is kept as it is")
  func localKept() {
    #expect(Link(local: "/reviews?q=1")?.text == "/reviews?q=1")
  }
}

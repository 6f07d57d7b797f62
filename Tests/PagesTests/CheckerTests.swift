import Pages
import Testing

@Suite("The checker of markup")
struct CheckerTests {
  @Test("A page without a fault has none")
  func sound() {
    #expect(Markup("<p class=\"a\">x<br>y <b>z</b></p>").faults == [])
  }

  @Test(
    "An unclosed, crossed or unquoted tag is found",
    arguments: [
      "<p>x" as HTML, "<b><i>x</b></i>", "<p class=a>x</p>", "<p id=\"a\" id=\"b\">x</p>", "<p id=\"a\"class=\"b\">x</p>",
      "<form><form></form></form>", "<p><ul></ul></p>", "<p", "</p>",
    ])
  func faulty(html: HTML) {
    #expect(Markup(html).faults != [])
  }
}

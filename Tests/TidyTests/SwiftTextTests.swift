import Testing

@Suite("Taking Swift source apart")
struct SwiftTextTests {
  @Test("Comments and literals are blanked, lines stay")
  func blanked() {
    let text = SwiftText("let a = \"try!\" // try!\nlet b = 1 /* try! */\n")
    #expect(!text.code.contains("try!"))
    #expect(text.code.split(separator: "\n").map { $0.prefix(5) } == ["let a", "let b"])
  }

  @Test("What stands in an interpolation is code")
  func interpolated() {
    let text = SwiftText(#"let a = "x \(f("y", (1))!) z""#)
    #expect(text.code.contains("f(   , (1))!"))
    #expect(text.literals.map(\.text) == ["y", "x   z"])
  }

  @Test("Literals over several lines and raw ones end where they end")
  func longer() {
    let text = SwiftText("a(\"\"\"\n  SELECT \"b\"\n  \"\"\", #\"c\\(d\"e\"#); g()\n")
    #expect(text.literals.map(\.text) == ["\n  SELECT \"b\"\n  ", "c\\(d\"e"])
    #expect(text.literals.map(\.line) == [1, 3])
    #expect(text.code.hasSuffix("); g()\n"))
  }

  @Test("Bodies are measured from the declaration to its closing brace")
  func spans() {
    let code = """
      protocol P {
        func none() -> Int
        var x: Int { get }
      }
      func one(_ a: () -> Void = {}) {
        if true {}
      }
      init?(b: Int) { self.init(c: b) }
      """
    #expect(FunctionSpan.all(in: code).map(\.lines) == [1, 3, 1])
  }
}

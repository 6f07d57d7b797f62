import Testing

@Suite("Lengths")
struct LengthTests {
  private let files = SourceTree.sources + SourceTree.tests

  @Test("No file is longer than 500 lines")
  func longest() {
    #expect(longer(than: 500) == [])
  }

  @Test("Nineteen files in twenty are shorter than 350 lines")
  func most() {
    let long = longer(than: 349)
    #expect(long.count * 20 <= files.count, "\(long)")
  }

  @Test("Half the files are shorter than 90 lines")
  func median() throws {
    let lengths = files.map(\.lineCount).sorted()
    try #require(!lengths.isEmpty)
    #expect(lengths[lengths.count / 2] < 90)
  }

  @Test("No function is longer than 70 lines")
  func functions() {
    let long = files.flatMap { file in
      FunctionSpan.all(in: file.code).filter { $0.lines > 70 }.map { "\(file.path):\($0.line): \($0.lines) lines" }
    }
    #expect(long == [])
  }

  private func longer(than limit: Int) -> [String] {
    files.filter { $0.lineCount > limit }.map { "\($0.path): \($0.lineCount) lines" }
  }
}

import Testing

@Suite("The call, clause by clause")
struct CoverageTests {
  @Test("Every clause C1 to C24 has its row in docs/call-coverage.md")
  func clauses() throws {
    #expect(try CoverageRow.all().map(\.clause) == (1...24).map { "C\($0)" })
  }

  @Test("Every rule named there exists")
  func rules() throws {
    let texts = SourceTree.sources.map(\.code) + [try SourceTree.text("calls/mlsys-2026.yaml")]
    let code = Set(texts.flatMap(\.words))
    let missing = try CoverageRow.all().flatMap { row in
      row.rules.isEmpty
        ? ["\(row.clause) names no rule"]
        : row.rules.filter { rule in
          rule.contains("/") ? !SourceTree.exists(rule) : !rule.words.allSatisfy(code.contains)
        }.map { "\(row.clause): \($0)" }
    }
    #expect(missing == [])
  }

  @Test("Every clause has a test, or says that there is only data so far")
  func tests() throws {
    let sentences = Set(SourceTree.tests.flatMap { $0.literals.map(\.text) })
    let missing = try CoverageRow.all().flatMap { row in
      row.tests.isEmpty && !row.isDataOnly
        ? ["\(row.clause) has no test"] : row.tests.filter { !sentences.contains($0) }.map { "\(row.clause): \($0)" }
    }
    #expect(missing == [])
  }
}

/// One row of `docs/call-coverage.md`: `| C1 | what it says | rules in backquotes | tests in backquotes |`.
struct CoverageRow {
  let clause: String
  /// Paths (with a slash) and symbols or call file keys (without).
  let rules: [String]
  /// The sentences the tests are called by.
  let tests: [String]
  let isDataOnly: Bool

  static func all() throws -> [CoverageRow] {
    try SourceTree.text("docs/call-coverage.md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map { $0 }
      guard line.contains(/^\| C\d+ \|/), cells.count == 4 else { return nil }
      return CoverageRow(
        clause: cells[0].filter { !$0.isWhitespace }, rules: quoted(cells[2]), tests: quoted(cells[3]),
        isDataOnly: cells[3].contains("Data only so far"))
    }
  }

  private static func quoted(_ cell: Substring) -> [String] {
    cell.matches(of: /`([^`]+)`/).map { String($0.1) }
  }
}

extension String {
  /// Words of letters, digits, underscores and hyphens.
  fileprivate var words: [String] {
    split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }.map(String.init)
  }
}

import Testing

@Suite("Features, line by line")
struct FeatureTests {
  @Test("Every line of docs/features.md says where it lives and what proves it, or what is missing")
  func complete() throws {
    let rows = try FeatureRow.all()
    #expect(rows.count > 60)
    let bare = rows.filter { !$0.isMissing && ($0.places.isEmpty || $0.tests.isEmpty) }.map(\.what)
    #expect(bare == [])
  }

  @Test("Every test named there exists")
  func tests() throws {
    let sentences = Set(SourceTree.tests.flatMap { $0.literals.map(\.text) })
    let missing = try FeatureRow.all().flatMap { row in row.tests.filter { !sentences.contains($0) }.map { "\(row.what): \($0)" }
    }
    #expect(missing == [])
  }

  @Test("Every page, command, path and symbol named there exists")
  func places() throws {
    let routes = Set(SourceTree.sources.filter { $0.room == "Web" }.flatMap { $0.literals.map(\.text) })
    let commands = Set(SourceTree.sources.filter { $0.room == "lectern" }.flatMap { $0.literals.map(\.text) })
    let symbols = Set((SourceTree.sources.map(\.code) + [try SourceTree.text("calls/mlsys-2026.yaml")]).flatMap(\.symbols))
    let missing = try FeatureRow.all().flatMap { row in
      row.places.filter { place in
        if place.hasPrefix("/") { return !routes.contains(place) }
        if place.hasPrefix("lectern ") {
          return !place.split(separator: " ").dropFirst().allSatisfy { commands.contains(String($0)) }
        }
        return place.contains("/") ? !SourceTree.exists(place) : !place.symbols.allSatisfy(symbols.contains)
      }.map { "\(row.what): \($0)" }
    }
    #expect(missing == [])
  }
}

/// One row of `docs/features.md`: what, where in backquotes, tests in backquotes.
private struct FeatureRow {
  let what: String
  let places: [String]
  let tests: [String]
  /// Says so, in whole or for a part.
  let isMissing: Bool

  static func all() throws -> [FeatureRow] {
    try SourceTree.text("docs/features.md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map { String($0) }
      guard line.hasPrefix("| "), cells.count == 3, cells[0].trimmed != "What" else { return nil }
      return FeatureRow(
        what: cells[0].trimmed, places: quoted(cells[1]), tests: quoted(cells[2]), isMissing: cells[1].contains("missing"))
    }
  }

  private static func quoted(_ cell: String) -> [String] {
    cell.matches(of: /`([^`]+)`/).map { String($0.1) }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  fileprivate var symbols: [String] {
    split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }.map(String.init)
  }
}

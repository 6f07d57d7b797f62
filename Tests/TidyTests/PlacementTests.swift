import Testing

@Suite("What stands where")
struct PlacementTests {
  @Test("SQL stands only in Store")
  func sql() {
    let statement =
      #/
      \b (?: SELECT\b [\s\S]*? \bFROM | INSERT\s+INTO | UPDATE\s+\w+\s+SET | DELETE\s+FROM | CREATE\s+(?:TABLE|INDEX) ) \b
      /#
    let strays = SourceTree.sources.filter { $0.room != "Store" }.flatMap { file in
      file.literals.filter { $0.text.contains(statement) }.map { "\(file.path):\($0.line)" }
    }
    #expect(strays == [])
  }

  @Test("Nothing traps on purpose: no try!, as!, force unwrap or fatalError")
  func traps() {
    #expect(places(of: /\btry!|\bas!|[\w)\]}?]!(?![=])|\b(?:fatalError|preconditionFailure|assertionFailure)\b/) == [])
  }

  @Test("Only the command-line programs print")
  func printing() {
    #expect(
      places(
        of: /(?:^|[^\w.])(?:debugPrint|print)\(/,
        outside: ["lectern", "lectern-bench", "lectern-bench-screening", "lectern-inspect"]) == [])
  }

  @Test("Clock and randomness come only from where they are injected")
  func injected() {
    let sources =
      #/
      \bDate\(\) | \bDate\.now\b | \bUUID\(\) | \.random\(in:(?![^)]*using:) | \.randomElement\(\) | \.shuffled?\(\)
      | \bSystemRandomNumberGenerator\b
      /#
    #expect(places(of: sources).filter { !$0.hasPrefix("Sources/Conference/House/Injected.swift:") } == [])
  }

  @Test("No type is called a manager, helper, utility, service, info, data or common")
  func names() {
    let types =
      #/
      \b (?: struct|class|enum|actor|protocol|typealias ) \s+
      \w* (?: Manager|Helper|Util|Utility|Service|Info|Data|Common|Misc ) s?\b
      /#
    #expect(places(of: types) == [])
  }

  private func places<Output>(of pattern: Regex<Output>, outside rooms: Set<String> = []) -> [String] {
    SourceTree.sources.filter { !rooms.contains($0.room) }.flatMap { $0.places(of: pattern) }
  }
}

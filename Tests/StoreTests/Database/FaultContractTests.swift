import PeerReview
import Store
import Testing

@Suite("Every database names its faults alike")
struct FaultContractTests {
  static let violations: [(SQL, StoreFault)] = [
    ("INSERT INTO parent (id, rank) VALUES (\("p"), \(2))", .uniqueViolation),
    ("INSERT INTO parent (id, rank) VALUES (\("q"), \(1))", .uniqueViolation),
    ("INSERT INTO child (id, parent) VALUES (\("d"), \("nobody"))", .foreignKey),
    ("DELETE FROM parent WHERE id = \("p")", .foreignKey),
    ("INSERT INTO parent (id, rank) VALUES (\("r"), \(-1))", .check),
    ("INSERT INTO parent (id, rank) VALUES (\("r"), \(nil as Int?))", .check),
  ]

  @Test("Broken constraints", arguments: Adapter.allCases)
  func constraints(_ adapter: Adapter) async throws {
    try await adapter.withDatabase { database throws in
      try await database.write { session in
        try session.execute(
          "CREATE TABLE parent (id TEXT NOT NULL PRIMARY KEY, rank BIGINT NOT NULL UNIQUE CHECK (rank >= 0))")
        try session.execute("CREATE TABLE child (id TEXT NOT NULL PRIMARY KEY, parent TEXT REFERENCES parent (id))")
        try session.execute("INSERT INTO parent (id, rank) VALUES (\("p"), \(1))")
        try session.execute("INSERT INTO child (id, parent) VALUES (\("c"), \("p"))")
      }
      for (sql, fault) in Self.violations {
        await #expect(throws: fault, "\(sql.text)") { try await database.write { _ = try $0.execute(sql) } }
      }
    }
  }

  @Test("A statement that makes no sense is another fault, told without the values", arguments: Adapter.allCases)
  func nonsense(_ adapter: Adapter) async throws {
    try await adapter.withDatabase { database throws in
      do {
        try await database.write { _ = try $0.execute("UPDATE nowhere SET a = \("a secret")") }
        Issue.record("an unknown table was accepted")
      } catch StoreFault.other(let text) {
        #expect(text.contains("nowhere"))
        #expect(!text.contains("a secret"))
      }
    }
  }

  @Test("Columns are read as what they are or not at all", arguments: Adapter.allCases)
  func columns(_ adapter: Adapter) async throws {
    try await adapter.withDatabase { database throws in
      func read(_ column: @escaping @Sendable (Row) throws -> Void) async throws {
        try await database.read { session in
          _ = try session.rows("SELECT \("text"), CAST(\(2) AS BIGINT), NULL") { try column($0) }
        }
      }
      try await read { row throws in
        #expect(try row.text(0) == "text")
        #expect(try row.int(1) == 2)
        #expect(try row.intOrNull(2) == nil)
        #expect(try row.textOrNull(2) == nil)
        #expect(try row.idOrNull(2, of: Self.self) == nil)
      }
      let wrong: [@Sendable (Row) throws -> Void] = [
        { _ = try $0.int(0) }, { _ = try $0.text(1) }, { _ = try $0.text(2) }, { _ = try $0.bool(1) },
        { _ = try $0.bytes(0) }, { _ = try $0.text(3) }, { _ = try $0.textOrNull(-1) }, { _ = try $0.instant(0) },
      ]
      for column in wrong {
        do {
          try await read(column)
          Issue.record("a column was read as what it isn't")
        } catch StoreFault.column {}
      }
    }
  }
}

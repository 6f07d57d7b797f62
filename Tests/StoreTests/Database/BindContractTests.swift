import PeerReview
import Testing

@testable import Store

@Suite("Values stay values")
struct BindContractTests {
  enum Paper {}

  @Test("Interpolations become numbered binds")
  func numbered() {
    let name: String? = nil
    let sql: SQL = "SELECT 1 WHERE a = \("x") AND b = \(2) AND c = \(true) AND d = \(name) AND e = \(Instant(seconds: 3))"
    #expect(sql.text == "SELECT 1 WHERE a = $1 AND b = $2 AND c = $3 AND d = $4 AND e = $5")
    #expect(sql.binds == [.text("x"), .integer(2), .boolean(true), .null, .integer(3_000_000)])
  }

  @Test("Pieces are embedded with their binds renumbered, lists are never empty")
  func composed() {
    let inner: SQL = "b = \(2) OR c IN \(list: ["x", "y"])"
    let sql: SQL = "SELECT 1 WHERE a = \(1) AND (\(raw: inner)) AND d = \(ID<Paper>("p")) AND e IN \(list: [] as [String])"
    #expect(sql.text == "SELECT 1 WHERE a = $1 AND (b = $2 OR c IN ($3,$4)) AND d = $5 AND e IN (NULL)")
    #expect(sql.binds == [.integer(1), .integer(2), .text("x"), .text("y"), .text("p")])
  }

  @Test("Lists of few lengths make few texts, which are prepared once; long ones are not kept")
  func listed() {
    func asked(_ count: Int) -> SQL { "SELECT 1 WHERE a IN \(list: Array(1...count))" }
    #expect(asked(5).text == "SELECT 1 WHERE a IN ($1,$2,$3,$4,$5,$6,$7,$8)" && asked(5).text == asked(8).text)
    #expect(asked(5).binds == [1, 2, 3, 4, 5, 5, 5, 5].map { .integer($0) })
    #expect(Set((1...128).map { asked($0).text }).count == 8 && asked(128).isReused)
    #expect(asked(129).binds.count == 129 && !asked(129).isReused)
  }

  @Test("Every kind of value comes back as it went in", arguments: Adapter.allCases)
  func roundTrip(_ adapter: Adapter) async throws {
    try await adapter.withDatabase { database throws in
      let bytes: [UInt8] = [0, 255, 39, 0]
      let moment = Instant(microseconds: 1_757_966_400_123_456)
      try await database.write { session in
        try session.execute("CREATE TABLE kept (t TEXT, i BIGINT, f BOOLEAN, b \(raw: adapter.bytesType), m BIGINT, o TEXT)")
        try session.execute(
          "INSERT INTO kept (t, i, f, b, m, o) VALUES (\("é𝄞"), \(Int64.min), \(true), \(bytes), \(moment), \(nil as String?))")
      }
      try await database.read { session throws in
        let count = try session.rows("SELECT t, i, f, b, m, o FROM kept WHERE f") { row throws in
          #expect(try row.text(0) == "é𝄞")
          #expect(try row.int64(1) == .min)
          #expect(try row.bool(2))
          #expect(try row.bytes(3) == bytes)
          #expect(try row.instant(4) == moment)
          #expect(try row.textOrNull(5) == nil)
        }.count
        #expect(count == 1)
      }
    }
  }

  static let attempts = [
    "'; DROP TABLE account; --", "A' OR '1'='1", "$1", "\\", "%", "' || (SELECT id FROM account) || '", "\u{202E}A", "\"", "",
  ]

  @Test("What looks like SQL is stored and found as plain text", arguments: Adapter.allCases)
  func injection(_ adapter: Adapter) async throws {
    try await adapter.withAccounts { database throws in
      for attempt in Self.attempts {
        #expect(try await database.read { try $0.balance(attempt) } == nil)
        try await database.write { _ = try $0.execute("INSERT INTO account (id, balance) VALUES (\(attempt), \(1))") }
        #expect(try await database.read { try $0.balance(attempt) } == 1)
      }
      let found = try await database.read { session in
        try session.count("SELECT count(*) FROM account WHERE id IN \(list: Self.attempts)")
      }
      #expect(found == Self.attempts.count)
      #expect(try await database.read { try $0.count("SELECT count(*) FROM account") } == Self.attempts.count + 2)
    }
  }

  @Test("Text with a NUL character is refused, not cut", arguments: Adapter.allCases)
  func nul(_ adapter: Adapter) async throws {
    try await adapter.withAccounts { database throws in
      await #expect(throws: StoreFault.self) {
        try await database.write { _ = try $0.execute("INSERT INTO account (id, balance) VALUES (\("A\0B"), \(1))") }
      }
      #expect(try await database.read { try $0.count("SELECT count(*) FROM account") } == 2)
    }
  }

  @Test("Statements of the same text can run inside one another, with other values", arguments: Adapter.allCases)
  func nested(_ adapter: Adapter) async throws {
    try await adapter.withAccounts { database throws in
      @Sendable func ids(_ session: Session, from least: Int) throws -> [String] {
        try session.rows("SELECT id FROM account WHERE balance >= \(least) ORDER BY id NULLS FIRST") { row in
          let id = try row.text(0)
          return least == 0 ? id + (try ids(session, from: 1)).joined() : id
        }
      }
      #expect(try await database.read { try ids($0, from: 0) } == ["AA", "BA"])
    }
  }

  @Test("Empty text and no bytes are values that can be asked for", arguments: Adapter.allCases)
  func empty(_ adapter: Adapter) async throws {
    try await adapter.withDatabase { database throws in
      let found = try await database.read { session in
        try session.rows("SELECT \("") = '', length(\([] as [UInt8])), \(nil as String?) IS NULL") {
          (try $0.bool(0), try $0.int(1), try $0.bool(2))
        }
      }
      #expect(found.count == 1 && found[0] == (true, 0, true))
    }
  }

  @Test("What is asked for once is found again, for each value, until something is written", arguments: Adapter.allCases)
  func once(_ adapter: Adapter) async throws {
    try await adapter.withAccounts { database throws in
      try await database.write { session throws in
        var decoded = 0
        func balances(of id: String) throws -> [Int] {
          try session.rows(once: "SELECT balance FROM account WHERE id = \(id)") { row in
            decoded += 1
            return try row.int(0)
          }
        }
        let before = try balances(of: "A") + balances(of: "A") + balances(of: "B")
        #expect(before.count == 3 && before[0] == before[1] && decoded == 2)
        try session.execute("UPDATE account SET balance = balance + 1 WHERE id = \("A")")
        #expect(try balances(of: "A") == [before[0] + 1] && decoded == 3)
        _ = try session.rows("DELETE FROM account WHERE id = \("A") RETURNING id") { try $0.text(0) }
        #expect(try balances(of: "A") == [])
      }
    }
  }

  @Test("A changed-row count tells what the statement changed", arguments: Adapter.allCases)
  func counts(_ adapter: Adapter) async throws {
    try await adapter.withAccounts { database throws in
      let counts = try await database.write { session in
        [
          try session.execute("UPDATE account SET balance = balance + 1"),
          try session.execute("CREATE TABLE other (id TEXT)"),
          try session.execute("UPDATE account SET balance = \(0) WHERE id = \("nobody")"),
          try session.execute("INSERT INTO account (id, balance) VALUES (\("A"), \(1)) ON CONFLICT DO NOTHING"),
          try session.rows("DELETE FROM account RETURNING id") { try $0.text(0) }.count,
        ]
      }
      #expect(counts == [2, 0, 0, 0, 2])
    }
  }

  @Test("exists, first and count answer about no rows too", arguments: Adapter.allCases)
  func conveniences(_ adapter: Adapter) async throws {
    try await adapter.withAccounts { database throws in
      try await database.read { session throws in
        #expect(try session.exists("SELECT 1 FROM account WHERE id = \("A")"))
        #expect(try !session.exists("SELECT 1 FROM account WHERE id = \("nobody")"))
        #expect(try session.first("SELECT id FROM account WHERE id = \("nobody")") { try $0.text(0) } == nil)
        #expect(try session.count("SELECT count(*) FROM account WHERE id = \("nobody")") == 0)
      }
    }
  }
}

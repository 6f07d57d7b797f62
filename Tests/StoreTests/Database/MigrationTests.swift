import PeerReview
import Store
import Testing

@Suite("Migrations")
struct MigrationTests {
  private let first = Migration(number: 1, name: "papers", statements: ["CREATE TABLE paper (id TEXT NOT NULL PRIMARY KEY)"])
  private let second = Migration(
    number: 2, name: "titles",
    statements: ["ALTER TABLE paper ADD COLUMN title TEXT", "INSERT INTO paper (id, title) VALUES ('p', 't')"])
  private let now = Instant(seconds: 1_757_966_400)

  private func migrate(_ database: any Database, _ migrations: [Migration]) async throws -> [Int] {
    let now = now
    return try await database.write { try Schema.migrate($0, migrations, at: now) }
  }

  @Test("Each is applied once, in order, and dated", arguments: Adapter.allCases)
  func idempotent(_ adapter: Adapter) async throws {
    try await adapter.withDatabase { database throws in
      #expect(try await migrate(database, [first]) == [1])
      #expect(try await migrate(database, [first]) == [])
      #expect(try await migrate(database, [first, second]) == [2])
      #expect(try await migrate(database, [first, second]) == [])
      let recorded = try await database.read { session in
        try session.rows("SELECT name, applied_at FROM schema_migration ORDER BY number NULLS FIRST") {
          "\(try $0.text(0)) \(try $0.instant(1).seconds)"
        }
      }
      #expect(recorded == ["papers 1757966400", "titles 1757966400"])
      #expect(try await database.read { try $0.count("SELECT count(*) FROM paper") } == 1)
    }
  }

  @Test("A database of a newer program, or of another history, is refused and left as it is", arguments: Adapter.allCases)
  func refused(_ adapter: Adapter) async throws {
    try await adapter.withDatabase { database throws in
      _ = try await migrate(database, [first, second])
      await #expect(throws: StoreFault.newerSchema(database: 2, program: 1)) { _ = try await migrate(database, [first]) }
      let other = Migration(number: 1, name: "posters", statements: [])
      await #expect(throws: StoreFault.differentSchema(migration: 1)) { _ = try await migrate(database, [other, second]) }
      await #expect(throws: StoreFault.self) { _ = try await migrate(database, [second]) }
      #expect(try await migrate(database, [first, second]) == [])
    }
  }

  @Test("One that fails leaves the schema as it was", arguments: Adapter.allCases)
  func failing(_ adapter: Adapter) async throws {
    try await adapter.withDatabase { database throws in
      _ = try await migrate(database, [first])
      let broken = Migration(number: 2, name: "broken", statements: ["CREATE TABLE half (id TEXT)", "CREATE NONSENSE"])
      await #expect(throws: StoreFault.self) { _ = try await migrate(database, [first, broken]) }
      await #expect(throws: StoreFault.self) { _ = try await database.read { try $0.count("SELECT count(*) FROM half") } }
      #expect(try await migrate(database, [first, second]) == [2])
    }
  }

  @Test("Counts of findings and claims are read once from what an earlier program stored", arguments: Adapter.allCases)
  func counts(_ adapter: Adapter) async throws {
    try await adapter.withDatabase { database throws in
      _ = try await migrate(database, Array(Schema.migrations.prefix(4)))
      let report = #"{"findings":[{"severity":"block","text":"a \"severity\":\"block\" quoted"},{"severity":"warn"}]}"#
      let answers =
        #"{"declarationTexts":{},"declarations":{},"exceptions":{"journal-version":"Half is new."},"preprint":"","statements":{}}"#
      try await database.write { session in
        try session.execute("INSERT INTO call (id, created_at) VALUES ('c', 1)")
        try session.execute(
          """
          INSERT INTO person (id, email, name, affiliation, orcid, time_zone, created_at)
          VALUES ('p', 'p@x.org', '', '', '', '', 1)
          """)
        try session.execute(
          """
          INSERT INTO submission (id, call_id, number, form_key, created_by, created_at, current_version)
          VALUES ('s', 'c', 1, 'k', 'p', 1, 2)
          """)
        for (version, answers) in [(1, #"{"exceptions":{}}"#), (2, answers)] {
          try session.execute(
            """
            INSERT INTO submission_version
              (submission_id, version, track, title, abstract, keywords, topics, answers, by_person, at)
            VALUES ('s', \(version), 't', '', '', '[]', '[]', \(answers), 'p', 1)
            """)
        }
        try session.execute(
          """
          INSERT INTO manuscript (id, submission_id, slot, version, sha256, size_bytes, by_person, at)
          VALUES ('m', 's', 'manuscript', 1, 'aa', 1, 'p', 1)
          """)
        try session.execute("INSERT INTO screening (manuscript_id, report, at) VALUES ('m', \(report), 1)")
      }
      _ = try await migrate(database, Schema.migrations)
      let counts = try await database.read { try $0.screening(of: ID("m"))?.counts }
      #expect(counts == FindingCounts(violations: 1, warnings: 1))
      let claims = try await database.read { try $0.claims(in: ID("c"), chairedBy: "").map(\.submission.text) }
      #expect(claims == ["s"])
    }
  }

  @Test("A record of reveals that an earlier program wrote goes on, whole, in a file of its own", arguments: Adapter.allCases)
  func reveals(_ adapter: Adapter) async throws {
    try await adapter.withDatabase { database throws in
      _ = try await migrate(database, Array(Schema.migrations.prefix(43)))
      @Sendable func row(_ seconds: Int64) -> RevealRow {
        RevealRow(
          at: .after(seconds), call: ID("c"), person: ID("p"), entitlement: "chair", page: "submissions", secrets: [.authors],
          papers: [SubmissionNumber(17)])
      }
      try await database.write { session in
        try session.execute("INSERT INTO call (id, created_at) VALUES ('c', 1)")
        try session.execute(
          """
          INSERT INTO person (id, email, name, affiliation, orcid, time_zone, created_at)
          VALUES ('p', 'p@x.org', '', '', '', '', 1)
          """)
        for seconds in [1, 2] as [Int64] { try session.record(row(seconds)) }
      }
      let now = now
      for expected in [[44], [45], []] {
        let done = try await database.write {
          try Schema.migrate($0, Array(Schema.migrations.prefix(45)), at: now, stopsApart: true)
        }
        #expect(done == expected)
        #expect(try await database.read { try $0.reveals(of: ID("c"), limit: 9, offset: 0) } == [row(2), row(1)])
      }
      try await database.write { try $0.record(row(3)) }
      #expect(try await database.read { try $0.firstBrokenReveal() } == nil)
      #expect(try await database.read { try $0.reveals(of: ID("c"), limit: 9, offset: 0).count } == 3)
    }
  }
}

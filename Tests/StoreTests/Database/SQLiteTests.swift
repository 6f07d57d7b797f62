import Foundation
import PeerReview
import Store
import Synchronization
import Testing

@Suite("SQLite in a data folder")
struct SQLiteTests {
  private func setting(_ pragma: SQL, _ database: SQLiteDatabase) async throws -> Int? {
    let sql = pragma.perEngine
    return try await database.write { try $0.first(sql) { try $0.int(0) } }
  }

  private func fill(_ database: SQLiteDatabase, _ id: Int, sizeBytes: Int) async throws {
    let bytes = [UInt8](repeating: 7, count: sizeBytes)
    try await database.write { _ = try $0.execute("INSERT INTO heavy (id, bytes) VALUES (\(id), \(bytes))") }
  }

  @Test("The writer syncs every commit, checks references and leaves checkpoints to us")
  func settings() async throws {
    try await withFolder { folder in
      let database = try SQLiteDatabase(folder: folder)
      #expect(try await setting("PRAGMA synchronous", database) == 2)
      #expect(try await setting("PRAGMA foreign_keys", database) == 1)
      #expect(try await setting("PRAGMA wal_autocheckpoint", database) == 0)
      let mode: SQL = "PRAGMA journal_mode"
      #expect(try await database.write { try $0.first(mode.perEngine) { try $0.text(0) } } == "wal")
      try await database.close()

      let rehearsal = try SQLiteDatabase(folder: folder, durability: .rehearsal)
      #expect(try await setting("PRAGMA synchronous", rehearsal) == 0)
      try await rehearsal.close()
    }
  }

  @Test("What was written is there after reopening, with the log folded in")
  func reopened() async throws {
    try await withFolder { folder in
      let database = try SQLiteDatabase(folder: folder)
      try await database.write { session in
        try session.execute("CREATE TABLE heavy (id BIGINT PRIMARY KEY, bytes BLOB)")
      }
      for id in 0..<20 { try await fill(database, id, sizeBytes: 100_000) }
      try await database.close()
      let log = try? FileManager.default.attributesOfItem(atPath: folder + "/lectern.sqlite-wal")[.size] as? Int
      #expect((log ?? 0) == 0)

      let again = try SQLiteDatabase(folder: folder)
      #expect(try await again.read { try $0.count("SELECT count(*) FROM heavy WHERE length(bytes) = \(100_000)") } == 20)
      try await again.close()
    }
  }

  @Test("A second opening of a folder in use is refused and names the folder; after closing it works")
  func locked() async throws {
    try await withFolder { folder in
      let database = try SQLiteDatabase(folder: folder)
      #expect(throws: StoreFault.locked(folder: folder)) { try SQLiteDatabase(folder: folder) }
      #expect(StoreFault.locked(folder: folder).description.contains(folder))
      try await database.close()
      try await SQLiteDatabase(folder: folder).close()
    }
  }

  @Test("Another process finds the folder locked")
  func lockedForOthers() async throws {
    let flock = "/usr/bin/flock"
    guard FileManager.default.isExecutableFile(atPath: flock) else { return }
    try await withFolder { folder in
      func other() throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: flock)
        process.arguments = ["--nonblock", "--conflict-exit-code", "9", folder + "/lectern.lock", "true"]
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
      }
      let database = try SQLiteDatabase(folder: folder)
      #expect(try other() == 9)
      try await database.close()
      #expect(try other() == 0)
    }
  }

  @Test("A full disk refuses the write, keeps what was there, and the database works once there is room")
  func diskFull() async throws {
    try await withFolder { folder in
      let database = try SQLiteDatabase(folder: folder)
      try await database.write { try $0.execute("CREATE TABLE heavy (id BIGINT PRIMARY KEY, bytes BLOB)") }
      try await fill(database, 1, sizeBytes: 50_000)
      _ = try await setting("PRAGMA max_page_count = 40", database)
      await #expect(throws: StoreFault.diskFull) { try await fill(database, 2, sizeBytes: 500_000) }
      #expect(try await database.read { try $0.count("SELECT count(*) FROM heavy") } == 1)
      try await fill(database, 3, sizeBytes: 10)
      _ = try await setting("PRAGMA max_page_count = 1000000", database)
      try await fill(database, 2, sizeBytes: 500_000)
      #expect(try await database.read { try $0.count("SELECT count(*) FROM heavy") } == 3)
      try await database.close()
    }
  }

  @Test("On a full disk concurrent writes are there exactly when they returned")
  func diskFullTogether() async throws {
    try await withFolder { folder in
      let database = try SQLiteDatabase(folder: folder)
      try await database.write { try $0.execute("CREATE TABLE heavy (id BIGINT PRIMARY KEY, bytes BLOB)") }
      _ = try await setting("PRAGMA max_page_count = 60", database)
      let returned = await withTaskGroup(of: Int?.self) { group in
        for id in 0..<40 {
          group.addTask { (try? await fill(database, id, sizeBytes: id % 4 == 0 ? 300_000 : 4_000)) == nil ? nil : id }
        }
        return await group.reduce(into: [Int]()) { if let id = $1 { $0.append(id) } }
      }
      let kept = try await database.read { session in
        try session.rows("SELECT id FROM heavy ORDER BY id NULLS FIRST") { try $0.int(0) }
      }
      #expect(kept == returned.sorted())
      #expect(kept.allSatisfy { $0 % 4 != 0 })
      try await database.close()
    }
  }

  @Test("What the planner knows of a table follows it when it is opened and as it grows, and other connections learn of it")
  func statistics() async throws {
    try await withFolder { folder in
      func rows(_ database: SQLiteDatabase) async throws -> String? {
        let known: SQL = "SELECT stat FROM sqlite_stat1 WHERE tbl = 'heavy'"
        return try await database.read { try $0.first(known.perEngine) { try $0.text(0) } }
      }
      let first = try SQLiteDatabase(folder: folder, durability: .rehearsal)
      try await first.write { try $0.execute("CREATE TABLE heavy (id BIGINT PRIMARY KEY, bytes BLOB)") }
      for id in 1...3 { try await fill(first, id, sizeBytes: 10) }
      try await first.close()

      let database = try SQLiteDatabase(folder: folder, durability: .rehearsal)
      #expect(try await rows(database) == "3 1")
      let schema: SQL = "PRAGMA schema_version"
      let before = try await database.read { try $0.first(schema.perEngine) { try $0.int(0) } }
      for id in 4...23 { try await fill(database, id, sizeBytes: 1 << 20) }
      let after = try await rows(database)
      #expect(after?.hasSuffix(" 1") == true && after != "3 1")
      #expect(try await database.read { try $0.first(schema.perEngine) { try $0.int(0) } } != before)
      try await database.close()
    }
  }

  @Test("A backup is a database of its own that replaces the last one")
  func backup() async throws {
    try await withFolder { folder in
      let database = try SQLiteDatabase(folder: folder + "/data")
      try await database.write { try $0.execute("CREATE TABLE heavy (id BIGINT PRIMARY KEY, bytes BLOB)") }
      let copies = folder + "/copy"
      try FileManager.default.createDirectory(atPath: copies, withIntermediateDirectories: true)
      for id in 1...2 {
        try await fill(database, id, sizeBytes: 1_000)
        try await database.backup(into: copies)
      }
      try await fill(database, 3, sizeBytes: 1_000)
      #expect(try FileManager.default.contentsOfDirectory(atPath: copies).sorted() == ["lectern.sqlite", "reveals.sqlite"])
      let copy = try SQLiteDatabase(folder: copies)
      #expect(try await copy.read { try $0.count("SELECT count(*) FROM heavy") } == 2)
      try await copy.close()
      await #expect(throws: StoreFault.self) { try await database.backup(into: folder + "/nowhere") }
      try await fill(database, 4, sizeBytes: 1_000)
      try await database.close()
      await #expect(throws: StoreFault.self) { try await database.backup(into: copies) }
    }
  }

  @Test("The log is folded in as it grows, while readers go on")
  func logStaysSmall() async throws {
    try await withFolder { folder in
      let database = try SQLiteDatabase(folder: folder, durability: .rehearsal)
      try await database.write { try $0.execute("CREATE TABLE heavy (id BIGINT PRIMARY KEY, bytes BLOB)") }
      for id in 0..<120 {
        try await fill(database, id, sizeBytes: 1_000_000)
        _ = try await database.read { try $0.count("SELECT count(*) FROM heavy") }
      }
      let log = try FileManager.default.attributesOfItem(atPath: folder + "/lectern.sqlite-wal")[.size] as? Int
      #expect(try #require(log) < 64 << 20)
      try await database.close()
    }
  }

  @Test("Only the owner of the server can read the database, its log and its backups")
  func modes() async throws {
    try await withFolder { folder in
      let database = try SQLiteDatabase(folder: folder)
      try await database.write { try $0.execute("CREATE TABLE heavy (id BIGINT PRIMARY KEY, bytes BLOB)") }
      let names = ["lectern.sqlite", "reveals.sqlite"]
      try FileManager.default.createDirectory(atPath: folder + "/copy", withIntermediateDirectories: true)
      try await database.backup(into: folder + "/copy")
      for name in names + names.map({ $0 + "-wal" }) + names.map({ "copy/" + $0 }) {
        let mode = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.posixPermissions] as? Int
        #expect(mode == 0o600, "\(name)")
      }
      try await database.close()
    }
  }

  @Test("The hook sees each statement's text and none of its values")
  func hook() async throws {
    let seen = Mutex<[String]>([])
    let database = try SQLiteDatabase.inMemory(onStatement: { text in seen.withLock { $0.append(text) } })
    try await database.read { _ = try $0.exists("SELECT 1 WHERE 'a' = \("a secret")") }
    #expect(seen.withLock { $0 } == ["SELECT 1 WHERE EXISTS (SELECT 1 WHERE 'a' = $1)"])
  }

  @Test("A file that isn't a database is told as damage")
  func damaged() async throws {
    try await withFolder { folder in
      try Data(repeating: 65, count: 8_192).write(to: URL(fileURLWithPath: folder + "/lectern.sqlite"))
      do {
        _ = try SQLiteDatabase(folder: folder)
        Issue.record("it was opened")
      } catch StoreFault.corrupt {}
    }
  }
}

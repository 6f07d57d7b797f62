import Foundation
import Store
import Testing

/// One way to have a database. PostgreSQL joins this list; every test over `Adapter.allCases` is its contract.
enum Adapter: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case sqliteFile = "SQLite in a folder"
  case sqliteMemory = "SQLite in memory"

  var testDescription: String { rawValue }

  /// The column type for bytes: the one type the engines name differently.
  var bytesType: SQL { "BLOB" }

  /// Runs `body` on an empty database and closes it.
  func withDatabase(_ body: (any Database) async throws -> Void) async throws {
    switch self {
    case .sqliteFile:
      try await withFolder { folder in
        let database = try SQLiteDatabase(folder: folder, checksSubset: true)
        try await body(database)
        try await database.close()
      }
    case .sqliteMemory:
      let database = try SQLiteDatabase.inMemory()
      try await body(database)
      try await database.close()
    }
  }

  /// As above, with the table `account (id TEXT, balance INTEGER)` holding A: 100 and B: 0.
  func withAccounts(_ body: (any Database) async throws -> Void) async throws {
    try await withDatabase { database in
      try await database.write { session in
        try session.execute(
          "CREATE TABLE account (id TEXT NOT NULL PRIMARY KEY, balance BIGINT NOT NULL CHECK (balance >= 0))")
        try session.execute("INSERT INTO account (id, balance) VALUES (\("A"), \(100)), (\("B"), \(0))")
      }
      try await body(database)
    }
  }
}

/// Runs `body` with the path of an empty folder of its own, removed afterwards.
func withFolder(_ body: (String) async throws -> Void) async throws {
  let folder = NSTemporaryDirectory() + "lectern-store-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try await body(folder)
}

extension Session {
  func balance(_ id: String) throws -> Int? {
    try first("SELECT balance FROM account WHERE id = \(id)") { try $0.int(0) }
  }
}

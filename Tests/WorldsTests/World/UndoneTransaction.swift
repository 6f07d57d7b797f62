import GRDB

@testable import Store

extension SQLiteDatabase {
  /// Runs `body` in a transaction that is undone, on the thread that asks: a hundred thousand requests have no time for
  /// the queue in which writes wait for each other, nor for the pragma by which a connection that also writes is kept from
  /// writing. That one lets SQLite forget every statement it has prepared.
  func runAndUndo<Value>(_ body: (Session) throws -> Value) throws -> Value {
    do {
      return try engine.writeWithoutTransaction { connection in
        try connection.run("BEGIN")
        defer { if connection.isInsideTransaction { try? connection.run("ROLLBACK") } }
        return try SQLiteSession.run(connection, watch, body)
      }
    } catch {
      throw StoreFault.from(error)
    }
  }
}

import Dispatch
import GRDB
import Synchronization

/// The connection that appends to the record of reveals, on the thread of whoever looks.
///
/// Nearly every page of the committee ends with a line of this record. Through the writer's queue the line cost a fifth of such a page:
/// two changes of thread and a sync each. See decision 018.
final class RevealWriter: Sendable {
  private static let syncedWithin = DispatchTimeInterval.seconds(1)
  private let engine: DatabaseQueue
  private let watch: StatementWatch
  private let log: WriteAheadLog
  private let path: String
  private let durability: SQLiteDatabase.Durability
  private let isSyncDue = Mutex(false)

  /// `engine` has the record of reveals at `path` for its main file, and nobody else writes to it.
  init(_ engine: DatabaseQueue, at path: String, _ watch: StatementWatch, _ durability: SQLiteDatabase.Durability) {
    self.engine = engine
    self.path = path
    self.watch = watch
    self.durability = durability
    log = WriteAheadLog(of: "main", at: path)
  }

  /// Runs one transaction. What it wrote survives the end of the process when this returns, and the loss of power within a second.
  func write<Value>(_ body: (Session) throws -> Value) throws -> Value {
    do {
      let value = try engine.unsafeRead { connection in
        let value = try committed(connection, body)
        _ = log.written(1, connection)
        return value
      }
      if durability == .full { syncSoon() }
      return value
    } catch {
      throw StoreFault.from(error)
    }
  }

  private func committed<Value>(_ connection: GRDB.Database, _ body: (Session) throws -> Value) throws -> Value {
    try connection.run("BEGIN IMMEDIATE")
    do {
      let value = try SQLiteSession.run(connection, watch, body)
      try connection.run("COMMIT")
      return value
    } catch {
      if connection.isInsideTransaction { try? connection.rollback() }
      throw error
    }
  }

  /// A sync that fails loses nothing the process knows of: the system still has it, and the next one tries again.
  private func syncSoon() {
    let isFirst = isSyncDue.withLock { due in
      defer { due = true }
      return !due
    }
    guard isFirst else { return }
    // Without holding on to the folder's lock; whoever closes the database syncs, too.
    DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + Self.syncedWithin) { [weak self] in
      guard let self else { return }
      isSyncDue.withLock { $0 = false }
      try? Folder.syncFile(path + "-wal")
    }
  }

  func close() throws {
    engine.unsafeRead { log.fold($0) }
    try engine.close()
  }
}

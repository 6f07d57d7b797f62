import GRDB
import Synchronization

/// Connections that only read, opened when all others are lent, and kept.
///
/// The one given back last is lent first: its pages and statements are warm. The library's own pool asks each time whether the
/// schema changed and looks for a free connection through key paths, 4 % of a page; a statement is prepared anew by SQLite itself when
/// the schema changed under it.
final class ReadConnections: Sendable {
  private let open: @Sendable () throws -> DatabaseQueue
  private let free = Mutex<[DatabaseQueue]>([])

  init(_ open: @escaping @Sendable () throws -> DatabaseQueue) { self.open = open }

  /// Runs on the caller's thread, in whatever state `body` left the connection before: a body has to end its transaction.
  func lend<Value>(_ body: (GRDB.Database) throws -> Value) throws -> Value {
    let connection = try free.withLock { $0.popLast() } ?? open()
    defer { free.withLock { $0.append(connection) } }
    return try connection.unsafeRead(body)
  }

  /// Called when none is lent any more.
  func close() throws {
    let all = free.withLock { free in
      defer { free = [] }
      return free
    }
    for connection in all { try connection.close() }
  }
}

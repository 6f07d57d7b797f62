import GRDB
import Synchronization

/// How many rows tables have and how different they are, by which SQLite chooses its way through a statement.
///
/// Without them, chairs' pages of 10,000 papers took up to three times as long; with those of an early day, they could take any
/// time. So they are counted anew when the database is opened and when it has grown by half. A sample of each index is
/// enough: some 20 ms of the writer for 1 GB.
final class PlannerStatistics: Sendable {
  private let pagesThen = Mutex<Int64>(0)

  /// Call outside a transaction.
  func renewIfGrown(_ writer: GRDB.Database) {
    guard let pages = try? Int64.fetchOne(writer, sql: "PRAGMA main.page_count") else { return }
    guard pagesThen.withLock({ pages >= $0 + $0 / 2 }) else { return }
    // Statistics that can't be stored (a full disk) are as they were; the next time tries again.
    guard (try? Self.renew(writer)) != nil else { return }
    pagesThen.withLock { $0 = pages }
  }

  private static func renew(_ writer: GRDB.Database) throws {
    try writer.execute(sql: "PRAGMA analysis_limit = 400")
    try writer.inTransaction(.deferred) {
      // Connections read the statistics with the schema, once: without the old table the schema is another one.
      try writer.execute(sql: "DROP TABLE IF EXISTS main.sqlite_stat1")
      try writer.execute(sql: "ANALYZE main")
      return .commit
    }
  }
}

import GRDB
import GRDBSQLite

/// A transaction on one SQLite connection.
///
/// Once a statement has failed nothing more runs, as PostgreSQL has it, so that code tested here holds there.
final class SQLiteSession: Session {
  private var connection: GRDB.Database?
  private let watch: StatementWatch
  /// The statements being stepped right now: a nested call of the same text gets a statement of its own.
  private var stepping: [ObjectIdentifier] = []
  private(set) var fault: StoreFault?

  init(_ connection: GRDB.Database, watch: StatementWatch) {
    self.connection = connection
    self.watch = watch
  }

  /// Runs `body`, then makes the session useless, and fails when a statement failed whatever `body` made of it.
  static func run<Value>(
    _ connection: GRDB.Database, _ watch: StatementWatch, _ body: (any Session) throws -> Value
  ) throws -> Value {
    let session = SQLiteSession(connection, watch: watch)
    defer { session.connection = nil }
    let value = try body(session)
    if let fault = session.fault { throw fault }
    return value
  }

  func rows<Value>(_ sql: SQL, _ row: (Row) throws -> Value) throws -> [Value] {
    let statement = try prepare(sql)
    let identity = ObjectIdentifier(statement)
    stepping.append(identity)
    defer { stepping.removeAll { $0 == identity } }
    let cursor = try guarded { try GRDB.Row.fetchCursor(statement) }
    let columns = SQLiteColumns(statement: statement.sqliteStatement)
    var values: [Value] = []
    while try guarded({ try cursor.next() }) != nil { values.append(try row(Row(columns))) }
    return values
  }

  @discardableResult
  func execute(_ sql: SQL) throws -> Int {
    let statement = try prepare(sql)
    return try guarded {
      let connection = try self.opened()
      let before = connection.totalChangesCount
      try statement.execute()
      return connection.totalChangesCount == before ? 0 : connection.changesCount
    }
  }

  private func prepare(_ sql: SQL) throws -> Statement {
    let connection = try opened()
    if let fault { throw fault }
    let text = sql.text
    return try guarded {
      try watch.see(text, isPerEngine: sql.isPerEngine)
      var statement = sql.isReused ? try connection.cachedStatement(sql: text) : try connection.makeStatement(sql: text)
      if stepping.contains(ObjectIdentifier(statement)) { statement = try connection.makeStatement(sql: text) }
      statement.setUncheckedArguments(StatementArguments(try sql.binds.map(Self.argument)))
      return statement
    }
  }

  private func opened() throws -> GRDB.Database {
    guard let connection else { throw StoreFault.other("a session was used after its transaction") }
    return connection
  }

  private func guarded<Value>(_ step: () throws -> Value) throws -> Value {
    do {
      return try step()
    } catch {
      let found = StoreFault.from(error)
      if let found = found as? StoreFault { fault = fault ?? found }
      throw found
    }
  }

  private static func argument(_ value: SQLValue) throws -> (any DatabaseValueConvertible)? {
    switch value {
    case .null: return nil
    case .integer(let integer): return integer
    case .boolean(let flag): return flag ? 1 : 0
    case .bytes(let bytes): return bytes.databaseBlob
    case .text(let text):
      // SQLite would cut the text there, PostgreSQL refuses it.
      guard !text.utf8.contains(0) else { throw StoreFault.other("text to be stored holds a NUL character") }
      return text
    }
  }
}

/// The row a statement stands on, read where SQLite keeps it: through the library's own row a page of a hundred papers took a
/// sixth longer.
private struct SQLiteColumns: Columns {
  let statement: OpaquePointer

  var count: Int { Int(sqlite3_column_count(statement)) }

  func value(at position: Int) throws -> SQLValue {
    let column = Int32(position)
    switch sqlite3_column_type(statement, column) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
    case SQLITE_TEXT:
      // The text first: asking for it may change how many bytes it has.
      let text = sqlite3_column_text(statement, column)
      return .text(String(decoding: bytes(text, column), as: UTF8.self))
    case SQLITE_BLOB:
      let blob = sqlite3_column_blob(statement, column)?.assumingMemoryBound(to: UInt8.self)
      return .bytes(Array(bytes(blob, column)))
    default: throw StoreFault.column(position: position, problem: "found a real number; store integers or text")
    }
  }

  private func bytes(_ start: UnsafePointer<UInt8>?, _ column: Int32) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(statement, column)))
  }
}

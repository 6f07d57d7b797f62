import GRDB
import GRDBSQLite

/// The rows of a statement that only reads, stepped without the library's row, which holds a copy of each.
struct SQLiteSteps {
  private let statement: OpaquePointer

  /// Binds the values in their order.
  init(_ statement: Statement, _ binds: [SQLValue]) throws {
    self.statement = statement.sqliteStatement
    sqlite3_reset(self.statement)
    guard Int(sqlite3_bind_parameter_count(self.statement)) == binds.count else {
      throw StoreFault.other("a statement has not as many places as values: \(text)")
    }
    for (place, value) in binds.enumerated() { try check(bind(value, Int32(place + 1)), SQLITE_OK) }
  }

  /// Whether the statement stands on a further row.
  func next() throws -> Bool {
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    try check(code, SQLITE_DONE)
    return false
  }

  /// The statement holds no snapshot any more and can be asked again.
  func end() { sqlite3_reset(statement) }

  private var text: String { sqlite3_sql(statement).map { String(cString: $0) } ?? "" }

  private func check(_ code: Int32, _ wanted: Int32) throws {
    guard code != wanted else { return }
    let message = sqlite3_errmsg(sqlite3_db_handle(statement)).map { String(cString: $0) }
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: text)
  }

  private func bind(_ value: SQLValue, _ place: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(statement, place)
    case .integer(let integer): return sqlite3_bind_int64(statement, place, integer)
    case .boolean(let flag): return sqlite3_bind_int64(statement, place, flag ? 1 : 0)
    case .bytes(let bytes):
      // An empty array has no address, and without one SQLite would store NULL.
      if bytes.isEmpty { return sqlite3_bind_zeroblob(statement, place, 0) }
      return sqlite3_bind_blob64(statement, place, bytes, sqlite3_uint64(bytes.count), Self.copied)
    case .text(var text):
      if text.isEmpty { return sqlite3_bind_text(statement, place, "", 0, Self.copied) }
      return text.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(statement, place, $0.baseAddress, Int32(clamping: $0.count), Self.copied)
        }
      }
    }
  }

  /// SQLite keeps a copy of its own.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

/// The row a statement stands on, read where SQLite keeps it: through the library's own row a page of a hundred papers took a
/// sixth longer.
struct SQLiteColumns: Columns {
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

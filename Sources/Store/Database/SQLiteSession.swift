import GRDB

/// A transaction on one SQLite connection.
///
/// Once a statement has failed nothing more runs, as PostgreSQL has it, so that code tested here holds there.
final class SQLiteSession: SessionEngine {
  private var connection: GRDB.Database?
  private let watch: StatementWatch
  /// The statements being stepped right now: a nested call of the same text gets a statement of its own.
  private var stepping: [ObjectIdentifier] = []
  private let answers = KeptRows()
  private(set) var fault: StoreFault?

  init(_ connection: GRDB.Database, watch: StatementWatch) {
    self.connection = connection
    self.watch = watch
  }

  /// Runs `body`, then makes the session useless, and fails when a statement failed whatever `body` made of it.
  static func run<Value>(
    _ connection: GRDB.Database, _ watch: StatementWatch, _ body: (Session) throws -> Value
  ) throws -> Value {
    let session = SQLiteSession(connection, watch: watch)
    defer { session.connection = nil }
    let value = try body(Session(session))
    if let fault = session.fault { throw fault }
    return value
  }

  var kept: KeptRows? { fault == nil ? answers : nil }

  func each(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    let statement = try prepare(sql)
    let identity = ObjectIdentifier(statement)
    stepping.append(identity)
    defer { stepping.removeAll { $0 == identity } }
    let columns = SQLiteColumns(statement: statement.sqliteStatement)
    if statement.isReadonly {
      let steps = try guarded { try SQLiteSteps(statement, sql.binds) }
      defer { steps.end() }
      while try guarded({ try steps.next() }) { try row(Row(columns)) }
    } else {
      answers.forget()
      statement.setUncheckedArguments(StatementArguments(sql.binds.map(Self.argument)))
      let cursor = try guarded { try GRDB.Row.fetchCursor(statement) }
      while try guarded({ try cursor.next() }) != nil { try row(Row(columns)) }
    }
  }

  @discardableResult
  func execute(_ sql: SQL) throws -> Int {
    answers.forget()
    let statement = try prepare(sql)
    statement.setUncheckedArguments(StatementArguments(sql.binds.map(Self.argument)))
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
    let text = sql.marked
    return try guarded {
      try watch.see(sql)
      // SQLite would cut the text there, PostgreSQL refuses it.
      guard !sql.binds.contains(where: \.holdsNul) else { throw StoreFault.other("text to be stored holds a NUL character") }
      var statement = sql.isReused ? try connection.cachedStatement(sql: text) : try connection.makeStatement(sql: text)
      if stepping.contains(ObjectIdentifier(statement)) { statement = try connection.makeStatement(sql: text) }
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

  private static func argument(_ value: SQLValue) -> (any DatabaseValueConvertible)? {
    switch value {
    case .null: nil
    case .integer(let integer): integer
    case .boolean(let flag): flag ? 1 : 0
    case .bytes(let bytes): bytes.databaseBlob
    case .text(let text): text
    }
  }
}

extension SQLValue {
  fileprivate var holdsNul: Bool { if case .text(let text) = self { text.utf8.contains(0) } else { false } }
}

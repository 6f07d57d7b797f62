/// A relational database: SQLite in the data folder, or PostgreSQL.
///
/// Every adapter passes the same contract tests. Faults are `StoreFault`s; what `body` throws itself comes through
/// unchanged.
public protocol Database: Sendable {
  /// Runs `body` in one transaction that is durable when this returns. Writes are serialised.
  ///
  /// When `body` throws, nothing of it remains. When a statement fails, the transaction is lost even if `body` swallows
  /// the fault: no engine-neutral text can go on after it (use `ON CONFLICT DO NOTHING` to expect a duplicate).
  /// A write that has begun ends on its own, whether or not the calling task is cancelled.
  @discardableResult
  func write<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value

  /// The same for what is appended to the record of reveals, the only tables `body` may touch: what it wrote survives the end of
  /// the process when this returns, and the loss of power not later than a second after.
  @discardableResult
  func writeReveals<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value

  /// Runs `body` on a consistent snapshot that holds everything whose `write` has returned. Statements that write fail.
  func read<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value

  /// Ends what has begun, refuses what comes later, and gives the database back to other processes.
  func close() async throws
}

extension Database {
  @discardableResult
  public func writeReveals<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
    try await write(body)
  }
}

/// What runs the statements of one transaction.
public protocol SessionEngine {
  /// As `Session.each`.
  func each(_ sql: SQL, _ row: (Row) throws -> Void) throws

  /// What `rows(once:)` found in this transaction since it wrote last; nil keeps nothing.
  var kept: KeptRows? { get }

  /// As `Session.execute`.
  func execute(_ sql: SQL) throws -> Int
}

extension SessionEngine {
  public var kept: KeptRows? { nil }
}

/// One open transaction. Not `Sendable`; useless outside the closure it was given to.
///
/// A struct round the engine: what is asked of any engine at all the compiler can't make fast code of.
public struct Session {
  private let engine: any SessionEngine

  public init(_ engine: any SessionEngine) { self.engine = engine }

  /// Runs a statement that returns rows and calls `row` for each, in order. The `Row` is valid only during the call.
  public func each(_ sql: SQL, _ row: (Row) throws -> Void) throws { try engine.each(sql, row) }

  /// Runs a statement; returns the number of rows it inserted, updated or deleted itself.
  @discardableResult
  public func execute(_ sql: SQL) throws -> Int { try engine.execute(sql) }
}

extension Session {
  /// What `row` makes of each row, in order.
  public func rows<Value>(_ sql: SQL, _ row: (Row) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    try each(sql) { values.append(try row($0)) }
    return values
  }

  /// The same for what several parts of a page ask for: while nothing is written, the transaction runs it once. `row` may depend on
  /// nothing but the row.
  public func rows<Value>(once sql: SQL, _ row: (Row) throws -> Value) throws -> [Value] {
    guard let kept = engine.kept else { return try rows(sql, row) }
    return try kept.found(sql) { try rows(sql, row) }
  }

  /// The first row, or nothing. Say `LIMIT 1` in the text when there may be many.
  public func first<Value>(_ sql: SQL, _ row: (Row) throws -> Value) throws -> Value? {
    try rows(sql, row).first
  }

  /// The same for what several parts of a page ask for.
  public func first<Value>(once sql: SQL, _ row: (Row) throws -> Value) throws -> Value? {
    try rows(once: sql, row).first
  }

  /// Whether the statement returns at least one row.
  public func exists(_ sql: SQL) throws -> Bool {
    try first("SELECT 1 WHERE EXISTS (\(raw: sql))") { _ in true } ?? false
  }

  /// The integer in the first column of the first row, as of `SELECT count(*) …`; 0 without a row.
  public func count(_ sql: SQL) throws -> Int {
    try first(sql) { try $0.int(0) } ?? 0
  }
}

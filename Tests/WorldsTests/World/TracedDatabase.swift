import PeerReview
import Synchronization

@testable import Store

/// A database that notes the work done in it, and that can run acts without keeping them: each write is undone once its
/// answer is made, so that any number of requests meet the same world.
final class TracedDatabase: Database {
  private struct State {
    var keeps = true
    var trace = WorkTrace()
    var letters: [LetterRow] = []
  }

  private let base: SQLiteDatabase
  private let state = Mutex(State())

  init(_ base: SQLiteDatabase) {
    self.base = base
  }

  /// Whether writes stay.
  func keep(_ keeps: Bool) { state.withLock { $0.keeps = keeps } }

  /// The statements run and the letters queued since the last call.
  func takeWork() -> (trace: WorkTrace, letters: [LetterRow]) {
    state.withLock { state in
      defer { (state.trace, state.letters) = (WorkTrace(), []) }
      return (state.trace, state.letters)
    }
  }

  func write<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
    if state.withLock({ $0.keeps }) {
      return try await base.write { [self] in try body(Session(TracedSession(base: $0, note: note))) }
    }
    return try base.runAndUndo { session in
      let last = try session.lastLetterNumber()
      let value = try body(Session(TracedSession(base: session, note: note)))
      let letters = try session.letters(after: last)
      state.withLock { $0.letters += letters }
      return value
    }
  }

  func read<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
    try base.runAndUndo { try body(Session(TracedSession(base: $0, note: note))) }
  }

  /// Looks without leaving a trace.
  func peek<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
    try base.runAndUndo(body)
  }

  func close() async throws { try await base.close() }

  private func note(_ sql: SQL, _ rows: Int) {
    state.withLock { $0.trace.note(sql, rows) }
  }
}

/// What one answer cost: each statement with its bound parameters counted and the rows it stepped through.
struct WorkTrace: Hashable, Sendable {
  private(set) var statements: [Statement] = []

  struct Statement: Hashable, Sendable, CustomStringConvertible {
    let text: String
    let binds: Int
    let rows: Int

    var description: String { "\(rows) rows, \(binds) binds: \(text)" }
  }

  mutating func note(_ sql: SQL, _ rows: Int) {
    statements.append(Statement(text: sql.text, binds: sql.binds.count, rows: rows))
  }
}

/// Keeps no rows: what equal worlds ask for twice they ask for twice, and more than a page runs is compared.
private struct TracedSession: SessionEngine {
  let base: Session
  let note: (SQL, Int) -> Void

  func each(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    var count = 0
    try base.each(sql) { found in
      try row(found)
      count += 1
    }
    note(sql, count)
  }

  func execute(_ sql: SQL) throws -> Int {
    let changed = try base.execute(sql)
    note(sql, changed)
    return changed
  }
}

extension Session {
  fileprivate func lastLetterNumber() throws -> Int {
    try count("SELECT coalesce(max(number), 0) FROM letter")
  }

  fileprivate func letters(after number: Int) throws -> [LetterRow] {
    if try lastLetterNumber() == number { return [] }
    return try dueLetters(at: Instant(microseconds: .max), limit: 10_000).filter { $0.number > number }
  }
}

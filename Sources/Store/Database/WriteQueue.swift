import GRDB
import Synchronization

/// The writes that wait, and the one place that commits them.
///
/// All that wait when the disk is free share one transaction and one sync, each in a savepoint of its own.
/// Group commit after DeWitt et al., "Implementation Techniques for Main Memory Database Systems", SIGMOD 1984.
final class WriteQueue: Sendable {
  /// One caller's transaction. `run` keeps what it made; `finish` hands that, or the error, to the caller, once.
  struct Write: Sendable {
    let run: @Sendable (GRDB.Database, StatementWatch) -> (any Error)?
    let finish: @Sendable ((any Error)?) -> Void
  }

  private struct State {
    var waiting: [Write] = []
    var isDraining = false
    var isClosed = false
  }

  private static let sharedMost = 64
  private let engine: any DatabaseWriter
  private let watch: StatementWatch
  private let log: WriteAheadLog?
  private let statistics: PlannerStatistics
  private let state = Mutex(State())

  init(_ engine: any DatabaseWriter, _ watch: StatementWatch, _ log: WriteAheadLog?, _ statistics: PlannerStatistics) {
    self.statistics = statistics
    self.engine = engine
    self.watch = watch
    self.log = log
  }

  func submit<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
      let made = Made<Value>()
      let write = Write(
        run: { connection, watch in
          do {
            let value = try SQLiteSession.run(connection, watch, body)
            made.value.withLock { $0 = value }
            return nil
          } catch {
            return StoreFault.from(error)
          }
        },
        finish: { error in
          if let error { return continuation.resume(throwing: error) }
          guard let value = made.value.withLock({ $0.take() }) else {
            return continuation.resume(throwing: StoreFault.other("a write ended without its value"))
          }
          continuation.resume(returning: value)
        })
      enqueue(write)
    }
  }

  private final class Made<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }

  /// Ends the queue: what waits is committed, the log is folded into the database, later writes are refused.
  /// False when that has happened before.
  func finish() async -> Bool {
    let isFirst = state.withLock { state in
      defer { state.isClosed = true }
      return !state.isClosed
    }
    guard isFirst else { return false }
    // Every write submitted before is ahead of this one in `waiting`, or already running.
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      enqueue(Write(run: { _, _ in nil }, finish: { _ in continuation.resume() }), evenClosed: true)
    }
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      engine.asyncWriteWithoutTransaction { connection in
        self.log?.fold(connection)
        continuation.resume()
      }
    }
    return true
  }

  private func enqueue(_ write: Write, evenClosed: Bool = false) {
    enum Next { case start, wait, refuse }
    let next: Next = state.withLock { state in
      if state.isClosed, !evenClosed { return .refuse }
      state.waiting.append(write)
      if state.isDraining { return .wait }
      state.isDraining = true
      return .start
    }
    switch next {
    case .start: drainLater()
    case .wait: break
    case .refuse: write.finish(StoreFault.other("the database is closed"))
    }
  }

  /// One batch at a time, so that a backup gets its turn under any load.
  private func drainLater() {
    engine.asyncWriteWithoutTransaction { connection in
      let batch = self.state.withLock { state in
        let batch = Array(state.waiting.prefix(Self.sharedMost))
        state.waiting.removeFirst(batch.count)
        return batch
      }
      let results = self.commit(batch, connection)
      for (write, error) in zip(batch, results) { write.finish(error) }
      if self.log?.written(batch.count, connection) == true { self.statistics.renewIfGrown(connection) }
      let isEmpty = self.state.withLock { state in
        state.isDraining = !state.waiting.isEmpty
        return state.waiting.isEmpty
      }
      if !isEmpty { self.drainLater() }
    }
  }

  /// One transaction for the whole batch. The answer holds one entry per write: nil when it is on the disk.
  private func commit(_ batch: [Write], _ connection: GRDB.Database) -> [(any Error)?] {
    var results: [(any Error)?] = []
    do {
      // Not IMMEDIATE, which locks the record of reveals too, that others write to. To this file nobody else does.
      try connection.run("BEGIN")
      for write in batch {
        results.append(try runInSavepoint(write, connection))
      }
      try connection.run("COMMIT")
      return results
    } catch {
      if connection.isInsideTransaction { try? connection.rollback() }
      let fault = StoreFault.from(error)
      return batch.indices.map { index in
        index < results.count ? results[index] ?? fault : fault
      }
    }
  }

  /// The write's own error, after undoing it alone. Throws when the whole transaction is gone with it.
  private func runInSavepoint(_ write: Write, _ connection: GRDB.Database) throws -> (any Error)? {
    try connection.run("SAVEPOINT one_write")
    guard let error = write.run(connection, watch) else {
      try connection.run("RELEASE one_write")
      return nil
    }
    // A full disk can make SQLite undo the whole transaction by itself; then nobody in the batch has anything.
    guard connection.isInsideTransaction else { throw error }
    try connection.run("ROLLBACK TO one_write")
    try connection.run("RELEASE one_write")
    return error
  }
}

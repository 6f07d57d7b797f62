import GRDB
import Synchronization

/// When the write-ahead log is folded into the database file.
///
/// Only the writer does it, between transactions, and SQLite's automatic checkpoints are off: releases before 3.51.3
/// can damage a database when two connections checkpoint at once.
final class WriteAheadLog: Sendable {
  private struct State {
    var writesSince = 0
    var sizeBytesThen: Int64 = 0
  }

  private static let writesMost = 500
  private static let growthMostBytes: Int64 = 16 << 20
  private static let keptMostBytes: Int64 = 64 << 20
  private let file: String
  private let path: String
  private let state = Mutex(State())

  /// `file` as SQLite names it, which lies at `path`.
  init(of file: String, at path: String) {
    self.file = file
    self.path = path + "-wal"
  }

  /// Call after each commit, outside a transaction. Readers are never waited for; what they still need stays in the log.
  /// Returns whether the log was folded.
  func written(_ count: Int, _ writer: GRDB.Database) -> Bool {
    let sizeBytes = Folder.fileSizeBytes(path) ?? 0
    let isDue = state.withLock { state in
      state.writesSince += count
      return state.writesSince >= Self.writesMost || sizeBytes - state.sizeBytesThen >= Self.growthMostBytes
    }
    guard isDue else { return false }
    // A checkpoint that fails (a full disk) loses nothing: the log keeps what it has, and the next one tries again.
    let done = try? writer.checkpoint(.passive, on: file)
    if let done, done.walFrameCount == done.checkpointedFrameCount, sizeBytes > Self.keptMostBytes {
      truncate(writer)
    }
    let left = Folder.fileSizeBytes(path) ?? 0
    state.withLock { $0 = State(writesSince: 0, sizeBytesThen: left) }
    return true
  }

  /// Folds everything in, as far as readers allow, and empties the log.
  func fold(_ writer: GRDB.Database) {
    _ = try? writer.checkpoint(.passive, on: file)
    truncate(writer)
  }

  private func truncate(_ writer: GRDB.Database) {
    try? writer.execute(sql: "PRAGMA busy_timeout = 0")
    _ = try? writer.checkpoint(.truncate, on: file)
    try? writer.execute(sql: "PRAGMA busy_timeout = 5000")
  }
}

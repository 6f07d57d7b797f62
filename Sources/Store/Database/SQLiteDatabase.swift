import GRDB

/// SQLite in a data folder, or in memory for tests.
///
/// The record of reveals has a file of its own, attached to every connection: each look writes a line of it, and a write to a
/// file makes all readers forget what they know of that file. One connection writes to it and to nothing else.
///
/// Another writes all else; up to `readers` read snapshots beside it (none in memory: there all take turns). Waiting
/// writes share one sync: each is a transaction to its caller, and none returns before the disk has it.
public final class SQLiteDatabase: Database {
  /// What a returned `write` has survived.
  public enum Durability: Sendable {
    /// Loss of power; looks on record only if it comes a second later.
    case full
    /// The end of the process only. For rehearsals and tests, never for a conference.
    case rehearsal
  }

  let engine: DatabaseQueue
  let watch: StatementWatch
  private let queue: WriteQueue
  private let reading: AccessGate
  /// Nil in memory, where there is the writer only.
  private let readers: ReadConnections?
  /// Nil in memory.
  private let revealing: RevealWriter?
  /// Whoever waits for another's look holds no thread meanwhile.
  private let recording = AccessGate(places: 1)
  /// A backup waits for the writer, never for readers.
  let backingUp = AccessGate(places: 1)
  static let reveals = "reveals"
  private let lock: FolderLock?

  /// Opens or creates `lectern.sqlite` and `reveals.sqlite` in the folder, which is made (mode 0700) when missing.
  ///
  /// The folder belongs to this object until `close`: a second opening, by this or another process, throws
  /// `StoreFault.locked` at once. So the command-line program can't change a folder that a server runs on; it says so
  /// and names the way out (the server's own pages, or stopping it).
  ///
  /// `onStatement` sees the text of each statement before it runs. `checksSubset` refuses statements outside the SQL
  /// that both engines share; for tests.
  public convenience init(
    folder: String, durability: Durability = .full, readers: Int = 4, checksSubset: Bool = false,
    onStatement: (@Sendable (String) -> Void)? = nil
  ) throws {
    let lock = try FolderLock(folder: folder)
    do {
      let path = folder + "/lectern.sqlite"
      let reveals = folder + "/\(Self.reveals).sqlite"
      // SQLite gives its logs the mode of these files, which hold names and reviews.
      for file in [path, reveals] { try Folder.touch(file) }
      let engine = try DatabaseQueue(path: path, configuration: Self.configuration(lock, reveals: reveals))
      let connections = ReadConnections { [lock] in
        try DatabaseQueue(path: path, configuration: Self.configuration(lock, reveals: reveals, readsOnly: true))
      }
      let statistics = PlannerStatistics()
      try engine.writeWithoutTransaction { writer in
        for file in ["main", Self.reveals] { try Self.setDurability(durability == .full ? 2 : 0, of: file, writer) }
        statistics.renewIfGrown(writer)
      }
      try Folder.sync(folder)
      let watch = StatementWatch(onStatement: onStatement, checksSubset: checksSubset)
      let revealing = try RevealWriter(
        Self.revealEngine(reveals, lock, durability), at: reveals, watch, durability)
      self.init(
        engine, readers: readers, connections, revealing, WriteAheadLog(of: "main", at: path), watch, lock, statistics)
    } catch {
      lock.release()
      throw StoreFault.from(error)
    }
  }

  /// An empty database that ends with this object.
  public static func inMemory(
    checksSubset: Bool = true, onStatement: (@Sendable (String) -> Void)? = nil
  ) throws -> SQLiteDatabase {
    do {
      let engine = try DatabaseQueue(configuration: configuration(nil, reveals: ":memory:"))
      let watch = StatementWatch(onStatement: onStatement, checksSubset: checksSubset)
      return SQLiteDatabase(engine, readers: 1, nil, nil, nil, watch, nil)
    } catch {
      throw StoreFault.from(error)
    }
  }

  private init(
    _ engine: DatabaseQueue, readers: Int, _ connections: ReadConnections?, _ revealing: RevealWriter?, _ log: WriteAheadLog?,
    _ watch: StatementWatch, _ lock: FolderLock?, _ statistics: PlannerStatistics = PlannerStatistics()
  ) {
    reading = AccessGate(places: readers)
    self.readers = connections
    self.revealing = revealing
    self.engine = engine
    self.watch = watch
    self.queue = WriteQueue(engine, watch, log, statistics)
    self.lock = lock
  }

  @discardableResult
  public func write<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
    try await queue.submit(body)
  }

  /// Runs on the caller's thread.
  public func writeReveals<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
    guard let revealing else { return try await write(body) }
    return try await recording.pass { try revealing.write(body) }
  }

  public func read<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
    let watch = watch
    do {
      return try await reading.pass { try snapshot { try SQLiteSession.run($0, watch, body) } }
    } catch {
      throw StoreFault.from(error)
    }
  }

  /// Runs on the caller's thread, for as long as reading takes: handing a snapshot to a thread of its own and back costs more than
  /// most of them.
  private func snapshot<Value>(_ body: (GRDB.Database) throws -> Value) throws -> Value {
    guard let readers else { return try engine.read(body) }
    return try readers.lend { connection in
      try connection.run("BEGIN DEFERRED")
      defer {
        do { try connection.run("COMMIT") } catch { try? connection.rollback() }
      }
      return try body(connection)
    }
  }

  public func close() async throws {
    guard await queue.finish() else { return }
    await reading.close()
    await recording.close()
    await backingUp.close()
    do {
      try readers?.close()
      try revealing?.close()
      try engine.close()
    } catch {
      throw StoreFault.from(error)
    }
    lock?.release()
  }

  private static func revealEngine(
    _ path: String, _ lock: FolderLock?, _ durability: Durability
  ) throws -> DatabaseQueue {
    let engine = try DatabaseQueue(path: path, configuration: configuration(lock, reveals: nil))
    // 1: the log is synced before it is folded in, and by `RevealWriter` within a second.
    try engine.unsafeRead { try setDurability(durability == .full ? 1 : 0, of: "main", $0) }
    return engine
  }

  /// Without a path of reveals, of a connection to these alone.
  private static func configuration(_ lock: FolderLock?, reveals: String?, readsOnly: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.readonly = readsOnly
    configuration.journalMode = .wal
    // The connections keep the lock: without `close` it ends with the last of them.
    configuration.prepareDatabase { [lock] connection in
      _ = lock
      // Checkpoints are the writer's own act: see `WriteAheadLog`.
      try connection.execute(sql: "PRAGMA wal_autocheckpoint = 0")
      try connection.execute(sql: "PRAGMA trusted_schema = OFF")
      try connection.execute(sql: "PRAGMA temp_store = MEMORY")
      // 8 MB a connection: SQLite's own 2 MB make lists of a few hundred papers read their pages again and again.
      try connection.execute(sql: "PRAGMA cache_size = -8000")
      guard let reveals else { return }
      // Every write makes the other connections forget their pages; those of the system's cache stay, and are read in place.
      try connection.execute(sql: "PRAGMA main.mmap_size = 1073741824")
      try connection.execute(sql: "ATTACH DATABASE ? AS \(Self.reveals)", arguments: [reveals])
      if !connection.configuration.readonly {
        // The library sees to the log of the main file only.
        try connection.execute(sql: "PRAGMA \(Self.reveals).journal_mode = WAL")
        _ = try Int.fetchOne(connection, sql: "SELECT count(*) FROM \(Self.reveals).sqlite_schema")
      }
    }
    return configuration
  }

  /// Runs after the writer has opened, because opening one with a log sets NORMAL, whatever was asked before. 2 syncs with each
  /// commit, 0 never.
  private static func setDurability(_ wanted: Int, of file: String, _ writer: GRDB.Database) throws {
    try writer.execute(sql: "PRAGMA \(file).synchronous = \(wanted)")
    guard try Int.fetchOne(writer, sql: "PRAGMA \(file).synchronous") == wanted else {
      throw StoreFault.other("SQLite did not take the durability that was asked for")
    }
  }
}

extension GRDB.Database {
  /// A statement without values that is run again and again, such as those round a transaction: the connection keeps it.
  func run(_ text: String) throws {
    try cachedStatement(sql: text).execute()
  }
}

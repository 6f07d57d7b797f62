import PeerReview
import Store
import Synchronization

/// A disk that is full while a test says so, or from the next but so many writes on.
final class FillingDisk: Sendable {
  private let room = Mutex<Int?>(nil)

  /// Nil when there is room for everything; otherwise how many writes still fit.
  func leaveRoom(forWrites count: Int?) { room.withLock { $0 = count } }

  /// Whether one more write fits; counts it.
  func takes() -> Bool {
    room.withLock { left in
      guard let count = left else { return true }
      left = max(0, count - 1)
      return count > 0
    }
  }
}

/// Fails as SQLite does on a full disk: after the statements ran, and nothing of them remains.
struct FillingDatabase: Database {
  let base: any Database
  let disk: FillingDisk

  func write<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
    try await base.write { [disk] session in
      let value = try body(session)
      if !disk.takes() { throw StoreFault.diskFull }
      return value
    }
  }

  func read<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
    try await base.read(body)
  }

  func close() async throws { try await base.close() }
}

/// Refuses as the folder of files does on a full disk.
struct FillingFileStore: FileStore {
  static let refusal = Refusal.unavailable(reason: "The server has no room for this file now. Nothing was stored.")
  let base: any FileStore
  let disk: FillingDisk

  func begin(limitBytes: Int64) throws -> any FileIntake {
    FillingIntake(base: try base.begin(limitBytes: limitBytes), disk: disk)
  }
  func open(_ sha256: String) throws -> any FileOutlet { try base.open(sha256) }
  func contains(_ sha256: String) throws -> Bool { try base.contains(sha256) }
  func path(of sha256: String) throws -> String { try base.path(of: sha256) }
  func remove(_ sha256: String) throws { try base.remove(sha256) }
}

final class FillingIntake: FileIntake {
  private let base: any FileIntake
  private let disk: FillingDisk

  init(base: any FileIntake, disk: FillingDisk) {
    self.base = base
    self.disk = disk
  }

  var sizeBytes: Int64 { base.sizeBytes }

  func append(_ bytes: UnsafeRawBufferPointer) throws {
    guard disk.takes() else {
      base.discard()
      throw FillingFileStore.refusal
    }
    try base.append(bytes)
  }

  func finish() throws -> StoredFile { try base.finish() }
  func discard() { base.discard() }
}

import Crypto
import PeerReview
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file being written to `incoming/`, hashed as it comes.
final class FolderFileIntake: FileIntake {
  private struct State {
    /// Nil once finished or discarded.
    var descriptor: Int32?
    var hash = SHA256()
    var sizeBytes: Int64 = 0
  }

  private let path: String
  private let limitBytes: Int64
  /// Gives the written file its name, for good.
  private let keep: @Sendable (String) throws -> Void
  private let state: Mutex<State>

  init(descriptor: Int32, path: String, limitBytes: Int64, keep: @escaping @Sendable (String) throws -> Void) {
    self.path = path
    self.limitBytes = limitBytes
    self.keep = keep
    state = Mutex(State(descriptor: descriptor))
  }

  deinit {
    discard()
  }

  var sizeBytes: Int64 {
    state.withLock { $0.sizeBytes }
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws {
    do {
      try FolderFileStore.refusingFullDisk {
        try state.withLock { state in
          guard let descriptor = state.descriptor else { throw StoreFault.other("bytes came for a file that has ended") }
          guard Int64(bytes.count) <= limitBytes - state.sizeBytes else { throw Refusal.tooLarge(limitBytes: limitBytes) }
          try writeAll(bytes, descriptor)
          state.hash.update(bufferPointer: bytes)
          state.sizeBytes += Int64(bytes.count)
        }
      }
    } catch {
      discard()
      throw error
    }
  }

  func finish() throws -> StoredFile {
    defer { discard() }
    return try FolderFileStore.refusingFullDisk {
      try state.withLock { state in
        guard let descriptor = state.descriptor else { throw StoreFault.other("a file was finished twice") }
        guard fsync(descriptor) == 0 else { throw Folder.fault("sync", path) }
        let sha256 = HexadecimalText.encode(state.hash.finalize())
        try keep(sha256)
        // Its name in `incoming/` is gone; only the descriptor is left to give back.
        state.descriptor = nil
        _ = close(descriptor)
        return StoredFile(sha256: sha256, sizeBytes: state.sizeBytes)
      }
    }
  }

  func discard() {
    let descriptor = state.withLock { $0.descriptor.take() }
    guard let descriptor else { return }
    Folder.remove(path)
    _ = close(descriptor)
  }

  private func writeAll(_ bytes: UnsafeRawBufferPointer, _ descriptor: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        throw Folder.fault("write", path)
      }
      rest = rest.dropFirst(written)
    }
  }
}

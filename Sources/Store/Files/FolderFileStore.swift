public import PeerReview
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file store in a folder: `ab/cdef…` for the file whose SHA-256 begins with `abcdef`, `incoming/` for those on the way.
public final class FolderFileStore: FileStore {
  private let folder: String
  private let incoming: String
  private let begun = Atomic<Int>(0)

  /// Makes the folder (mode 0700) when missing and removes what earlier processes left unfinished in `incoming/`: files
  /// last written before `startedAt`. One process at a time owns the folder.
  public init(folder: String, startedAt: Instant) throws {
    self.folder = folder
    incoming = folder + "/incoming"
    try Folder.make(folder)
    try Folder.make(incoming)
    try Folder.sync(folder)
    for name in try Folder.names(in: incoming) {
      let path = incoming + "/" + name
      if let modified = Folder.modified(path), modified < startedAt { Folder.remove(path) }
    }
  }

  public func begin(limitBytes: Int64) throws -> any FileIntake {
    try Self.refusingFullDisk {
      let path = incoming + "/\(getpid())-\(begun.wrappingAdd(1, ordering: .relaxed).oldValue)"
      // A file of that name is left from an earlier process with this number and within `startedAt`.
      let descriptor = Folder.descriptor(path, O_WRONLY | O_CREAT | O_TRUNC)
      guard descriptor >= 0 else { throw Folder.fault("make", path) }
      return FolderFileIntake(descriptor: descriptor, path: path, limitBytes: limitBytes) { try self.keep(path, $0) }
    }
  }

  public func open(_ sha256: String) throws -> any FileOutlet {
    let path = try place(of: sha256)
    let descriptor = Folder.descriptor(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? StoreFault.fileMissing(sha256: sha256) : Folder.fault("open", path)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let fault = Folder.fault("open", path)
      _ = close(descriptor)
      throw fault
    }
    return FolderFileOutlet(descriptor: descriptor, sizeBytes: Int64(status.st_size), path: path)
  }

  public func contains(_ sha256: String) throws -> Bool {
    guard let path = try? place(of: sha256) else { return false }
    return Folder.fileSizeBytes(path) != nil
  }

  public func path(of sha256: String) throws -> String {
    let path = try place(of: sha256)
    guard Folder.fileSizeBytes(path) != nil else { throw StoreFault.fileMissing(sha256: sha256) }
    return path
  }

  public func remove(_ sha256: String) throws {
    guard let path = try? place(of: sha256), Folder.fileSizeBytes(path) != nil else { return }
    Folder.remove(path)
    try Folder.sync(Folder.parent(of: path))
    guard Folder.fileSizeBytes(path) == nil else { throw Folder.fault("remove", path) }
  }

  /// Moves a finished, synced file to its place. A file already there has the same bytes and is replaced by them.
  private func keep(_ incomingPath: String, _ sha256: String) throws {
    let path = try place(of: sha256)
    let shelf = Folder.parent(of: path)
    try Folder.make(shelf)
    try Folder.move(incomingPath, to: path)
    try Folder.sync(shelf)
    // Always: another intake may have made the shelf and not come to this line yet.
    try Folder.sync(folder)
  }

  /// Where the file stands, kept or not. Only 64 lower-case hexadecimal digits lead anywhere.
  private func place(of sha256: String) throws -> String {
    let digits = Array(sha256.utf8)
    let isName = digits.count == 64 && digits.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    guard isName else { throw StoreFault.fileMissing(sha256: String(sha256.prefix(64))) }
    return folder + "/" + sha256.prefix(2) + "/" + sha256.dropFirst(2)
  }

  /// A full disk is no fault of the program's: the person is told, and can try again.
  static func refusingFullDisk<Value>(_ act: () throws -> Value) throws -> Value {
    do {
      return try act()
    } catch StoreFault.diskFull {
      throw Refusal.unavailable(
        reason: "The server has no room for this file now. Nothing was stored. Please try again, and tell the organizers.")
    }
  }
}

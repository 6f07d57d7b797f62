import PeerReview

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the file system offers beyond opening a file. Every failure is a `StoreFault`, a full disk is `.diskFull`.
enum Folder {
  /// Makes the folder (mode 0700) and those above it that are missing.
  static func make(_ path: String) throws {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else { throw fault("make", path) }
    try make(String(path[..<slash]))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw fault("make", path) }
  }

  /// Waits until the folder's entries are on the disk.
  static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault("open", path) }
    defer { _ = close(descriptor) }
    guard fsync(descriptor) == 0 else { throw fault("sync", path) }
  }

  /// Waits until the file's bytes are on the disk.
  static func syncFile(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault("open", path) }
    defer { _ = close(descriptor) }
    guard fsync(descriptor) == 0 else { throw fault("sync", path) }
  }

  /// Opens a file without following a link at its end and without leaving it open in child processes; -1 when it fails.
  static func descriptor(_ path: String, _ flags: Int32) -> Int32 {
    open(path, flags | O_NOFOLLOW | O_CLOEXEC, 0o600)
  }

  /// Makes an empty file that only its owner can read (mode 0600), unless there is one already.
  static func touch(_ path: String) throws {
    let made = descriptor(path, O_WRONLY | O_CREAT)
    guard made >= 0 else { throw fault("make", path) }
    _ = close(made)
  }

  /// Puts `from` in the place of `to` in one step: whoever looks sees the old or the new, never a part.
  static func move(_ from: String, to: String) throws {
    guard rename(from, to) == 0 else { throw fault("rename", from) }
  }

  /// Nil when nothing is there.
  static func fileSizeBytes(_ path: String) -> Int64? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int64(status.st_size)
  }

  /// When the file was last written; nil when nothing is there.
  static func modified(_ path: String) -> Instant? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    #if canImport(Glibc)
    let time = status.st_mtim
    #else
    let time = status.st_mtimespec
    #endif
    return Instant(seconds: Int64(time.tv_sec)).adding(Span(microseconds: Int64(time.tv_nsec) / 1_000))
  }

  /// The folder a path stands in; the current folder for a bare name.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Names in the folder, sorted, without `.` and `..`.
  static func names(in path: String) throws -> [String] {
    guard let folder = opendir(path) else { throw fault("list", path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func remove(_ path: String) {
    _ = unlink(path)
  }

  /// The fault for the call that has just failed, from `errno`.
  static func fault(_ act: String, _ path: String) -> StoreFault {
    let code = errno
    if code == ENOSPC || code == EDQUOT { return .diskFull }
    return .other("can't \(act) \(path): \(String(cString: strerror(code)))")
  }
}

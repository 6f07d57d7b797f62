import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Ownership of a data folder by one open database, held until `release`, or until nobody has this object any more.
///
/// One owner at a time: SQLite before 3.51.3 can lose pages when two processes checkpoint the same log.
/// A command that needs the folder while a server runs is refused with `StoreFault.locked`.
final class FolderLock: Sendable {
  private let descriptor: Mutex<Int32?>

  /// Creates the folder (mode 0700) and `lectern.lock` in it when missing. Throws `StoreFault.locked` at once when owned.
  init(folder: String) throws {
    try Folder.make(folder)
    // Close-on-exec, so that a child process can't keep the folder after this one has gone.
    let opened = open(folder + "/lectern.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw Folder.fault("open", folder + "/lectern.lock") }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let isOwned = errno == EWOULDBLOCK
      let fault = Folder.fault("lock", folder + "/lectern.lock")
      _ = close(opened)
      throw isOwned ? StoreFault.locked(folder: folder) : fault
    }
    descriptor = Mutex(opened)
  }

  deinit {
    release()
  }

  /// Gives the folder up. Does nothing a second time.
  func release() {
    guard let descriptor = descriptor.withLock({ $0.take() }) else { return }
    _ = flock(descriptor, LOCK_UN)
    _ = close(descriptor)
  }
}

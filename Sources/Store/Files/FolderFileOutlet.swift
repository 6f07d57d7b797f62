#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A kept file open for reading.
final class FolderFileOutlet: FileOutlet {
  let sizeBytes: Int64
  private let descriptor: Int32
  private let path: String

  init(descriptor: Int32, sizeBytes: Int64, path: String) {
    self.descriptor = descriptor
    self.sizeBytes = sizeBytes
    self.path = path
  }

  deinit {
    _ = close(descriptor)
  }

  func read(at offset: Int64, limitBytes: Int) throws -> [UInt8] {
    guard offset >= 0, offset < sizeBytes, limitBytes > 0 else { return [] }
    let wanted = Int(min(Int64(limitBytes), sizeBytes - offset))
    return try [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      while count < wanted {
        let free = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let got = pread(descriptor, free.baseAddress, free.count, off_t(offset) + count)
        if got < 0 {
          if errno == EINTR { continue }
          throw Folder.fault("read", path)
        }
        if got == 0 { break }
        count += got
      }
    }
  }
}

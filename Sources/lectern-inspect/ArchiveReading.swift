import CArchive
import Glibc

/// A ZIP, TAR or 7z archive in memory, read from its first entry to its last.
///
/// What it unpacks to is bounded: a small archive can hold petabytes.
final class ArchiveReading {
  enum Ending { case complete, damaged, tooLarge }

  /// One file, folder or link.
  struct Entry {
    enum Kind: String { case file, folder, link, other }
    let path: String
    let kind: Kind
    /// As the archive states it; 0 where it doesn't.
    let sizeBytes: Int
    /// Login and group of whoever packed it, where the format has them.
    let owner: String
    let group: String
    let linkTarget: String
    let isEncrypted: Bool
  }

  static let entryLimit = 20_000
  static let unpackedLimitBytes = 2 << 30
  private static let cpuLimitSeconds = 7

  private let handle: OpaquePointer
  private let bytes: [UInt8]
  private var unpackedBytes = 0

  /// Nil for what does not begin like an archive.
  init?(_ bytes: [UInt8]) {
    guard Self.isArchive(bytes), let handle = archive_read_new() else { return nil }
    self.handle = handle
    self.bytes = bytes
    // Filters that would start a program are left out.
    for support in [
      archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz,
      archive_read_support_filter_lzma, archive_read_support_filter_zstd, archive_read_support_format_zip,
      archive_read_support_format_tar, archive_read_support_format_7zip,
    ] { _ = support(handle) }
  }

  deinit { archive_read_free(handle) }

  /// By the first bytes: zip, gzip, xz, 7z, bzip2, Zstandard; or a plain TAR.
  static func isArchive(_ bytes: [UInt8]) -> Bool {
    let beginnings: [[UInt8]] = [
      [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x1F, 0x8B], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00],
      [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [0x42, 0x5A, 0x68], [0x28, 0xB5, 0x2F, 0xFD],
    ]
    if beginnings.contains(where: { bytes.starts(with: $0) }) { return true }
    return bytes.count > 262 && bytes[257..<262].elementsEqual("ustar".utf8)
  }

  /// Calls `visit` for each entry in the order of the archive. `read` hands out its bytes, at most as many as asked for, and may
  /// be called once; what nobody reads is passed over.
  func forEach(_ visit: (Entry, _ read: (Int) -> [UInt8]) throws -> Void) rethrows -> Ending {
    let opened = bytes.withUnsafeBytes { archive_read_open_memory(handle, $0.baseAddress, $0.count) }
    guard opened == ARCHIVE_OK || opened == ARCHIVE_WARN else { return .damaged }
    for _ in 0..<Self.entryLimit {
      var header: OpaquePointer?
      switch archive_read_next_header(handle, &header) {
      case ARCHIVE_EOF: return .complete
      case ARCHIVE_OK, ARCHIVE_WARN: break
      default: return .damaged
      }
      guard let header else { return .damaged }
      var isDamaged = false
      try visit(Self.entry(header)) { limit in
        let data = take(limit)
        isDamaged = data == nil
        return data ?? []
      }
      if isDamaged { return .damaged }
      if unpackedBytes > Self.unpackedLimitBytes || Self.cpuSeconds > Self.cpuLimitSeconds { return .tooLarge }
    }
    return .tooLarge
  }

  /// Nil when the entry can't be unpacked.
  private func take(_ limit: Int) -> [UInt8]? {
    var data: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while data.count < limit {
      let wanted = min(chunk.count, limit - data.count)
      let count = chunk.withUnsafeMutableBytes { archive_read_data(handle, $0.baseAddress, wanted) }
      if count == 0 { break }
      guard count > 0, count <= wanted else { return nil }
      unpackedBytes += count
      data.append(contentsOf: chunk[..<count])
    }
    return data
  }

  static var cpuSeconds: Int {
    let usage = Limits.usage
    return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
  }

  private static func entry(_ header: OpaquePointer) -> Entry {
    let type = archive_entry_filetype(header)
    let target = text(archive_entry_symlink_utf8(header), archive_entry_symlink(header))
    let hardTarget = text(archive_entry_hardlink_utf8(header), archive_entry_hardlink(header))
    let isLink = type == S_IFLNK || !hardTarget.isEmpty
    let kind: Entry.Kind = isLink ? .link : type == S_IFREG ? .file : type == S_IFDIR ? .folder : .other
    return Entry(
      path: text(archive_entry_pathname_utf8(header), archive_entry_pathname(header)), kind: kind,
      sizeBytes: Int(clamping: archive_entry_size(header)),
      owner: text(archive_entry_uname_utf8(header), archive_entry_uname(header)),
      group: text(archive_entry_gname_utf8(header), archive_entry_gname(header)),
      linkTarget: target.isEmpty ? hardTarget : target, isEncrypted: archive_entry_is_encrypted(header) != 0)
  }

  /// Names in an unknown encoding are read as UTF-8 as far as they go.
  private static func text(_ converted: UnsafePointer<CChar>?, _ raw: UnsafePointer<CChar>?) -> String {
    (converted ?? raw).map { String(cString: $0) } ?? ""
  }
}

import CArchive
import Glibc

/// The copy of an archive that reviewers get: its files under their paths, without who packed them and when, without what
/// programs keep of their users, and with PDFs and pictures cleaned of their makers.
///
/// Left out are other archives and office documents, which can't be vouched for, PDFs that can't be cleaned, links that lead out
/// of the archive, and paths that do. The same archive gives the same copy, byte for byte.
struct CleanArchive {
  private let writer: OpaquePointer
  private var written: Set<String> = []

  /// Writes the copy to standard output; throws a `CleanCopy.Obstacle` when none can be vouched for.
  static func write(_ bytes: [UInt8]) throws {
    guard let reading = ArchiveReading(bytes) else { throw CleanCopy.Obstacle.notArchive }
    guard let writer = archive_write_new() else { throw CleanCopy.Obstacle.limits }
    defer { archive_write_free(writer) }
    archive_write_set_format_zip(writer)
    archive_write_set_bytes_in_last_block(writer, 1)
    guard archive_write_open_fd(writer, 1) == ARCHIVE_OK else { throw CleanCopy.Obstacle.limits }
    var copy = CleanArchive(writer: writer)
    let ending = try reading.forEach { entry, read in
      if entry.isEncrypted { throw CleanCopy.Obstacle.encrypted }
      try copy.add(entry, read)
    }
    if ending == .tooLarge { throw CleanCopy.Obstacle.tooLarge }
    guard ending == .complete, archive_write_close(writer) == ARCHIVE_OK else { throw CleanCopy.Obstacle.damaged }
  }

  private mutating func add(_ entry: ArchiveReading.Entry, _ read: (Int) -> [UInt8]) throws {
    guard let path = ArchivePath(entry.path), !path.isPersonal, written.insert(path.text).inserted else { return }
    switch entry.kind {
    case .folder, .other: return
    case .link:
      guard path.leads(to: entry.linkTarget) else { return }
      try put(path.text, type: S_IFLNK, link: entry.linkTarget, [])
    case .file:
      let content = read(Limits.inputBytes + 1)
      guard content.count <= Limits.inputBytes else { throw CleanCopy.Obstacle.tooLarge }
      if let clean = Self.clean(content) { try put(path.text, type: S_IFREG, link: nil, clean) }
    }
  }

  /// Nil for what is left out.
  private static func clean(_ content: [UInt8]) -> [UInt8]? {
    switch EntryContent(content) {
    case .archive: return nil
    case .paper:
      var copy: [UInt8] = []
      return (try? CleanCopy.make(of: content) { copy = Array($0) }) == nil ? nil : copy
    case .text, .binary: return PictureMetadata.removed(from: content)
    }
  }

  private func put(_ path: String, type: mode_t, link: String?, _ content: [UInt8]) throws {
    guard let header = archive_entry_new() else { throw CleanCopy.Obstacle.limits }
    defer { archive_entry_free(header) }
    archive_entry_set_pathname_utf8(header, path)
    archive_entry_set_filetype(header, type)
    archive_entry_set_perm(header, 0o644)
    archive_entry_set_mtime(header, Self.earliestSecond, 0)
    if let link {
      archive_entry_set_symlink_utf8(header, link)
    } else {
      archive_entry_set_size(header, la_int64_t(content.count))
    }
    guard archive_write_header(writer, header) >= ARCHIVE_WARN else { throw CleanCopy.Obstacle.damaged }
    let count = content.withUnsafeBytes { archive_write_data(writer, $0.baseAddress, $0.count) }
    guard count == content.count else { throw CleanCopy.Obstacle.damaged }
  }

  /// The first day a ZIP archive can tell, 1980-01-01: no file tells when it was made.
  private static let earliestSecond: time_t = 315_532_800
}

/// Where an entry stands in an archive, from its top.
struct ArchivePath {
  let parts: [Substring]

  /// Nil for a path that leads out of the archive or to nothing.
  init?(_ path: String) {
    let plain = String(path.map { $0 == "\\" ? "/" : $0 })
    let parts = plain.split(separator: "/").filter { $0 != "." }
    guard !parts.isEmpty, !parts.contains(".."), !plain.hasPrefix("/"), !plain.contains(":/") else { return nil }
    self.parts = parts
  }

  var text: String { parts.joined(separator: "/") }

  /// What programs keep of whoever works with them, by the name of the file or of a folder above it.
  var isPersonal: Bool {
    parts.contains { part in
      let name = part.lowercased()
      return Self.personal.contains(name) || name.hasPrefix(".~lock.") || name.hasPrefix("._") || name.hasSuffix("~")
        || [".swp", ".swo", ".pyc", ".pyo"].contains { name.hasSuffix($0) }
    }
  }

  /// Whether a link at this place stays within the archive.
  func leads(to target: String) -> Bool {
    guard !target.isEmpty, !target.hasPrefix("/"), !target.contains("\\") else { return false }
    var depth = parts.count - 1
    for part in target.split(separator: "/") where part != "." {
      depth += part == ".." ? -1 : 1
      if depth < 0 { return false }
    }
    return true
  }

  private static let personal: Set<String> = [
    ".git", ".svn", ".hg", ".bzr", "cvs", ".ds_store", "__macosx", "thumbs.db", "desktop.ini", ".idea", ".vscode", ".vs",
    "__pycache__", ".ipynb_checkpoints", ".bash_history", ".zsh_history", ".python_history", ".ssh", ".gitconfig", ".netrc",
  ]
}

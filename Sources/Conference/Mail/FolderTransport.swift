import Foundation

/// Writes each letter as an `.eml` file into one folder: what a server without SMTP does, and what a reader opens with a mail
/// program.
///
/// File names begin with the letter's date, so they sort by it. A file is complete and on disk before `send` returns; a
/// letter already there is left alone, also when it was written by an earlier run. Folder and files are for the owner only, since letters hold
/// sign-in links.
public actor FolderTransport: MailTransport {
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
  private nonisolated let executor = QueueExecutor(label: "mail-folder")
  private let directory: String
  /// The tokens of the letters in the folder; nil until it was first read.
  private var written: Set<Substring>?

  /// - Parameter directory: made at the first letter when it does not exist.
  public init(directory: String) {
    self.directory = directory
  }

  public func send(_ message: MailMessage) throws(MailFailure) {
    var known = try knownTokens()
    let token = message.messageToken
    guard known.insert(token[...]).inserted else { return }
    let name = "\(MailDate(message.date).fileName)-\(token).eml"
    // A name that a broken-off attempt would have used too, so that leftovers don't pile up.
    let partial = "\(directory)/.\(token).partial"
    try write(message.rendered(), to: partial)
    guard rename(partial, "\(directory)/\(name)") == 0 else { throw Self.failure("rename") }
    try synchronizeDirectory()
    written = known
  }

  private func knownTokens() throws(MailFailure) -> Set<Substring> {
    if let written { return written }
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let names = try FileManager.default.contentsOfDirectory(atPath: directory)
      let tokens = names.filter { $0.hasSuffix(".eml") }.compactMap { name in
        name.firstIndex(of: "-").map { name[name.index(after: $0)...].dropLast(".eml".count) }
      }
      written = Set(tokens)
    } catch {
      throw .temporary(reason: "The letter folder can't be made or read.")
    }
    return written ?? []
  }

  private func write(_ bytes: [UInt8], to path: String) throws(MailFailure) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Self.failure("open") }
    defer { close(file) }
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure("write") }
      offset += count
    }
    guard fsync(file) == 0 else { throw Self.failure("fsync") }
  }

  private func synchronizeDirectory() throws(MailFailure) {
    let folder = open(directory, O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { throw Self.failure("open") }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw Self.failure("fsync") }
  }

  /// Every fault of a disk may pass: space is freed, rights are mended.
  private static func failure(_ call: String) -> MailFailure {
    .temporary(reason: "The letter can't be written into its folder (\(call): \(String(cString: strerror(errno)))).")
  }
}

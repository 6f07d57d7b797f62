internal import Foundation
internal import PeerReview
internal import Store

extension Conference {
  /// Copies the database and every file into a new folder that `open` takes. Refuses a folder that exists.
  ///
  /// The database is copied first: a file that comes later is in no row of the copy.
  public func backUp(to folder: String) async throws -> (files: Int, bytes: Int64) {
    guard let sqlite = database as? SQLiteDatabase else {
      throw Refusal.unavailable(reason: "This database is backed up with its own tools, not with this command.")
    }
    let manager = FileManager.default
    if manager.fileExists(atPath: folder) {
      throw Refusal.invalid([FieldProblem("to", "\(folder) exists already. Name a new folder.")])
    }
    try manager.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try await sqlite.backup(into: folder)
    let kept = try FolderFileStore(folder: "\(folder)/files", startedAt: clock.now)
    var count = 0
    var bytes: Int64 = 0
    for sha256 in try await look({ try $0.session.storedFiles() }) {
      let outlet = try files.open(sha256)
      let intake = try kept.begin(limitBytes: outlet.sizeBytes)
      while intake.sizeBytes < outlet.sizeBytes {
        try intake.append(try outlet.read(at: intake.sizeBytes, limitBytes: 1 << 20))
      }
      guard try intake.finish().sha256 == sha256 else { throw StoreFault.corrupt("the file \(sha256) does not hold its bytes") }
      count += 1
      bytes += outlet.sizeBytes
    }
    return (count, bytes)
  }
}

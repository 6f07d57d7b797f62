internal import PeerReview
internal import Store

/// A stored file as a viewer may download it.
public struct StoredCopy: Sendable {
  /// Where the bytes lie on this machine.
  public let path: String
  public let sha256: String
  public let sizeBytes: Int64
  /// Made from the paper's number and the slot; never what the author called the file.
  public let downloadName: String
  public var isArchive = false
}

extension Act {
  /// A file as it was uploaded, under its made-up name. The caller has proven the right to it: no reviewer has it.
  func copy(of slot: FileSlot, version: Int, _ row: SubmissionRow) throws -> StoredCopy {
    let found = try session.manuscripts(of: row.id).first { $0.slot == slot && $0.version == version }
    guard let found else { throw Refusal.notFound }
    if let deletedAt = found.deletedAt { throw Refusal.closed(since: deletedAt) }
    return StoredCopy(
      path: try conference.files.path(of: found.sha256), sha256: found.sha256, sizeBytes: found.sizeBytes,
      downloadName: "\(row.call)-\(row.number.value)-\(slot.rawValue)-v\(found.version)" + (slot.isArchive ? ".archive" : ".pdf"),
      isArchive: slot.isArchive)
  }
}

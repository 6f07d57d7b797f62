internal import PeerReview
internal import Screening
internal import Store

/// Reviewers never get the bytes an author sent: what a writing program puts into a file names its owner. They get a copy
/// that the inspector made in its jail, kept as a file of its own; the original stays for authors and chairs.
extension Conference {
  /// Makes the copy of one uploaded file, or records that none can be made. Run twice, it keeps the same copy.
  ///
  /// Throws when the inspector could not be run at all, so that the job is tried again.
  func makeReviewerCopy(_ id: ID<Manuscript>, with inspector: any Inspector) async throws {
    let original = try await look { act in
      try act.session.manuscript(id).flatMap { file in
        file.deletedAt == nil ? (path: try act.conference.files.path(of: file.sha256), slot: file.slot) : nil
      }
    }
    guard let original, original.slot.isForReviewers else { return }
    let copy: ReviewerCopy
    switch await inspector.clean(original.path, isArchive: original.slot.isArchive) {
    case .cleaned(let bytes):
      let intake = try files.begin(limitBytes: Int64(bytes.count))
      try intake.append(bytes)
      let stored = try intake.finish()
      copy = .made(sha256: stored.sha256, sizeBytes: stored.sizeBytes)
    case .impossible(let obstacle):
      copy = .impossible(obstacle: obstacle.rawValue)
    case .unavailable(let reason):
      throw InspectionUnavailable(failure: .unavailable(reason: reason))
    }
    try await act { act in try act.session.put(copy, of: id, at: act.now) }
  }
}

extension Act {
  /// The copy of the newest file in a slot, under a name that says the paper's number and nothing else: how often authors
  /// uploaded is theirs to know. Nil when nobody has tried to make it; not found where none can be made or there is no file.
  /// The caller has proven the right to it.
  func reviewerCopy(of slot: FileSlot, _ row: SubmissionRow) throws -> StoredCopy? {
    switch try session.reviewerCopy(of: newest(slot, row).id) {
    case nil: return nil
    case .impossible: throw Refusal.notFound
    case .made(let sha256, let sizeBytes):
      let suffix = (slot == .manuscript ? "" : "-\(slot.rawValue)") + (slot.isArchive ? ".zip" : ".pdf")
      return StoredCopy(
        path: try conference.files.path(of: sha256), sha256: sha256, sizeBytes: sizeBytes,
        downloadName: "paper\(row.number.value)\(suffix)", isArchive: slot.isArchive)
    }
  }

  /// Queues the making of a copy that is missing, as of a file that came before copies were made; once.
  func askForReviewerCopy(of slot: FileSlot, _ row: SubmissionRow) throws {
    let file = try newest(slot, row)
    let job = Job.copy(file.id)
    let isQueued = try session.isQueued(kind: job.kind, subject: job.subject)
    if try !isQueued && session.reviewerCopy(of: file.id) == nil { try enqueue(job) }
  }

  /// What keeps reviewers from a file, in a sentence for its authors and the chairs.
  func obstacle(of file: ManuscriptRow) throws -> String? {
    guard case .impossible(let word) = try session.reviewerCopy(of: file.id) else { return nil }
    return (CleaningObstacle(rawValue: word) ?? .damaged).sentence(in: file.slot)
  }

  private func newest(_ slot: FileSlot, _ row: SubmissionRow) throws -> ManuscriptRow {
    guard slot.isForReviewers, let file = try session.manuscripts(of: row.id).first(where: { $0.slot == slot }) else {
      throw Refusal.notFound
    }
    if let deletedAt = file.deletedAt { throw Refusal.closed(since: deletedAt) }
    return file
  }
}

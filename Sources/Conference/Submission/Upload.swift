public import PeerReview
internal import Store
internal import Synchronization

/// A file on its way to one slot of a submission or of an artifact. Bytes go to disk as they come; the row is written by `finish`.
public final class Upload: Sendable {
  private let intake: any FileIntake
  private let ask: @Sendable () async throws -> Void
  private let keep: @Sendable (StoredFile) async throws -> Int
  private let check: @Sendable ([UInt8]) throws(Refusal) -> Void
  private let beginning = Mutex<[UInt8]>([])

  init(
    _ intake: any FileIntake, check: @escaping @Sendable ([UInt8]) throws(Refusal) -> Void,
    ask: @escaping @Sendable () async throws -> Void,
    keep: @escaping @Sendable (StoredFile) async throws -> Int
  ) {
    self.intake = intake
    self.check = check
    self.ask = ask
    self.keep = keep
  }

  /// Takes the next bytes. Refuses `tooLarge` as soon as the sum is over the call's limit, `unavailable` on a full disk.
  public func append(_ bytes: some Collection<UInt8>) throws {
    let first = Array(bytes.prefix(FileRules.beginningBytes))
    beginning.withLock { $0 += first.prefix(FileRules.beginningBytes - $0.count) }
    try intake.append(bytes)
  }

  /// Keeps the file durably and returns its version in the slot. The deadline is asked again here, on the same clock:
  /// an upload that began in time and ended late is refused, and leaves no file. The same bytes again make no new version.
  public func finish() async throws -> Int {
    if intake.sizeBytes == 0 {
      intake.discard()
      throw Refusal.invalid([FieldProblem("file", "The file is empty. Choose the PDF again and upload it once more.")])
    }
    do {
      try check(beginning.withLock { $0 })
      try await ask()
    } catch {
      intake.discard()
      throw error
    }
    return try await keep(try intake.finish())
  }

  /// Forgets what came.
  public func discard() {
    intake.discard()
  }
}

extension AuthorDesk {
  /// Begins an upload after asking whether it could be kept; nothing is stored before `Upload.finish`.
  public func beginUpload(to slot: FileSlot, of id: ID<Submission>) async throws -> Upload {
    let call = try await uploadable(to: slot, of: id)
    let intake = try conference.files.begin(limitBytes: slot.limitBytes(in: call))
    return Upload(
      intake, check: { bytes throws(Refusal) in try FileRules.keep(beginning: bytes, in: slot) },
      ask: { _ = try await uploadable(to: slot, of: id) }, keep: { try await keep($0, in: slot, of: id) })
  }

  /// The call by which a file may be uploaded now; refused otherwise.
  private func uploadable(to slot: FileSlot, of id: ID<Submission>) async throws -> Call {
    try await conference.look { act in try requireUpload(to: slot, of: id, act).call }
  }

  /// A file of the submission is due with it, one of the final version with that.
  private func requireUpload(to slot: FileSlot, of id: ID<Submission>, _ act: Act) throws -> (row: SubmissionRow, call: Call) {
    let (row, versioned) = try loadAsContact(id, act)
    if slot.isFinal {
      try CameraReadyRules.upload(try loadFinal(id, act).paper.facts, call: versioned.call, at: act.now)
    } else {
      try SubmissionRules.upload(row.facts, call: versioned.call, at: act.now)
      guard FileRules.takes(slot, track: row.facts.track, call: versioned.call) else { throw Refusal.notFound }
    }
    return (row, versioned.call)
  }

  /// The file's row, the record and the screening that follows, in one transaction.
  private func keep(_ stored: StoredFile, in slot: FileSlot, of id: ID<Submission>) async throws -> Int {
    try await conference.act { act in try keep(stored, in: slot, of: id, act) }
  }

  func keep(_ stored: StoredFile, in slot: FileSlot, of id: ID<Submission>, _ act: Act) throws -> Int {
    _ = try requireUpload(to: slot, of: id, act)
    let last = try act.session.manuscripts(of: id).first { $0.slot == slot }
    if let last, last.sha256 == stored.sha256 { return last.version }
    try act.requireKept(stored)
    let manuscript = ManuscriptRow(
      id: act.newID(), submission: id, slot: slot, version: (last?.version ?? 0) + 1, sha256: stored.sha256,
      sizeBytes: stored.sizeBytes, by: viewer.id, at: act.now)
    try act.session.add(manuscript)
    try act.record("upload", by: viewer, at: call, about: id.text, "\(slot.rawValue) \(stored.sha256)")
    try act.enqueue(.screen(manuscript.id))
    if slot.isForReviewers { try act.enqueue(.copy(manuscript.id)) }
    return manuscript.version
  }

  /// Any version of the viewer's own files.
  public func file(_ slot: FileSlot, version: Int, of id: ID<Submission>) async throws -> StoredCopy {
    try await conference.look { act in
      let (row, versioned, isContact) = try load(id, act)
      let moment = DisclosureMoment(call: versioned.call, releasedAt: try act.session.releasedAt(call), now: act.now)
      let reveal = Reveal(.author(contact: isContact), at: moment)
      try reveal.require(.originalFiles)
      if slot.isFinal { try reveal.require(.finalVersion) }
      return try act.copy(of: slot, version: version, row)
    }
  }
}

extension Act {
  /// Between a file's way in and its row, the same bytes of a paper that is not kept any longer may have been taken away.
  func requireKept(_ stored: StoredFile) throws {
    if try !conference.files.contains(stored.sha256) {
      throw Refusal.unavailable(reason: "The file did not arrive whole. Please upload it again.")
    }
  }
}

internal import Pages
public import PeerReview
internal import Store

extension AuthorDesk {
  /// Begins an upload after asking whether it could be kept; nothing is stored before `Upload.finish`.
  public func beginArtifactUpload(to slot: ArtifactSlot, of id: ID<Submission>) async throws -> Upload {
    let call = try await conference.look { act in try changeable(id, act).call }
    let intake = try conference.files.begin(limitBytes: slot.limitBytes(in: call))
    return Upload(
      intake, check: { bytes throws(Refusal) in try FileRules.keep(beginning: bytes, in: slot) },
      ask: { try await conference.look { act in _ = try changeable(id, act) } }, keep: { try await keep($0, in: slot, of: id) })
  }

  private func changeable(_ id: ID<Submission>, _ act: Act) throws -> (artifact: ArtifactRow, call: Call) {
    let (artifact, call, _, facts) = try loadRegistered(id, act)
    try ArtifactRules.change(facts, call: call, at: act.now)
    return (artifact, call)
  }

  private func keep(_ stored: StoredFile, in slot: ArtifactSlot, of id: ID<Submission>) async throws -> Int {
    try await conference.act { act in
      let artifact = try changeable(id, act).artifact
      let last = try act.session.artifactFiles(of: artifact.id).first { $0.slot == slot }
      if let last, last.sha256 == stored.sha256 { return last.version }
      let version = (last?.version ?? 0) + 1
      try act.session.add(
        ArtifactFileRow(
          slot: slot, version: version, sha256: stored.sha256, sizeBytes: stored.sizeBytes, by: viewer.id, at: act.now),
        to: artifact.id)
      try act.record("upload artifact", by: viewer, at: call, about: artifact.id.text, "\(slot.rawValue) \(stored.sha256)")
      return version
    }
  }

  /// Any version of the viewer's own files.
  public func artifactFile(_ slot: ArtifactSlot, version: Int, of id: ID<Submission>) async throws -> StoredCopy {
    try await conference.look { act in
      let (row, versioned, _) = try load(id, act)
      guard let artifact = try act.session.artifact(of: id), let policy = versioned.call.artifacts else { throw Refusal.notFound }
      try act.reveal(artifact.id, policy, to: viewer, at: call).require(.files)
      return try act.copy(of: slot, version: version, artifact, number: row.number)
    }
  }
}

extension Act {
  func panels(
    _ artifact: EvaluatedArtifact, accepts: Bool, refused: (slot: ArtifactSlot, problems: [FieldProblem])?
  ) -> [ArtifactFilePanel] {
    ArtifactSlot.allCases.map { slot in
      ArtifactFilePanel(
        slot: slot, limitBytes: slot.limitBytes(in: artifact.call),
        versions: artifact.files.filter { $0.slot == slot }.map {
          .init(number: $0.version, sizeBytes: $0.sizeBytes, sha256: $0.sha256, at: $0.at)
        }, accepts: accepts, problems: refused?.slot == slot ? refused?.problems ?? [] : [])
    }
  }
}

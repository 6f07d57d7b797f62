internal import PeerReview
internal import Store

extension Conference {
  /// Does what the calls' retention rules say is due, each step once and on record. Run twice, it does nothing more.
  func applyRetention() async throws {
    for id in try await calls() {
      let isDue = try await look { act in try !act.dueRetention(of: id).isEmpty }
      if isDue { try await act { act in try act.applyRetention(of: id) } }
    }
    try await removeFiles()
  }

  /// Takes away the bytes of files no row refers to any longer. A file that somebody else has, too, stays.
  private func removeFiles() async throws {
    while let name = try await look({ try $0.session.nextFileRemoval() }) {
      try await act { act in
        // Within the transaction: nobody writes a row about the file meanwhile.
        if try !act.session.isStored(name) { try act.conference.files.remove(name) }
        try act.session.endFileRemoval(name)
      }
    }
  }
}

extension Act {
  /// Steps whose moment has come and that were not done yet, earliest first.
  fileprivate func dueRetention(of id: ID<Call>) throws -> [RetentionPolicy.Step] {
    let steps = try call(id).call.retention.steps.filter { $0.at <= now }
    if steps.isEmpty { return [] }
    let done = Set(try session.retentionActs(of: id).map { "\($0.kind) \($0.what)" })
    return steps.filter { !done.contains("\($0.kind.rawValue) \($0.words)") }
  }

  fileprivate func applyRetention(of id: ID<Call>) throws {
    let call = try call(id).call
    for step in try dueRetention(of: id) {
      if step.what == .delete { try delete(step.kind, of: call) }
      try session.addRetentionAct(step, of: id, at: now)
      // No number of what went: it would tell of papers kept from a reader of the record.
      try record("apply retention", bySystem: "calendar", at: id, about: id.text, "\(step.kind.rawValue) \(step.words)")
    }
  }

  private func delete(_ kind: RetentionKind, of call: Call) throws {
    switch kind {
    case .reviews: try session.emptyReviews(in: call.id)
    case .discussion: try session.deleteDiscussion(in: call.id)
    case .bids: try session.deleteBids(in: call.id)
    case .letters: try session.emptyLetters(of: call.id)
    case .unpublishedManuscripts:
      try session.deleteUnpublishedManuscripts(in: call.id, accepting: call.acceptingKinds, at: now)
    // The record holds who did what, and nothing of it is ever taken out.
    case .reviewerIdentities: return
    }
  }
}

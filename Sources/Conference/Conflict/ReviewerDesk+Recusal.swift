public import PeerReview
internal import Store

extension ReviewerDesk {
  /// Hands the paper back: the assignment ends, what was written stays on record, and chairs who may know of the paper
  /// are told why. From then on it is not found here. Handing it back twice is done once.
  public func recuse(_ id: ID<Assignment>, reason: String) async throws {
    try await conference.act { act in
      if try act.session.isHandedBack(id, by: viewer.id) { return try requireOffice(act) }
      let task = try task(id, act)
      try ReviewRules.recuse(reason: reason, releasedAt: task.releasedAt)
      try act.session.handBack(id, reason: reason, at: act.now)
      try act.record("recuse", by: viewer, at: call, about: task.row.id.text)
      try act.enqueue(.tellOfRecusal(id))
      if task.call.call.assignment.delegation != .no { try act.enqueue(.endDelegations(id)) }
    }
  }
}

internal import Pages
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
      for chair in try act.chairs(knowing: task.row) where chair.id != viewer.id {
        try act.post(
          RecusalLetter(
            head: act.letterhead(task.call.call), number: task.row.number, title: task.row.title,
            reviewer: viewer.displayName, reason: reason, path: "/chair/submissions/\(task.row.id)"),
          kind: "recusal", to: chair.email, name: chair.name, call: call, about: task.row.id)
      }
    }
  }
}

public import PeerReview
internal import Store

extension ReviewerDesk {
  /// Adds to the discussion of the paper. Refuses `notYours` until the viewer's own review is in. The viewer's last
  /// comment, posted again, is not added twice. Everyone else who may read it gets a letter that holds none of it.
  public func comment(_ id: ID<Assignment>, text: String) async throws {
    try await conference.act { act in
      let task = try task(id, act)
      let text = try act.kept(text, on: task)
      let own = try act.session.comments(on: task.row.id).last { $0.by == viewer.id }
      if let own, own.text == text { return }
      try DiscussionRules.comment(
        task.row.facts, text: text, standing: task.standing, call: task.call.call, releasedAt: task.releasedAt,
        at: act.now)
      let comment = act.newID(Comment.self)
      let isNew = try act.session.addComment(
        comment, to: task.row.id, formKey: act.newToken(), by: viewer.id, assignment: id, text: text, at: act.now)
      guard isNew else { return }
      try act.record("comment", by: viewer, at: call, about: task.row.id.text)
      try act.enqueue(.tellOfComment(comment))
    }
  }
}

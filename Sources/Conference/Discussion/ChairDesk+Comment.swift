public import PeerReview
internal import Store

extension ChairDesk {
  /// Adds to the discussion of the paper. Everyone else who may read it gets a letter that holds none of it. The viewer's
  /// last comment, posted again, is not added twice.
  public func comment(_ id: ID<Submission>, text: String) async throws {
    try await conference.act { act in
      let (row, versioned) = try load(id, act)
      let text = MentionRules.kept(text, names: try act.reviewerNames(on: id))
      let own = try act.session.comments(on: id).last { $0.by == viewer.id }
      if let own, own.text == text { return }
      try DiscussionRules.comment(
        row.facts, text: text, standing: .chair, call: versioned.call, releasedAt: try act.session.releasedAt(call),
        at: act.now)
      let comment = act.newID(Comment.self)
      let isNew = try act.session.addComment(
        comment, to: id, formKey: act.newToken(), by: viewer.id, assignment: nil, text: text, at: act.now)
      guard isNew else { return }
      try act.record("comment", by: viewer, at: call, about: id.text)
      try act.enqueue(.tellOfComment(comment))
    }
  }
}

internal import Pages
public import PeerReview
internal import Store

extension ReviewerDesk {
  /// Adds to the discussion of the paper. Refuses `notYours` until the viewer's own review is in. The viewer's last
  /// comment, posted again, is not added twice. Everyone else who may read it gets a letter that holds none of it.
  public func comment(_ id: ID<Assignment>, text: String) async throws {
    try await conference.act { act in
      let task = try task(id, act)
      let own = try act.session.comments(on: task.row.id).last { $0.by == viewer.id }
      if let own, own.text == text { return }
      try DiscussionRules.comment(
        task.row.facts, text: text, standing: task.standing, call: task.call.call, releasedAt: task.releasedAt,
        at: act.now)
      let isNew = try act.session.addComment(
        act.newID(), to: task.row.id, formKey: act.newToken(), by: viewer.id, assignment: id, text: text, at: act.now)
      guard isNew else { return }
      try act.record("comment", by: viewer, at: call, about: task.row.id.text)
      try act.tellOfComment(on: task.row, call: task.call.call, by: viewer)
    }
  }
}

extension Act {
  /// Tells everyone who may read the discussion, except the writer: chairs who know of the paper, and reviewers whose own
  /// review is in. The letter says nothing of the comment or of who wrote it.
  func tellOfComment(on row: SubmissionRow, call: Call, by writer: Person) throws {
    let head = letterhead(call)
    func tell(_ person: Person, _ path: String) throws {
      try post(
        DiscussionCommentLetter(head: head, number: row.number, title: row.title, path: path), kind: "discussion-comment",
        to: person.email, name: person.name, call: row.call, about: row.id)
    }
    let chairs = try chairs(knowing: row)
    for chair in chairs where chair.id != writer.id { try tell(chair, "/chair/submissions/\(row.id)") }
    let told = Set(chairs.map(\.id) + [writer.id])
    for review in try session.submittedReviews(of: row.id) where !told.contains(review.person) {
      guard let reviewer = try session.person(review.person), try !session.isShutOut(reviewer.email, of: row.id),
        try session.roles(of: reviewer.id, at: row.call).contains(.reviewer)
      else { continue }
      try tell(reviewer, "/reviews/\(review.review.assignment)")
    }
  }
}

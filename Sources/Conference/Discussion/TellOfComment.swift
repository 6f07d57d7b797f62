internal import Pages
internal import PeerReview
internal import Store

extension Act {
  /// Tells everyone who may read the discussion, except the writer: chairs who know of the paper, reviewers whose own
  /// review is in, and the metareviewer. The letter says nothing of the comment or of who wrote it, but whether it writes to them.
  func tell(ofComment id: ID<Comment>) throws {
    guard let (paper, writer, text) = try session.origin(of: id), let row = try session.submission(paper) else { return }
    let head = letterhead(try call(row.call).call)
    let mentions = MentionRules.mentioned(in: text)
    let task = try session.metareviewTask(of: row.id)
    let lead = try task?.person ?? session.discussionLead(of: row.id)?.person
    func tell(_ person: Person, _ path: String, as own: Mention) throws {
      let isMention = isMentioned(person.id, as: own, in: mentions, ledBy: lead)
      let kind = isMention ? OptionalLetter.mention : .comment
      try post(
        DiscussionCommentLetter(head: head, number: row.number, title: row.title, isMention: isMention, path: path),
        kind: kind.rawValue, to: person.email, name: person.name, call: row.call, about: row.id)
    }
    let chairs = try session.chairs(of: row.facts.track, at: row.call)
    for chair in chairs where chair.id != writer { try tell(chair, "/chair/submissions/\(row.id)", as: .chairs) }
    let told = Set(chairs.map(\.id) + [writer])
    for assignment in try session.reviewedAssignments(of: row.id) where !told.contains(assignment.person) {
      guard let reviewer = try session.person(assignment.person),
        try session.roles(of: reviewer.id, at: row.call).contains(.reviewer)
      else { continue }
      try tell(reviewer, "/reviews/\(assignment.id)", as: .reviewer(assignment.pseudonym))
    }
    if let task, !told.contains(task.person),
      let metareviewer = try session.person(task.person),
      try session.roles(of: metareviewer.id, at: row.call).contains(.metareviewer)
    {
      try tell(metareviewer, "/metareviews/\(task.id)", as: .metareviewer)
    }
  }
}

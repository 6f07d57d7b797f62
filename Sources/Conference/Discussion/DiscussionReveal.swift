internal import Pages
internal import PeerReview
internal import Store

extension Act {
  /// The thread as a reviewer or the metareviewer of the paper reads it: others under their pseudonyms, chairs as chairs.
  func discussion(_ task: some CommitteeTask, _ viewer: Person, typed: String, problems: [FieldProblem]) throws -> DiscussionPanel
  {
    let accepts = isAllowed { () throws(Refusal) in
      try DiscussionRules.comment(
        task.row.facts, text: "a comment", standing: task.standing, call: task.call.call, releasedAt: task.releasedAt,
        at: now)
    }
    let names = task.secrecy(.reviewerIdentity) == nil ? try reviewerNames(on: task.row.id) : [:]
    let comments = try session.comments(on: task.row.id).map { comment in
      DiscussionPanel.Comment(
        author: try author(of: comment, task, viewer), isOwn: comment.by == viewer.id, at: comment.at,
        text: MentionRules.shown(comment.text, names: names))
    }
    return DiscussionPanel(
      comments: comments, accepts: accepts, draft: typed, problems: problems, leader: try leader(task, viewer))
  }

  /// Who leads, of those whose review is in: of the others a reviewer doesn't know that they have the paper.
  private func leader(_ task: some CommitteeTask, _ viewer: Person) throws -> String {
    guard let lead = try session.discussionLead(of: task.row.id) else { return "" }
    if lead.person == viewer.id { return "You lead" }
    guard try !session.reviewVersions(of: lead.id).isEmpty else { return "" }
    return "\(try reviewerName(lead.person, lead.pseudonym, task)) leads"
  }

  private func author(of comment: CommentRow, _ task: some CommitteeTask, _ viewer: Person) throws -> String {
    if comment.isByMetareviewer {
      if comment.by == viewer.id { return "You (Metareviewer)" }
      guard task.secrecy(.reviewerIdentity) == nil, let person = try session.person(comment.by) else { return "Metareviewer" }
      return "\(person.displayName) (Metareviewer)"
    }
    guard let pseudonym = comment.pseudonym else { return comment.by == viewer.id ? "You (Chair)" : "Chair" }
    if comment.by == viewer.id { return "You (Reviewer \(pseudonym))" }
    return try reviewerName(comment.by, pseudonym, task)
  }
}

internal import Pages
public import PeerReview
internal import Store

extension ReviewerDesk {
  /// Changes own tags and votes on a paper the viewer has to review, and tags of the committee where the call lets reviewers.
  /// Refuses `invalid` what the rules refuse.
  public func changeTags(_ words: String, on id: ID<Assignment>) async throws {
    try await conference.act { act in
      let task = try task(id, act)
      let changes = try TagRules.changes(words)
      let call = task.call.call
      try TagRules.reviewer(changes, standing: task.standing, call: call, releasedAt: task.releasedAt)
      let papers = try act.session.papersReviewed(by: viewer, in: self.call)
      var board = try tagBoard(papers, call, releasedAt: task.releasedAt, act)
      try act.change(changes, on: task.row, by: viewer, call, &board)
      try act.requireVotes(
        try act.session.tags(on: papers.map(\.submission), [.own], owner: viewer.id), call)
    }
  }

  /// The viewer's own tags on their papers, and the committee's on those where their own review is in.
  func tagBoard(
    _ papers: [(submission: ID<Submission>, isIn: Bool)], _ call: Call, releasedAt: Instant?, _ act: Act
  ) throws -> TagBoard {
    let moment = DisclosureMoment(call: call, releasedAt: releasedAt, now: act.now)
    let readable = papers.filter { paper in
      let standing = Standing.reviewer(ownReviewIn: paper.isIn)
      return DisclosureRules.secrecy(of: .tags, for: standing, at: moment) == nil
    }
    return try act.tagBoard(
      of: viewer, call, papers: papers.map(\.submission), readable: readable.map(\.submission))
  }

  /// The same of one paper, empty unless it is in the process. The others count only where it has a place among them.
  private func tagBoard(_ task: ReviewerTask, _ act: Act) throws -> TagBoard {
    let call = task.call.call
    let papers = task.row.facts.state == .submitted ? [task.row.id] : []
    let board = try act.tagBoard(of: viewer, call, papers: papers, readable: task.secrecy(.tags) == nil ? papers : [])
    let orders = call.rankings + call.jointOrders
    guard board.tags(of: task.row.id).contains(where: { orders.contains($0.key.name) }) else { return board }
    let all = try act.session.papersReviewed(by: viewer, in: self.call)
    return try tagBoard(all, call, releasedAt: task.releasedAt, act)
  }

  func tagPanel(_ task: ReviewerTask, typed: String, problems: [FieldProblem], _ act: Act) throws -> TagPanel {
    let call = task.call.call
    let secrecy = task.secrecy(.tags)
    let tags = try tagBoard(task, act).tags(of: task.row.id)
    let kinds = call.tags.filter { $0.counting.isPoll || $0.isForReviewers }
    return TagPanel(
      shared: .unless(secrecy) { tags.filter { $0.key.scope == .committee }.map { $0.badge(call) } },
      own: tags.filter { $0.key.scope == .own }.map { $0.badge(call) },
      words: kinds.map { TagPanel.Word(text: $0.counting.isPoll ? "~\($0.name)" : $0.name, meaning: $0.meaning) },
      isForChairs: false, typed: typed, problems: problems)
  }
}

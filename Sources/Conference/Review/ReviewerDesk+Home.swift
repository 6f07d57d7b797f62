public import Pages
public import PeerReview
internal import Store

extension ReviewerDesk {
  /// The viewer's papers, those still open first, and what else a reviewer may do now. Within each state the order is
  /// that of random ids and tells nothing.
  public func home(problems: [FieldProblem] = []) async throws -> ReviewerHomePage {
    try await conference.look { act in
      try requireCommittee(act)
      let call = try act.call(self.call).call
      let releasedAt = try act.session.releasedAt(self.call)
      let isReviewer =
        try act.session.roles(of: viewer.id, at: self.call).contains(.reviewer) || Mutation.opens("everyone reviews")
      let assigned = isReviewer ? try act.session.papersToReview(by: viewer, in: self.call) : []
      let tags = try tagBoard(assigned.map { ($0.submission, $0.submittedAt != nil) }, call, releasedAt: releasedAt, act)
      let papers = try assigned.map { paper in
        let progress = ReviewRules.progress(
          hasDraft: paper.hasDraft, submittedAt: paper.submittedAt, round: paper.round, call: call, at: act.now)
        return (
          progress: progress, row: try row(paper, progress, call, releasedAt: releasedAt, tags.tags(of: paper.submission), act)
        )
      }
      let open = papers.filter { $0.progress != .submitted }
      let done = papers.filter { $0.progress == .submitted }
      return ReviewerHomePage(
        assignments: (open + done).map(\.row), led: try led(call, act), tasks: try tasks(call, act),
        reviewing: call.calendar.reviewing, problems: problems
      )
    }
  }

  private func row(
    _ paper: ReviewerPaperRow, _ progress: ReviewProgress, _ call: Call, releasedAt: Instant?, _ tags: [Tag], _ act: Act
  ) throws -> ReviewerHomePage.Row {
    let standing = Standing.reviewer(ownReviewIn: paper.submittedAt != nil)
    let moment = DisclosureMoment(call: call, releasedAt: releasedAt, now: act.now)
    var note = ""
    if DisclosureRules.secrecy(of: .reviewCount, for: standing, at: moment) == nil {
      note = "\(paper.received) of \(paper.asked) reviews are in"
    }
    if DisclosureRules.secrecy(of: .decision, for: standing, at: moment) == nil,
      let decision = try act.session.decision(on: paper.submission)
    {
      note = "Decision: \(call.decision(decision.kind)?.label ?? decision.kind)"
    }
    let isWritable = act.now < call.calendar.discussion.closes && progress != .submitted
    return ReviewerHomePage.Row(
      id: paper.assignment, number: paper.number, title: paper.title, track: call.track(paper.track)?.name ?? paper.track,
      state: progress.badge, deadline: isWritable ? call.calendar.reviewsDue(in: paper.round) : nil, note: note,
      tags: tags.map { $0.badge(call) })
  }

  /// While a meeting is held.
  private func meetingTask(_ call: Call, _ act: Act) throws -> [ReviewerHomePage.Task] {
    guard act.now >= call.calendar.discussion.opens, try act.session.releasedAt(self.call) == nil,
      try act.session.meetingTurn(in: self.call) != nil
    else { return [] }
    return [
      .init(
        label: "Meeting", explanation: "See what is talked about, and when to leave the room.", link: "/meeting", deadline: nil)
    ]
  }

  private func tasks(_ call: Call, _ act: Act) throws -> [ReviewerHomePage.Task] {
    let bidding = call.calendar.bidding
    guard act.now < bidding.closes else {
      return try meetingTask(call, act)
        + act.session.shepherded(by: viewer, in: self.call).map { row in
          ReviewerHomePage.Task(
            label: "Shepherd \(row.number)", explanation: row.title, link: "/shepherding/\(row.id)",
            deadline: call.calendar.cameraReady, isDone: try act.session.shepherdWord(on: row.id)?.isYes ?? false)
        }
    }
    var tasks = [
      ReviewerHomePage.Task(
        label: "Expertise", explanation: "Say which topics you know.", link: "/expertise", deadline: bidding.closes,
        isDone: try act.session.expertise(of: viewer.id, at: self.call).values.contains { $0 > 0 }),
      ReviewerHomePage.Task(
        label: "Conflicts of interest", explanation: "Declare what keeps you from judging freely.", link: "/conflicts",
        deadline: bidding.closes),
    ]
    if bidding.contains(act.now) {
      let bids = try act.session.biddable(by: viewer, in: self.call, givenOnly: true)
      tasks.insert(
        ReviewerHomePage.Task(
          label: "Bids", explanation: "Say which papers you would like to review.", link: "/bids",
          deadline: bidding.closes, isDone: !bids.isEmpty),
        at: 0)
    }
    return tasks
  }
}

extension ReviewProgress {
  var badge: Badge {
    switch self {
    case .notBegun: Badge(label: "Not begun", tone: .neutral)
    case .draft: Badge(label: "Draft", tone: .progress)
    case .late: Badge(label: "Late", tone: .bad)
    case .submitted: Badge(label: "Submitted", tone: .good)
    }
  }
}

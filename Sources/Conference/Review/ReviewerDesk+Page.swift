public import Pages
public import PeerReview
internal import Screening
internal import Store

extension ReviewerDesk {
  /// What came back with a refused act, so that the page can print it again: nothing typed is lost.
  public struct Typed: Sendable {
    public var answers: ReviewAnswers?
    public var problems: [FieldProblem]
    /// The draft's version the edit began from; when it is older than the stored one, both texts stand side by side.
    public var staleAgainst: Int?
    public var comment: String
    public var commentProblems: [FieldProblem]
    public var tags: String
    public var tagProblems: [FieldProblem]
    public var recusal: String
    public var recusalProblems: [FieldProblem]

    public init(
      answers: ReviewAnswers? = nil, problems: [FieldProblem] = [], staleAgainst: Int? = nil, comment: String = "",
      commentProblems: [FieldProblem] = [], tags: String = "", tagProblems: [FieldProblem] = [], recusal: String = "",
      recusalProblems: [FieldProblem] = []
    ) {
      self.recusal = recusal
      self.recusalProblems = recusalProblems
      self.answers = answers
      self.problems = problems
      self.staleAgainst = staleAgainst
      self.comment = comment
      self.commentProblems = commentProblems
      self.tags = tags
      self.tagProblems = tagProblems
    }
  }

  /// One assigned paper without its authors, and the viewer's review of it. What others wrote is hidden until the
  /// viewer's own review is in; nobody is named, and nobody else's times are told.
  public func review(_ id: ID<Assignment>, typed: Typed = Typed()) async throws -> ReviewPage {
    try await lookOnRecord(id, "review") { act, task in try page(task, typed: typed, act) }
  }

  /// The same in this transaction.
  func page(_ task: ReviewerTask, typed: Typed = Typed(), _ act: Act) throws -> ReviewPage {
    let id = task.assignment.id
    let call = task.call.call
    guard let version = try act.session.version(task.row.facts.version, of: task.row.id) else { throw Refusal.notFound }
    let form = try act.begunForm(id, task.row.facts.track, task.call, hasDraft: !isForChair).form
    let submitted = try act.session.reviewVersions(of: id)
    let draft = isForChair ? nil : try act.session.reviewDraft(of: id)
    let stored = try draft?.answers ?? act.session.lastReview(of: id)?.answers ?? ReviewAnswers()
    let isStale = typed.staleAgainst.map { $0 != draft?.version ?? 0 } ?? false
    let accepts = isAllowed { () throws(Refusal) in
      try ReviewRules.write(task.row.facts, call: call, at: act.now)
    }
    let answers = typed.answers.map(Self.tidied) ?? stored
    return ReviewPage(
      id: id, number: task.row.number, content: act.summary(version.content, call, forReviewers: true),
      authors: try .unless(task.secrecy(.authors)) {
        try act.session.authors(of: task.row.id, version: task.row.facts.version)
      },
      files: task.reveal.hides(.reviewerCopy) ? [] : try files(task.row, act),
      notes: try act.notesToReviewers(version.content, task.row.id, call), form: form,
      answers: answers, version: draft?.version ?? 0, draftSavedAt: draft?.at,
      submitted: submitted.map { ReviewPage.SubmittedVersion(number: $0.version, at: $0.at) },
      deadline: accepts ? deadline(task, isIn: !submitted.isEmpty) : nil, accepts: accepts, problems: typed.problems,
      savedElsewhere: isStale && answers != stored ? stored : nil,
      others: try .unless(task.secrecy(.reviews)) { try act.reviews(task, except: task.assignment.id) },
      discussion: try .unless(task.secrecy(.discussion)) {
        try act.discussion(task, viewer, typed: typed.comment, problems: typed.commentProblems)
      },
      response: try .unless(task.secrecy(.response)) { try act.session.response(of: task.row.id)?.text },
      tags: isForChair ? nil : try tagPanel(task, typed: typed.tags, problems: typed.tagProblems, act),
      offersRecusal: task.releasedAt == nil, recusalReason: typed.recusal, recusalProblems: typed.recusalProblems,
      offersDelegation: call.assignment.delegation != .no)
  }

  /// The copy of the newest manuscript or appendix that was made for reviewers. Earlier versions, the workshop paper (C14)
  /// and the files as they were uploaded are not found here. Refuses `unavailable` while the copy is being made.
  public func file(_ slot: FileSlot, of id: ID<Assignment>) async throws -> StoredCopy {
    let found = try await lookOnRecord(id, "file") { act, task in
      try task.reveal.require(.reviewerCopy)
      return try act.reviewerCopy(of: slot, task.row)
    }
    if let found { return found }
    try await conference.act { act in try act.askForReviewerCopy(of: slot, try task(id, act).row) }
    throw Refusal.unavailable(reason: "This file is being prepared for reviewers. Please reload the page in a few seconds.")
  }

  func files(_ row: SubmissionRow, _ act: Act) throws -> [ReviewPage.FileLink] { try act.filesForReviewers(of: row) }

  private func deadline(_ task: ReviewerTask, isIn: Bool) -> Instant {
    let calendar = task.call.call.calendar
    return isIn ? calendar.discussion.closes : calendar.reviewsDue(in: task.assignment.round)
  }
}

extension Act {
  /// The copies of a paper's newest files that were made for reviewers, or what became of them.
  func filesForReviewers(of row: SubmissionRow) throws -> [ReviewPage.FileLink] {
    let all = try session.manuscripts(of: row.id)
    return try FileSlot.allCases.filter(\.isForReviewers).compactMap { slot in
      guard let newest = all.first(where: { $0.slot == slot }) else { return nil }
      let report = try session.screening(of: newest.id).map { try ScreeningReport(stored: $0.report) }
      let state: ReviewPage.FileLink.State =
        switch try session.reviewerCopy(of: newest.id) {
        case .made(_, let sizeBytes): .ready(sizeBytes: sizeBytes)
        case .impossible: .withheld
        case nil: .preparing
        }
      return ReviewPage.FileLink(slot: slot, state: state, pages: report?.pages)
    }
  }
}

public import Pages
public import PeerReview
internal import Store

extension ReviewerDesk {
  /// What came back with a refused act on a paper's meta-review.
  public struct TypedMetareview: Sendable {
    public var text: MetareviewText?
    public var problems: [FieldProblem]
    /// The draft's version the edit began from; when it is older than the stored one, both texts stand side by side.
    public var staleAgainst: Int?
    public var comment: String
    public var commentProblems: [FieldProblem]

    public init(
      text: MetareviewText? = nil, problems: [FieldProblem] = [], staleAgainst: Int? = nil, comment: String = "",
      commentProblems: [FieldProblem] = []
    ) {
      self.text = text
      self.problems = problems
      self.staleAgainst = staleAgainst
      self.comment = comment
      self.commentProblems = commentProblems
    }
  }

  /// A paper whose discussion the viewer leads, without its authors, and the meta-review of it. Reviews and discussion are
  /// hidden until the call lets metareviewers read them.
  public func metareview(_ id: ID<Metareview>, typed: TypedMetareview = TypedMetareview()) async throws -> MetareviewPage {
    try await lookOnRecord(id, "meta-review") { act, task in try page(task, typed: typed, act) }
  }

  /// The same in this transaction.
  func page(_ task: MetareviewTask, typed: TypedMetareview = TypedMetareview(), _ act: Act) throws -> MetareviewPage {
    let id = task.task.id
    let call = task.call.call
    guard let policy = call.metareviews, let version = try act.session.version(task.row.facts.version, of: task.row.id)
    else { throw Refusal.notFound }
    let submitted = try act.session.metareviews(of: id)
    let draft = isForChair ? nil : try act.session.metareviewDraft(of: id)
    let stored = draft?.text ?? submitted.first?.text ?? MetareviewText()
    let isStale = typed.staleAgainst.map { $0 != draft?.version ?? 0 } ?? false
    let accepts = isAllowed { () throws(Refusal) in
      try MetareviewRules.write(task.row.facts, call: call, releasedAt: task.releasedAt, at: act.now)
    }
    let text = typed.text?.tidied ?? stored
    return MetareviewPage(
      id: id, number: task.row.number, content: act.summary(version.content, call, forReviewers: true),
      files: task.reveal.hides(.reviewerCopy) ? [] : try files(task.row, act),
      notes: try act.notesToReviewers(version.content, task.row.id, call), recommendations: call.decisions,
      isShownToAuthors: policy.isShownToAuthors, text: text, version: draft?.version ?? 0, draftSavedAt: draft?.at,
      submitted: submitted.map { .init(number: $0.version, at: $0.at) }, due: call.calendar.discussion.closes,
      opens: act.now < policy.opens(call) ? policy.opens(call) : nil, accepts: accepts, problems: typed.problems,
      savedElsewhere: isStale && text != stored ? stored : nil,
      reviews: try .unless(task.secrecy(.reviews)) { try act.reviews(task) },
      discussion: try .unless(task.secrecy(.discussion)) {
        try act.discussion(task, viewer, typed: typed.comment, problems: typed.commentProblems)
      },
      response: try .unless(task.secrecy(.response)) { try act.session.response(of: task.row.id)?.text },
      decision: try .unless(task.secrecy(.decision)) {
        try act.session.decision(on: task.row.id).map { call.decision($0.kind)?.label ?? $0.kind }
      }, offersRecusal: task.releasedAt == nil)
  }

  /// The copy of a file that was made for reviewers; see `file(_:of:)` of an assignment.
  public func file(_ slot: FileSlot, of id: ID<Metareview>) async throws -> StoredCopy {
    let found = try await lookOnRecord(id, "file") { act, task in
      try task.reveal.require(.reviewerCopy)
      return try act.reviewerCopy(of: slot, task.row)
    }
    if let found { return found }
    try await conference.act { act in try act.askForReviewerCopy(of: slot, try metareviewTask(id, act).row) }
    throw Refusal.unavailable(reason: "This file is being prepared for reviewers. Please reload the page in a few seconds.")
  }

  /// Keeps the draft. Refuses `stale` when another tab saved since `version`; nothing is overwritten then. What is kept already
  /// makes no version. `version` is 0 before the first save.
  @discardableResult
  public func saveDraft(_ id: ID<Metareview>, basedOn version: Int, _ text: MetareviewText) async throws -> SavedDraft {
    try await conference.act { act in
      let task = try metareviewTask(id, act)
      let draft = try act.session.metareviewDraft(of: id)
      if let draft, draft.text == text.tidied { return SavedDraft(version: draft.version, savedAt: draft.at) }
      try require(text, basedOn: version, draft, task, act)
      return try keep(text.tidied, draft, of: id, act)
    }
  }

  /// Hands the meta-review in as a further version; earlier ones stay, and chairs see the last. Refuses `invalid` with
  /// everything that is missing and `stale` as for a draft. The same handed in again changes nothing.
  @discardableResult
  public func submit(_ id: ID<Metareview>, basedOn version: Int, _ text: MetareviewText) async throws -> Int {
    try await conference.act { act in
      let task = try metareviewTask(id, act)
      let text = text.tidied
      let draft = try act.session.metareviewDraft(of: id)
      let last = try act.session.metareviews(of: id).first
      if let last, last.text == text, draft?.text == text { return last.version }
      try require(text, basedOn: version, draft, task, act)
      let missing = MetareviewRules.missing(text, call: task.call.call)
      if !missing.isEmpty { throw Refusal.invalid(missing) }
      if draft?.text != text { try keep(text, draft, of: id, act) }
      if let last, last.text == text { return last.version }
      let row = MetareviewRow(task: id, version: (last?.version ?? 0) + 1, text: text, at: act.now)
      try act.session.add(row)
      try act.record("meta-review", by: viewer, at: call, about: task.row.id.text, "version \(row.version)")
      return row.version
    }
  }

  /// Adds to the discussion of the paper, as `comment(_:text:)` of a reviewer does.
  public func comment(_ id: ID<Metareview>, text: String) async throws {
    try await conference.act { act in
      let task = try metareviewTask(id, act)
      let text = try act.kept(text, on: task)
      let own = try act.session.comments(on: task.row.id).last { $0.by == viewer.id }
      if let own, own.text == text { return }
      try DiscussionRules.comment(
        task.row.facts, text: text, standing: task.standing, call: task.call.call, releasedAt: task.releasedAt, at: act.now)
      let comment = act.newID(Comment.self)
      let isNew = try act.session.addComment(
        comment, to: task.row.id, formKey: act.newToken(), by: viewer.id, assignment: nil, metareview: id, text: text,
        at: act.now)
      guard isNew else { return }
      try act.record("comment", by: viewer, at: call, about: task.row.id.text)
      try act.enqueue(.tellOfComment(comment))
    }
  }

  /// Hands the paper back: what was written stays on record, and chairs who may know of the paper are told why. From then on
  /// it is not found here. Twice is once.
  public func recuse(_ id: ID<Metareview>, reason: String) async throws {
    try await conference.act { act in
      if try act.session.isMetareviewHandedBack(id, by: viewer.id) { return try requireMetareviewer(act) }
      let task = try metareviewTask(id, act)
      try ReviewRules.recuse(reason: reason, releasedAt: task.releasedAt)
      try act.session.endMetareviewTask(id, reason: "recused: \(reason)", at: act.now)
      try act.record("recuse", by: viewer, at: call, about: task.row.id.text)
      try act.enqueue(.tellOfMetareviewer(id))
    }
  }

  private func require(
    _ text: MetareviewText, basedOn version: Int, _ draft: MetareviewRow?, _ task: MetareviewTask, _ act: Act
  ) throws {
    try MetareviewRules.write(task.row.facts, call: task.call.call, releasedAt: task.releasedAt, at: act.now)
    try MetareviewRules.check(text, call: task.call.call)
    if version != draft?.version ?? 0 { throw Refusal.stale }
  }

  @discardableResult
  private func keep(_ text: MetareviewText, _ draft: MetareviewRow?, of id: ID<Metareview>, _ act: Act) throws -> SavedDraft {
    let version = (draft?.version ?? 0) + 1
    try act.session.putMetareviewDraft(MetareviewRow(task: id, version: version, text: text, at: act.now))
    return SavedDraft(version: version, savedAt: act.now)
  }
}

extension ReviewerDesk {
  /// The papers whose discussion the viewer leads; in an order that tells nothing.
  func led(_ call: Call, _ act: Act) throws -> [ReviewerHomePage.Led] {
    guard call.metareviews != nil, try act.session.roles(of: viewer.id, at: self.call).contains(.metareviewer) else { return [] }
    return try act.session.metareviewTasks(of: viewer, in: self.call).compactMap { task in
      guard let row = try act.session.submission(task.submission) else { return nil }
      let progress = MetareviewRules.progress(
        hasDraft: try act.session.metareviewDraft(of: task.id) != nil,
        submittedAt: try act.session.metareviews(of: task.id).last?.at, call: call, at: act.now)
      return ReviewerHomePage.Led(
        id: task.id, number: row.number, title: row.title, track: call.track(row.facts.track)?.name ?? row.facts.track,
        state: progress.badge, due: progress == .submitted ? nil : call.calendar.discussion.closes)
    }
  }
}

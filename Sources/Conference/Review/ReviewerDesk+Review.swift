internal import Pages
public import PeerReview
internal import Store

/// A draft as the server keeps it.
public struct SavedDraft: Hashable, Sendable {
  /// What the next save has to be based on.
  public let version: Int
  public let savedAt: Instant

  public init(version: Int, savedAt: Instant) {
    self.version = version
    self.savedAt = savedAt
  }
}

extension ReviewerDesk {
  /// Keeps the draft. Refuses `stale` when another tab saved since `version`; nothing is overwritten then. What is kept
  /// already makes no version. `version` is 0 before the first save.
  @discardableResult
  public func saveDraft(_ id: ID<Assignment>, basedOn version: Int, _ answers: ReviewAnswers) async throws -> SavedDraft {
    try await conference.act { act in try saveDraft(id, basedOn: version, answers, act) }
  }

  @discardableResult
  func saveDraft(_ id: ID<Assignment>, basedOn version: Int, _ answers: ReviewAnswers, _ act: Act) throws -> SavedDraft {
    let task = try task(id, act)
    let answers = Self.tidied(answers)
    let draft = try act.session.reviewDraft(of: id)
    if let draft, draft.answers == answers { return SavedDraft(version: draft.version, savedAt: draft.at) }
    try require(answers, basedOn: version, draft, task, act)
    return try keep(answers, draft, task, act)
  }

  /// Hands the review in as a further version; earlier ones stay. Refuses `invalid` with everything that is missing and
  /// `stale` as for a draft. What was handed in last, handed in again, changes nothing. The first time the reviewer gets
  /// a receipt. Returns the version of the review.
  @discardableResult
  public func submit(_ id: ID<Assignment>, basedOn version: Int, _ answers: ReviewAnswers) async throws -> Int {
    try await conference.act { act in try submit(id, basedOn: version, answers, act) }
  }

  @discardableResult
  func submit(_ id: ID<Assignment>, basedOn version: Int, _ answers: ReviewAnswers, _ act: Act) throws -> Int {
    let task = try task(id, act)
    let answers = Self.tidied(answers)
    let draft = try act.session.reviewDraft(of: id)
    let last = try act.session.lastReview(of: id)
    if let last, last.answers == answers, draft?.answers == answers { return last.version }
    try require(answers, basedOn: version, draft, task, act)
    let begun = try act.begunForm(id, task.row.facts.track, task.call)
    let missing = ReviewRules.missing(answers, form: begun.form)
    if !missing.isEmpty { throw Refusal.invalid(missing) }
    if draft?.answers != answers { try keep(answers, draft, task, act) }
    if let last, last.answers == answers { return last.version }
    let review = ReviewRow(
      assignment: id, version: (last?.version ?? 0) + 1, callVersion: begun.version, answers: answers, at: act.now)
    try act.session.add(review)
    let writers = task.call.call.assignment.delegation == .no ? [] : try act.session.writers(takenInto: id)
    let credit = writers.map { ", with a draft by person \($0)" }.joined()
    try act.record("review", by: viewer, at: call, about: task.row.id.text, "version \(review.version)\(credit)")
    if review.version == 1 { try sendReceipt(review, task, act) }
    return review.version
  }

  /// The rule for both: in the window, on the form's questions, based on what is stored.
  private func require(
    _ answers: ReviewAnswers, basedOn version: Int, _ draft: ReviewDraftRow?, _ task: ReviewerTask, _ act: Act
  ) throws {
    try ReviewRules.write(task.row.facts, call: task.call.call, at: act.now)
    try ReviewRules.check(answers, form: try act.begunForm(task.assignment.id, task.row.facts.track, task.call).form)
    if version != draft?.version ?? 0 { throw Refusal.stale }
  }

  @discardableResult
  private func keep(_ answers: ReviewAnswers, _ draft: ReviewDraftRow?, _ task: ReviewerTask, _ act: Act) throws
    -> SavedDraft
  {
    let version = (draft?.version ?? 0) + 1
    let begun = try act.begunForm(task.assignment.id, task.row.facts.track, task.call)
    try act.session.putReviewDraft(answers, version: version, callVersion: begun.version, of: task.assignment.id, at: act.now)
    return SavedDraft(version: version, savedAt: act.now)
  }

  private func sendReceipt(_ review: ReviewRow, _ task: ReviewerTask, _ act: Act) throws {
    try act.post(
      ReviewReceivedLetter(
        head: act.letterhead(task.call.call), number: task.row.number, title: task.row.title, version: review.version,
        submittedAt: act.now, path: "/reviews/\(task.assignment.id)"),
      kind: "review-received", to: viewer.email, name: viewer.name, call: call, about: task.row.id)
  }

  /// Questions left empty are not answered, and a line break is one character, however a browser sends it.
  static func tidied(_ answers: ReviewAnswers) -> ReviewAnswers {
    ReviewAnswers(
      scores: answers.scores,
      texts: answers.texts.mapValues { String($0.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 }) }
        .filter { !$0.value.isEmpty })
  }
}

public import Pages
public import PeerReview
internal import Store

/// What somebody from outside can do who writes a review for its reviewer: read one paper, keep one draft.
///
/// Every operation proves anew that the delegation stands, that its reviewer has the paper and may know it, and that the viewer is
/// neither in conflict with it nor anything else to it. Everything else is not found.
public struct ExternalDesk: Sendable {
  let conference: Conference
  public let call: ID<Call>
  let viewer: Person

  private struct Task {
    let delegation: DelegationRow
    let ground: DelegationGround
    let call: VersionedCall
    let reveal: Reveal
    var row: SubmissionRow { ground.row }
  }

  private func task(_ id: ID<Delegation>, _ act: Act) throws -> Task {
    guard let delegation = try act.session.delegation(id, acceptedBy: viewer.email),
      let ground = try act.ground(of: delegation), ground.row.call == call
    else { throw Refusal.notFound }
    let standing = try act.session.standing(of: viewer, toward: ground.row.id)
    guard standing == .external(accepted: true) || Mutation.opens("standing is not asked at the external desk") else {
      throw Refusal.notFound
    }
    let versioned = try act.call(call)
    try DelegationRules.write(ground.row.facts, call: versioned.call, at: act.now)
    let moment = DisclosureMoment(call: versioned.call, releasedAt: try act.session.releasedAt(call), now: act.now)
    let reveal = Reveal(standing, at: moment)
    reveal.papers = [ground.row.number]
    return Task(delegation: delegation, ground: ground, call: versioned, reveal: reveal)
  }

  private func lookOnRecord<Page: Sendable>(
    _ id: ID<Delegation>, _ page: String, _ body: @escaping @Sendable (Act, Task) throws -> Page
  ) async throws -> Page {
    try await conference.lookOnRecord { act in
      let task = try task(id, act)
      return (try body(act, task), task.reveal.row(page: page, by: viewer, at: call, now: act.now))
    }
  }

  /// The form and version of the call it was begun with, or those of the reviewer's own review.
  private func form(_ task: Task, _ draft: ReviewDraftRow?, _ act: Act) throws -> (form: ReviewForm, version: Int) {
    if let begun = draft?.callVersion, let form = try act.reviewForm(task.row.facts.track, task.call, begunAt: begun) {
      return (form, begun)
    }
    return try act.begunForm(task.ground.assignment.id, task.row.facts.track, task.call)
  }

  /// The paper without its authors and the viewer's draft. No other review, no discussion, no number of anything.
  public func page(
    _ id: ID<Delegation>, answers: ReviewAnswers? = nil, problems: [FieldProblem] = [], staleAgainst: Int? = nil
  ) async throws -> DelegatedReviewPage {
    try await lookOnRecord(id, "delegated review") { act, task in
      try task.reveal.require(.submission)
      let call = task.call.call
      guard let version = try act.session.version(task.row.facts.version, of: task.row.id) else { throw Refusal.notFound }
      let draft = try act.session.draft(of: id)
      let stored = draft?.answers ?? ReviewAnswers()
      let typed = answers.map(ReviewerDesk.tidied) ?? stored
      let isStale = staleAgainst.map { $0 != draft?.version ?? 0 } ?? false
      return DelegatedReviewPage(
        id: id, reviewer: task.ground.reviewer.displayName, content: act.summary(version.content, call, forReviewers: true),
        files: task.reveal.secrecy(of: .reviewerCopy) == nil ? try act.filesForReviewers(of: task.row) : [],
        notes: try act.notesToReviewers(version.content, task.row.id, call), form: try form(task, draft, act).form,
        answers: typed, version: draft?.version ?? 0, draftSavedAt: draft?.at,
        handedOverAt: task.delegation.facts.handedOverAt, due: call.calendar.reviewsDue(in: task.ground.assignment.round),
        problems: problems,
        savedElsewhere: isStale && typed != stored ? stored : nil)
    }
  }

  /// The copy of a file that was made for reviewers; see `ReviewerDesk.file(_:of:)`.
  public func file(_ slot: FileSlot, of id: ID<Delegation>) async throws -> StoredCopy {
    let found = try await lookOnRecord(id, "file") { act, task in
      try task.reveal.require(.reviewerCopy)
      return try act.reviewerCopy(of: slot, task.row)
    }
    if let found { return found }
    try await conference.act { act in try act.askForReviewerCopy(of: slot, try task(id, act).row) }
    throw Refusal.unavailable(reason: "This file is being prepared for reviewers. Please reload the page in a few seconds.")
  }

  /// Keeps the draft, which the reviewer reads from then on. Refuses `stale` when another tab saved since `version`; nothing is
  /// overwritten then. `version` is 0 before the first save.
  @discardableResult
  public func saveDraft(_ id: ID<Delegation>, basedOn version: Int, _ answers: ReviewAnswers) async throws -> SavedDraft {
    try await conference.act { act in try saveDraft(task(id, act), basedOn: version, answers, act) }
  }

  private func saveDraft(_ task: Task, basedOn version: Int, _ answers: ReviewAnswers, _ act: Act) throws -> SavedDraft {
    let answers = ReviewerDesk.tidied(answers)
    let id = task.delegation.id
    let draft = try act.session.draft(of: id)
    if let draft, draft.answers == answers { return SavedDraft(version: draft.version, savedAt: draft.at) }
    let begun = try form(task, draft, act)
    try ReviewRules.check(answers, form: begun.form)
    if version != draft?.version ?? 0 { throw Refusal.stale }
    let next = (draft?.version ?? 0) + 1
    try act.session.putDraft(answers, version: next, callVersion: begun.version, of: id, at: act.now)
    return SavedDraft(version: next, savedAt: act.now)
  }

  /// Keeps the draft and tells the reviewer that it is ready, on record. The first time a letter says so.
  public func handOver(_ id: ID<Delegation>, basedOn version: Int, _ answers: ReviewAnswers) async throws {
    try await conference.act { act in
      let task = try task(id, act)
      let saved = try saveDraft(task, basedOn: version, answers, act)
      try act.session.handOver(id, at: act.now)
      try act.record(
        "hand over delegated draft", by: viewer, at: call, about: task.row.id.text, "delegation \(id), draft \(saved.version)")
      if task.delegation.facts.handedOverAt == nil { try act.tell(.handedOver, of: task.delegation, task.ground) }
    }
  }

  /// Ends the viewer's part at once; what they wrote stays with the reviewer, who is told.
  public func giveBack(_ id: ID<Delegation>) async throws {
    try await conference.act { act in
      let task = try task(id, act)
      try act.session.end(id, .returned, at: act.now)
      try act.record("give back delegation", by: viewer, at: call, about: task.row.id.text, "delegation \(id)")
      try act.tell(.returned, of: task.delegation, task.ground)
    }
  }
}

extension Conference {
  /// For everyone who is signed in: what there is for somebody is proven in each act.
  public func externalDesk(for viewer: Viewer) -> ExternalDesk {
    ExternalDesk(conference: self, call: viewer.call, viewer: viewer.person)
  }

  /// What the link asks. Refuses `notFound` when it is unknown, answered, ended or too old, and to whoever may not know the paper.
  public func delegationPage(token: String, problems: [FieldProblem] = []) async throws -> DelegationAskedPage {
    try await look { act in
      let (delegation, ground) = try act.openDelegation(token)
      let call = try act.call(ground.row.call).call
      guard let version = try act.session.version(ground.row.facts.version, of: ground.row.id) else { throw Refusal.notFound }
      return DelegationAskedPage(
        token: token, reviewer: ground.reviewer.displayName, message: delegation.message, paper: version.content.title,
        abstract: version.content.abstract, due: call.calendar.reviewsDue(in: ground.assignment.round),
        answerBy: delegation.expiresAt,
        problems: problems)
    }
  }

  /// Answers the question. Accepting signs in: the link proves the address. It is refused as not found to whoever wrote the paper or
  /// is in conflict with it, as everywhere, and `invalid` without the word that one knows of no conflict. Nil after declining.
  public func answerDelegation(
    token: String, accepts: Bool, isFree: Bool, device: String
  ) async throws -> (page: DelegationAnsweredPage, signedIn: SignedInBrowser?) {
    try await act { act in
      let (delegation, ground) = try act.openDelegation(token)
      let about = ground.row.id.text
      guard accepts else {
        try act.session.end(delegation.id, .declined, at: act.now)
        try act.record(
          "decline delegation", bySystem: "link", at: ground.row.call, about: about, "delegation \(delegation.id)")
        try act.tell(.declined, of: delegation, ground)
        return (DelegationAnsweredPage(delegation: nil), nil)
      }
      if !isFree {
        throw Refusal.invalid([FieldProblem("free", "Confirm that you know of no conflict of interest, or decline.")])
      }
      let known = try act.session.person(email: delegation.email)
      let person = try known ?? act.addPerson(email: delegation.email, name: delegation.name)
      try act.session.accept(delegation.id, at: act.now)
      try act.record("accept delegation", by: person, at: ground.row.call, about: about, "delegation \(delegation.id)")
      try act.tell(.accepted, of: delegation, ground)
      let call = try act.call(ground.row.call).call
      try act.post(
        DelegationBegunLetter(
          head: act.letterhead(call), name: person.displayName, title: ground.row.title,
          due: call.calendar.reviewsDue(in: ground.assignment.round),
          path: "/delegated/\(delegation.id)"),
        kind: "delegation-begun", to: person.email, name: person.name, call: call.id, about: ground.row.id)
      let session = try act.beginSession(person, device: device)
      return (DelegationAnsweredPage(delegation: delegation.id), SignedInBrowser(token: session, isNew: known == nil))
    }
  }
}

extension Act {
  fileprivate func openDelegation(_ token: String) throws -> (DelegationRow, DelegationGround) {
    guard let delegation = try session.delegation(tokenHash: Token.hash(token)), delegation.facts.acceptedAt == nil,
      let expires = delegation.expiresAt, expires > now, let ground = try ground(of: delegation),
      try standing(ofAddress: delegation.email, toward: ground.row.id) == .external(accepted: false)
    else { throw Refusal.notFound }
    try DelegationRules.write(ground.row.facts, call: try call(ground.row.call).call, at: now)
    return (delegation, ground)
  }
}

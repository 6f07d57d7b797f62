internal import PeerReview
internal import Store

/// One paper whose discussion the viewer leads.
struct MetareviewTask: CommitteeTask {
  let task: MetareviewTaskRow
  let row: SubmissionRow
  let call: VersionedCall
  let standing: Standing
  let releasedAt: Instant?
  let reveal: Reveal
}

extension ReviewerDesk {
  /// The viewer's standing task while they hold the office and the call has it. Everything else, a paper they are in conflict
  /// with too, is not found.
  func metareviewTask(_ id: ID<Metareview>, _ act: Act) throws -> MetareviewTask {
    try requireMetareviewer(act)
    guard let task = try act.session.metareviewTask(id, of: viewer.id),
      let row = try act.session.submission(task.submission), row.call == call, row.facts.state == .submitted
    else { throw Refusal.notFound }
    switch try act.session.standing(of: viewer, toward: row.id) {
    case .author, .conflicted, .reviewer, .external, .committee, .publication, .outsider:
      if !Mutation.opens("standing is not asked of a metareviewer") { throw Refusal.notFound }
    // A chair's own view is at the chair's desk.
    case .metareviewer, .chair: break
    }
    let versioned = try act.call(call)
    let releasedAt = try act.session.releasedAt(call)
    let reveal = Reveal(
      .metareviewer, at: DisclosureMoment(call: versioned.call, releasedAt: releasedAt, now: act.now))
    reveal.papers = [row.number]
    return MetareviewTask(
      task: task, row: row, call: versioned, standing: .metareviewer, releasedAt: releasedAt, reveal: reveal)
  }

  func requireMetareviewer(_ act: Act) throws {
    guard try act.call(call).call.metareviews != nil,
      try act.session.roles(of: viewer.id, at: call).contains(.metareviewer) || Mutation.opens("everyone leads discussions")
    else { throw Refusal.notFound }
  }

  func lookOnRecord<Page: Sendable>(
    _ id: ID<Metareview>, _ page: String, _ body: @escaping @Sendable (Act, MetareviewTask) throws -> Page
  ) async throws -> Page {
    try await lookOnRecord(page, { act in try metareviewTask(id, act) }, body)
  }
}

extension Act {
  /// Ends the paper's meta-review when it is this person's, and has the chairs told. Returns whether there was one.
  @discardableResult
  func endMetareview(of submission: ID<Submission>, by person: ID<Person>, reason: String) throws -> Bool {
    guard let task = try session.metareviewTask(of: submission), task.person == person else { return false }
    try session.endMetareviewTask(task.id, reason: reason, at: now)
    try enqueue(.tellOfMetareviewer(task.id))
    return true
  }
}

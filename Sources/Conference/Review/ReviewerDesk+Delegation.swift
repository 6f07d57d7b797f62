public import Pages
public import PeerReview
internal import Store

extension ReviewerDesk {
  /// Whom the viewer asked to write, and what they wrote. Refuses `notFound` where the call has no delegation.
  public func delegation(
    _ id: ID<Assignment>, typed: DelegationPage.Typed = .init(), problems: [FieldProblem] = []
  ) async throws -> DelegationPage {
    try await lookOnRecord(id, "delegation") { act, task in
      let call = task.call.call
      if call.assignment.delegation == .no { throw Refusal.notFound }
      let isOpen = isAllowed { () throws(Refusal) in
        try DelegationRules.write(task.row.facts, call: call, at: act.now)
      }
      let all = try act.session.delegations(of: id)
      return DelegationPage(
        id: id, number: task.row.number, paper: task.row.title,
        asked: try all.map { try asked($0, isOpen: isOpen, task, act) },
        accepts: isOpen && !all.contains { $0.facts.ended == nil }, asksChairs: call.assignment.delegation == .approval,
        typed: typed, problems: problems)
    }
  }

  private func asked(_ row: DelegationRow, isOpen: Bool, _ task: ReviewerTask, _ act: Act) throws -> DelegationPage.Asked {
    // What chairs ended is not to be used: why they did is not said.
    let draft = row.facts.ended?.reason == .refused ? nil : try act.session.draft(of: row.id)
    let form = try draft.flatMap { try act.reviewForm(task.row.facts.track, task.call, begunAt: $0.callVersion) }
    let card = draft.flatMap { draft in
      form.map { ReviewCard(heading: "What they wrote", answers: draft.answers, form: $0, submittedAt: nil) }
    }
    let isOver = (row.facts.approvedAt ?? act.now).adding(DelegationRules.lifetime) <= act.now || !isOpen
    return DelegationPage.Asked(
      id: row.id, name: row.name, email: row.email, state: row.badge(isOver: isOver), askedAt: row.facts.askedAt,
      isStanding: row.facts.ended == nil, draft: card, offersDraft: card != nil && isOpen)
  }

  /// Asks somebody from outside to write the review. Where the call wants that, a chair has to agree first; then they get a letter
  /// with a link. Refuses as `DelegationRules.ask`: nothing is refused, and nothing told, because of who the paper's authors are.
  public func delegate(_ id: ID<Assignment>, name: String, email: String, message: String) async throws {
    try await conference.act { act in
      let task = try task(id, act)
      let all = try act.session.delegations(of: id)
      let folded = EmailAddress(email)?.folded ?? ""
      if let standing = all.first(where: { $0.facts.ended == nil }), standing.email == folded { return }
      let address = try DelegationRules.ask(
        name: trimmed(name), email: email, message: trimmed(message), by: viewer.email,
        isOfProgram: try act.session.isOfProgram(folded, at: call), isStanding: all.contains { $0.facts.ended == nil },
        facts: task.row.facts, call: task.call.call, at: act.now)
      let needsChair = task.call.call.assignment.delegation == .approval
      let row = DelegationRow(
        id: act.newID(), assignment: id, email: address.folded, name: trimmed(name), message: trimmed(message),
        facts: DelegationFacts(askedAt: act.now, approvedAt: needsChair ? nil : act.now))
      try act.session.add(row)
      try act.record("delegate review", by: viewer, at: call, about: task.row.id.text, "delegation \(row.id)")
      if !needsChair { try act.enqueue(.askExternal(row.id)) }
    }
  }

  /// Ends at once what somebody could read and write. What they wrote stays with the viewer. Twice is once.
  public func takeBack(_ delegation: ID<Delegation>, of id: ID<Assignment>) async throws {
    try await conference.act { act in
      let task = try task(id, act)
      guard let row = try act.session.delegations(of: id).first(where: { $0.id == delegation }) else { throw Refusal.notFound }
      if row.facts.ended != nil { return }
      try act.session.end(row.id, .takenBack, at: act.now)
      try act.record("take back delegation", by: viewer, at: call, about: task.row.id.text, "delegation \(row.id)")
      try act.enqueue(.tellDelegationEnded(row.id))
    }
  }

  /// Takes what was written for the viewer into their own draft, as `DelegationRules.taken`, on record. Refuses `notFound` when
  /// nothing was written or a chair ended it, and what saving a draft refuses.
  public func takeDraft(of delegation: ID<Delegation>, into id: ID<Assignment>) async throws {
    try await conference.act { act in
      let task = try task(id, act)
      guard let row = try act.session.delegations(of: id).first(where: { $0.id == delegation }),
        row.facts.ended?.reason != .refused, let theirs = try act.session.draft(of: delegation)
      else { throw Refusal.notFound }
      let own = try act.session.reviewDraft(of: id)
      let begun = try own?.answers ?? act.session.lastReview(of: id)?.answers ?? ReviewAnswers()
      let answers = DelegationRules.taken(theirs.answers, into: begun)
      try saveDraft(id, basedOn: own?.version ?? 0, answers, act)
      try act.session.take(delegation, at: act.now)
      try act.record(
        "take over delegated draft", by: viewer, at: call, about: task.row.id.text,
        "delegation \(row.id), draft \(theirs.version)")
    }
  }
}

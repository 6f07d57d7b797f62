public import Pages
public import PeerReview
internal import Store

extension ReviewerDesk {
  /// What the viewer declared for themself. Conflicts that authors or chairs declared are not told here.
  public func conflicts(draft: DeclaredConflict = DeclaredConflict(), problems: [FieldProblem] = []) async throws
    -> ConflictsPage
  {
    try await conference.look { act in
      try requireCommittee(act)
      let call = try act.call(self.call).call
      func label(_ kind: String) -> String { call.conflictKinds.first { $0.key == kind }?.label ?? kind }
      let people = try act.session.personConflicts(of: viewer.email, in: self.call).filter { $0.endedAt == nil }
      let papers = try act.session.ownConflicts(of: viewer.email, in: self.call).filter { $0.endedAt == nil }
      let rows =
        people.map { own in
          ConflictsPage.Row(
            id: own.id, name: own.conflict.name, email: own.isSuggested ? "" : own.conflict.email, kind: label(own.conflict.kind),
            declaredAt: own.at)
        }
        + papers.map { own in
          ConflictsPage.Row(
            id: own.id, name: "Paper \(own.number)", email: "", kind: label(own.kind), declaredAt: own.at)
        }
      let accepts = isAllowed { () throws(Refusal) in try ConflictRules.withdrawFromPerson(call: call, at: act.now) }
      return ConflictsPage(
        conflicts: rows, kinds: call.conflictKinds, draft: draft, problems: problems,
        closes: call.calendar.bidding.opens, accepts: accepts, suggestions: accepts ? try suggestions(call, act) : [])
    }
  }

  /// Declares a conflict with a paper the viewer may know of: one offered for bidding or assigned to them. Their bid goes,
  /// an assignment ends and the chairs learn of it; from then on the paper is not found. Declaring it twice is done once.
  public func declareConflict(with id: ID<Submission>, kind: String) async throws {
    try await conference.act { act in
      try requireCommittee(act)
      try declareConflict(with: id, kind: kind, act)
    }
  }

  /// The same within an act of the viewer's.
  func declareConflict(with id: ID<Submission>, kind: String, _ act: Act) throws {
    let versioned = try act.call(call)
    let own = try act.session.ownConflicts(of: viewer.email, in: call)
    if own.contains(where: { $0.submission == id && $0.endedAt == nil }) { return }
    let row = try knownPaper(id, versioned.call, act)
    try ConflictRules.declare(kind: kind, call: versioned.call, releasedAt: try act.session.releasedAt(call))
    try act.session.addConflict(
      id: act.newToken(), submission: id, email: viewer.email, name: viewer.name, kind: kind, side: .reviewer,
      by: viewer.id, at: act.now)
    try act.session.put(BidRow(submission: id, person: viewer.id, level: ""), at: act.now)
    try act.record("declare conflict", by: viewer, at: call, about: id.text, kind)
    try act.endMetareview(of: row.id, by: viewer.id, reason: "conflict")
    guard let assignment = try act.session.assignments(of: row.id).first(where: { $0.person == viewer.id }) else { return }
    try act.endAssignment(assignment.id, reason: "conflict", at: call)
    try act.enqueue(.tellOfConflict(assignment.id))
  }

  /// The same from the page of an assigned paper.
  public func declareConflict(on id: ID<Assignment>, kind: String) async throws {
    let paper = try await conference.look { act in
      try requireCommittee(act)
      guard let assignment = try act.session.assignment(id), assignment.person == viewer.id else { throw Refusal.notFound }
      return assignment.submission
    }
    try await declareConflict(with: paper, kind: kind)
  }

  /// Takes back what the viewer declared: with a paper until bidding closes, with a person until it opens. An ended
  /// assignment stays ended. Twice is once.
  public func withdrawConflict(_ id: String) async throws {
    try await conference.act { act in
      try requireCommittee(act)
      if try withdrawPersonConflict(id, act) { return }
      let own = try act.session.ownConflicts(of: viewer.email, in: call).first { $0.id == id }
      guard let own else { throw Refusal.notFound }
      if own.endedAt != nil { return }
      try ConflictRules.withdraw(call: try act.call(call).call, at: act.now)
      try act.session.endConflict(submission: own.submission, email: viewer.email, side: .reviewer, at: act.now)
      try act.record("withdraw conflict", by: viewer, at: call, about: own.submission.text)
    }
  }

  /// A paper in the process that this reviewer has met: since bidding opened, or as an assignment.
  private func knownPaper(_ id: ID<Submission>, _ call: Call, _ act: Act) throws -> SubmissionRow {
    let isAssigned = try act.session.papersReviewed(by: viewer, in: self.call).contains { $0.submission == id }
    let standing = isAssigned ? Standing.reviewer(ownReviewIn: false) : .committee
    let moment = DisclosureMoment(call: call, releasedAt: nil, now: act.now)
    // Before anything of the paper is read: what it costs would tell whether there is one.
    guard DisclosureRules.secrecy(of: .submission, for: standing, at: moment) == nil,
      let row = try act.session.submission(id, in: self.call, reviewableBy: viewer.email)
    else { throw Refusal.notFound }
    return row
  }
}

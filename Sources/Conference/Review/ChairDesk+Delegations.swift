public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Whom reviewers of papers this chair may know of asked to write for them, those that wait for a chair first. Refuses `notFound`
  /// where the call has no delegation.
  public func delegations(problems: [FieldProblem] = []) async throws -> DelegationsPage {
    try await lookOnRecord("delegations", .papers) { act, reveal in
      let call = try load(act, .papers).call
      if call.assignment.delegation == .no { throw Refusal.notFound }
      try reveal.require(.assignments, .reviewerIdentity, .committeeConflicts, .declaredConflicts, .authors)
      let rows = try act.session.delegations(in: self.call, chairedBy: viewer.email).compactMap { delegation in
        try row(delegation, call, act).map { (delegation: delegation, row: $0) }
      }
      reveal.papers = Set(rows.map { $0.row.number })
      return DelegationsPage(
        waiting: rows.filter { $0.delegation.facts.waitsForChair }.map { $0.row },
        others: rows.filter { !$0.delegation.facts.waitsForChair }.map { $0.row }, problems: problems)
    }
  }

  private func row(_ delegation: DelegationRow, _ call: Call, _ act: Act) throws -> DelegationsPage.Row? {
    guard let assignment = try act.session.assignment(delegation.assignment),
      let paper = try act.session.submission(assignment.submission)
    else { return nil }
    let isOver = act.now >= call.calendar.discussion.closes
    return DelegationsPage.Row(
      id: delegation.id, paper: paper.id, number: paper.number, title: paper.title,
      reviewer: try act.session.person(assignment.person)?.displayName ?? "", name: delegation.name, email: delegation.email,
      state: delegation.badge(isOver: isOver), obstacle: try obstacle(delegation, paper.id, act), takenAt: delegation.takenAt,
      isStanding: delegation.facts.ended == nil && !isOver && assignment.endedAt == nil)
  }

  /// Why nobody wrote to them, or why they find the paper no more.
  private func obstacle(_ delegation: DelegationRow, _ paper: ID<Submission>, _ act: Act) throws -> String {
    switch try act.standing(ofAddress: delegation.email, toward: paper) {
    case .author: "Wrote the paper"
    case .conflicted: "In conflict with the paper"
    case .chair, .metareviewer, .reviewer: "Knows the paper by an office"
    case .external, .committee, .publication, .outsider:
      try act.session.isAskedElsewhere(delegation.id, delegation.email, about: paper) ? "Asked by another reviewer, too" : ""
    }
  }

  /// Agrees that somebody writes for a reviewer, or refuses it; refused later, it ends at once. The reviewer learns yes or no, and
  /// nothing of why. Twice is once. Refuses as `DelegationRules.judge`.
  public func judgeDelegation(_ id: ID<Delegation>, approves: Bool) async throws {
    try await conference.act { act in
      let call = try load(act, .papers).call
      guard let row = try act.session.delegation(id, in: self.call, chairedBy: viewer.email),
        let assignment = try act.session.assignment(row.assignment)
      else { throw Refusal.notFound }
      if !approves, row.facts.ended?.reason == .refused { return }
      if approves, row.facts.approvedAt != nil, row.facts.ended == nil { return }
      try DelegationRules.judge(
        row.facts, approves: approves, isOwn: assignment.person == viewer.id, call: call, at: act.now)
      let ground = try act.ground(of: row)
      if approves {
        try act.session.approve(id, by: viewer.id, at: act.now)
        try act.enqueue(.askExternal(id))
      } else {
        try act.session.end(id, .refused, at: act.now)
        try act.enqueue(.tellDelegationEnded(id))
      }
      try act.record(
        approves ? "approve delegation" : "refuse delegation", by: viewer, at: self.call, about: assignment.submission.text,
        "delegation \(id)")
      if let ground { try act.tell(approves ? .approved : .refused, of: row, ground) }
    }
  }
}

internal import Pages
internal import PeerReview
internal import Store

/// What a delegation rests on, loaded and proven.
struct DelegationGround {
  let assignment: AssignmentRow
  let row: SubmissionRow
  let reviewer: Person
}

extension Act {
  /// Nil unless the delegation stands, with an assignment whose reviewer serves and may know the paper, and the paper is in the
  /// process.
  func ground(of delegation: DelegationRow) throws -> DelegationGround? {
    guard delegation.facts.ended == nil, let assignment = try session.assignment(delegation.assignment),
      assignment.endedAt == nil, let row = try session.submission(assignment.submission), row.facts.state == .submitted,
      let reviewer = try session.person(assignment.person),
      try session.roles(of: reviewer.id, at: row.call).contains(.reviewer)
    else { return nil }
    switch try session.standing(of: reviewer, toward: row.id) {
    case .reviewer, .chair: return DelegationGround(assignment: assignment, row: row, reviewer: reviewer)
    case .author, .conflicted, .metareviewer, .external, .committee, .publication, .outsider: return nil
    }
  }

  /// What somebody who may have no account is to a paper.
  func standing(ofAddress email: String, toward paper: ID<Submission>) throws -> Standing {
    try session.standing(of: try session.person(email: email) ?? Person.withoutAccount(email), toward: paper)
  }

  /// Writes the letter with the link, unless the person may not know of the paper, or another reviewer of it asked them before: the
  /// reviewer who asks is not told of either. By a job, so that it isn't felt.
  func askExternal(_ id: ID<Delegation>) throws {
    guard let delegation = try session.delegation(id), let ground = try ground(of: delegation),
      delegation.facts.approvedAt != nil, delegation.expiresAt == nil,
      try standing(ofAddress: delegation.email, toward: ground.row.id) == .external(accepted: false),
      try !session.isAskedElsewhere(id, delegation.email, about: ground.row.id)
    else { return }
    let call = try call(ground.row.call).call
    let token = newToken()
    let expires = min(now.adding(DelegationRules.lifetime), call.calendar.discussion.closes)
    try session.setLink(of: id, tokenHash: Token.hash(token), expires: expires)
    try post(
      DelegationAskedLetter(
        head: letterhead(call), name: delegation.name, reviewer: ground.reviewer.displayName, message: delegation.message,
        title: ground.row.title, due: call.calendar.reviewsDue(in: ground.assignment.round), path: "/delegation/\(token)",
        expiresAt: expires),
      kind: "delegation-asked", to: delegation.email, name: delegation.name, call: call.id, about: ground.row.id, secret: true)
  }

  /// Ends what somebody has to write when its reviewer has the paper no more.
  func endDelegations(of id: ID<Assignment>) throws {
    guard let assignment = try session.assignment(id), assignment.endedAt != nil else { return }
    for delegation in try session.delegations(of: id) where delegation.facts.ended == nil {
      try session.end(delegation.id, .assignmentEnded, at: now)
      try tellEnded(delegation.id)
    }
  }

  /// Tells whoever got a letter that nothing is asked of them any more, with no word of the paper.
  func tellEnded(_ id: ID<Delegation>) throws {
    guard let delegation = try session.delegation(id), delegation.facts.ended != nil, delegation.expiresAt != nil,
      let assignment = try session.assignment(delegation.assignment), let row = try session.submission(assignment.submission)
    else { return }
    try post(
      DelegationEndedLetter(head: letterhead(try call(row.call).call), name: delegation.name), kind: "delegation-ended",
      to: delegation.email, name: delegation.name, call: row.call, about: row.id)
  }

  /// Tells the reviewer, while they have the paper.
  func tell(_ news: DelegationNewsLetter.News, of delegation: DelegationRow, _ ground: DelegationGround) throws {
    try post(
      DelegationNewsLetter(
        head: letterhead(try call(ground.row.call).call), name: ground.reviewer.displayName, number: ground.row.number,
        title: ground.row.title, writer: delegation.name, news: news, path: "/reviews/\(ground.assignment.id)/delegation"),
      kind: "delegation-news", to: ground.reviewer.email, name: ground.reviewer.name, call: ground.row.call,
      about: ground.row.id)
  }

  /// Ends an assignment with everything that hangs on it.
  func endAssignment(_ id: ID<Assignment>, reason: String, at call: ID<Call>) throws {
    try session.endAssignment(id, reason: reason, at: now)
    if try self.call(call).call.assignment.delegation != .no { try enqueue(.endDelegations(id)) }
  }
}

extension DelegationRow {
  /// Where it stands, without whether a letter was written: that would tell of a conflict. `isOver` once no answer can come.
  func badge(isOver: Bool) -> Badge {
    switch facts.ended?.reason {
    case .refused: return Badge(label: "The chairs did not agree", tone: .bad)
    case .declined: return Badge(label: "Declined", tone: .bad)
    case .takenBack: return Badge(label: "Taken back", tone: .neutral)
    case .returned: return Badge(label: "Gave it back", tone: .neutral)
    case .assignmentEnded: return Badge(label: "Ended with the assignment", tone: .neutral)
    case nil: break
    }
    if facts.approvedAt == nil { return Badge(label: "Waits for a chair", tone: .warning) }
    if facts.handedOverAt != nil { return Badge(label: "Handed over", tone: .good) }
    if facts.acceptedAt != nil { return Badge(label: "Accepted", tone: .progress) }
    return isOver ? Badge(label: "No answer", tone: .neutral) : Badge(label: "Asked", tone: .progress)
  }
}

public import Pages
public import PeerReview
internal import Store

/// Invitations to an office: asked by a chair or the command line, answered through a link.
extension Conference {
  static let invitationLifetime = Span.days(60)

  /// Invites from the command line; the letter is queued and the link's path returned.
  public func invite(email: EmailAddress, name: String, as appointment: Appointment, call: ID<Call>) async throws -> String {
    try await act { act in
      let versioned = try act.call(call)
      if !appointment.exists(at: versioned.call) {
        throw Refusal.invalid([FieldProblem("role", "The call file of this conference has no such office or track.")])
      }
      let path = try act.invite(
        email: email, name: name, as: appointment, message: "", call: versioned.call, invitedBy: "The organisers")
      try act.record("invite", bySystem: "command line", at: call, about: appointment.role.subject(at: call), appointment.key)
      return path
    }
  }

  /// What the link asks. Refuses `notFound` when it is unknown, answered, withdrawn or too old.
  public func invitationPage(
    token: String, load: String = "", reason: String = "", problems: [FieldProblem] = []
  ) async throws -> InvitationPage {
    try await look { act in
      let row = try act.openInvitation(token)
      let call = try act.call(row.call).call
      return InvitationPage(
        token: token, office: row.appointment.title(at: call), invitedBy: row.invitedBy, duties: row.role.duties(at: call),
        message: row.message, answerBy: row.expiresAt, loadMaximum: LoadRules.maximum(of: row.role, at: call), load: load,
        reason: reason, problems: problems)
    }
  }

  /// Answers the invitation. Accepting signs in: the link proves the address. Nil after declining. Whoever accepts may offer to take
  /// fewer papers than the call asks; refuses `invalid` a number out of bounds, and nothing is answered then.
  public func answerInvitation(
    token: String, accepts: Bool, reason: String, load: String = "", device: String
  ) async throws -> (page: InvitationAnsweredPage, signedIn: SignedInBrowser?) {
    try await act { act in
      let row = try act.openInvitation(token)
      let limit = accepts ? try LoadRules.offer(load, role: row.role, call: try act.call(row.call).call) : nil
      try act.session.answerInvitation(row.id, accepted: accepts, reason: String(reason.prefix(2_000)), at: act.now)
      let page = InvitationAnsweredPage(
        accepted: accepts, office: row.role.title, asksExpertise: Role.ofCommittee.contains(row.role))
      guard accepts else {
        try act.record(
          "decline invitation", bySystem: "link", at: row.call, about: row.role.subject(at: row.call), row.role.rawValue)
        return (page, nil)
      }
      let known = try act.session.person(email: row.email)
      let person = try known ?? act.addPerson(email: row.email, name: row.name)
      try act.session.grant(row.role, to: person.id, at: row.call, id: act.newToken(), by: row.invitedBy, now: act.now)
      if let track = row.track { try act.session.grant(track: track, to: person.id, at: row.call) }
      if let limit { try act.session.setLoadLimit(limit, of: person.id, in: row.role, at: row.call) }
      try act.record(
        "accept invitation", by: person, at: row.call, about: row.role.subject(at: row.call),
        limit.map { "\(row.role.rawValue), at most \($0)" } ?? row.role.rawValue)
      let token = try act.beginSession(person, device: device)
      return (page, SignedInBrowser(token: token, isNew: known == nil))
    }
  }
}

extension Act {
  /// Queues the letter with the link and returns the link's path.
  func invite(
    email: EmailAddress, name: String, as appointment: Appointment, message: String, call: Call, invitedBy: String
  ) throws -> String {
    let role = appointment.role
    let token = newToken()
    let row = InvitationRow(
      id: newToken(), call: call.id, email: email.folded, name: name, role: role, track: appointment.track, message: message,
      invitedBy: invitedBy, invitedAt: now, expiresAt: now.adding(Conference.invitationLifetime))
    try session.add(row, tokenHash: Token.hash(token))
    let path = "/invitation/\(token)"
    try post(
      InvitationLetter(
        head: letterhead(call), name: name, office: appointment.title(at: call), invitedBy: invitedBy, message: message,
        path: path,
        expiresAt: row.expiresAt),
      kind: role == .evaluator ? ArtifactMail.invitation.rawValue : "invitation", to: email.folded, name: name, call: call.id,
      secret: true)
    return path
  }

  fileprivate func openInvitation(_ token: String) throws -> InvitationRow {
    guard let row = try session.invitation(tokenHash: Token.hash(token)), row.answeredAt == nil,
      row.withdrawnAt == nil, row.expiresAt > now
    else { throw Refusal.notFound }
    return row
  }
}

extension Role {
  /// What the office asks, one sentence each.
  func duties(at call: Call) -> [String] {
    switch self {
    case .chair:
      [
        "Run the call from submission to decisions, in the open record.",
        "Stay out of every paper you wrote or are in conflict with.",
      ]
    case .trackChair:
      [
        "See the papers of your track through screening, reviews and discussion, and decide on them.",
        "Stay out of every paper you wrote or are in conflict with. Papers of other tracks are not shown to you.",
      ]
    case .reviewer:
      [
        "Declare your conflicts of interest and say which topics you know.",
        "Bid on papers, and write up to \(call.assignment.loadMaximum) reviews by the deadline.",
        "Take part in the discussion, and keep everything you read confidential.",
      ]
    case .publicationChair:
      [
        "See to it that the final version of every accepted paper is complete, and approve what its authors changed.",
        "Set the sessions and the order of the proceedings. You read no reviews.",
      ]
    case .metareviewer:
      [
        "Declare your conflicts of interest and say which topics you know.",
        "Lead the discussion of up to \(call.metareviews?.loadMaximum ?? 1) papers, and write a meta-review of each.",
        "Keep everything you read confidential.",
      ]
    case .artifactChair:
      [
        "Invite evaluators, assign artifacts to them, and decide on each badge on its own criteria.",
        "Stay out of every artifact of a paper you wrote or are in conflict with. Reviews and decisions are nothing to you there.",
      ]
    case .evaluator:
      [
        "Evaluate up to \(call.artifacts?.loadMaximum ?? 1) artifacts of accepted papers, after decisions are released.",
        "Try each early, write with its authors, who never learn your name, and recommend badges on the criteria of the call.",
      ]
    }
  }
}

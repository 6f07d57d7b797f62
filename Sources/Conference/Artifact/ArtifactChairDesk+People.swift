public import Pages
public import PeerReview
internal import Store

extension ArtifactChairDesk {
  /// The office that artifact chairs fill.
  private var register: OfficeRegister { OfficeRegister(call: call, viewer: viewer, roles: [.evaluator]) }

  /// Everyone who evaluates, and invitations without an answer or with a no, those found and a hundred of each a page.
  public func people(
    query: String = "", page: Int = 1, invited: Int = 1,
    posted: ChairDesk.InvitationForm = .init(role: Role.evaluator.rawValue), problems: [FieldProblem] = []
  ) async throws -> PeoplePage {
    try await conference.look { act in
      _ = try load(act)
      let words = SearchWords(query)
      let office = PeoplePage.Office(key: Role.evaluator.rawValue, label: Role.evaluator.title)
      let found = try act.session.people(in: .evaluator, at: call).filter {
        words.match([$0.name, $0.email, $0.affiliation])
      }
      let slice = found.page(page, of: PeoplePage.pageSize)
      let seen = try act.session.lastSeen(at: call, of: slice.rows.map(\.id))
      let rows = slice.rows.map { person in
        PeoplePage.Row(
          id: person.id, name: person.displayName, email: person.email, affiliation: person.affiliation, offices: [office],
          load: nil, lastSeenAt: seen[person.id])
      }
      let invitations = try register.invitations(words, page: invited, act)
      return PeoplePage(
        committee: .artifacts, people: rows, page: slice.number, found: found.count, invitations: invitations.rows,
        invited: invitations.page, invitationsFound: invitations.found, offices: [office],
        invitation: .init(email: posted.emails, name: posted.name, office: posted.role, message: posted.message),
        query: query, problems: problems)
    }
  }

  /// Invites every address to evaluate; returns how many were named. Who evaluates already, or has an open invitation, gets
  /// no second letter, and the answer is the same.
  @discardableResult
  public func invite(_ form: ChairDesk.InvitationForm) async throws -> Int {
    let guests = try OfficeRegister.guests(form)
    let appointment = try register.appointment(form.role)
    try await conference.act { act in
      _ = try load(act)
      try register.invite(guests, appointment, message: form.message, act)
    }
    return guests.count
  }

  public func resendInvitation(_ id: String) async throws {
    try await conference.act { act in
      _ = try load(act)
      try register.resendInvitation(id, act)
    }
  }

  public func withdrawInvitation(_ id: String) async throws {
    try await conference.act { act in
      _ = try load(act)
      try register.withdrawInvitation(id, act)
    }
  }

  /// Ends the office: from then on the person finds nothing here. Artifacts stay theirs by name until they are taken away, so
  /// that chairs see what has to be assigned anew. Twice is once.
  public func endOffice(_ person: ID<Person>) async throws {
    try await conference.act { act in
      _ = try load(act)
      guard try act.session.person(person) != nil else { throw Refusal.notFound }
      if try !act.session.endOffice(.evaluator, of: person, at: call, now: act.now) { return }
      try act.recordOfArtifacts("end office", by: viewer, at: call, "\(Role.evaluator.rawValue) \(person)")
    }
  }
}

public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// What was sent with the form that invites.
  public struct InvitationForm: Sendable {
    /// One address or several, separated by lines, commas or semicolons.
    public let emails: String
    public let name: String
    /// The office's key.
    public let role: String
    public let message: String

    public init(emails: String = "", name: String = "", role: String = Role.reviewer.rawValue, message: String = "") {
      self.emails = emails
      self.name = name
      self.role = role
      self.message = message
    }
  }

  /// Everyone who serves, and invitations without an answer or with a no, those found and a hundred of each a page. Loads and
  /// ratings count only papers this chair may know of.
  public func people(
    query: String = "", page: Int = 1, pageSize: Int = PeoplePage.pageSize, invited: Int = 1,
    posted: InvitationForm = InvitationForm(),
    problems: [FieldProblem] = [], asked: PeoplePage.TableFields = .init()
  ) async throws -> PeoplePage {
    try await conference.look { act in
      let call = try load(act).call
      try requireHouse(.service)
      try requireHouse(.invitations)
      let words = SearchWords(query)
      let offices = try act.session.offices(at: self.call, register.roles)
      let tracks = try act.session.tracksChaired(at: self.call)
        .mapValues { keys in keys.map { call.track($0)?.name ?? $0 }.listed(by: "and") }
      let limits = try Role.ofCommittee.reduce(into: [Role: [ID<Person>: Int]]()) {
        $0[$1] = try act.session.loadLimits(in: $1, at: self.call)
      }
      let roles = Dictionary(grouping: offices, by: \.person.id).mapValues { $0.map(\.role) }
      var listed: Set<ID<Person>> = []
      let found = offices.filter { listed.insert($0.person.id).inserted }.map(\.person).filter { person in
        words.match([person.name, person.email, person.affiliation])
      }
      let slice = found.page(page, of: pageSize)
      let invitations = try register.invitations(words, page: invited, act)
      let shown = slice.rows.map(\.id)
      let seen = try act.session.lastSeen(at: self.call, of: shown)
      let loads = try act.session.reviewLoads(in: self.call, chairedBy: viewer.email, of: shown)
      let grades = try act.session.reviewGrades(in: self.call, chairedBy: viewer.email, of: shown)
      let rows = slice.rows.map { person in
        row(
          person, roles[person.id] ?? [], loads[person.id], limits.compactMapValues { $0[person.id] }, grades[person.id] ?? [],
          seen[person.id], tracks[person.id])
      }
      return PeoplePage(
        people: rows, page: slice.number, found: found.count, invitations: invitations.rows,
        invited: invitations.page, invitationsFound: invitations.found,
        offices: Appointment.all(register.roles, at: call).map { .init(key: $0.key, label: $0.title(at: call)) },
        invitation: .init(email: posted.emails, name: posted.name, office: posted.role, message: posted.message),
        query: query, problems: problems, asksAuthors: call.reciprocal != nil, asked: asked)
    }
  }

  /// Ends an office. A reviewer's or metareviewer's papers without a submitted review become free, by a job: how many they
  /// are is not to be felt by a chair who may not know of some. Submitted reviews stay. Twice is once.
  ///
  /// Refused for the last chair: a conference without one could never be run again.
  public func endOffice(_ person: ID<Person>, role: String) async throws {
    try await conference.act { act in
      _ = try load(act)
      guard let role = Role(rawValue: role), register.roles.contains(role) else { throw Refusal.notFound }
      let holders = try act.session.people(in: role, at: call)
      guard holders.contains(where: { $0.id == person }) else {
        if try act.session.person(person) == nil { throw Refusal.notFound }
        return
      }
      if role == .chair && holders.count == 1 {
        throw Refusal.invalid([FieldProblem("office", "This is the last chair. Invite another one first.")])
      }
      try act.session.endOffice(role, of: person, at: call, now: act.now)
      try act.record("end office", by: viewer, at: call, about: person.text, role.rawValue)
      if Role.ofCommittee.contains(role) { try act.enqueue(.freePapers(person)) }
    }
  }

  /// Lifts what somebody offered to take at most, as they agreed to. Twice is once.
  public func liftLoad(_ person: ID<Person>, role: String) async throws {
    try await conference.act { act in
      _ = try load(act)
      guard let role = Role(rawValue: role), Role.ofCommittee.contains(role),
        try act.session.people(in: role, at: call).contains(where: { $0.id == person })
      else { throw Refusal.notFound }
      if try act.session.loadLimits(in: role, at: call)[person] == nil { return }
      try act.session.setLoadLimit(nil, of: person, in: role, at: call)
      try act.record("lift load", by: viewer, at: call, about: person.text, role.rawValue)
    }
  }

  private func row(
    _ person: Person, _ roles: [Role], _ load: (assigned: Int, done: Int)?, _ limits: [Role: Int], _ grades: [Int],
    _ seen: Instant?, _ tracks: String?
  ) -> PeoplePage.Row {
    PeoplePage.Row(
      id: person.id, name: person.displayName, email: person.email, affiliation: person.affiliation,
      offices: Role.allCases.filter(roles.contains).map { role in
        .init(key: role.rawValue, label: role == .trackChair ? "\(role.title), \(tracks ?? "no track")" : role.title)
      },
      load: roles.contains(.reviewer) ? "\(load?.done ?? 0) of \(load?.assigned ?? 0)" : nil,
      limits: Role.ofCommittee.compactMap { role in
        limits[role].map { .init(office: .init(key: role.rawValue, label: role.title), papers: $0) }
      }, rating: grades.isEmpty ? nil : .init(mean: Double(grades.reduce(0, +)) / Double(grades.count), count: grades.count),
      owesReviews: (load?.done ?? 0) < (load?.assigned ?? 0), lastSeenAt: seen)
  }
}

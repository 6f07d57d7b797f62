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

  /// Everyone who serves, and invitations without an answer or with a no. Loads count only papers this chair may know of.
  public func people(
    query: String = "", page: Int = 1, posted: InvitationForm = InvitationForm(), problems: [FieldProblem] = []
  ) async throws -> PeoplePage {
    try await conference.look { act in
      _ = try load(act)
      try requireHouse(.service)
      try requireHouse(.invitations)
      let words = SearchWords(query)
      let offices = try act.session.offices(at: call, register.roles)
      let loads = try act.session.reviewLoads(in: call, chairedBy: viewer.email)
      let seen = try act.session.lastSeen(at: call)
      let roles = Dictionary(grouping: offices, by: \.person.id).mapValues { $0.map(\.role) }
      var listed: Set<ID<Person>> = []
      let found = offices.filter { listed.insert($0.person.id).inserted }.map(\.person).filter { person in
        words.match([person.name, person.email, person.affiliation])
      }
      let page = max(1, min(page, (found.count - 1) / PeoplePage.pageSize + 1))
      let rows = found.dropFirst((page - 1) * PeoplePage.pageSize).prefix(PeoplePage.pageSize).map { person in
        row(person, roles[person.id] ?? [], loads[person.id], seen[person.id])
      }
      return PeoplePage(
        people: rows, page: page, found: found.count, invitations: try register.invitations(act),
        offices: register.roles.map { .init(key: $0.rawValue, label: $0.title) },
        invitation: .init(email: posted.emails, name: posted.name, office: posted.role, message: posted.message),
        query: query, problems: problems)
    }
  }

  /// Ends an office. A reviewer's papers without a submitted review become free, by a job: how many they
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
      if role == .reviewer { try act.enqueue(.freePapers(person)) }
    }
  }

  private func row(_ person: Person, _ roles: [Role], _ load: (assigned: Int, done: Int)?, _ seen: Instant?) -> PeoplePage.Row {
    PeoplePage.Row(
      id: person.id, name: person.displayName, email: person.email, affiliation: person.affiliation,
      offices: Role.allCases.filter(roles.contains).map { .init(key: $0.rawValue, label: $0.title) },
      load: roles.contains(.reviewer) ? "\(load?.done ?? 0) of \(load?.assigned ?? 0)" : nil, lastSeenAt: seen)
  }
}

public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Whom authors named to serve as reviewers, who of them does, and the papers that named too few, over those in the process that
  /// this chair may know of. Not found where the call asks for none.
  public func reciprocal(message: String = "", problems: [FieldProblem] = []) async throws -> ReciprocalPage {
    try await lookOnRecord("reciprocal reviewing") { act, reveal in
      let policy = try reciprocalPolicy(act)
      try requireHouse(.service)
      try requireHouse(.invitations)
      try reveal.require(.submission, .authors, .declarations)
      let named = try act.session.servingAuthors(in: call, chairedBy: viewer.email)
      let states = try serviceStates(act)
      let people = Dictionary(grouping: named, by: \.email).map { email, rows in
        ReciprocalPage.Row(
          name: rows.first?.name ?? email, email: email, state: states[email] ?? .notAsked,
          papers: rows.map { PaperReference(id: $0.submission, number: $0.number, title: $0.title) })
      }
      let counts = Dictionary(grouping: named, by: \.submission).mapValues(\.count)
      let contents = try act.session.currentContent(in: call, chairedBy: viewer.email)
      let papers = try act.session.submissions(chairedBy: viewer.email, in: call).filter { $0.facts.state == .submitted }
      let without = papers.filter { counts[$0.id, default: 0] < policy.reviewers }.map { row in
        ReciprocalPage.Paper(
          paper: PaperReference(id: row.id, number: row.number, title: row.title),
          reason: contents[row.id]?.answers.exemption ?? "")
      }
      reveal.papers = Set(papers.map(\.number))
      return ReciprocalPage(
        people: people.sorted { ($0.state.rank, $0.name, $0.email) < ($1.state.rank, $1.name, $1.email) }, papers: without,
        message: message, problems: problems)
    }
  }

  /// Invites everyone who is named, does not serve, and has neither an open invitation nor said no; returns how many. Each invitation
  /// is on record. Twice is once.
  @discardableResult
  public func inviteNamedAuthors(message: String = "") async throws -> Int {
    if message.count > Self.messageCharacters {
      throw Refusal.invalid([FieldProblem("message", "Say it in at most \(Self.messageCharacters) characters.")])
    }
    return try await conference.act { act in
      _ = try reciprocalPolicy(act)
      let states = try serviceStates(act)
      var seen: Set<String> = []
      let guests = try act.session.servingAuthors(in: call, chairedBy: viewer.email).compactMap { row -> OfficeRegister.Guest? in
        guard states[row.email] == nil, seen.insert(row.email).inserted, let email = EmailAddress(row.email) else { return nil }
        return OfficeRegister.Guest(email: email, name: row.name)
      }
      try register.invite(guests, Appointment(.reviewer), message: message, act)
      return guests.count
    }
  }

  private static let messageCharacters = 5_000

  private func reciprocalPolicy(_ act: Act) throws -> ReciprocalPolicy {
    guard let policy = try load(act).call.reciprocal else { throw Refusal.notFound }
    return policy
  }

  /// By address, of those who review or were asked to.
  private func serviceStates(_ act: Act) throws -> [String: ReciprocalPage.State] {
    var states: [String: ReciprocalPage.State] = [:]
    for row in try act.session.invitations(of: call, to: [.reviewer]) where row.withdrawnAt == nil {
      if row.isOpen(at: act.now) {
        states[row.email] = .invited
      } else if row.accepted == false {
        states[row.email] = states[row.email] ?? .declined
      }
    }
    for person in try act.session.people(in: .reviewer, at: call) { states[person.email] = .serves }
    return states
  }
}

internal import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Opens the authors, or who the other reviewers are, to one reviewer of the paper, against the blindness of the call.
  /// It needs a reason, stands on the paper's page and in the record, and every other chair who may know of the paper gets a
  /// letter. Opening twice is done once; it can't be taken back, as nobody can unsee it.
  public func open(_ secret: String, of id: ID<Submission>, to reviewer: ID<Person>, reason: String) async throws {
    try await conference.act { act in
      let (row, versioned) = try load(id, act)
      let secret = Secret(rawValue: secret)
      let reason = trimmed(reason)
      let person = try act.session.person(reviewer)
      let standing = try person.map { try act.session.standing(of: $0, toward: id) } ?? .outsider
      try OpeningRules.open(secret, to: standing, reason: reason)
      guard let secret, let person else { return }
      if try act.session.openings(of: id).contains(where: { $0.person == reviewer && $0.secret == secret }) { return }
      try act.session.add(
        OpeningRow(submission: id, person: reviewer, secret: secret, reason: reason, by: viewer.id, at: act.now),
        id: act.newToken())
      try act.record("open", by: viewer, at: call, about: id.text, "\(secret.rawValue) to \(reviewer): \(reason)")
      for chair in try act.session.chairs(of: row.facts.track, at: call) where chair.id != viewer.id {
        try act.post(
          OpenedLetter(
            head: act.letterhead(versioned.call), number: row.number, title: row.title, openedBy: viewer.displayName,
            reviewer: person.displayName, what: secret.opened, reason: reason, path: "/chair/submissions/\(id)"),
          kind: "opened", to: chair.email, name: chair.name, call: call, about: id)
      }
    }
  }

  /// What stands open at a paper, and the form to open more.
  func openings(_ row: SubmissionRow, _ typed: Typed, _ act: Act) throws -> OpeningsPanel {
    let openings = try act.session.openings(of: row.id)
    let assigned = try act.session.assignments(of: row.id).map(\.person)
    let people = try act.session.people(openings.flatMap { [$0.person, $0.by] } + assigned)
    func name(_ id: ID<Person>) -> String { people[id]?.displayName ?? "unknown" }
    return OpeningsPanel(
      openings: openings.map {
        .init(at: $0.at, by: name($0.by), to: name($0.person), what: $0.secret.opened, reason: $0.reason)
      },
      reviewers: assigned.map { .init(id: $0, name: name($0)) },
      secrets: Secret.allCases.filter(DisclosureRules.canBeOpened).map { .init(key: $0.rawValue, label: $0.opened) },
      reason: typed.openingReason)
  }
}

extension Secret {
  /// As in "opened … to".
  fileprivate var opened: String { self == .reviewerIdentity ? "who the other reviewers are" : "the \(rawValue)" }
}

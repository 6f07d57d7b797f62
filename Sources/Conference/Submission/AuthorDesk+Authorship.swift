internal import Pages
public import PeerReview
internal import Store

extension AuthorDesk {
  /// The viewer's own word on being listed as an author. Whoever says they are none stays on the list, which is the contacts'
  /// to change; those and the chairs are told. The same again changes nothing. Refused once decisions are released.
  public func answerAuthorship(_ id: ID<Submission>, confirms: Bool, note: String) async throws {
    try await conference.act { act in
      _ = try load(id, act)
      let note = trimmed(note)
      let last = try act.session.authorshipAnswers(of: id)[viewer.email]
      if let last, last.confirmed == confirms, last.note == note { return }
      try AuthorshipRules.answer(note: note, releasedAt: try act.session.releasedAt(call))
      let number = try act.session.answerAuthorship(
        of: id, email: viewer.email, confirmed: confirms, note: note, at: act.now)
      try act.record(confirms ? "confirm authorship" : "deny authorship", by: viewer, at: call, about: id.text)
      if !confirms { try act.enqueue(.tellOfDenial(id, number: number)) }
    }
  }
}

extension Act {
  /// Tells contacts, and chairs who may know of the paper, that someone on its list says they are no author.
  func tell(ofDenial number: Int, on id: ID<Submission>) throws {
    guard let row = try session.submission(id), let answer = try session.authorshipAnswer(number, of: id) else { return }
    let authors = try session.authors(of: id, version: row.facts.version)
    let name = authors.first { $0.email == answer.email }?.name ?? answer.email
    let head = letterhead(try call(row.call).call)
    func tell(_ email: String, _ reader: String, _ path: String) throws {
      try post(
        AuthorshipDeniedLetter(
          head: head, name: reader, number: row.number, title: row.title, author: name, note: answer.note, path: path),
        kind: "authorship-denied", to: email, name: reader, call: row.call, about: id)
    }
    for contact in authors where contact.contact && contact.email != answer.email {
      try tell(contact.email, contact.name, "/submissions/\(id)")
    }
    for chair in try session.chairs(of: row.facts.track, at: row.call) {
      try tell(chair.email, chair.name, "/chair/submissions/\(id)")
    }
  }

  /// Who confirmed being an author: by their own word, or by having saved the form. The caller has proven the right to the
  /// authors; `viewer` is asked for their own answer.
  func authorship(_ row: SubmissionRow, viewer: Person?) throws -> AuthorshipPanel {
    let answers = try session.authorshipAnswers(of: row.id)
    let savers = try session.savers(of: row.id)
    let authors = try session.authors(of: row.id, version: row.facts.version)
    func isOpen(_ author: Author) -> Bool { answers[author.email] == nil && !savers.contains(author.email) }
    let denied = authors.compactMap { author in
      answers[author.email].flatMap { $0.confirmed ? nil : AuthorshipPanel.Denial(name: author.name, note: $0.note) }
    }
    let isAsked = viewer.map { viewer in authors.contains { $0.email == viewer.email && isOpen($0) } } ?? false
    return AuthorshipPanel(
      confirmed: authors.filter { answers[$0.email]?.confirmed ?? savers.contains($0.email) }.map(\.name),
      open: authors.filter(isOpen).map(\.name), denied: denied, serving: authors.filter(\.serves).map(\.name),
      asks: try isAsked && session.releasedAt(row.call) == nil)
  }
}

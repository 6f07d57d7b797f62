internal import Pages
public import PeerReview
internal import Store

extension AuthorDesk {
  /// The viewer's own word on being listed as an author. Whoever says they are none stays on the list, which is the contacts'
  /// to change; those and the chairs are told. The same again changes nothing. Refused once decisions are released.
  public func answerAuthorship(_ id: ID<Submission>, confirms: Bool, note: String) async throws {
    try await conference.act { act in
      let (row, versioned, _) = try load(id, act)
      let note = trimmed(note)
      let last = try act.session.authorshipAnswers(of: id)[viewer.email]
      if let last, last.confirmed == confirms, last.note == note { return }
      try AuthorshipRules.answer(note: note, releasedAt: try act.session.releasedAt(call))
      try act.session.answerAuthorship(of: id, email: viewer.email, confirmed: confirms, note: note, at: act.now)
      try act.record(confirms ? "confirm authorship" : "deny authorship", by: viewer, at: call, about: id.text)
      if !confirms { try tellOfDenial(row, versioned.call, note: note, act) }
    }
  }

  private func tellOfDenial(_ row: SubmissionRow, _ loaded: Call, note: String, _ act: Act) throws {
    func tell(_ email: String, _ name: String, _ path: String) throws {
      try act.post(
        AuthorshipDeniedLetter(
          head: act.letterhead(loaded), name: name, number: row.number, title: row.title, author: viewer.displayName, note: note,
          path: path),
        kind: "authorship-denied", to: email, name: name, call: call, about: row.id)
    }
    let contacts = try act.session.authors(of: row.id, version: row.facts.version).filter(\.contact)
    for contact in contacts where contact.email != viewer.email {
      try tell(contact.email, contact.name, "/submissions/\(row.id)")
    }
    for chair in try act.session.people(in: .chair, at: call) {
      try tell(chair.email, chair.name, "/chair/submissions/\(row.id)")
    }
  }
}

extension Act {
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
      open: authors.filter(isOpen).map(\.name), denied: denied,
      asks: try isAsked && session.releasedAt(row.call) == nil)
  }
}

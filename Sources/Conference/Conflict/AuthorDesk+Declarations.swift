public import Pages
public import PeerReview
internal import Store

extension AuthorDesk {
  /// What the chairs asked or decided about the conflicts declared for the viewer's paper, and the place to answer. Not found
  /// while there is nothing.
  public func declarations(
    _ id: ID<Submission>, text: String = "", problems: [FieldProblem] = []
  ) async throws -> AuthorDeclarationsPage {
    try await conference.look { act in
      let (row, versioned, isContact) = try load(id, act)
      let moment = DisclosureMoment(call: versioned.call, releasedAt: try act.session.releasedAt(call), now: act.now)
      try Reveal(.author(contact: isContact), at: moment).require(.declaredConflicts)
      let words = try act.session.declarationWords(of: id, forAuthors: true)
      if words.isEmpty { throw Refusal.notFound }
      let releasedAt = try act.session.releasedAt(call)
      let declared = try act.session.standingConflicts(of: id).filter { $0.side == .author }
      return AuthorDeclarationsPage(
        paper: .init(id: id, number: row.number, title: row.title),
        declared: declared.map { conflict in
          let kind = versioned.call.conflictKinds.first { $0.key == conflict.kind }?.label ?? conflict.kind
          return "\(conflict.name.isEmpty ? conflict.email : conflict.name): \(kind)"
        }, words: try act.shown(words, forAuthorsOf: id), accepts: isContact && releasedAt == nil, text: text,
        problems: problems)
    }
  }

  /// Answers what the chairs asked about declared conflicts, or disputes what they decided. Chairs who may know of the paper
  /// are told, by a job: how many they are is not to be felt. Only contacts; not found while nobody asked; refused once decisions
  /// are released.
  public func answerAboutDeclarations(_ id: ID<Submission>, text: String) async throws {
    try await conference.act { act in
      _ = try loadAsContact(id, act)
      let text = trimmed(text)
      let words = try act.session.declarationWords(of: id, forAuthors: true)
      if let last = words.last, last.kind == .answer, last.text == text, last.by == viewer.id { return }
      try SuspicionRules.answer(text: text, words: words.map(\.kind), releasedAt: try act.session.releasedAt(call))
      let number = try act.session.add(DeclarationWordRow(kind: .answer, text: text, by: viewer.id, at: act.now), to: id)
      try act.record("answer about declared conflicts", by: viewer, at: call, about: id.text)
      try act.enqueue(.tellOfAnswer(id, number: number))
    }
  }
}

extension Act {
  /// Tells chairs who may know of the paper what its authors said of their declared conflicts.
  func tell(ofAnswer number: Int, on id: ID<Submission>) throws {
    guard let row = try session.submission(id), let word = try session.declarationWord(number, of: id) else { return }
    let letter = DeclarationAnswerLetter(
      head: letterhead(try call(row.call).call), number: row.number, title: row.title, text: word.text,
      path: "/chair/conflicts/\(id)")
    for chair in try session.chairs(of: row.facts.track, at: row.call) {
      try post(letter, kind: "declared-conflicts-answer", to: chair.email, name: chair.name, call: row.call, about: id)
    }
  }
}

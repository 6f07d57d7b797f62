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
      let words = try act.session.declarationWords(of: id).filter { $0.kind.isForAuthors }
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
  /// are told. Only contacts; not found while nobody asked; refused once decisions are released.
  public func answerAboutDeclarations(_ id: ID<Submission>, text: String) async throws {
    try await conference.act { act in
      let (row, versioned) = try loadAsContact(id, act)
      let text = trimmed(text)
      let words = try act.session.declarationWords(of: id)
      if let last = words.last, last.kind == .answer, last.text == text, last.by == viewer.id { return }
      try SuspicionRules.answer(text: text, words: words.map(\.kind), releasedAt: try act.session.releasedAt(call))
      try act.session.add(DeclarationWordRow(kind: .answer, text: text, by: viewer.id, at: act.now), to: id)
      try act.record("answer about declared conflicts", by: viewer, at: call, about: id.text)
      for chair in try act.session.people(in: .chair, at: call) {
        try act.post(
          DeclarationAnswerLetter(
            head: act.letterhead(versioned.call), number: row.number, title: row.title, text: text,
            path: "/chair/conflicts/\(id)"),
          kind: "declared-conflicts-answer", to: chair.email, name: chair.name, call: call, about: id)
      }
    }
  }
}

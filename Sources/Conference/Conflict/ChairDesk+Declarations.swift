public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// The conflicts that a paper's authors declared, what speaks for each, and what was said of them.
  public func declarations(
    _ id: ID<Submission>, text: String = "", problems: [FieldProblem] = []
  ) async throws -> DeclarationsPage {
    try await lookOnRecord("declared conflicts", .papers) { act, reveal in
      let (row, versioned) = try load(id, act)
      try reveal.require(.authors, .declaredConflicts, .committeeConflicts)
      reveal.papers = [row.number]
      let call = versioned.call
      let board = try act.conflictBoard(self.call, call, chairedBy: viewer)
      guard let paper = board.papers.first(where: { $0.id == id }) else { throw Refusal.notFound }
      let question = try DeclarationQuestion(board, act, chair: viewer, self.call, on: id)
      let support = board.support(of: paper)
      let ranks = Dictionary(
        question.experts(on: paper).enumerated().map { ($1.email, $0 + 1) }, uniquingKeysWith: { first, _ in first })
      let committee = Set(board.members.map(\.email))
      let words = try act.session.declarationWords(of: id)
      return DeclarationsPage(
        paper: .init(id: id, number: row.number, title: row.title), signs: question.signs(of: paper),
        rows: paper.declared.map { declared in
          let email = declared.conflict.email
          return DeclarationsPage.Row(
            id: declared.id, name: declared.conflict.name.isEmpty ? email : declared.conflict.name, email: email,
            kind: call.conflictKinds.first { $0.key == declared.conflict.kind }?.label ?? declared.conflict.kind,
            isMember: committee.contains(email), support: (support[email] ?? []).shown(call), expertRank: ranks[email])
        }, words: try act.shown(words, forAuthorsOf: nil), state: DeclarationState(words.map(\.kind)).badge,
        accepts: try act.session.releasedAt(self.call) == nil, text: text, problems: problems)
    }
  }

  /// Asks the authors of a paper about their declarations; its contacts get a letter and can answer until release.
  public func askAboutDeclarations(_ id: ID<Submission>, text: String) async throws {
    try await sayOfDeclarations(id, .question, text: text, removing: [])
  }

  /// Lets a paper's declarations stand, with the reason. Its contacts are told; where nobody had asked them, it is a note among
  /// chairs.
  public func settleDeclarations(_ id: ID<Submission>, reason: String) async throws {
    try await sayOfDeclarations(id, .kept, text: reason, removing: [])
  }

  /// Takes some declarations off a paper, by their ids and with the reason. Its contacts are told and may dispute it. Refuses
  /// `invalid` where none of them stands.
  public func removeDeclarations(_ conflicts: [String], of id: ID<Submission>, reason: String) async throws {
    try await sayOfDeclarations(id, .removed, text: reason, removing: conflicts)
  }

  private func sayOfDeclarations(
    _ id: ID<Submission>, _ wanted: DeclarationWordKind, text: String, removing: [String]
  ) async throws {
    try await conference.act { act in
      let (row, versioned) = try load(id, act)
      let text = trimmed(text)
      let standing = try act.session.standingConflicts(of: id).filter { $0.side == .author && removing.contains($0.id) }
      let wasAsked = try act.session.declarationWords(of: id).contains { $0.kind.isForAuthors }
      let kind = wanted == .kept && !wasAsked ? .dismissed : wanted
      try SuspicionRules.say(
        kind, text: text, removing: standing.count, releasedAt: try act.session.releasedAt(call))
      for conflict in standing {
        try act.session.endConflict(submission: id, email: conflict.email, side: .author, at: act.now)
        try act.record("remove conflict", by: viewer, at: call, about: id.text, "\(conflict.side.rawValue) \(conflict.kind)")
      }
      let removed = standing.map { $0.name.isEmpty ? $0.email : $0.name }
      try act.session.add(
        DeclarationWordRow(kind: kind, text: text, removed: removed, by: viewer.id, at: act.now), to: id)
      try act.record("\(kind.rawValue) of declared conflicts", by: viewer, at: call, about: id.text)
      guard kind.isForAuthors else { return }
      for author in try act.session.authors(of: id, version: row.facts.version) where author.contact {
        try act.post(
          DeclarationLetter(
            head: act.letterhead(versioned.call), name: author.name, number: row.number, title: row.title, kind: kind, text: text,
            removed: removed, path: "/submissions/\(id)/conflicts"),
          kind: "declared-conflicts", to: author.email, name: author.name, call: call, about: id)
      }
    }
  }
}

extension Act {
  /// With names for chairs; for authors of a paper the chairs are an office.
  func shown(_ words: [DeclarationWordRow], forAuthorsOf paper: ID<Submission>?) throws -> [DeclarationWord] {
    let authors = try paper.map { try session.everyAuthorEmail(of: $0) }
    let people = try session.people(words.filter { authors == nil || !$0.kind.isByChairs }.map(\.by))
    return words.map { word in
      let person = people[word.by]
      let isNamed = authors.map { known in person.map { known.contains($0.email) } ?? false } ?? true
      return DeclarationWord(
        at: word.at, by: isNamed ? person?.displayName ?? "unknown" : "The chairs", kind: word.kind, text: word.text,
        removed: word.removed)
    }
  }
}

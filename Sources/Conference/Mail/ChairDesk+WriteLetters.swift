public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// The form of a letter to many, and with a text in it each letter as it would go. Nothing is queued.
  public func letterToMany(_ form: WriteLettersPage.Form = .init(), problems: [FieldProblem] = []) async throws
    -> WriteLettersPage
  {
    try await lookOnRecord("letter to many") { act, reveal in
      let call = try load(act).call
      try requireHouse(.outbox)
      let kept = try act.session.letterDrafts(of: self.call)
      let tried = try TriedSearch(problems: problems) {
        form.isEmpty ? nil : try letters(form, call, act, reveal).preview(act.newToken())
      }
      return WriteLettersPage(
        form: form, drafts: kept.map(\.shown), holdsEverything: call.letters.holdsEverything,
        releaseAfterHours: call.letters.releaseAfterHours, problem: tried.problem, problems: tried.problems,
        preview: tried.planned)
    }
  }

  /// The form with a kept text in it. A text there is none of is not found.
  public func letterToMany(draft id: ID<LetterDraft>) async throws -> WriteLettersPage {
    let kept = try await conference.look { act in
      _ = try load(act)
      return try act.session.letterDrafts(of: call).first { $0.id == id }
    }
    guard let kept else { throw Refusal.notFound }
    return try await letterToMany(kept.shown.form)
  }

  /// Queues a letter to each recipient, held for a chair's word where the form or the call says so, and returns how many. A letter
  /// about a paper is queued only for who may know of the paper, and stays hidden from chairs who may not.
  ///
  /// `seen` is what the preview rested on: refused as `stale` when other letters would go by now. One preview is sent once:
  /// posted again it is answered as before, and nothing goes. The same text, previewed anew, goes again.
  @discardableResult
  public func sendToMany(_ form: WriteLettersPage.Form, seen: String) async throws -> Int {
    try await conference.act { act in
      let call = try load(act).call
      let detail = LettersToMany.detail(form.audience, seen)
      if try act.session.isRecorded("write to many", by: viewer.id, about: self.call.text, detail) { return 0 }
      let moment = DisclosureMoment(call: call, releasedAt: try act.session.releasedAt(self.call), now: act.now)
      let letters = try TriedSearch.required { try self.letters(form, call, act, Reveal(.chair, at: moment)) }
      if letters.seen(LettersToMany.mark(in: seen)) != seen { throw Refusal.stale }
      for letter in letters.all {
        try act.post(
          ChairsLetter(subject: letter.subject, body: letter.body), kind: "chairs-letter", to: letter.recipient.email,
          name: letter.recipient.name, call: self.call, about: letter.recipient.paper, isHeld: form.isHeld)
        if let paper = letter.recipient.paper { try act.record("write", by: viewer, at: self.call, about: paper.text) }
      }
      try act.record("write to many", by: viewer, at: self.call, about: self.call.text, detail)
      return letters.all.count
    }
  }

  /// Keeps the text under a name for all chairs, in place of the one of that name. Refuses `invalid` what couldn't be sent.
  public func keepLetterDraft(_ name: String, _ form: WriteLettersPage.Form) async throws {
    try await conference.act { act in
      _ = try load(act)
      let name = trimmed(name)
      if name.isEmpty || name.count > LetterRules.subjectLimit {
        throw Refusal.invalid([FieldProblem("name", "Give the text a name of at most \(LetterRules.subjectLimit) characters.")])
      }
      _ = try LetterRules.read(subject: form.subject, body: form.body, audience: form.audience)
      let draft = LetterDraftRow(
        id: act.newID(LetterDraft.self), name: name, audience: form.audience, query: form.query, subject: form.subject,
        body: form.body)
      try act.session.put(draft, at: self.call, by: viewer.id, now: act.now)
      try act.record("keep letter", by: viewer, at: self.call, about: self.call.text, name)
    }
  }

  /// Twice is once.
  public func removeLetterDraft(_ id: ID<LetterDraft>) async throws {
    try await conference.act { act in
      _ = try load(act)
      if try act.session.removeLetterDraft(id, at: self.call) {
        try act.record("remove letter", by: viewer, at: self.call, about: self.call.text, id.text)
      }
    }
  }

  /// Sends held letters on, or drops them: one, or every one this chair may know of. Returns how many.
  @discardableResult
  public func judgeHeldLetters(_ id: String?, drops: Bool) async throws -> Int {
    try await conference.act { act in
      _ = try load(act)
      if let id, try !act.session.isLetterKnown(id, of: self.call, chairedBy: viewer.email) { throw Refusal.notFound }
      let count = try act.session.judgeHeldLetters(
        id, of: self.call, chairedBy: viewer.email, drops: drops, at: act.now)
      if count > 0 {
        try act.record(drops ? "drop letters" : "release letters", by: viewer, at: self.call, about: self.call.text)
      }
      return count
    }
  }

  private func letters(_ form: WriteLettersPage.Form, _ call: Call, _ act: Act, _ reveal: Reveal) throws -> LettersToMany {
    let templates = try LetterRules.read(subject: form.subject, body: form.body, audience: form.audience)
    let head = act.letterhead(call)
    let all = try recipients(form, call, act, reveal).map { recipient in
      let values = recipient.values(head)
      return LettersToMany.Filled(
        recipient: recipient, subject: templates.subject.filled(values), body: templates.body.filled(values))
    }
    if all.count > LetterRules.recipientsLimit {
      throw Refusal.invalid([FieldProblem("q", "These are \(all.count) letters; \(LetterRules.recipientsLimit) are the most.")])
    }
    if all.isEmpty { throw Refusal.invalid([FieldProblem("q", "Nobody would get this letter.")]) }
    return LettersToMany(all: all)
  }

  private func recipients(
    _ form: WriteLettersPage.Form, _ call: Call, _ act: Act, _ reveal: Reveal
  ) throws -> [LetterRecipient] {
    let audience = form.audience
    guard audience.needs.allSatisfy({ reveal.secrecy(of: $0) == nil }) else {
      throw Refusal.invalid([
        FieldProblem("audience", "Who they are is kept from chairs at this stage, by the rules of the call.")
      ])
    }
    guard audience.isAboutPapers else {
      let people = try act.session.people(in: audience == .chairs ? .chair : .reviewer, at: self.call)
      return people.sorted { $0.email < $1.email }.map { LetterRecipient(email: $0.email, name: $0.displayName, paper: nil) }
    }
    let listed = try found(form, call, act, reveal)
    return audience.areAuthors
      ? try authors(of: listed, only: audience == .contacts, call, act)
      : try reviewers(of: listed, onlyLate: audience == .late, call, act)
  }

  /// The papers of a search that may be asked for by who gets a letter. Drafts and what was withdrawn are among them only where
  /// the search names a state.
  private func found(
    _ form: WriteLettersPage.Form, _ call: Call, _ act: Act, _ reveal: Reveal
  ) throws -> [SubmissionRow] {
    let query = try query(form.query, call, act)
    try LetterRules.search(query.names, audience: form.audience, releasedAt: try act.session.releasedAt(self.call))
    let rows = try found(.init(query: form.query), by: query, call, act, reveal).rows
    return query.names.contains("status") ? rows : rows.filter { $0.facts.state == .submitted }
  }

  private func authors(
    of papers: [SubmissionRow], only contacts: Bool, _ call: Call, _ act: Act
  ) throws -> [LetterRecipient] {
    let moment = DisclosureMoment(call: call, releasedAt: try act.session.releasedAt(self.call), now: act.now)
    let isDecisionOpen = DisclosureRules.secrecy(of: .decision, for: .author(contact: true), at: moment) == nil
    let decisions = isDecisionOpen ? try act.session.decisions(in: self.call, chairedBy: viewer.email) : [:]
    return try papers.flatMap { paper in
      try act.session.authors(of: paper.id, version: paper.facts.version)
        .filter { EmailAddress($0.email) != nil && ($0.contact || !contacts) }
        .map { author in
          LetterRecipient(
            email: author.email, name: author.name, paper: paper.id,
            about: Self.values(paper, call, path: "/submissions/\(paper.id)") + [
              ("decision", decisions[paper.id].flatMap { call.decision($0.kind)?.label } ?? "")
            ])
        }
    }
  }

  private func reviewers(of papers: [SubmissionRow], onlyLate: Bool, _ call: Call, _ act: Act) throws -> [LetterRecipient] {
    let assignments = Dictionary(
      grouping: try act.session.assignments(in: self.call, chairedBy: viewer.email), by: \.submission)
    let missing =
      onlyLate
      ? Set(try act.session.missingReviews(in: self.call, chairedBy: viewer.email).map(\.assignment)) : []
    let people = try act.session.people(assignments.values.flatMap { $0.map(\.person) })
    return papers.flatMap { paper in
      (assignments[paper.id] ?? []).filter { !onlyLate || missing.contains($0.id) }.compactMap { assignment in
        people[assignment.person].map { person in
          let due = call.calendar.reviewsDue(in: assignment.round)
          return LetterRecipient(
            email: person.email, name: person.displayName, paper: paper.id,
            about: Self.values(paper, call, path: "/reviews/\(assignment.id)") + [
              ("due", "\(due.utc) (\(due.aoe))")
            ])
        }
      }
    }
  }

  private static func values(_ paper: SubmissionRow, _ call: Call, path: String) -> [(String, String)] {
    [
      ("number", "\(paper.number)"), ("title", paper.title),
      ("track", call.track(paper.facts.track)?.name ?? paper.facts.track), ("link", path),
    ]
  }
}

/// Who gets a letter, and about which paper.
private struct LetterRecipient: Hashable {
  let email: String
  let name: String
  let paper: ID<Submission>?
  /// Fields of the paper; `link` is a path.
  let about: [String: String]

  init(email: String, name: String, paper: ID<Submission>?, about: [(String, String)] = []) {
    self.email = email
    self.name = name
    self.paper = paper
    self.about = Dictionary(about, uniquingKeysWith: { first, _ in first })
  }

  func values(_ head: Letterhead) -> LetterTemplate.Values {
    var values = about
    values["name"] = name
    values["email"] = email
    values["conference"] = head.conference
    values["site"] = head.site
    values["contact"] = head.contactEmail
    values["link"] = about["link"].map { head.site + $0 }
    return values
  }
}

/// A letter to many with every place filled in.
private struct LettersToMany {
  struct Filled {
    let recipient: LetterRecipient
    let subject: String
    let body: String
  }

  let all: [Filled]

  /// What a preview of these letters rests on. The mark is the preview's own.
  func seen(_ mark: String) -> String {
    mark + "."
      + Token.hash(all.map { "\($0.recipient.email)\n\($0.subject)\n\($0.body)" }.joined(separator: "\n\n"))
  }

  static func mark(in seen: String) -> String { String(seen.prefix { $0 != "." }) }

  /// What stands in the record when the letters of a preview went. It tells previews apart and rests on nothing of the letters,
  /// which may tell of papers that not every reader of the record may know.
  static func detail(_ audience: LetterAudience, _ seen: String) -> String {
    "\(audience.rawValue), preview \(Token.hash(mark(in: seen)).prefix(16))"
  }

  func preview(_ mark: String) -> WriteLettersPage.Preview {
    WriteLettersPage.Preview(
      letters: all.prefix(WriteLettersPage.shown).map { letter in
        let written = ChairsLetter(subject: letter.subject, body: letter.body)
        return WriteLettersPage.Letter(
          to: letter.recipient.name.isEmpty
            ? letter.recipient.email : "\(letter.recipient.name) <\(letter.recipient.email)>",
          subject: written.subject, body: written.body)
      }, total: all.count, people: Set(all.map(\.recipient.email)).count, seen: seen(mark))
  }
}

extension LetterDraftRow {
  fileprivate var shown: WriteLettersPage.Draft {
    .init(id: id, name: name, form: .init(audience: audience, query: query, subject: subject, body: body))
  }
}

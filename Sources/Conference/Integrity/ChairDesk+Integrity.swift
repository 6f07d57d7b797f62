public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Cases that this chair may know of, the newest first, and the form to open one. With the id of a finding in the draft, the
  /// form is filled in with what it is about.
  public func integrityCases(
    draft: IntegrityCasesPage.Draft = .init(), problems: [FieldProblem] = []
  ) async throws -> IntegrityCasesPage {
    try await lookOnRecord("integrity cases") { act, reveal in
      _ = try load(act)
      try reveal.require(.integrityCases)
      let cases = try act.session.integrityCases(in: call, chairedBy: viewer.email)
      let papers = try act.session.integrityPapers(in: call, chairedBy: viewer.email)
      reveal.papers = Set(papers.values.flatMap { $0.map(\.number) })
      reveal.cases = cases.map(\.id)
      let people = try act.session.people(cases.map(\.openedBy))
      return IntegrityCasesPage(
        cases: cases.map { row in
          IntegrityCasesPage.Row(
            id: row.id, title: row.title, papers: papers[row.id]?.map(\.number) ?? [],
            openedBy: people[row.openedBy]?.displayName ?? "a chair", openedAt: row.openedAt, outcome: row.outcome)
        }, draft: try shown(draft, isRefused: !problems.isEmpty, act), problems: problems)
    }
  }

  /// Everything in one case. Not found for a chair in conflict with one of its papers or people, and for whom it is about.
  public func integrityCase(
    _ id: ID<IntegrityCase>, typed: IntegrityCasePage.Typed = .init(), problems: [FieldProblem] = []
  ) async throws -> IntegrityCasePage {
    try await lookOnRecord("integrity cases") { act, reveal in
      _ = try load(act)
      let row = try load(case: id, act)
      try reveal.require(.integrityCases)
      let papers = try act.session.integrityPapers(in: call, chairedBy: viewer.email)[id] ?? []
      reveal.papers = Set(papers.map(\.number))
      reveal.cases = [id]
      let entries = try act.session.integrityEntries(id)
      let people = try act.session.people(entries.map(\.by))
      return IntegrityCasePage(
        id: id, title: row.title,
        papers: try papers.map { paper in
          PaperReference(id: paper.id, number: paper.number, title: try act.session.submission(paper.id)?.title ?? "")
        },
        people: try act.session.integrityPeople(id).map { email in
          try act.session.person(email: email).map { "\($0.displayName) (\(email))" } ?? email
        }, outcome: row.outcome,
        entries: entries.map { entry in
          IntegrityCasePage.Entry(
            number: entry.number, kind: entry.kind, text: entry.text, finding: entry.finding,
            file: entry.file.map { .init(name: $0.name, sizeBytes: $0.sizeBytes) },
            by: people[entry.by]?.displayName ?? "a chair", at: entry.at)
        }, typed: typed, problems: problems)
    }
  }

  /// Opens a case about papers and people, with what is suspected; every other chair who may know of it gets a letter that
  /// names neither. Refuses `invalid` with everything that is wrong; of a paper this chair may not know of as of none.
  public func openCase(_ draft: IntegrityCasesPage.Draft) async throws -> ID<IntegrityCase> {
    try await conference.act { act in
      let loaded = try load(act).call
      let (title, text) = (trimmed(draft.title), trimmed(draft.text))
      let involved = try involved(papers: draft.papers, people: draft.people, act)
      try IntegrityRules.open(
        title: title, text: text, papers: involved.papers.count, people: involved.people, by: viewer.email,
        isInConflict: involved.isInConflict)
      let finding = try evidence(draft.finding, act)
      let id = act.newID(IntegrityCase.self)
      try act.session.openIntegrityCase(id, title: title, in: call, by: viewer.id, at: act.now)
      try act.session.involve(papers: involved.papers, people: involved.people.map(\.folded), in: id)
      try act.session.addIntegrityEntry(.evidence, text: text, finding: finding, to: id, by: viewer.id, at: act.now)
      try act.record("open integrity case", by: viewer, at: call, about: id.text)
      try tellChairs(of: id, "opened", loaded, act)
      return id
    }
  }

  /// Puts evidence, something that was done, or a note into an open case. Evidence may be a finding or a file.
  public func add(
    _ kind: IntegrityEntryKind, text: String, finding: String = "", file: (name: String, bytes: [UInt8])? = nil,
    to id: ID<IntegrityCase>
  ) async throws {
    // Right and rule are asked before a byte is stored, and again with the row.
    let hasMore = !finding.isEmpty || file != nil
    try await conference.look { act in
      _ = try load(act)
      try IntegrityRules.add(
        kind, text: trimmed(text), hasMore: hasMore, isClosed: try load(case: id, act).outcome != nil)
    }
    let stored = try file.map { file in
      let intake = try conference.files.begin(limitBytes: IntegrityRules.fileLimitBytes)
      try intake.append(file.bytes)
      let kept = try intake.finish()
      return IntegrityFileRow(sha256: kept.sha256, sizeBytes: kept.sizeBytes, name: String(file.name.prefix(200)))
    }
    try await conference.act { act in
      _ = try load(act)
      let row = try load(case: id, act)
      try IntegrityRules.add(kind, text: trimmed(text), hasMore: hasMore, isClosed: row.outcome != nil)
      let found = try evidence(finding, act)
      try act.session.addIntegrityEntry(
        kind, text: trimmed(text), finding: found, file: stored, to: id, by: viewer.id, at: act.now)
      try act.record("add to integrity case", by: viewer, at: call, about: id.text, kind.rawValue)
    }
  }

  /// Takes more papers and people into the case. Chairs whom that puts in conflict with it, or whom it is about by then, do not
  /// find it any more.
  public func widen(_ id: ID<IntegrityCase>, papers: String, people: String) async throws {
    try await conference.act { act in
      _ = try load(act)
      let row = try load(case: id, act)
      let involved = try involved(papers: papers, people: people, act)
      var problems = IntegrityRules.involve(
        papers: involved.papers.count, people: involved.people, by: viewer.email, isInConflict: involved.isInConflict)
      if involved.papers.isEmpty && involved.people.isEmpty {
        problems.append(FieldProblem("papers", "Name papers by number, or people by address."))
      }
      if row.outcome != nil { problems.append(FieldProblem("papers", "The case is closed. Open it again first.")) }
      if !problems.isEmpty { throw Refusal.invalid(problems) }
      try act.session.involve(papers: involved.papers, people: involved.people.map(\.folded), in: id)
      let words = [papers, people].map(trimmed).filter { !$0.isEmpty }.joined(separator: "; ")
      try act.session.addIntegrityEntry(.widened, text: words, to: id, by: viewer.id, at: act.now)
      try act.record("widen integrity case", by: viewer, at: call, about: id.text)
    }
  }

  /// Closes the case with its outcome and the reason; the other chairs who may know of it get a letter.
  public func close(_ id: ID<IntegrityCase>, outcome: String, text: String) async throws {
    try await conference.act { act in
      let loaded = try load(act).call
      let row = try load(case: id, act)
      let chosen = IntegrityOutcome(rawValue: outcome)
      try IntegrityRules.close(chosen, text: trimmed(text), isClosed: row.outcome != nil)
      try act.session.setOutcome(chosen, of: id)
      try act.session.addIntegrityEntry(
        .closed, text: "\(chosen?.label ?? ""). \(trimmed(text))", to: id, by: viewer.id, at: act.now)
      try act.record("close integrity case", by: viewer, at: call, about: id.text, outcome)
      try tellChairs(of: id, "closed", loaded, act)
    }
  }

  /// Opens a closed case again, with the reason.
  public func reopen(_ id: ID<IntegrityCase>, text: String) async throws {
    try await conference.act { act in
      _ = try load(act)
      try IntegrityRules.reopen(text: trimmed(text), isClosed: try load(case: id, act).outcome != nil)
      try act.session.setOutcome(nil, of: id)
      try act.session.addIntegrityEntry(.reopened, text: trimmed(text), to: id, by: viewer.id, at: act.now)
      try act.record("reopen integrity case", by: viewer, at: call, about: id.text)
    }
  }

  /// A file that was put into a case, by the number of its entry.
  public func caseFile(_ number: Int, of id: ID<IntegrityCase>) async throws -> StoredCopy {
    try await lookOnRecord("integrity cases") { act, reveal in
      _ = try load(act)
      _ = try load(case: id, act)
      try reveal.require(.integrityCases)
      reveal.papers = Set(try act.session.integrityPapers(in: call, chairedBy: viewer.email)[id]?.map(\.number) ?? [])
      reveal.cases = [id]
      guard let file = try act.session.integrityEntries(id).first(where: { $0.number == number })?.file else {
        throw Refusal.notFound
      }
      return StoredCopy(
        path: try conference.files.path(of: file.sha256), sha256: file.sha256, sizeBytes: file.sizeBytes,
        downloadName: file.name, isArchive: true)
    }
  }

  private func load(case id: ID<IntegrityCase>, _ act: Act) throws -> IntegrityCaseRow {
    guard let row = try act.session.integrityCase(id, in: call, chairedBy: viewer.email) else { throw Refusal.notFound }
    return row
  }

  /// The finding that was named; nil for none. Refuses `invalid` for one this chair may not know of as for none.
  private func evidence(_ finding: String, _ act: Act) throws -> ID<ScreeningFinding>? {
    let id = trimmed(finding)
    if id.isEmpty { return nil }
    guard let found = try act.session.queuedFindings([ID(id)], in: call, chairedBy: viewer.email).first else {
      throw Refusal.invalid([FieldProblem("finding", "There is no finding with this id.")])
    }
    return found.finding.id
  }

  /// Refuses `invalid` for what is no number of a paper this chair may know of, and no address.
  private func involved(
    papers: String, people: String, _ act: Act
  ) throws -> (papers: [ID<Submission>], people: [EmailAddress], isInConflict: Bool) {
    func words(_ text: String) -> [String] {
      text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }).prefix(200).map(String.init)
    }
    var problems: [FieldProblem] = []
    let known = Dictionary(
      try act.session.submissions(chairedBy: viewer.email, in: call).map { ($0.number, $0.id) },
      uniquingKeysWith: { first, _ in first })
    let ids = words(papers).compactMap { word -> ID<Submission>? in
      if let id = TableText.number(word).flatMap({ known[$0] }) { return id }
      problems.append(FieldProblem("papers", "“\(word.prefix(20))” is not the number of a paper that you know of."))
      return nil
    }
    let addresses = words(people).compactMap { word -> EmailAddress? in
      if let address = EmailAddress(word) { return address }
      problems.append(FieldProblem("people", "“\(word.prefix(100))” is no address. Write people by their e-mail addresses."))
      return nil
    }
    if !problems.isEmpty { throw Refusal.invalid(problems) }
    let conflicts = try act.session.personConflicts(of: viewer.email, in: call).filter { $0.endedAt == nil }
    let inConflict = Set(conflicts.map(\.conflict.email))
    return (Array(Set(ids)).sorted(), addresses, addresses.contains { inConflict.contains($0.folded) })
  }

  /// What a finding begins a case with; what was typed stays.
  private func shown(_ draft: IntegrityCasesPage.Draft, isRefused: Bool, _ act: Act) throws -> IntegrityCasesPage.Draft {
    var draft = draft
    if !draft.finding.isEmpty, !isRefused {
      let found = try load(finding: ID(draft.finding), act).found
      let other = try found.finding.other.flatMap { try act.session.manuscript($0)?.submission }
      let numbers = try ([found.submission] + [other].compactMap { $0 }).compactMap { paper in
        try act.session.submission(paper, in: call, chairedBy: viewer.email)?.number.description
      }
      draft.papers = numbers.joined(separator: ", ")
      draft.title = FindingWords.name(found.finding.code)
    }
    return draft
  }

  private func tellChairs(of id: ID<IntegrityCase>, _ what: String, _ loaded: Call, _ act: Act) throws {
    for chair in try act.session.people(in: .chair, at: call)
    where try chair.id != viewer.id && act.session.integrityCase(id, in: call, chairedBy: chair.email) != nil {
      try act.post(
        IntegrityCaseLetter(
          head: act.letterhead(loaded), name: chair.displayName, what: what, by: viewer.displayName,
          path: "/chair/integrity/\(id)"),
        kind: OutboxRow.caseKind, to: chair.email, name: chair.name, call: call)
    }
  }
}

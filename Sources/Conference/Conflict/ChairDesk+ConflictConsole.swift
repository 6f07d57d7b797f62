public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Conflicts that nobody declared although something speaks for them, those that chairs put on record, and declarations that
  /// may serve to choose reviewers, over papers in the process that this chair may know of. Who has a paper to review comes
  /// first. `page` counts from 1, and gives way to the page of what was `typed`; `state` is `open`, `dismissed`, `confirmed` or
  /// `all` suspicions, and anything else lists what is open.
  public func conflictConsole(
    state: String = "", page: Int = 1, pageSize size: Int = ConflictConsolePage.pageSize,
    typed: ConflictConsolePage.Typed? = nil, problems: [FieldProblem] = []
  ) async throws -> ConflictConsolePage {
    try await lookOnRecord("conflicts", .papers) { act, reveal in
      let call = try load(act, .papers).call
      try reveal.require(.authors, .declaredConflicts, .committeeConflicts)
      let board = try act.conflictBoard(self.call, call, chairedBy: viewer)
      let state = ["dismissed", "confirmed", "all"].contains(state) ? state : "open"
      let all = state == "confirmed" ? [] : suspicions(board, state, try shownTasks(act, reveal))
      let confirmed = state == "confirmed" ? try confirmedConflicts(board, call, act) : []
      let place = all.firstIndex { $0.suspect.paper.id == typed?.paper && $0.suspect.member.id == typed?.person }
      let wanted = place.map { $0 / size + 1 } ?? page
      // One of the two is empty, and its page the first.
      let (suspectsPage, shown) = all.page(wanted, of: size)
      let (confirmedPage, standing) = confirmed.page(wanted, of: size)
      let people = try act.session.people(shown.compactMap(\.suspect.dismissal?.by))
      let declarations = try suspicious(board, act)
      reveal.papers = Set(
        shown.map(\.suspect.paper.number) + standing.map(\.paper.number) + declarations.map(\.paper.number))
      return ConflictConsolePage(
        state: state, suspects: shown.map { listed($0, board, call, people) }, confirmed: Array(standing),
        kinds: call.conflictKinds, page: max(suspectsPage, confirmedPage), found: all.count + confirmed.count,
        declarations: declarations,
        accepts: try act.session.releasedAt(self.call) == nil, typed: typed, problems: problems)
    }
  }

  private struct Suspicion {
    let suspect: ConflictBoard.Suspect
    let task: SuspectTask
  }

  /// Those in one state, who has most to do for the paper first.
  private func suspicions(_ board: ConflictBoard, _ state: String, _ tasks: SuspectTasks) -> [Suspicion] {
    let wanted = board.papers.flatMap(board.suspects).filter { suspect in
      state == "all" || (suspect.dismissal != nil) == (state == "dismissed")
    }
    let all = wanted.map { Suspicion(suspect: $0, task: tasks.task(of: $0.member.id, on: $0.paper.id)) }
    return SuspectTask.allCases.flatMap { task in all.filter { $0.task == task } }
  }

  private func shownTasks(_ act: Act, _ reveal: Reveal) throws -> SuspectTasks {
    reveal.tellsReviewers ? try SuspectTasks(act, call, chairedBy: viewer) : SuspectTasks()
  }

  /// What the person has to do for the paper, as far as this chair is told.
  func task(of person: ID<Person>, on id: ID<Submission>, _ act: Act, _ reveal: Reveal) throws -> SuspectTask {
    reveal.tellsReviewers ? try SuspectTasks(act, on: id).task(of: person, on: id) : .nothing
  }

  private func listed(
    _ suspicion: Suspicion, _ board: ConflictBoard, _ call: Call, _ people: [ID<Person>: Person]
  ) -> ConflictConsolePage.Suspect {
    let suspect = suspicion.suspect
    return ConflictConsolePage.Suspect(
      paper: .init(id: suspect.paper.id, number: suspect.paper.number, title: suspect.paper.title),
      person: suspect.member.id, name: suspect.member.displayName, affiliation: suspect.member.affiliation,
      evidence: suspect.evidence.shown(call), kind: board.checks.kind(for: suspect.evidence) ?? "",
      dismissal: suspect.dismissal.map {
        .init(by: people[$0.by]?.displayName ?? "a chair", at: $0.at, reason: $0.reason)
      }, isOneself: suspect.member.id == viewer.id, task: suspicion.task, seen: Self.seen(suspect, suspicion.task))
  }

  /// Conflicts that chairs put on record and that stand, with what speaks for them: by paper, then address.
  private func confirmedConflicts(
    _ board: ConflictBoard, _ call: Call, _ act: Act
  ) throws -> [ConflictConsolePage.Confirmed] {
    let declared = try act.session.everyoneInConflict(in: self.call, chairedBy: viewer.email).filter { $0.side == .chair }
    let papers = Set(declared.map { $0.submission })
    var confirmed: [ConflictConsolePage.Confirmed] = []
    for paper in board.papers where papers.contains(paper.id) {
      let support = board.support(of: paper)
      for row in try act.session.standingConflicts(of: paper.id) where row.side == .chair {
        confirmed.append(
          ConflictConsolePage.Confirmed(
            paper: .init(id: paper.id, number: paper.number, title: paper.title), conflict: row.id,
            name: row.name.isEmpty ? row.email : row.name,
            kind: call.conflictKinds.first { $0.key == row.kind }?.label ?? row.kind, at: row.at,
            evidence: support[row.email]?.shown(call) ?? []))
      }
    }
    return confirmed
  }

  /// How a suspicion stood where a form was made: its standing, then what would end with it.
  private static func seen(_ suspect: ConflictBoard.Suspect, _ task: SuspectTask) -> String {
    "\(suspect.standing) \(task.rawValue)"
  }

  /// Puts a suspicion on record as a conflict, as `addConflict` does. `seen` is how it stood for whoever confirms: refused as
  /// `stale` when it stands otherwise by now, and as `invalid` when the suspect has the paper and nobody said that this ends.
  /// Confirmed twice, it is once.
  public func confirmSuspicion(
    _ id: ID<Submission>, person: ID<Person>, kind: String, seen: String, endsTask: Bool = false
  ) async throws {
    try await conference.act { act in
      let call = try load(id, act).call.call
      guard let known = try act.session.person(person) else { throw Refusal.notFound }
      if try isInConflict(known, with: id, kind: kind, act) { return }
      guard let suspect = try self.suspect(person, on: id, call, act) else { throw Refusal.stale }
      try addConflict(id, person: person, kind: kind, endsTask: endsTask, in: act) { seen == Self.seen(suspect, $0) }
    }
  }

  private func suspect(
    _ person: ID<Person>, on id: ID<Submission>, _ call: Call, _ act: Act
  ) throws -> ConflictBoard.Suspect? {
    let board = try act.conflictBoard(self.call, call, chairedBy: viewer)
    let suspects = board.papers.first { $0.id == id }.map(board.suspects) ?? []
    return suspects.first { $0.member.id == person }
  }

  /// Whether a form made where `seen` stood speaks of this standing. One that says nothing was made of what stands.
  private static func isCurrent(_ standing: String, _ seen: String?) -> Bool {
    seen.map { $0.split(separator: " ").first.map(String.init) == standing } ?? true
  }

  /// Sets a suspected conflict aside, with the reason; it stays so until there is other evidence. Refuses what nobody suspects,
  /// a missing reason, and a word about oneself; and as `stale` what stands otherwise by now than where it was `seen`.
  public func dismissSuspicion(
    _ id: ID<Submission>, person: ID<Person>, reason: String, seen: String? = nil
  ) async throws {
    try await conference.act { act in
      let call = try load(id, act).call.call
      guard let suspect = try self.suspect(person, on: id, call, act) else {
        let isKnown = try act.session.person(person) != nil
        throw seen != nil && isKnown ? Refusal.stale : Refusal.notFound
      }
      if !Self.isCurrent(suspect.standing, seen) { throw Refusal.stale }
      let reason = trimmed(reason)
      try SuspicionRules.dismiss(
        reason: reason, isOneself: person == viewer.id, releasedAt: try act.session.releasedAt(self.call))
      try act.session.dismissSuspicion(
        SuspicionDismissalRow(
          submission: id, email: suspect.member.email, evidence: Set(suspect.evidence.map(\.key)), reason: reason, by: viewer.id,
          at: act.now), id: act.newToken())
      try act.record("dismiss suspected conflict", by: viewer, at: self.call, about: id.text, "\(person) \(reason)")
    }
  }

  /// Takes back that a suspicion was set aside. What wasn't is no matter; what was set aside anew since it was `seen` is `stale`.
  public func reopenSuspicion(_ id: ID<Submission>, person: ID<Person>, seen: String? = nil) async throws {
    try await conference.act { act in
      _ = try load(id, act)
      guard let member = try act.session.person(person) else { throw Refusal.notFound }
      let dismissals = try act.session.suspicionDismissals(in: call, chairedBy: viewer.email)
      guard let dismissal = dismissals.first(where: { $0.submission == id && $0.email == member.email }) else { return }
      if !Self.isCurrent(ConflictBoard.Suspect.standing(dismissal), seen) { throw Refusal.stale }
      guard try act.session.endSuspicionDismissal(of: member.email, at: id, now: act.now) else { return }
      try act.record("reopen suspected conflict", by: viewer, at: call, about: id.text, person.text)
    }
  }

  /// Papers whose declarations raise a question, and those about which something was said.
  private func suspicious(_ board: ConflictBoard, _ act: Act) throws -> [ConflictConsolePage.Declarations] {
    let words = try act.session.declarationWords(in: call, chairedBy: viewer.email)
    let question = try DeclarationQuestion(board, act, chair: viewer, call)
    return board.papers.compactMap { paper in
      let signs = question.signs(of: paper)
      let said = words[paper.id] ?? []
      if signs.isEmpty && said.isEmpty { return nil }
      return ConflictConsolePage.Declarations(
        paper: .init(id: paper.id, number: paper.number, title: paper.title), signs: signs, state: DeclarationState(said).badge)
    }
  }
}

/// Which declarations raise a question, and why.
struct DeclarationQuestion {
  private let board: ConflictBoard
  private let counts: [ID<Submission>: Int]
  private let usual: Int
  /// Of papers whose declarations could name their experts: the best first.
  private let experts: [ID<Submission>: [Person]]
  private let unsupported: [ID<Submission>: Set<ID<Person>>]

  /// Of how many papers experts are looked up for one page.
  private static let limitPapers = 200

  /// Facts for the matcher are read only when there is a paper that declares enough people without a known reason.
  /// With `paper`, experts of that one alone, whatever it declares; otherwise of the papers with most such declarations.
  init(_ board: ConflictBoard, _ act: Act, chair: Person, _ call: ID<Call>, on paper: ID<Submission>? = nil) throws {
    self.board = board
    var counts: [ID<Submission>: Int] = [:]
    var unsupported: [ID<Submission>: Set<ID<Person>>] = [:]
    for paper in board.papers {
      let declared = board.declaredMembers(of: paper)
      counts[paper.id] = declared.count
      guard declared.count >= DeclarationRules.expertsAtLeast else { continue }
      let support = board.support(of: paper)
      unsupported[paper.id] = Set(declared.filter { support[$0.email] == nil }.map(\.id))
    }
    self.counts = counts
    usual = DeclarationRules.usual(among: Array(counts.values))
    self.unsupported = unsupported
    let many = unsupported.filter { $0.value.count >= DeclarationRules.expertsAtLeast }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(Self.limitPapers).map(\.key)
    let wanted = paper.map { [$0] } ?? Array(many)
    experts = wanted.isEmpty ? [:] : try act.experts(on: wanted, chair, call)
  }

  func experts(on paper: ConflictBoard.Paper) -> [Person] { experts[paper.id] ?? [] }

  /// A sentence for each reason to ask.
  func signs(of paper: ConflictBoard.Paper) -> [String] {
    var signs: [String] = []
    let declared = counts[paper.id] ?? 0
    if DeclarationRules.isFar(declared, above: usual) {
      signs.append("Its authors declare \(declared) of \(board.members.count) committee members; usual are \(usual).")
    }
    let best = experts(on: paper)
    let named = Set(
      DeclarationRules.expertsNamed(experts: best.map(\.id), unsupported: unsupported[paper.id] ?? []))
    if !named.isEmpty {
      let names = best.filter { named.contains($0.id) }.map(\.displayName).joined(separator: ", ")
      signs.append(
        "\(named.count) of the \(DeclarationRules.expertCount) reviewers who know its subject best are declared, "
          + "and nothing known speaks for it: \(names).")
    }
    return signs
  }
}

extension Act {
  /// The reviewers who know each paper's subject best, in conflict or not, over papers that this chair may know of.
  fileprivate func experts(on papers: [ID<Submission>], _ chair: Person, _ call: ID<Call>) throws -> [ID<Submission>: [Person]] {
    var facts = try matchingFacts(call, chairedBy: chair, withBids: false)
    var experts: [ID<Submission>: [Person]] = [:]
    for paper in papers {
      facts.texts = try texts(of: paper, call)
      let scored = facts.reviewers.map { (score: facts.expertise(Pairing(submission: paper, person: $0.id)), person: $0) }
      experts[paper] = scored.filter { $0.score > 0 }.sorted { ($1.score, $0.person.id) < ($0.score, $1.person.id) }
        .prefix(DeclarationRules.expertCount).map(\.person)
    }
    return experts
  }
}

extension DeclarationState {
  var badge: Badge {
    switch self {
    case .open: Badge(label: "Open", tone: .warning)
    case .asked: Badge(label: "Authors asked", tone: .progress)
    case .answered: Badge(label: "Authors answered", tone: .warning)
    case .settled: Badge(label: "Settled", tone: .good)
    }
  }
}

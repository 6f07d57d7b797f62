public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Conflicts that nobody declared although something speaks for them, and declarations that may serve to choose reviewers,
  /// over papers in the process that this chair may know of. `page` counts from 1; `state` is `open`, `dismissed` or `all`, and
  /// anything else lists what is open. A suspicion is confirmed by `addConflict`.
  public func conflictConsole(
    state: String = "", page: Int = 1, typed: ConflictConsolePage.Typed? = nil, problems: [FieldProblem] = []
  ) async throws -> ConflictConsolePage {
    try await lookOnRecord("conflicts", .papers) { act, reveal in
      let call = try load(act, .papers).call
      try reveal.require(.authors, .declaredConflicts, .committeeConflicts)
      let board = try act.conflictBoard(self.call, call, chairedBy: viewer)
      let state = ["dismissed", "all"].contains(state) ? state : "open"
      let all = board.papers.flatMap(board.suspects).filter { suspect in
        state == "all" || (suspect.dismissal != nil) == (state == "dismissed")
      }
      let size = ConflictConsolePage.pageSize
      let page = max(1, min(page, max(0, all.count - 1) / size + 1))
      let shown = all.dropFirst((page - 1) * size).prefix(size)
      let people = try act.session.people(shown.compactMap(\.dismissal?.by))
      let declarations = try suspicious(board, act)
      reveal.papers = Set(shown.map(\.paper.number) + declarations.map(\.paper.number))
      return ConflictConsolePage(
        state: state,
        suspects: shown.map { suspect in
          ConflictConsolePage.Suspect(
            paper: .init(id: suspect.paper.id, number: suspect.paper.number, title: suspect.paper.title),
            person: suspect.member.id, name: suspect.member.displayName, affiliation: suspect.member.affiliation,
            evidence: suspect.evidence.shown(call), kind: board.checks.kind(for: suspect.evidence) ?? "",
            dismissal: suspect.dismissal.map {
              .init(by: people[$0.by]?.displayName ?? "a chair", at: $0.at, reason: $0.reason)
            }, isOneself: suspect.member.id == viewer.id)
        }, kinds: call.conflictKinds, page: page, found: all.count,
        declarations: declarations, accepts: try act.session.releasedAt(self.call) == nil, typed: typed,
        problems: problems)
    }
  }

  /// Sets a suspected conflict aside, with the reason; it stays so until there is other evidence. Refuses what nobody suspects,
  /// a missing reason, and a word about oneself.
  public func dismissSuspicion(_ id: ID<Submission>, person: ID<Person>, reason: String) async throws {
    try await conference.act { act in
      let call = try load(id, act).call.call
      let board = try act.conflictBoard(self.call, call, chairedBy: viewer)
      let suspects = board.papers.first { $0.id == id }.map(board.suspects) ?? []
      guard let suspect = suspects.first(where: { $0.member.id == person }) else { throw Refusal.notFound }
      let reason = trimmed(reason)
      try SuspicionRules.dismiss(
        reason: reason, isOneself: person == viewer.id, releasedAt: try act.session.releasedAt(self.call))
      try act.session.dismissSuspicion(
        SuspicionDismissalRow(
          submission: id, email: suspect.member.email, evidence: Set(suspect.evidence.map(\.key)), reason: reason, by: viewer.id,
          at: act.now), id: act.newToken())
      try act.record("dismiss suspected conflict", by: viewer, at: self.call, about: id.text, "\(person): \(reason)")
    }
  }

  /// Takes back that a suspicion was set aside. What wasn't is no matter.
  public func reopenSuspicion(_ id: ID<Submission>, person: ID<Person>) async throws {
    try await conference.act { act in
      _ = try load(id, act)
      guard let member = try act.session.person(person) else { throw Refusal.notFound }
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

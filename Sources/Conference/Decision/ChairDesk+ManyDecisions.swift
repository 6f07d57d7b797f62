public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Which papers are decided at once, and how.
  public enum ManyDecisions: Sendable {
    /// One decision for all the search finds that are under review; `undecidedOnly` leaves decided ones as they are.
    case search(String, kind: String, undecidedOnly: Bool)
    /// A table with the columns `paper` (or `number`), `decision` and perhaps `note`; others are passed over.
    case table(String)
  }

  /// What deciding would change. Nothing is changed. What is wrong is told on the page, of a table by line.
  public func manyDecisions(_ asked: ManyDecisions?, problems: [FieldProblem] = []) async throws -> ManyDecisionsPage {
    try await lookOnRecord("many decisions", .papers) { act, reveal in
      let call = try load(act, .papers).call
      try reveal.require(.decision)
      let kept = try act.session.keptSearches(in: self.call, owner: viewer.id)
      let vocabulary = PaperSearch.vocabulary(
        call, for: viewer, tags: try act.tagWords(of: viewer, call, reveal.secrecy), searches: kept)
      let tried = try TriedSearch(problems: problems) {
        try asked.map { try planned($0, call, act, reveal).preview(call) }
      }
      var page = (query: "", kind: "", undecidedOnly: true, csv: "")
      switch asked {
      case nil: break
      case .search(let query, let kind, let undecidedOnly): page = (query, kind, undecidedOnly, "")
      case .table(let text): page.csv = text
      }
      return ManyDecisionsPage(
        kinds: call.decisions, query: page.query, decision: page.kind, undecidedOnly: page.undecidedOnly, csv: page.csv,
        vocabulary: vocabulary, problem: tried.problem, problems: tried.problems, preview: tried.planned)
    }
  }

  /// Records them all in one act, each on record, or none. Returns how many changed.
  ///
  /// `seen` is what the preview rested on: refused as `stale` when other papers, or other decisions on them, are found by now.
  @discardableResult
  public func decideMany(_ asked: ManyDecisions, seen: String) async throws -> Int {
    try await conference.act { act in
      let call = try load(act, .papers).call
      let reveal = Reveal(
        .chair, at: DisclosureMoment(call: call, releasedAt: try act.session.releasedAt(self.call), now: act.now))
      let planned = try TriedSearch.required { try self.planned(asked, call, act, reveal) }
      if planned.seen != seen { throw Refusal.stale }
      for change in planned.changes {
        try record(change.kind, note: change.note, on: change.row.id, after: change.standing, act)
      }
      return planned.changes.count
    }
  }

  private func planned(
    _ asked: ManyDecisions, _ call: Call, _ act: Act, _ reveal: Reveal
  ) throws -> PlannedDecisions {
    let versions = try act.session.decisionVersions(in: self.call, chairedBy: viewer.email)
    var planned = PlannedDecisions()
    switch asked {
    case .search(let query, let kind, let undecidedOnly):
      if call.decision(kind) == nil { throw Refusal.invalid([FieldProblem("decision", "Choose a decision.")]) }
      for row in try found(.init(query: query), call, act, reveal).rows where row.facts.state == .submitted {
        let standing = versions[row.id]?.last
        if undecidedOnly, standing != nil { continue }
        planned.add(row, standing, kind: kind, note: Self.note(for: kind, after: standing))
      }
    case .table(let text):
      try read(text, into: &planned, versions, call, act)
    }
    reveal.papers = Set((planned.changes + planned.settled).map(\.row.number))
    let releasedAt = try act.session.releasedAt(self.call)
    for change in planned.changes {
      try DecisionRules.decide(
        change.row.facts, kind: change.kind, note: change.note, call: call, releasedAt: releasedAt, at: act.now)
    }
    return planned
  }

  private func read(
    _ text: String, into planned: inout PlannedDecisions, _ versions: [ID<Submission>: [DecisionRow]], _ call: Call, _ act: Act
  ) throws {
    let table = try TableText.read(text, columns: ["paper", "decision"], optional: ["note"], aliases: ["number": "paper"])
    planned.passedOver = table.passedOver
    let papers = Dictionary(
      try act.session.submissions(chairedBy: viewer.email, in: self.call).filter { $0.facts.state == .submitted }
        .map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    var problems: [FieldProblem] = []
    var lines: [SubmissionNumber: Int] = [:]
    for row in table.rows {
      let paper = TableText.number(row["paper"]).flatMap { papers[$0] }
      let word = row["decision"].lowercased()
      let kind = call.decisions.first { $0.key == word || $0.label.lowercased() == word }
      if paper == nil {
        problems.append(
          TableText.problem(row.line, "There is no paper “\(row["paper"].prefix(20))” under review that you may decide on."))
      }
      if kind == nil {
        let kinds = call.decisions.map(\.key).joined(separator: ", ")
        problems.append(TableText.problem(row.line, "“\(row["decision"].prefix(40))” is no decision; there are \(kinds)."))
      }
      if row["note"].count > DecisionRules.limitCharacters {
        problems.append(TableText.problem(row.line, "The note has more than \(DecisionRules.limitCharacters) characters."))
      }
      guard let paper, let kind else { continue }
      if let line = lines.updateValue(row.line, forKey: paper.number) {
        problems.append(TableText.problem(row.line, "\(paper.number) is decided on line \(line) already."))
      }
      let standing = versions[paper.id]?.last
      let note = row["note"].isEmpty ? Self.note(for: kind.key, after: standing) : row["note"]
      planned.add(paper, standing, kind: kind.key, note: note)
    }
    if !problems.isEmpty { throw Refusal.invalid(Array(problems.prefix(TableText.limitProblems))) }
  }
}

/// Decisions to be recorded together.
private struct PlannedDecisions {
  struct Change {
    let row: SubmissionRow
    let standing: DecisionRow?
    let kind: String
    let note: String

    /// What becomes of the note that stood.
    var noteWords: String {
      let stood = standing?.note ?? ""
      if note == stood { return "" }
      return note.isEmpty ? ". The note of the earlier decision is dropped" : ", with a note"
    }
  }

  private(set) var changes: [Change] = []
  private(set) var settled: [Change] = []
  /// Columns of the table that say nothing here.
  var passedOver: [String] = []

  mutating func add(_ row: SubmissionRow, _ standing: DecisionRow?, kind: String, note: String) {
    let change = Change(row: row, standing: standing, kind: kind, note: note)
    if standing?.kind == kind, standing?.note == note { settled.append(change) } else { changes.append(change) }
  }

  var seen: String {
    let lines = changes.map { [$0.row.id.text, $0.kind, $0.note, "\($0.standing?.version ?? 0)"].joined(separator: "\t") }
    return Token.hash(lines.joined(separator: "\n"))
  }

  func preview(_ call: Call) -> BulkPreview {
    BulkPreview(
      rows: changes.prefix(BulkPreview.size).map { change in
        BulkPreview.Row(
          id: change.row.id, number: change.row.number, title: change.row.title,
          before: change.standing.map { call.decision($0.kind)?.label ?? $0.kind } ?? "Undecided",
          after: (call.decision(change.kind)?.label ?? change.kind) + change.noteWords)
      }, total: changes.count, unchanged: settled.count, seen: seen, passedOver: passedOver)
  }
}

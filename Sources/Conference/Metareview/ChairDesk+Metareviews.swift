public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Who leads the discussion of each paper under review that this chair may know of, and how far the meta-reviews are; with
  /// a table, what it would change. Nothing is changed here. Not found where the call has no meta-reviews.
  public func metareviews(
    csv: String = "", problems: [FieldProblem] = [], page: Int = 1
  ) async throws -> MetareviewsPage {
    try await lookOnRecord("meta-reviews") { act, reveal in
      let call = try loadWithMetareviews(act)
      try reveal.require(.assignments, .reviewerIdentity, .metareview, .metareviewForChairs)
      let papers = try act.session.submissions(chairedBy: viewer.email, in: self.call).filter { $0.facts.state == .submitted }
      let (number, shown) = papers.page(page, of: MetareviewsPage.pageSize)
      let rows = try metareviewRows(shown, call, act)
      reveal.papers = Set(rows.map(\.number))
      let closed = try closedReason(call, act)
      func answer(_ problems: [FieldProblem] = [], _ preview: BulkPreview? = nil) -> MetareviewsPage {
        MetareviewsPage(
          rows: rows, found: papers.count, page: number, csv: csv, problems: problems, preview: preview, closedReason: closed)
      }
      guard !trimmed(csv).isEmpty, problems.isEmpty else { return answer(problems) }
      do {
        return answer([], try planned(csv, call, act).preview)
      } catch Refusal.invalid(let found) {
        return answer(found)
      }
    }
  }

  /// A table that gives every paper without a metareviewer, of those this chair may know of, to one: the best affinities in
  /// all there can be under every conflict and the load of the call. Nothing is changed; the table is to be previewed.
  public func proposeMetareviewers() async throws -> String {
    let free = try await conference.look { act in
      let call = try loadWithMetareviews(act)
      try MetareviewRules.assign(call: call, releasedAt: try act.session.releasedAt(self.call), at: act.now)
      let facts = try act.matchingFacts(self.call, chairedBy: viewer, as: .metareviewer)
      let taken = Set(facts.standing.map(\.submission))
      return try FreePlaces(
        facts.papers.filter { !taken.contains($0.id) }, facts, maximum: call.metareviews?.loadMaximum ?? 0, act)
    }
    let lines = try free.solve().sorted { $0.paper.number < $1.paper.number }.map {
      "\($0.paper.number.value),\($0.person.email)"
    }
    return (["paper,metareviewer"] + lines).joined(separator: "\n")
  }

  /// Makes every change of the table in one act, or none: `paper` and `metareviewer` (an address, or empty for nobody). `number`
  /// and `email` are other names of the two; further columns are passed over. Each metareviewer concerned is told, and each change
  /// is on record. `seen` is what the preview rested on: refused as `stale` when the table would change something else by now.
  @discardableResult
  public func assignMetareviewers(_ csv: String, seen: String) async throws -> Int {
    try await conference.act { act in
      let call = try loadWithMetareviews(act)
      let planned = try planned(csv, call, act)
      if planned.seen != seen { throw Refusal.stale }
      try act.give(planned.changes, by: viewer, call)
      return planned.changes.count
    }
  }

  /// Gives the paper to a metareviewer in place of whoever has it, or with nil to nobody; those concerned are told. Refuses
  /// `invalid` for whoever wrote it, is in conflict with it, reviews it or does not hold the office. Twice is once.
  public func giveMetareview(of id: ID<Submission>, to person: ID<Person>?) async throws {
    try await conference.act { act in
      let (row, versioned) = try load(id, act)
      let call = versioned.call
      try MetareviewRules.assign(call: call, releasedAt: try act.session.releasedAt(self.call), at: act.now)
      let standing = try act.session.metareviewTask(of: id)
      if standing?.person == person { return }
      guard let person else { return try act.give([.init(row: row, to: nil, standing: standing)], by: viewer, call) }
      let facts = try act.matchingFacts(row, call, as: .metareviewer)
      if let obstacle = AssignmentRules.obstacleByHand(facts.facts(Pairing(submission: id, person: person))) {
        guard let name = try act.session.person(person)?.displayName else { throw Refusal.notFound }
        throw Refusal.invalid([
          FieldProblem("metareviewer", obstacle.sentence(person: name, paper: row.number, as: .metareviewer))
        ])
      }
      guard let metareviewer = facts.reviewers.first(where: { $0.id == person }) else { throw Refusal.notFound }
      let led = try standingTasks(act).count { $0.person == person }
      try LoadRules.requireRoom(limit: facts.limits[person], load: led, person: metareviewer.displayName)
      try act.give([.init(row: row, to: metareviewer, standing: standing)], by: viewer, call)
    }
  }

  private func loadWithMetareviews(_ act: Act) throws -> Call {
    let call = try load(act).call
    if call.metareviews == nil { throw Refusal.notFound }
    return call
  }

  private func standingTasks(_ act: Act) throws -> [MetareviewTaskRow] {
    try act.session.metareviewTasks(in: call, chairedBy: viewer.email).filter { $0.endedAt == nil }
  }

  private func metareviewRows(
    _ papers: ArraySlice<SubmissionRow>, _ call: Call, _ act: Act
  ) throws -> [MetareviewsPage.Row] {
    let tasks = try standingTasks(act)
    let task = Dictionary(tasks.map { ($0.submission, $0) }, uniquingKeysWith: { first, _ in first })
    let people = try act.session.people(tasks.map(\.person))
    let texts = try act.session.metareviews(in: self.call, chairedBy: viewer.email)
    return try papers.map { row in
      let own = task[row.id]
      let state = try own.map { own in
        MetareviewRules.progress(
          hasDraft: try act.session.metareviewDraft(of: own.id) != nil, submittedAt: texts[row.id]?.at, call: call, at: act.now
        ).badge
      }
      let recommended = texts[row.id]?.text.recommendation ?? ""
      return MetareviewsPage.Row(
        id: row.id, number: row.number, title: row.title, metareviewer: own.flatMap { people[$0.person]?.displayName } ?? "",
        state: state, recommendation: call.decision(recommended)?.label ?? recommended)
    }
  }

  private func planned(_ csv: String, _ call: Call, _ act: Act) throws -> PlannedMetareviews {
    try MetareviewRules.assign(call: call, releasedAt: try act.session.releasedAt(self.call), at: act.now)
    let table = try TableText.read(
      csv, columns: ["paper", "metareviewer"], optional: [], aliases: ["number": "paper", "email": "metareviewer"])
    let facts = try act.matchingFacts(self.call, chairedBy: viewer, as: .metareviewer)
    let papers = Dictionary(facts.papers.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let people = Dictionary(facts.reviewers.map { ($0.email, $0) }, uniquingKeysWith: { first, _ in first })
    let tasks = try standingTasks(act)
    let standing = Dictionary(tasks.map { ($0.submission, $0) }, uniquingKeysWith: { first, _ in first })
    var planned = PlannedMetareviews(
      names: try act.session.people(tasks.map(\.person)).mapValues(\.displayName), passedOver: table.passedOver)
    var problems: [FieldProblem] = []
    var lines: [ID<Submission>: Int] = [:]
    var loads = Dictionary(grouping: tasks, by: \.person).mapValues(\.count)
    var lastLine: [ID<Person>: Int] = [:]
    for row in table.rows {
      guard let paper = TableText.number(row["paper"]).flatMap({ papers[$0] }) else {
        problems.append(
          TableText.problem(row.line, "There is no paper “\(row["paper"].prefix(20))” under review that you may assign."))
        continue
      }
      if let line = lines.updateValue(row.line, forKey: paper.id) {
        problems.append(TableText.problem(row.line, "The same paper stands on line \(line)."))
      }
      let person = EmailAddress(row["metareviewer"]).flatMap { people[$0.folded] }
      if person == nil, !row["metareviewer"].isEmpty {
        let sentence = "“\(row["metareviewer"].prefix(100))” is not the address of a metareviewer of this conference."
        problems.append(TableText.problem(row.line, sentence))
      } else if standing[paper.id]?.person == person?.id {
        planned.unchanged += 1
      } else if let person,
        let obstacle = AssignmentRules.obstacleByHand(
          facts.facts(Pairing(submission: paper.id, person: person.id)))
      {
        let sentence = obstacle.sentence(person: person.displayName, paper: paper.number, as: .metareviewer)
        problems.append(TableText.problem(row.line, sentence))
      } else {
        planned.changes.append(.init(row: paper, to: person, standing: standing[paper.id]))
        if let earlier = standing[paper.id] { loads[earlier.person, default: 0] -= 1 }
        if let person {
          loads[person.id, default: 0] += 1
          lastLine[person.id] = row.line
        }
      }
    }
    for (person, line) in lastLine.sorted(by: { $0.value < $1.value }) {
      guard let limit = facts.limits[person], let load = loads[person], load > limit else { continue }
      let name = facts.reviewers.first { $0.id == person }?.displayName ?? ""
      problems.append(TableText.problem(line, LoadRules.sentence(person: name, limit: limit, load: load - 1)))
    }
    if !problems.isEmpty { throw Refusal.invalid(Array(problems.prefix(TableText.limitProblems))) }
    return planned
  }
}

/// Papers that are to have another metareviewer, or none.
private struct PlannedMetareviews {
  let names: [ID<Person>: String]
  /// Columns of the table that say nothing here.
  let passedOver: [String]
  var changes: [MetareviewChange] = []
  var unchanged = 0

  init(names: [ID<Person>: String], passedOver: [String]) {
    self.names = names
    self.passedOver = passedOver
  }

  var seen: String {
    Token.hash(changes.map { "\($0.row.id) \($0.to?.id.text ?? "") \($0.standing?.id.text ?? "")" }.joined(separator: "\n"))
  }

  var preview: BulkPreview {
    BulkPreview(
      rows: changes.prefix(BulkPreview.size).map { change in
        BulkPreview.Row(
          id: change.row.id, number: change.row.number, title: change.row.title,
          before: change.standing.map { names[$0.person] ?? "" } ?? "nobody",
          after: change.to.map { "\($0.displayName) (\($0.email))" } ?? "nobody")
      }, total: changes.count, unchanged: unchanged, seen: seen, passedOver: passedOver)
  }
}

struct MetareviewChange {
  let row: SubmissionRow
  /// Nil for nobody.
  let to: Person?
  /// The task to be ended.
  let standing: MetareviewTaskRow?
}

extension Act {
  /// Ends and begins tasks, on record, with one letter to everybody who gets papers and one for each paper that is taken back.
  func give(_ changes: [MetareviewChange], by chair: Person, _ call: Call) throws {
    var given: [ID<Person>: [(task: ID<Metareview>, row: SubmissionRow)]] = [:]
    for change in changes {
      if let standing = change.standing {
        try session.endMetareviewTask(standing.id, reason: "taken back", at: now)
        try record("end meta-review", by: chair, at: call.id, about: change.row.id.text, "person \(standing.person)")
        if let person = try session.person(standing.person) {
          try post(
            MetareviewNotNeededLetter(
              head: letterhead(call), name: person.displayName, number: change.row.number, title: change.row.title),
            kind: "metareview-not-needed", to: person.email, name: person.name, call: call.id, about: change.row.id)
        }
      }
      guard let person = change.to else { continue }
      let task = MetareviewTaskRow(id: newID(), submission: change.row.id, person: person.id, at: now)
      try session.add(task, by: chair.id)
      try record("assign meta-review", by: chair, at: call.id, about: change.row.id.text, "person \(person.id)")
      given[person.id, default: []].append((task.id, change.row))
    }
    for person in changes.compactMap(\.to).sorted(by: { $0.id < $1.id }) {
      guard let papers = given.removeValue(forKey: person.id), let policy = call.metareviews else { continue }
      try post(
        MetareviewAssignedLetter(
          head: letterhead(call), name: person.displayName,
          papers: papers.map { .init(number: $0.row.number, title: $0.row.title, path: "/metareviews/\($0.task)") },
          opens: policy.opens(call), due: call.calendar.discussion.closes),
        kind: "metareview-assigned", to: person.email, name: person.name, call: call.id,
        about: papers.count == 1 ? papers.first?.row.id : nil, telling: papers.map(\.row.id))
    }
  }

  /// Tells the chairs of a paper that its metareviewer left, and why; `post` leaves out those who may not know of it.
  func tell(ofMetareviewer id: ID<Metareview>) throws {
    guard let left = try session.leftMetareview(id), let row = try session.submission(left.submission),
      let person = try session.person(left.person)
    else { return }
    let letter = MetareviewerLeftLetter(
      head: letterhead(try call(row.call).call), number: row.number, title: row.title, metareviewer: person.displayName,
      reason: left.reason, path: "/chair/submissions/\(row.id)#metareview")
    for chair in try session.chairs(of: row.facts.track, at: row.call) where chair.id != person.id {
      try post(letter, kind: "metareviewer-left", to: chair.email, name: chair.name, call: row.call, about: row.id)
    }
  }
}

extension ChairDesk {
  /// The meta-review of one paper with everybody who could be given it, for a chair who may know of it.
  func metareviewPanel(_ row: SubmissionRow, _ call: Call, releasedAt: Instant?, _ act: Act) throws -> MetareviewPanel {
    let task = try act.session.metareviewTask(of: row.id)
    let versions = try task.map { try act.session.metareviews(of: $0.id) } ?? []
    let state = try task.map { task in
      MetareviewRules.progress(
        hasDraft: try act.session.metareviewDraft(of: task.id) != nil, submittedAt: versions.last?.at, call: call, at: act.now
      ).badge
    }
    let accepts = isAllowed { () throws(Refusal) in
      try MetareviewRules.assign(call: call, releasedAt: releasedAt, at: act.now)
    }
    return MetareviewPanel(
      metareviewer: try task.flatMap { try act.session.person($0.person)?.displayName } ?? "", state: state,
      text: versions.first?.text, submittedAt: versions.first?.at,
      recommendation: versions.first.map { call.decision($0.text.recommendation)?.label ?? $0.text.recommendation } ?? "",
      chosen: task?.person, candidates: accepts ? try metareviewCandidates(row, call, task, act) : nil)
  }

  /// The one who has the paper first, then best affinity first. Loads count only papers this chair may know of.
  private func metareviewCandidates(
    _ row: SubmissionRow, _ call: Call, _ task: MetareviewTaskRow?, _ act: Act
  ) throws -> [ChairSubmissionPage.Candidate] {
    let facts = try act.matchingFacts(row, call, as: .metareviewer)
    let standing = try standingTasks(act)
    let loads = Dictionary(grouping: standing, by: \.person).mapValues(\.count)
    let possible = facts.reviewers.compactMap { person -> (isOwn: Bool, score: Int64, person: Person)? in
      let pairing = Pairing(submission: row.id, person: person.id)
      let isOwn = task?.person == person.id
      if !isOwn, AssignmentRules.obstacleByHand(facts.facts(pairing)) != nil { return nil }
      return (isOwn, facts.score(pairing), person)
    }
    return possible.sorted { left, right in
      left.isOwn != right.isOwn
        ? left.isOwn
        : (right.score, left.person.displayName, left.person.id) < (left.score, right.person.displayName, right.person.id)
    }.map { _, score, person in
      ChairSubmissionPage.Candidate(
        id: person.id, name: person.displayName,
        note:
          "\(loads[person.id] ?? 0) of \(facts.load(person.id, of: call.metareviews?.loadMaximum ?? 0)) papers, affinity \(AffinityText.decimal(score))"
      )
    }
  }
}

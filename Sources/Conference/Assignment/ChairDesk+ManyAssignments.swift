public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// What a table of assignments would change: `paper`, `reviewer` (an address) and perhaps `action` (`assign` or
  /// `remove`) and `round`, into which a standing assignment is put too. `number` and `email` are other names of the first two;
  /// further columns are passed over.
  /// Nothing is changed. What is wrong is told on the page, by line.
  public func manyAssignments(_ text: String = "", problems: [FieldProblem] = []) async throws -> ManyAssignmentsPage {
    try await lookOnRecord("many assignments", .papers) { act, reveal in
      let call = try load(act, .papers).call
      try reveal.require(.assignments, .reviewerIdentity)
      if trimmed(text).isEmpty || !problems.isEmpty { return ManyAssignmentsPage(csv: text, problems: problems) }
      do {
        let planned = try planned(text, call, act)
        reveal.papers = Set(planned.changes.map(\.row.number))
        return ManyAssignmentsPage(csv: text, preview: planned.preview)
      } catch Refusal.invalid(let found) {
        return ManyAssignmentsPage(csv: text, problems: found)
      }
    }
  }

  /// Makes every change of the table in one act, or none. Each reviewer is told, and each change is on record. Returns how
  /// many there were.
  ///
  /// `seen` is what the preview rested on: refused as `stale` when the table would change something else by now.
  @discardableResult
  public func assignMany(_ text: String, seen: String) async throws -> Int {
    try await conference.act { act in
      let call = try load(act, .papers).call
      let planned = try planned(text, call, act)
      if planned.seen != seen { throw Refusal.stale }
      var given: [ID<Person>: [GivenPaper]] = [:]
      for (paper, changes) in Dictionary(grouping: planned.changes, by: \.row.id).sorted(by: { $0.key < $1.key }) {
        let added = changes.filter(\.isNew).sorted { $0.person.id < $1.person.id }
        for (change, pseudonym) in zip(added, try act.drawPseudonyms(added.count, of: paper)) {
          let new = try act.assign(change.row, to: change.person.id, pseudonym: pseudonym, by: viewer, round: change.round)
          try act.record("assign", by: viewer, at: self.call, about: paper.text, "by table, person \(change.person.id)")
          given[change.person.id, default: []].append(new)
        }
        for change in changes {
          guard let standing = change.standing else { continue }
          if let round = change.round {
            try act.session.put(standing.id, intoRound: round)
            let detail = "into round \(round), person \(change.person.id)"
            try act.record("assign", by: viewer, at: self.call, about: paper.text, detail)
            given[change.person.id, default: []].append(
              GivenPaper(assignment: standing.id, row: change.row, person: change.person.id, round: round))
            continue
          }
          try act.endAssignment(standing.id, reason: "taken back: by table", at: call.id)
          try act.record("unassign", by: viewer, at: self.call, about: paper.text, "person \(change.person.id)")
          try act.tellReviewNotNeeded(change.person.id, change.row, call)
        }
      }
      for (person, papers) in given.sorted(by: { $0.key < $1.key }) {
        guard let reviewer = planned.changes.first(where: { $0.person.id == person })?.person else { continue }
        try act.tell(reviewer, of: papers, call, about: papers.count == 1 ? papers.first?.row.id : nil)
      }
      return planned.changes.count
    }
  }

  private func planned(_ text: String, _ call: Call, _ act: Act) throws -> PlannedAssignments {
    try AssignmentRules.plan(call: call, releasedAt: try act.session.releasedAt(self.call), at: act.now)
    let table = try TableText.read(
      text, columns: ["paper", "reviewer"], optional: ["action", "round"], aliases: ["number": "paper", "email": "reviewer"])
    let facts = try act.matchingFacts(self.call, chairedBy: viewer)
    let papers = Dictionary(facts.papers.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let people = Dictionary(facts.reviewers.map { ($0.email, $0) }, uniquingKeysWith: { first, _ in first })
    let standing = Dictionary(
      try act.session.assignments(in: self.call, chairedBy: viewer.email).map {
        (Pairing(submission: $0.submission, person: $0.person), $0)
      }, uniquingKeysWith: { first, _ in first })
    var planned = PlannedAssignments(passedOver: table.passedOver)
    var problems: [FieldProblem] = []
    var lines: [Pairing: Int] = [:]
    var loads = try act.session.loads(in: self.call, chairedBy: viewer.email)
    var lastLine: [ID<Person>: Int] = [:]
    for row in table.rows {
      guard let paper = TableText.number(row["paper"]).flatMap({ papers[$0] }) else {
        problems.append(
          TableText.problem(row.line, "There is no paper “\(row["paper"].prefix(20))” under review that you may assign."))
        continue
      }
      guard let person = EmailAddress(row["reviewer"]).flatMap({ people[$0.folded] }) else {
        problems.append(
          TableText.problem(row.line, "“\(row["reviewer"].prefix(100))” is not the address of a reviewer of this conference."))
        continue
      }
      let pairing = Pairing(submission: paper.id, person: person.id)
      if let line = lines.updateValue(row.line, forKey: pairing) {
        problems.append(TableText.problem(row.line, "The same paper and reviewer stand on line \(line)."))
      }
      let round = row["round"].isEmpty ? nil : row["round"]
      if let round, !call.calendar.roundKeys.contains(round) {
        let known = call.calendar.roundKeys.joined(separator: ", ")
        problems.append(TableText.problem(row.line, "“\(round.prefix(40))” is no round of this call; it has \(known)."))
        continue
      }
      switch row["action"].lowercased() {
      case "", "assign":
        if let assigned = standing[pairing] {
          if let round, round != assigned.round {
            planned.changes.append(.init(row: paper, person: person, standing: assigned, round: round))
          } else {
            planned.unchanged += 1
          }
        } else if let obstacle = AssignmentRules.obstacleByHand(facts.facts(pairing)) {
          problems.append(TableText.problem(row.line, obstacle.sentence(person: person.displayName, paper: paper.number)))
        } else {
          planned.changes.append(.init(row: paper, person: person, standing: nil, round: round))
          loads[person.id, default: 0] += 1
          lastLine[person.id] = row.line
        }
      case "remove":
        if let assigned = standing[pairing] {
          planned.changes.append(.init(row: paper, person: person, standing: assigned, round: nil))
          loads[person.id, default: 0] -= 1
        } else {
          planned.unchanged += 1
        }
      default:
        problems.append(TableText.problem(row.line, "“\(row["action"].prefix(40))” is no action; write “assign” or “remove”."))
      }
    }
    problems += Self.overloads(lastLine, loads, facts)
    if !problems.isEmpty { throw Refusal.invalid(Array(problems.prefix(TableText.limitProblems))) }
    return planned
  }

  /// Reviewers who would have more than they take, each told at the last of their lines.
  private static func overloads(
    _ lastLine: [ID<Person>: Int], _ loads: [ID<Person>: Int], _ facts: MatchingFacts
  ) -> [FieldProblem] {
    lastLine.sorted { $0.value < $1.value }.compactMap { person, line in
      guard let limit = facts.limits[person], let load = loads[person], load > limit else { return nil }
      let name = facts.reviewers.first { $0.id == person }?.displayName ?? ""
      return TableText.problem(line, LoadRules.sentence(person: name, limit: limit, load: load - 1))
    }
  }
}

/// Assignments to be made and ended together.
private struct PlannedAssignments {
  struct Change {
    let row: SubmissionRow
    let person: Person
    /// The assignment to be ended or put into another round; nil for a new one.
    let standing: AssignmentRow?
    /// Nil for the round that is open, or for an assignment to be ended.
    let round: String?

    var isNew: Bool { standing == nil }

    var words: String {
      switch (standing, round) {
      case (nil, nil): "reviews it"
      case (_?, nil): "no longer reviews it"
      case (_, let round?): "reviews it in round \(round)"
      }
    }
  }

  var changes: [Change] = []
  var unchanged = 0
  /// Columns of the table that say nothing here.
  let passedOver: [String]

  var seen: String {
    Token.hash(
      changes.map { "\($0.row.id) \($0.person.id) \($0.standing?.id.text ?? "") \($0.round ?? "")" }.joined(separator: "\n"))
  }

  var preview: BulkPreview {
    BulkPreview(
      rows: changes.prefix(BulkPreview.size).map { change in
        BulkPreview.Row(
          id: change.row.id, number: change.row.number, title: change.row.title,
          before: "\(change.person.displayName) (\(change.person.email))",
          after: change.words)
      }, total: changes.count, unchanged: unchanged, seen: seen, passedOver: passedOver)
  }
}

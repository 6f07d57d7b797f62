public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// What somebody who drops out has still to review, of papers this chair may know of, with who could take each: proposed are the
  /// highest affinities in all under every load and conflict, unless `chosen` says otherwise. `isPreview` shows what would change;
  /// nothing is changed here. Not found for somebody who is no reviewer.
  public func reassignment(
    of person: ID<Person>, chosen: [ID<Submission>: ID<Person>]? = nil, isPreview: Bool = false, problems: [FieldProblem] = []
  ) async throws -> ReassignmentPage {
    try await lookOnRecord("reassignment") { act, reveal in
      let call = try load(act).call
      try reveal.require(.assignments, .reviewerIdentity, .bids)
      let leaving = try reviewer(person, act)
      let open = try openPapers(of: person, act)
      reveal.papers = Set(open.map(\.row.number))
      let facts = try act.matchingFacts(self.call, chairedBy: viewer)
      let wanted = try chosen ?? proposed(open.map(\.row), facts, call, besides: person, act)
      let rows = try open.map { row, _ in
        ReassignmentPage.Row(
          id: row.id, number: row.number, title: row.title,
          candidates: try act.candidates(row, call, act.matchingFacts(row, call), for: viewer).filter { $0.id != person },
          chosen: wanted[row.id])
      }
      var problems = problems
      var preview: BulkPreview?
      if isPreview, problems.isEmpty {
        do {
          preview = try handedOn(open, wanted, facts, call, act).preview(leaving.displayName)
        } catch Refusal.invalid(let found) {
          problems = found
        }
      }
      return ReassignmentPage(
        person: person, name: leaving.displayName, rows: rows, preview: preview, closedReason: try closedReason(call, act),
        problems: problems)
    }
  }

  /// Takes every open paper of `chosen` from somebody who drops out and gives it to whom it says, in one act or not at all. Each paper
  /// taken and given is on record; the one who leaves and everybody who gets papers are told by letter. Papers that `chosen` does not
  /// name stay. Refuses `invalid` whoever can't have a paper, and `stale` when something else would change than was previewed.
  @discardableResult
  public func reassign(from person: ID<Person>, _ chosen: [ID<Submission>: ID<Person>], seen: String) async throws -> Int {
    try await conference.act { act in
      let call = try load(act).call
      try AssignmentRules.plan(call: call, releasedAt: try act.session.releasedAt(self.call), at: act.now)
      _ = try reviewer(person, act)
      let facts = try act.matchingFacts(self.call, chairedBy: viewer)
      let handed = try handedOn(try openPapers(of: person, act), chosen, facts, call, act)
      if handed.seen != seen { throw Refusal.stale }
      var given: [ID<Person>: [GivenPaper]] = [:]
      for change in handed.changes {
        try act.endAssignment(change.assignment.id, reason: "taken back: handed on", at: call.id)
        try act.record("unassign", by: viewer, at: self.call, about: change.row.id.text, "person \(person)")
        try act.tellReviewNotNeeded(person, change.row, call)
        let pseudonym = try act.drawPseudonyms(1, of: change.row.id).first ?? 1
        given[change.to.id, default: []].append(
          try act.assign(change.row, to: change.to.id, pseudonym: pseudonym, by: viewer))
        try act.record("assign", by: viewer, at: self.call, about: change.row.id.text, "handed on, person \(change.to.id)")
      }
      for reviewer in facts.reviewers {
        guard let papers = given[reviewer.id] else { continue }
        try act.tell(reviewer, of: papers, call, about: papers.count == 1 ? papers.first?.row.id : nil)
      }
      return handed.changes.count
    }
  }

  private func reviewer(_ person: ID<Person>, _ act: Act) throws -> Person {
    guard let found = try act.session.people(in: .reviewer, at: call).first(where: { $0.id == person }) else {
      throw Refusal.notFound
    }
    return found
  }

  /// By number.
  private func openPapers(of person: ID<Person>, _ act: Act) throws -> [(row: SubmissionRow, assignment: AssignmentRow)] {
    let missing = Set(
      try act.session.missingReviews(in: call, chairedBy: viewer.email).filter { $0.person == person }.map(\.assignment))
    let assignments = try act.session.assignments(in: call, chairedBy: viewer.email).filter { missing.contains($0.id) }
    return try assignments.compactMap { assignment in
      try act.session.submission(assignment.submission, in: call, chairedBy: viewer.email).map { ($0, assignment) }
    }.sorted { $0.0.number < $1.0.number }
  }

  private func proposed(
    _ papers: [SubmissionRow], _ facts: MatchingFacts, _ call: Call, besides person: ID<Person>, _ act: Act
  ) throws -> [ID<Submission>: ID<Person>] {
    let pairs = try FreePlaces(papers, facts, maximum: call.assignment.loadMaximum, besides: person, act).solve()
    return Dictionary(pairs.map { ($0.paper.id, $0.person.id) }, uniquingKeysWith: { first, _ in first })
  }

  private func handedOn(
    _ open: [(row: SubmissionRow, assignment: AssignmentRow)], _ chosen: [ID<Submission>: ID<Person>], _ facts: MatchingFacts,
    _ call: Call, _ act: Act
  ) throws -> HandedOn {
    var handed = HandedOn()
    var problems: [FieldProblem] = []
    var loads = Dictionary(grouping: facts.standing, by: \.person).mapValues(\.count)
    if chosen.keys.contains(where: { id in !open.contains { $0.row.id == id } }) { throw Refusal.stale }
    for (row, assignment) in open {
      guard let person = chosen[row.id] else { continue }
      let pairing = Pairing(submission: row.id, person: person)
      let name = facts.reviewers.first { $0.id == person }?.displayName ?? "This person"
      let load = loads[person] ?? 0
      if facts.standing.contains(pairing) {
        problems.append(FieldProblem("to.\(row.id)", "\(name) has \(row.number) already."))
      } else if let obstacle = AssignmentRules.obstacleByHand(facts.facts(pairing)) {
        problems.append(FieldProblem("to.\(row.id)", obstacle.sentence(person: name, paper: row.number)))
      } else if let limit = facts.limits[person], load >= limit {
        problems.append(FieldProblem("to.\(row.id)", LoadRules.sentence(person: name, limit: limit, load: load)))
      } else if let to = facts.reviewers.first(where: { $0.id == person }) {
        handed.changes.append(.init(row: row, assignment: assignment, to: to))
        loads[person] = load + 1
      }
    }
    if handed.changes.isEmpty, problems.isEmpty {
      problems.append(FieldProblem("", "Choose who takes at least one of the papers."))
    }
    if !problems.isEmpty { throw Refusal.invalid(problems) }
    return handed
  }
}

/// Papers that go from one reviewer to others.
private struct HandedOn {
  struct Change {
    let row: SubmissionRow
    let assignment: AssignmentRow
    let to: Person
  }

  var changes: [Change] = []

  var seen: String {
    Token.hash(changes.map { "\($0.row.id) \($0.assignment.id) \($0.to.id)" }.joined(separator: "\n"))
  }

  func preview(_ name: String) -> BulkPreview {
    BulkPreview(
      rows: changes.prefix(BulkPreview.size).map { change in
        BulkPreview.Row(
          id: change.row.id, number: change.row.number, title: change.row.title, before: name,
          after: "\(change.to.displayName) (\(change.to.email))")
      }, total: changes.count, unchanged: 0, seen: seen)
  }
}

internal import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Makes the plan's pairs assignments, all at once, and writes one letter to each reviewer who gets papers. Who has a
  /// paper already keeps it. Releasing twice is done once.
  ///
  /// Refuses `invalid` when a pair became impossible since, naming those this chair may know of; `stale` when `version` is
  /// given and the pairs this chair may know of have changed since it was shown.
  public func releasePlan(_ id: ID<Plan>, version: Int? = nil) async throws {
    try await conference.act { act in
      let call = try load(act).call
      if try plan(id, act).releasedAt != nil { return }
      let plan = try changeable(id, act)
      let reveal = try PlanReveal(plan, for: viewer, act)
      if let version, version != reveal.version { throw Refusal.stale }
      let facts = try act.releaseFacts(self.call, id)
      let pairs = try act.session.pairs(of: id)
      try requirePossible(pairs, reveal, facts)
      let fresh = pairs.filter { !facts.standing.contains(Pairing(submission: $0.submission, person: $0.person)) }
      let given = try act.assign(fresh, by: viewer, plan: id, facts.papers)
      try act.session.releasePlan(id, at: act.now)
      try act.record("release plan", by: viewer, at: self.call, about: id.text)
      try act.tellReviewers(given, facts, call)
    }
  }

  private func requirePossible(_ pairs: [PlanPairRow], _ reveal: PlanReveal, _ facts: MatchingFacts) throws(Refusal) {
    let impossible = pairs.filter { facts.obstacle(Pairing(submission: $0.submission, person: $0.person)) != nil }
    if impossible.isEmpty { return }
    var problems = reveal.obstacles(facts).map { FieldProblem("", "\($0) Remove the pair, or run the matcher again.") }
    if problems.count < impossible.count {
      let words = "Conflicts or papers changed since this plan was made. Run the matcher again, or ask another chair to look."
      problems.append(FieldProblem("", words))
    }
    throw .invalid(problems)
  }
}

/// A paper that was just given to a person.
struct GivenPaper: Sendable {
  let assignment: ID<Assignment>
  let row: SubmissionRow
  let person: ID<Person>
  let round: String
}

extension Act {
  /// Assigns the pairs, paper by paper, each with a pseudonym drawn for it. Returns them by number and person.
  func assign(_ pairs: [PlanPairRow], by chair: Person, plan: ID<Plan>, _ papers: [SubmissionRow]) throws -> [GivenPaper] {
    let ofPaper = Dictionary(grouping: pairs, by: \.submission)
    var given: [GivenPaper] = []
    let round = try papers.first.map { try call($0.call).call.calendar.round(at: now) }
    for row in papers {
      let people = (ofPaper[row.id] ?? []).map(\.person).sorted()
      if people.isEmpty { continue }
      for (person, pseudonym) in zip(people, try drawPseudonyms(people.count, of: row.id)) {
        given.append(try assign(row, to: person, pseudonym: pseudonym, by: chair, round: round))
      }
      try record("assign", by: chair, at: row.call, about: row.id.text, "\(people.count) reviewers, plan \(plan)")
    }
    return given
  }

  /// In the round named, or in the one that is open now.
  func assign(
    _ row: SubmissionRow, to person: ID<Person>, pseudonym: Int, by chair: Person, round: String? = nil
  ) throws -> GivenPaper {
    let id = newID(Assignment.self)
    let round = try round ?? call(row.call).call.calendar.round(at: now)
    try session.add(
      AssignmentRow(id: id, submission: row.id, person: person, pseudonym: pseudonym, at: now, endedAt: nil, round: round),
      by: chair.id.text)
    return GivenPaper(assignment: id, row: row, person: person, round: round)
  }

  /// One letter to each reviewer, naming the papers they were just given.
  fileprivate func tellReviewers(_ given: [GivenPaper], _ facts: MatchingFacts, _ call: Call) throws {
    let ofPerson = Dictionary(grouping: given, by: \.person)
    for person in facts.reviewers {
      guard let papers = ofPerson[person.id] else { continue }
      try tell(person, of: papers, call, about: nil)
    }
  }

  /// One letter for each day by which reviews are due.
  func tell(_ person: Person, of papers: [GivenPaper], _ call: Call, about submission: ID<Submission>?) throws {
    let byDue = Dictionary(grouping: papers) { call.calendar.reviewsDue(in: $0.round) }
    for (due, papers) in byDue.sorted(by: { $0.key < $1.key }) {
      try tell(person, of: papers, due: due, call, about: submission)
    }
  }

  private func tell(
    _ person: Person, of papers: [GivenPaper], due: Instant, _ call: Call, about submission: ID<Submission>?
  ) throws {
    try post(
      ReviewAssignedLetter(
        head: letterhead(call), name: person.displayName,
        papers: papers.map { .init(number: $0.row.number, title: $0.row.title, path: "/reviews/\($0.assignment)") },
        due: due),
      kind: "review-assigned", to: person.email, name: person.name, call: call.id, about: submission,
      telling: papers.map(\.row.id))
  }
}

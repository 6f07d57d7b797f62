internal import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Has a job release the plan: it makes the pairs assignments, all at once, and writes one letter to each reviewer who gets
  /// papers. Some of the papers may be none that the viewer may know of, so that it is not to be felt here how much there is to
  /// do. Asking twice is asking once.
  ///
  /// Refuses `invalid` when a pair this chair may know of became impossible since; `stale` when `version` is given and these
  /// pairs have changed since it was shown. When another pair became impossible the job puts the plan back, and says so there.
  public func askForRelease(_ id: ID<Plan>, version: Int? = nil) async throws {
    try await conference.act { act in
      _ = try load(act)
      let asked = try plan(id, act)
      if asked.releasedAt != nil || asked.releaseAskedBy != nil { return }
      let reveal = try shown(id, version, act)
      let facts = try act.releaseFacts(self.call, chairedBy: viewer)
      let obstacles = reveal.obstacles(facts)
      if !obstacles.isEmpty { throw Refusal.invalid(Self.problems(obstacles)) }
      try act.session.askPlanRelease(id, by: viewer.id)
      try act.enqueue(.release(id))
    }
  }

  /// The same at once, for an operator or a rehearsal: refuses `invalid` for any pair that became impossible, naming those this
  /// chair may know of. Releasing twice is done once.
  public func releasePlan(_ id: ID<Plan>, version: Int? = nil) async throws {
    try await conference.act { act in
      let call = try load(act).call
      if try plan(id, act).releasedAt != nil { return }
      let reveal = try shown(id, version, act)
      let facts = try act.releaseFacts(self.call, id)
      let pairs = try act.session.pairs(of: id)
      try requirePossible(pairs, reveal, facts)
      try act.release(reveal.plan, pairs, facts, by: viewer, call)
    }
  }

  /// A plan that can be released, as it was shown to the viewer.
  private func shown(_ id: ID<Plan>, _ version: Int?, _ act: Act) throws -> PlanReveal {
    let reveal = try PlanReveal(try changeable(id, act), for: viewer, act)
    if let version, version != reveal.version { throw Refusal.stale }
    return reveal
  }

  private func requirePossible(_ pairs: [PlanPairRow], _ reveal: PlanReveal, _ facts: MatchingFacts) throws(Refusal) {
    let impossible = facts.impossible(pairs)
    if impossible.isEmpty { return }
    var problems = Self.problems(reveal.obstacles(facts))
    if problems.count < impossible.count { problems.append(FieldProblem("", PlanReveal.changed)) }
    throw .invalid(problems)
  }

  private static func problems(_ obstacles: [String]) -> [FieldProblem] {
    obstacles.map { FieldProblem("", "\($0) Remove the pair, or run the matcher again.") }
  }
}

extension Conference {
  /// Releases a plan for the chair who asked, unless that is done, or puts it back when one of its pairs became impossible.
  func releaseAskedPlan(_ id: ID<Plan>) async throws {
    try await act { act in
      guard let plan = try act.session.plan(id), plan.releasedAt == nil, let asker = plan.releaseAskedBy,
        let chair = try act.session.person(asker)
      else { return }
      let facts = try act.releaseFacts(plan.call, id)
      let pairs = try act.session.pairs(of: id)
      if !facts.impossible(pairs).isEmpty { return try act.session.refusePlanRelease(id) }
      try act.release(plan, pairs, facts, by: chair, try act.call(plan.call).call)
    }
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
  /// Assigns the pairs of a plan and tells their reviewers. Who has a paper already keeps it.
  fileprivate func release(
    _ plan: PlanRow, _ pairs: [PlanPairRow], _ facts: MatchingFacts, by chair: Person, _ call: Call
  ) throws {
    let fresh = pairs.filter { !facts.standing.contains(Pairing(submission: $0.submission, person: $0.person)) }
    let given = try assign(fresh, by: chair, plan: plan.id, facts.papers)
    try session.releasePlan(plan.id, at: now)
    try record("release plan", by: chair, at: plan.call, about: plan.id.text)
    try tellReviewers(given, facts, call)
  }

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

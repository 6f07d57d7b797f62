internal import Matching
internal import Pages
public import PeerReview
internal import Store

extension ArtifactChairDesk {
  /// Evaluators who may have the artifact and do not have it yet, with their load over artifacts this chair may know of.
  func candidates(for artifact: EvaluatedArtifact, _ act: Act) throws -> [ChairArtifactPage.Candidate] {
    let taken = Set(try act.session.evaluations(of: artifact.row.id).map(\.person))
    let loads = try knownLoads(act)
    let levels = try act.session.preferences(on: artifact.row.id)
    return try act.session.people(in: .evaluator, at: call).compactMap { person in
      if try taken.contains(person.id) || act.session.isShutOut(person, from: artifact.row.id) { return nil }
      let level = artifact.call.bidding.levels.first { $0.key == levels[person.id] }
      return ChairArtifactPage.Candidate(
        id: person.id, name: person.displayName, load: loads[person.id] ?? 0, preference: level?.label ?? "")
    }
  }

  /// Standing tasks of each evaluator with artifacts this chair may know of.
  private func knownLoads(_ act: Act) throws -> [ID<Person>: Int] {
    var loads: [ID<Person>: Int] = [:]
    for row in try act.session.artifacts(in: call, servedBy: viewer) {
      for evaluation in try act.session.evaluations(of: row.id) { loads[evaluation.person, default: 0] += 1 }
    }
    return loads
  }

  /// Gives the artifact to an evaluator, who is told. Refused for whoever does not hold the office, wrote the paper or is in
  /// conflict with it; twice is once.
  public func assign(_ person: ID<Person>, to id: ID<Artifact>) async throws {
    try await conference.act { act in
      let artifact = try load(id, act)
      guard let evaluator = try act.session.people(in: .evaluator, at: call).first(where: { $0.id == person }),
        try !act.session.isShutOut(evaluator, from: id)
      else { throw Refusal.invalid([FieldProblem("person", "Choose an evaluator who is free to evaluate it.")]) }
      try assign(evaluator, to: artifact, act)
    }
  }

  private func assign(_ evaluator: Person, to artifact: EvaluatedArtifact, _ act: Act) throws {
    try EvaluationRules.assign(artifact.facts, isComplete: artifact.isComplete, call: artifact.call, at: act.now)
    let ever = try act.session.evaluations(of: artifact.row.id, everEnded: true)
    if ever.contains(where: { $0.person == evaluator.id && $0.endedAt == nil }) { return }
    // Drawn, so that a letter tells neither who came first nor that somebody left.
    let used = Set(ever.map(\.letter))
    let letter = act.draw(within: 26, used: used.count) { used.contains($0) }
    let row = EvaluationRow(
      id: act.newID(), artifact: artifact.row.id, person: evaluator.id, letter: letter, at: act.now)
    try act.session.add(row, by: viewer.id)
    try act.record("assign artifact", by: viewer, at: call, about: artifact.row.id.text, evaluator.id.text)
    try act.post(
      ArtifactAssignedLetter(
        head: act.letterhead(artifact.call), name: evaluator.name, number: artifact.paper.row.number,
        title: artifact.paper.title, letter: EvaluatorLetter.name(letter), calendar: artifact.policy.calendar,
        path: "/evaluations/\(row.id)"),
      .assigned, to: evaluator.email, name: evaluator.name, about: artifact)
  }

  /// Takes the artifact from an evaluator; what they wrote stays on record. Twice is once.
  public func unassign(_ evaluation: ID<Evaluation>, from id: ID<Artifact>) async throws {
    try await conference.act { act in
      let artifact = try load(id, act)
      try EvaluationRules.evaluate(artifact.facts, call: artifact.call, at: act.now)
      guard let row = try act.session.evaluations(of: id, everEnded: true).first(where: { $0.id == evaluation }) else {
        throw Refusal.notFound
      }
      if row.endedAt != nil { return }
      try act.session.endEvaluation(evaluation, at: act.now)
      try act.record("take artifact away", by: viewer, at: call, about: id.text, row.person.text)
    }
  }

  /// Keeps an evaluator from the artifact as in conflict with it; a task of theirs with it ends.
  public func keepAway(_ person: ID<Person>, from id: ID<Artifact>) async throws {
    try await conference.act { act in
      _ = try load(id, act)
      guard try act.session.people(in: .evaluator, at: call).contains(where: { $0.id == person }) else {
        throw Refusal.invalid([FieldProblem("person", "Choose an evaluator.")])
      }
      try act.keepAway(person, from: id, by: viewer, at: call)
    }
  }

  /// Fills the places that are free, so that the sum of preferences is the greatest there can be under every load and
  /// conflict; what was assigned by hand stays. Those who get an artifact are told. Returns how many pairs were added.
  ///
  /// The matcher runs outside the transaction; a pair that is not allowed any more by then is left out.
  @discardableResult
  public func assignAutomatically() async throws -> Int {
    let plan = try await conference.look { act in try free(act) }
    let pairs = try plan.solve(seed: 1)
    return try await conference.act { act in
      _ = try load(act)
      var added = 0
      for (id, person) in pairs {
        let artifact = try load(id, act)
        guard let evaluator = try act.session.people(in: .evaluator, at: call).first(where: { $0.id == person }),
          try !act.session.isShutOut(evaluator, from: id)
        else { continue }
        try assign(evaluator, to: artifact, act)
        added += 1
      }
      try act.recordOfArtifacts("assign artifacts automatically", by: viewer, at: call)
      return added
    }
  }

  private func free(_ act: Act) throws -> ArtifactMatching {
    let (call, policy) = try load(act)
    if act.now < policy.calendar.artifact { throw Refusal.notYetOpen(opens: policy.calendar.artifact) }
    if let released = try act.session.badgesReleasedAt(self.call) { throw Refusal.closed(since: released) }
    let people = try act.session.people(in: .evaluator, at: self.call)
    let loads = try knownLoads(act)
    let values = Dictionary(call.bidding.levels.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    var matching = ArtifactMatching(
      people: people.map(\.id), room: people.map { max(0, policy.loadMaximum - (loads[$0.id] ?? 0)) })
    for artifact in try artifacts(call, act) where artifact.isComplete {
      let taken = Set(try act.session.evaluations(of: artifact.row.id).map(\.person))
      let levels = try act.session.preferences(on: artifact.row.id)
      var candidates: [Candidate] = []
      for (index, person) in people.enumerated() where !taken.contains(person.id) {
        if try act.session.isShutOut(person, from: artifact.row.id) { continue }
        candidates.append(Candidate(reviewer: index, score: Int64(levels[person.id].flatMap { values[$0] } ?? 0)))
      }
      matching.add(artifact.row.id, places: max(0, policy.evaluatorsPerArtifact - taken.count), candidates)
    }
    return matching
  }
}

/// Free places at artifacts and the evaluators who may fill them, as the matcher takes them.
struct ArtifactMatching: Sendable {
  private let people: [ID<Person>]
  /// How many more artifacts each may have.
  private let room: [Int]
  private var artifacts: [ID<Artifact>] = []
  private var places: [Int] = []
  private var candidates: [[Candidate]] = []

  init(people: [ID<Person>], room: [Int]) {
    self.people = people
    self.room = room
  }

  mutating func add(_ artifact: ID<Artifact>, places: Int, _ candidates: [Candidate]) {
    artifacts.append(artifact)
    self.places.append(places)
    self.candidates.append(candidates)
  }

  /// The best pairs; where not every place can be filled, as many as can be. Sorted by artifact, then person.
  func solve(seed: UInt64) throws -> [(artifact: ID<Artifact>, person: ID<Person>)] {
    if artifacts.isEmpty || people.isEmpty { return [] }
    let problem = try AssignmentProblem(
      candidates: candidates, demand: places, loadMinimum: people.map { _ in 0 }, loadMaximum: room)
    return OptimalAssignment.solve(problem, seed: seed).plan.pairs.compactMap { pair in
      guard artifacts.indices.contains(pair.paper), people.indices.contains(pair.reviewer) else { return nil }
      return (artifacts[pair.paper], people[pair.reviewer])
    }
  }
}

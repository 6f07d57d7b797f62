public import Pages
public import PeerReview
internal import Store

/// What an artifact evaluator can do at one call. Authorship and conflicts outrank the office: such artifacts are not found
/// here. Nothing of a paper's reviews, scores, discussion or decision is reached from it.
public struct EvaluatorDesk: Sendable {
  let conference: Conference
  public let call: ID<Call>
  let viewer: Person

  /// The call and its rules of artifact evaluation, with the viewer's office proven in this transaction.
  func load(_ act: Act) throws -> (call: Call, policy: ArtifactPolicy) {
    guard try act.session.roles(of: viewer.id, at: call).contains(.evaluator) || Mutation.opens("everyone evaluates") else {
      throw Refusal.notFound
    }
    let call = try act.call(self.call).call
    guard let policy = call.artifacts, try act.session.releasedAt(self.call) != nil else { throw Refusal.notFound }
    return (call, policy)
  }

  /// A standing task of the viewer with its artifact. Anything else, ended or conflicted ones too, is not found.
  func load(_ id: ID<Evaluation>, _ act: Act) throws -> (
    evaluation: EvaluationRow, artifact: EvaluatedArtifact, reveal: ArtifactReveal
  ) {
    let (call, policy) = try load(act)
    guard let evaluation = try act.session.evaluations(by: viewer, in: self.call).first(where: { $0.id == id }),
      let row = try act.session.artifact(evaluation.artifact)
    else { throw Refusal.notFound }
    let asked = try act.reveal(row.id, policy, to: viewer, at: self.call)
    let reveal = ArtifactReveal(standing: try effective(asked.standing, evaluation, act), moment: asked.moment)
    try reveal.require(.artifact, .files, .dialogue)
    return (evaluation, try act.evaluated(row, call), reveal)
  }

  /// An artifact chair who also evaluates is an evaluator at this desk: the chair's view is at the chair's desk.
  private func effective(_ standing: ArtifactStanding, _ evaluation: EvaluationRow, _ act: Act) throws -> ArtifactStanding {
    guard case .chair = standing else { return standing }
    return .evaluator(ownEvaluationIn: try act.session.submittedForm(of: evaluation.id) != nil)
  }

  /// The viewer's tasks, and the artifacts there are to choose from. Not found before decisions are released.
  public func home() async throws -> EvaluatorHomePage {
    try await conference.look { act in
      let (call, policy) = try load(act)
      let tasks = try act.session.evaluations(by: viewer, in: self.call).compactMap { evaluation -> EvaluatorHomePage.Task? in
        guard let row = try act.session.artifact(evaluation.artifact) else { return nil }
        let artifact = try act.evaluated(row, call)
        return EvaluatorHomePage.Task(
          id: evaluation.id, number: artifact.paper.row.number, title: artifact.paper.title,
          hasReport: try !act.session.reports(of: evaluation.id).isEmpty,
          isSubmitted: try act.session.submittedForm(of: evaluation.id) != nil)
      }
      let calendar = policy.calendar
      return EvaluatorHomePage(
        calendar: calendar, tasks: tasks, levels: call.bidding.levels,
        choices: try mayChoose(policy, act) ? try choices(call, act) : [],
        accepts: isAllowed { () throws(Refusal) in try EvaluationRules.prefer(level: "", call: call, at: act.now) })
    }
  }

  /// Before, not even how many artifacts there are may show: each is a paper that was accepted.
  private func mayChoose(_ policy: ArtifactPolicy, _ act: Act) throws -> Bool {
    let moment = ArtifactMoment(
      policy.calendar, badgesReleasedAt: try act.session.badgesReleasedAt(self.call), now: act.now)
    return DisclosureRules.secrecy(of: .artifact, for: .committee, at: moment) == nil
  }

  private func choices(_ call: Call, _ act: Act) throws -> [EvaluatorHomePage.Choice] {
    let levels = try act.session.preferences(by: viewer.id)
    return try act.session.artifacts(in: self.call, servedBy: viewer).compactMap { row in
      // Who wrote the paper is nothing to those who choose, and is not loaded.
      guard let paper = try act.session.submission(row.submission) else { return nil }
      let policy = try ArtifactRules.look(act.artifactFacts(paper, call, row), call: call)
      return EvaluatorHomePage.Choice(
        id: row.id, number: paper.number, title: try act.session.finalTitle(of: paper.id) ?? paper.title,
        description: row.content.description, hardware: row.content.hardware, badges: row.content.badges.map(policy.label),
        level: levels[row.id] ?? "")
    }
  }

  /// Saves preferences, all or none. Refuses other levels than the call's, and outside the time for it.
  public func prefer(_ levels: [ID<Artifact>: String]) async throws {
    try await conference.act { act in
      let call = try load(act).call
      for level in levels.values.sorted() + [""] { try EvaluationRules.prefer(level: level, call: call, at: act.now) }
      let known = Set(try act.session.artifacts(in: self.call, servedBy: viewer).map(\.id))
      let stored = try act.session.preferences(by: viewer.id)
      for (id, level) in levels.sorted(by: { $0.key < $1.key }) {
        guard known.contains(id) else { throw Refusal.notFound }
        if stored[id] ?? "" == level { continue }
        try act.session.put(PreferenceRow(artifact: id, person: viewer.id, level: level), at: act.now)
        try act.record("prefer artifact", by: viewer, at: self.call, about: id.text)
      }
    }
  }

  /// Declares a conflict with an artifact: from then on it is not found, and a task with it ends.
  public func declareConflict(with id: ID<Artifact>) async throws {
    try await conference.act { act in
      let policy = try load(act).policy
      guard try mayChoose(policy, act), try act.session.artifact(id, in: call, servedBy: viewer) != nil else {
        throw Refusal.notFound
      }
      try act.keepAway(viewer.id, from: id, by: viewer, at: call)
    }
  }
}

extension Act {
  /// Keeps somebody from an artifact for good; a standing task of theirs with it ends.
  func keepAway(_ person: ID<Person>, from id: ID<Artifact>, by viewer: Person, at call: ID<Call>) throws {
    try session.addArtifactConflict(of: person, with: id, by: viewer.id, at: now)
    for evaluation in try session.evaluations(of: id) where evaluation.person == person {
      try session.endEvaluation(evaluation.id, at: now)
    }
    try record("keep evaluator away", by: viewer, at: call, about: id.text, person.text)
  }
}

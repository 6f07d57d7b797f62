public import Pages
public import PeerReview
internal import Store

/// What an artifact chair can do at one call. One who wrote a paper or is in conflict with it does not find its artifact here;
/// nothing of reviews, scores, discussion or the notes of decisions is reached from it.
public struct ArtifactChairDesk: Sendable {
  let conference: Conference
  public let call: ID<Call>
  let viewer: Person

  /// The call and its rules of artifact evaluation, with the viewer's office proven in this transaction.
  func load(_ act: Act) throws -> (call: Call, policy: ArtifactPolicy) {
    guard
      try act.session.roles(of: viewer.id, at: call).contains(.artifactChair) || Mutation.opens("everyone chairs artifacts")
    else { throw Refusal.notFound }
    let call = try act.call(self.call).call
    guard let policy = call.artifacts else { throw Refusal.notFound }
    return (call, policy)
  }

  /// An artifact this chair may know of. Their own and conflicted ones are not found.
  func load(_ id: ID<Artifact>, _ act: Act) throws -> EvaluatedArtifact {
    let (call, policy) = try load(act)
    guard let row = try act.session.artifact(id, in: self.call, servedBy: viewer) else { throw Refusal.notFound }
    try act.reveal(id, policy, to: viewer, at: self.call).require(
      .artifact, .files, .evaluators, .dialogue, .evaluations, .evaluationsForChairs, .badges, .preferences, .conflicts)
    return try act.evaluated(row, call)
  }

  /// By number; only artifacts this chair may know of. None before decisions are released.
  func artifacts(_ call: Call, _ act: Act) throws -> [EvaluatedArtifact] {
    guard try act.session.releasedAt(self.call) != nil else { return [] }
    return try act.session.artifacts(in: self.call, servedBy: viewer).map { try act.evaluated($0, call) }
  }

  /// Every artifact and how far it is, with the figures, which follow the rule of small groups.
  public func overview(problems: [FieldProblem] = []) async throws -> ArtifactsPage {
    try await conference.look { act in
      let (call, policy) = try load(act)
      let artifacts = try artifacts(call, act)
      let releasedAt = try act.session.badgesReleasedAt(self.call)
      var undecided = 0
      let rows = try artifacts.map { artifact in
        let row = try row(artifact, act)
        if artifact.isComplete { undecided += artifact.requested.count - row.decided }
        return row
      }
      var obstacles: [String] = []
      if act.now < policy.calendar.badges { obstacles.append("Badges can be released from \(policy.calendar.badges.utc).") }
      if undecided > 0 {
        obstacles.append("\(counted(undecided, "badge that was requested is", "badges that were requested are")) not decided.")
      }
      return ArtifactsPage(
        calendar: policy.calendar, evaluatorsPerArtifact: policy.evaluatorsPerArtifact, rows: rows,
        figures: try act.badgeFigures(artifacts, policy).map { .init(label: policy.label($0.badge), figure: $0) },
        obstacles: releasedAt == nil ? obstacles : [], releasedAt: releasedAt, problems: problems)
    }
  }

  private func row(_ artifact: EvaluatedArtifact, _ act: Act) throws -> ArtifactsPage.Row {
    let evaluations = try act.session.evaluations(of: artifact.row.id)
    let forms = try evaluations.compactMap { try act.session.submittedForm(of: $0.id) }
    let decided = try act.decided(artifact).count
    return ArtifactsPage.Row(
      id: artifact.row.id, number: artifact.paper.row.number, title: artifact.paper.title,
      state: act.state(artifact, evaluations: evaluations, submitted: forms.count, decided: decided),
      badges: artifact.requestedLabels, evaluators: evaluations.count,
      reports: try evaluations.count { try !act.session.reports(of: $0.id).isEmpty }, evaluations: forms.count,
      decided: decided, nominations: forms.count { $0.content.nominates })
  }

  /// The newest file of the artifact or of the accepted paper.
  public func file(_ name: String, of id: ID<Artifact>) async throws -> StoredCopy {
    try await conference.look { act in try act.evaluatorsFile(name, try load(id, act)) }
  }

  /// Warns before a visit to where the artifact lies.
  public func visit(_ id: ID<Artifact>) async throws -> VisitPage {
    try await conference.look { act in try act.visitPage(try load(id, act), back: "/artifacts/\(id)") }
  }

  /// One artifact with what a chair decides about it; `note` is that of a badge as typed when its decision was refused.
  public func artifact(
    _ id: ID<Artifact>, note: (badge: ArtifactBadge, text: String)? = nil, problems: [FieldProblem] = []
  ) async throws -> ChairArtifactPage {
    try await conference.look { act in
      let artifact = try load(id, act)
      let evaluations = try act.session.evaluations(of: id)
      let people = try act.session.people(evaluations.map(\.person))
      let decided = try act.session.badgeDecisions(on: id)
      let forms = try evaluations.filter { try act.session.submittedForm(of: $0.id) != nil }
      let kept = try act.session.people(act.session.conflicts(withArtifact: id))
      return ChairArtifactPage(
        id: id,
        state: act.state(
          artifact, evaluations: evaluations, submitted: forms.count, decided: try act.decided(artifact).count),
        artifact: act.summary(artifact, file: { "/artifacts/\(id)/files/\($0)" }, visit: "/artifacts/\(id)/visit"),
        missing: artifact.missing,
        evaluators: try evaluations.map { evaluation in
          ChairArtifactPage.Evaluator(
            id: evaluation.id, name: people[evaluation.person]?.displayName ?? "unknown",
            letter: EvaluatorLetter.name(evaluation.letter), hasReport: try !act.session.reports(of: evaluation.id).isEmpty,
            isSubmitted: forms.contains { $0.id == evaluation.id })
        }, candidates: try candidates(for: artifact, act), kept: kept.values.map(\.displayName).sorted(),
        dialogue: try act.dialogue(artifact, accepts: false),
        evaluations: try evaluations.compactMap { evaluation in
          let name = people[evaluation.person]?.displayName ?? "unknown"
          let heading = "\(EvaluatorLetter.name(evaluation.letter)), \(name)"
          return try act.card(evaluation, artifact, heading: heading, forChairs: true)
        },
        badges: artifact.requested.map { badge in
          let word = decided.first { $0.badge == badge }
          return ChairArtifactPage.Decision(
            badge: badge, label: artifact.policy.label(badge), isAwarded: word?.isAwarded,
            note: note?.badge == badge ? note?.text ?? "" : word?.note ?? "")
        }, releasedAt: artifact.facts.badgesReleasedAt, problems: problems)
    }
  }
}

extension Act {
  /// The last word on each badge that is still requested.
  func decided(_ artifact: EvaluatedArtifact) throws -> [ArtifactBadge: Bool] {
    let requested = Set(artifact.requested)
    return Dictionary(
      try session.badgeDecisions(on: artifact.row.id).filter { requested.contains($0.badge) }.map { ($0.badge, $0.isAwarded) },
      uniquingKeysWith: { $1 })
  }

  /// How often each badge was requested and awarded among complete artifacts.
  fileprivate func badgeFigures(_ artifacts: [EvaluatedArtifact], _ policy: ArtifactPolicy) throws -> [BadgeFigure] {
    var requested: [ArtifactBadge: Int] = [:]
    var awarded: [ArtifactBadge: Int] = [:]
    for artifact in artifacts where artifact.isComplete {
      let decided = try decided(artifact)
      for badge in artifact.requested {
        requested[badge, default: 0] += 1
        if decided[badge] == true { awarded[badge, default: 0] += 1 }
      }
    }
    return policy.badges.map {
      BadgeFigure(badge: $0.kind, requested: requested[$0.kind] ?? 0, awarded: awarded[$0.kind] ?? 0)
    }
  }
}

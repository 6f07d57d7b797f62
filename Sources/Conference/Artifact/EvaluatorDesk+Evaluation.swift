public import Pages
public import PeerReview
internal import Store

extension EvaluatorDesk {
  /// What came back with a refused report, message or form.
  public struct Typed: Sendable {
    public var content: EvaluationContent?
    public var version: Int?
    public var report: EvaluationPage.TypedReport
    public var message: String
    public var messageProblems: [FieldProblem]
    public var problems: [FieldProblem]

    public init(
      content: EvaluationContent? = nil, version: Int? = nil, report: EvaluationPage.TypedReport = .init(),
      message: String = "", messageProblems: [FieldProblem] = [], problems: [FieldProblem] = []
    ) {
      self.content = content
      self.version = version
      self.report = report
      self.message = message
      self.messageProblems = messageProblems
      self.problems = problems
    }
  }

  /// One artifact the viewer evaluates, with the accepted paper.
  public func evaluation(_ id: ID<Evaluation>, typed: Typed = Typed()) async throws -> EvaluationPage {
    try await conference.look { act in
      let (evaluation, artifact, reveal) = try load(id, act)
      let form = try act.session.evaluationForm(of: id)
      let submitted = try act.session.submittedForm(of: id)
      let stored = form?.version ?? 0
      let isStale = typed.version.map { $0 != stored } ?? false
      let accepts = isAllowed { () throws(Refusal) in
        try EvaluationRules.evaluate(artifact.facts, call: artifact.call, at: act.now)
      }
      return EvaluationPage(
        id: id, ownName: EvaluatorLetter.name(evaluation.letter), calendar: artifact.policy.calendar,
        artifact: act.summary(artifact, file: { "/evaluations/\(id)/files/\($0)" }, visit: "/evaluations/\(id)/visit"),
        dialogue: try act.dialogue(
          artifact, accepts: accepts, typed: typed.message, problems: typed.messageProblems),
        badges: artifact.requested.compactMap(artifact.policy.badge),
        content: typed.content ?? form?.content ?? EvaluationContent(),
        version: isStale ? stored : typed.version ?? stored, submittedAt: submitted?.at,
        others: try .unless(reveal.secrecy(of: .evaluations)) { try others(evaluation, artifact, act) },
        outcomes: try .unless(reveal.secrecy(of: .badges)) { try act.outcomes(artifact) }, accepts: accepts,
        typedReport: typed.report, problems: typed.problems, isStale: isStale && typed.content != nil)
    }
  }

  private func others(_ own: EvaluationRow, _ artifact: EvaluatedArtifact, _ act: Act) throws -> [EvaluationCard] {
    try act.session.evaluations(of: artifact.row.id).filter { $0.id != own.id }.compactMap {
      try act.card($0, artifact, heading: EvaluatorLetter.name($0.letter), forChairs: false)
    }
  }

  /// The newest file of the artifact or of the accepted paper.
  public func file(_ name: String, of id: ID<Evaluation>) async throws -> StoredCopy {
    try await conference.look { act in try act.evaluatorsFile(name, try load(id, act).artifact) }
  }

  /// Warns before a visit to where the artifact lies.
  public func visit(_ id: ID<Evaluation>) async throws -> VisitPage {
    try await conference.look { act in try act.visitPage(try load(id, act).artifact, back: "/evaluations/\(id)") }
  }

  /// Says whether the artifact runs; the authors get a letter.
  public func report(_ id: ID<Evaluation>, _ outcome: KickTheTires?, text: String) async throws {
    try await conference.act { act in
      let (evaluation, artifact) = try loadOpen(id, act)
      let text = trimmed(text)
      try EvaluationRules.report(outcome, text: text)
      guard let outcome else { return }
      try act.session.addReport(outcome, text: text, of: id, at: act.now)
      try act.record("report on artifact", by: viewer, at: call, about: artifact.row.id.text, outcome.rawValue)
      try act.tellContacts(of: artifact, .report) { name in
        ArtifactReportLetter(
          head: act.letterhead(artifact.call), name: name, number: artifact.paper.row.number, title: artifact.paper.title,
          letter: EvaluatorLetter.name(evaluation.letter), outcome: outcome, text: text,
          due: artifact.policy.calendar.answers, path: "/submissions/\(artifact.row.submission)/artifact")
      }
    }
  }

  /// Writes to the authors, under the viewer's letter; the other evaluators read it too.
  public func write(_ id: ID<Evaluation>, text: String) async throws {
    try await conference.act { act in
      let (evaluation, artifact) = try loadOpen(id, act)
      let text = trimmed(text)
      try ArtifactRules.message(text)
      try act.session.addMessage(text, from: id, by: viewer.id, to: artifact.row.id, at: act.now)
      try act.record("write to authors", by: viewer, at: call, about: artifact.row.id.text)
      let from = EvaluatorLetter.name(evaluation.letter)
      let head = act.letterhead(artifact.call)
      let (number, title) = (artifact.paper.row.number, artifact.paper.title)
      try act.tellContacts(of: artifact, .message) { name in
        ArtifactMessageLetter(
          head: head, name: name, number: number, title: title, from: from, text: text,
          path: "/submissions/\(artifact.row.submission)/artifact")
      }
      try act.tellEvaluators(of: artifact, but: viewer.id, .message) { person, other in
        ArtifactMessageLetter(
          head: head, name: person.name, number: number, title: title, from: from, text: text,
          path: "/evaluations/\(other.id)")
      }
    }
  }

  /// Saves the form as a new version, as a draft or handed in. What is saved again unchanged makes none. Refuses `stale` when
  /// another tab saved first, and a form that can't be handed in with everything it lacks.
  public func save(
    _ id: ID<Evaluation>, basedOn version: Int, _ content: EvaluationContent, submits: Bool
  ) async throws {
    try await conference.act { act in
      let (_, artifact) = try loadOpen(id, act)
      let content = content.tidied()
      let last = try act.session.evaluationForm(of: id)
      if last?.content == content, last?.isSubmitted == submits { return }
      if submits {
        try EvaluationRules.submit(content, requested: artifact.requested, policy: artifact.policy)
      } else {
        try EvaluationRules.check(content, requested: artifact.requested, policy: artifact.policy)
      }
      if version != last?.version ?? 0 { throw Refusal.stale }
      try act.session.addForm(content, version: version + 1, isSubmitted: submits, of: id, at: act.now)
      if submits { try act.record("hand in evaluation", by: viewer, at: call, about: artifact.row.id.text) }
    }
  }

  /// Hands the artifact back as in conflict with it.
  public func declareConflict(at id: ID<Evaluation>) async throws {
    try await conference.act { act in
      let (_, artifact) = try loadOpen(id, act)
      try act.keepAway(viewer.id, from: artifact.row.id, by: viewer, at: call)
    }
  }

  private func loadOpen(_ id: ID<Evaluation>, _ act: Act) throws -> (evaluation: EvaluationRow, artifact: EvaluatedArtifact) {
    let (evaluation, artifact, _) = try load(id, act)
    try EvaluationRules.evaluate(artifact.facts, call: artifact.call, at: act.now)
    return (evaluation, artifact)
  }
}

extension EvaluationContent {
  /// White space at the ends goes; each check stands once, in order.
  fileprivate func tidied() -> EvaluationContent {
    EvaluationContent(
      checks: Set(checks).sorted(), recommendations: recommendations, toAuthors: trimmed(toAuthors), toChairs: trimmed(toChairs),
      nominates: nominates, nomination: trimmed(nomination))
  }
}

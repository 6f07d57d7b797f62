public import Pages
public import PeerReview
internal import Store

extension AuthorDesk {
  /// What came back with a refused save, upload or message, so that the page prints it again.
  public struct TypedArtifact: Sendable {
    public var content: ArtifactContent?
    public var kept: [ID<Person>]?
    public var version: Int?
    public var message: String
    public var messageProblems: [FieldProblem]
    public var problems: [FieldProblem]
    public var refusedUpload: (slot: ArtifactSlot, problems: [FieldProblem])?

    public init(
      content: ArtifactContent? = nil, kept: [ID<Person>]? = nil, version: Int? = nil, message: String = "",
      messageProblems: [FieldProblem] = [], problems: [FieldProblem] = [],
      refusedUpload: (slot: ArtifactSlot, problems: [FieldProblem])? = nil
    ) {
      self.content = content
      self.kept = kept
      self.version = version
      self.message = message
      self.messageProblems = messageProblems
      self.problems = problems
      self.refusedUpload = refusedUpload
    }
  }

  /// The artifact of the viewer's accepted paper, or the invitation to register one. Not found before decisions are released
  /// and for papers that are not accepted.
  public func artifact(_ id: ID<Submission>, typed: TypedArtifact = TypedArtifact()) async throws -> ArtifactPage {
    try await conference.look { act in
      let (row, call, policy, facts, isContact) = try loadArtifact(id, act)
      guard let stored = try act.session.artifact(of: id), stored.withdrawnAt == nil else {
        let offers = isContact && isAllowed { () throws(Refusal) in try ArtifactRules.register(facts, call: call, at: act.now) }
        return ArtifactPage.unregistered(
          row.id, row.number, try act.acceptedPaper(row).title, policy, offers: offers, typed.problems)
      }
      let artifact = try act.evaluated(stored, call)
      let reveal = try act.reveal(stored.id, policy, to: viewer, at: self.call)
      try reveal.require(.artifact, .files, .dialogue)
      let accepts = isContact && isAllowed { () throws(Refusal) in try ArtifactRules.change(facts, call: call, at: act.now) }
      let answers = isContact && isAllowed { () throws(Refusal) in try ArtifactRules.answer(facts, call: call, at: act.now) }
      let isStale = typed.version.map { $0 != stored.version } ?? false
      return ArtifactPage(
        id: id, number: row.number, paperTitle: artifact.paper.title, policy: policy, state: accepts ? .open : .closed,
        content: typed.content ?? stored.content,
        version: isStale ? stored.version : typed.version ?? stored.version, missing: artifact.missing,
        files: act.panels(artifact, accepts: accepts, refused: typed.refusedUpload),
        committee: accepts ? try members(typed.kept ?? act.session.conflicts(withArtifact: stored.id), act) : [],
        dialogue: try act.dialogue(artifact, accepts: answers, typed: typed.message, problems: typed.messageProblems),
        outcomes: try .unless(reveal.secrecy(of: .badges)) { try act.outcomes(artifact) },
        evaluations: try .unless(reveal.secrecy(of: .evaluations)) { try cards(artifact, act) }, problems: typed.problems,
        savedElsewhere: isStale && typed.content != nil ? stored.content : nil)
    }
  }

  /// Registers an artifact with an empty form, or one that was taken back; its contacts get a receipt. Twice is once.
  public func registerArtifact(_ id: ID<Submission>) async throws {
    try await conference.act { act in
      let (_, call, policy, facts, isContact) = try loadArtifact(id, act)
      guard isContact else { throw Refusal.notYours }
      try ArtifactRules.register(facts, call: call, at: act.now)
      if facts.isRegistered { return }
      if let earlier = try act.session.artifact(of: id) {
        try act.session.setArtifactWithdrawn(earlier.id, at: nil)
      } else {
        try act.session.addArtifact(act.newID(), of: id, in: self.call, by: viewer.id, at: act.now)
      }
      guard let stored = try act.session.artifact(of: id) else { return }
      try act.record("register artifact", by: viewer, at: self.call, about: stored.id.text)
      let artifact = try act.evaluated(stored, call)
      try act.tellContacts(of: artifact, .registered) { name in
        ArtifactRegisteredLetter(
          head: act.letterhead(call), name: name, number: artifact.paper.row.number, title: artifact.paper.title,
          due: policy.calendar.artifact, path: "/submissions/\(id)/artifact")
      }
    }
  }

  /// Saves the form as a new version; what is saved again unchanged makes none. `kept` are members of the artifact committee
  /// who must not evaluate it: a conflict once declared stays. Refuses after artifacts are due, `stale` when another author
  /// saved first, and `invalid` with everything that can't be stored. Returns the version in force.
  @discardableResult
  public func saveArtifact(
    _ id: ID<Submission>, basedOn version: Int, _ typed: ArtifactContent, kept: [ID<Person>] = []
  ) async throws -> Int {
    try await conference.act { act in
      let (stored, call, policy, facts) = try loadRegistered(id, act)
      let content = typed.tidied()
      try ArtifactRules.change(facts, call: call, at: act.now)
      let known = Set(try act.session.conflicts(withArtifact: stored.id))
      let members = Set(try act.session.people(in: .evaluator, at: self.call).map(\.id))
      for person in kept.sorted() where members.contains(person) && !known.contains(person) {
        try act.session.addArtifactConflict(of: person, with: stored.id, by: viewer.id, at: act.now)
        try act.record("keep evaluator away", by: viewer, at: self.call, about: stored.id.text, person.text)
      }
      if stored.content == content { return stored.version }
      try ArtifactRules.save(facts, basedOn: version, call: call, at: act.now)
      try ArtifactRules.check(content, policy: policy)
      let next = stored.version + 1
      try act.session.addVersion(content, version: next, of: stored.id, by: viewer.id, at: act.now)
      try act.record("save artifact", by: viewer, at: self.call, about: stored.id.text, "version \(next)")
      return next
    }
  }

  /// Takes the artifact back: nobody evaluates it then.
  public func withdrawArtifact(_ id: ID<Submission>) async throws {
    try await conference.act { act in
      let (stored, call, _, facts) = try loadRegistered(id, act)
      try ArtifactRules.change(facts, call: call, at: act.now)
      try act.session.setArtifactWithdrawn(stored.id, at: act.now)
      try act.record("take artifact back", by: viewer, at: self.call, about: stored.id.text)
    }
  }

  /// Writes to the evaluators, who are told by letter; the author's name stands beside it.
  public func writeToEvaluators(_ id: ID<Submission>, text: String) async throws {
    try await conference.act { act in
      let (stored, call, _, facts) = try loadRegistered(id, act)
      try ArtifactRules.answer(facts, call: call, at: act.now)
      let text = trimmed(text)
      try ArtifactRules.message(text)
      try act.session.addMessage(text, from: nil, by: viewer.id, to: stored.id, at: act.now)
      try act.record("write to evaluators", by: viewer, at: self.call, about: stored.id.text)
      let artifact = try act.evaluated(stored, call)
      try act.tellEvaluators(of: artifact, .message) { person, evaluation in
        ArtifactMessageLetter(
          head: act.letterhead(call), name: person.name, number: artifact.paper.row.number, title: artifact.paper.title,
          from: viewer.displayName, text: text, path: "/evaluations/\(evaluation.id)")
      }
    }
  }

  /// The paper with the viewer's authorship proven, and what decides over its artifact.
  private func loadArtifact(_ id: ID<Submission>, _ act: Act) throws -> (
    row: SubmissionRow, call: Call, policy: ArtifactPolicy, facts: ArtifactFacts, isContact: Bool
  ) {
    let (row, versioned, isContact) = try load(id, act)
    let call = versioned.call
    let facts = try act.artifactFacts(row, call, act.session.artifact(of: id))
    return (row, call, try ArtifactRules.look(facts, call: call), facts, isContact)
  }

  /// The same for acts only contacts may do, on an artifact that is registered.
  func loadRegistered(_ id: ID<Submission>, _ act: Act) throws -> (
    artifact: ArtifactRow, call: Call, policy: ArtifactPolicy, facts: ArtifactFacts
  ) {
    let (_, call, policy, facts, isContact) = try loadArtifact(id, act)
    guard isContact else { throw Refusal.notYours }
    guard let stored = try act.session.artifact(of: id), facts.isRegistered else { throw Refusal.notFound }
    return (stored, call, policy, facts)
  }

  private func members(_ kept: [ID<Person>], _ act: Act) throws -> [ArtifactPage.Member] {
    try act.session.people(in: .evaluator, at: call).map {
      .init(id: $0.id, name: $0.displayName, affiliation: $0.affiliation, isKept: kept.contains($0.id))
    }
  }

  private func cards(_ artifact: EvaluatedArtifact, _ act: Act) throws -> [EvaluationCard] {
    try act.session.evaluations(of: artifact.row.id).compactMap {
      try act.card($0, artifact, heading: EvaluatorLetter.name($0.letter), forChairs: false)
    }
  }
}

extension ArtifactPage {
  fileprivate static func unregistered(
    _ id: ID<Submission>, _ number: SubmissionNumber, _ title: String, _ policy: ArtifactPolicy, offers: Bool,
    _ problems: [FieldProblem]
  ) -> ArtifactPage {
    ArtifactPage(
      id: id, number: number, paperTitle: title, policy: policy, state: .none(offersRegistration: offers),
      content: ArtifactContent(), version: 0, missing: [], files: [], committee: [],
      dialogue: ArtifactDialogue(reports: [], messages: [], accepts: false, due: nil), outcomes: .hidden(.notYetReleased),
      evaluations: .hidden(.notYetReleased), problems: problems)
  }
}

extension ArtifactContent {
  /// White space at the ends goes, as do empty claims; each badge stands once, in order.
  fileprivate func tidied() -> ArtifactContent {
    ArtifactContent(
      description: trimmed(description),
      claims: claims.map { ArtifactClaim(claim: trimmed($0.claim), experiments: trimmed($0.experiments)) }
        .filter { $0 != ArtifactClaim() },
      hardware: trimmed(hardware), duration: trimmed(duration), accounts: trimmed(accounts), location: trimmed(location),
      access: trimmed(access), badges: Set(badges).sorted())
  }
}

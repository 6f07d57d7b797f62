internal import PeerReview
internal import Store

/// An accepted paper as evaluators get it: its final version, or as accepted while there is none. Nothing of its reviews.
struct AcceptedPaper {
  let row: SubmissionRow
  let title: String
  let abstract: String
  let authors: [String]
  /// Newest versions only: the paper, then its appendix.
  let files: [ManuscriptRow]
}

/// An artifact with its paper and everything that decides how far it is.
struct EvaluatedArtifact {
  let row: ArtifactRow
  let paper: AcceptedPaper
  let call: Call
  let policy: ArtifactPolicy
  let facts: ArtifactFacts
  let files: [ArtifactFileRow]

  var missing: [FieldProblem] { ArtifactRules.missing(row.content, slots: Set(files.map(\.slot)), policy: policy) }
  var isComplete: Bool { missing.isEmpty }
  /// Those the call offers, in order.
  var requested: [ArtifactBadge] { row.content.badges.filter { policy.badge($0) != nil }.sorted() }
  var requestedLabels: [String] { requested.map(policy.label) }

  /// The newest file of a slot.
  func newest(_ slot: ArtifactSlot) -> ArtifactFileRow? { files.first { $0.slot == slot } }
}

extension Act {
  /// What decides over a paper's artifact. The caller has proven the right to know of the paper or of the artifact.
  func artifactFacts(_ row: SubmissionRow, _ call: Call, _ artifact: ArtifactRow?) throws -> ArtifactFacts {
    let decision = try session.decision(on: row.id)
    let accepts = decision.flatMap { call.decision($0.kind) }?.accepts ?? false
    return ArtifactFacts(
      isAccepted: row.facts.state == .submitted && accepts, releasedAt: try session.releasedAt(row.call),
      isRegistered: artifact != nil && artifact?.withdrawnAt == nil, version: artifact?.version ?? 0,
      badgesReleasedAt: try session.badgesReleasedAt(row.call))
  }

  /// Refuses as not found what is not accepted, before the release, and where the call has no artifact evaluation.
  func evaluated(_ row: ArtifactRow, _ call: Call) throws -> EvaluatedArtifact {
    guard let submission = try session.submission(row.submission) else { throw Refusal.notFound }
    let facts = try artifactFacts(submission, call, row)
    let policy = try ArtifactRules.look(facts, call: call)
    return EvaluatedArtifact(
      row: row, paper: try acceptedPaper(submission), call: call, policy: policy, facts: facts,
      files: try session.artifactFiles(of: row.id))
  }

  func acceptedPaper(_ row: SubmissionRow) throws -> AcceptedPaper {
    let final = try session.cameraReady(of: row.id)?.final
    let accepted = try session.version(row.facts.version, of: row.id)?.content
    let authors = try session.authors(of: row.id, version: row.facts.version).map(\.name)
    let files = try session.manuscripts(of: row.id)
    let slots: [FileSlot] = files.contains { $0.slot == .final } ? [.final, .finalAppendix] : [.manuscript, .appendix]
    return AcceptedPaper(
      row: row, title: final?.title ?? accepted?.title ?? row.title, abstract: final?.abstract ?? accepted?.abstract ?? "",
      authors: final?.authors.map(\.name) ?? authors, files: slots.compactMap { slot in files.first { $0.slot == slot } })
  }

  /// How far it is. `evaluations` are the standing ones.
  func state(_ artifact: EvaluatedArtifact, evaluations: [EvaluationRow], submitted: Int, decided: Int) -> ArtifactState {
    ArtifactState(
      isWithdrawn: artifact.row.withdrawnAt != nil, isComplete: artifact.isComplete,
      isDue: now >= artifact.policy.calendar.artifact, evaluators: evaluations.count, evaluations: submitted,
      wanted: artifact.policy.evaluatorsPerArtifact, undecided: artifact.requested.count - decided,
      isReleased: artifact.facts.badgesReleasedAt != nil)
  }

  /// Asks the rules of disclosure for one person and one artifact.
  func reveal(_ artifact: ID<Artifact>, _ policy: ArtifactPolicy, to person: Person, at call: ID<Call>) throws -> ArtifactReveal {
    ArtifactReveal(
      standing: try session.standing(of: person, towardArtifact: artifact),
      moment: ArtifactMoment(policy.calendar, badgesReleasedAt: try session.badgesReleasedAt(call), now: now))
  }

  /// An uploaded file of an artifact under a made-up name. The caller has proven the right to it.
  func copy(of slot: ArtifactSlot, version: Int?, _ artifact: ArtifactRow, number: SubmissionNumber) throws -> StoredCopy {
    let found = try session.artifactFiles(of: artifact.id).first { $0.slot == slot && ($0.version == version || version == nil) }
    guard let found else { throw Refusal.notFound }
    let isArchive = slot == .archive
    let name = "\(artifact.call)-\(number.value)-artifact-\(slot.rawValue)-v\(found.version)"
    return StoredCopy(
      path: try conference.files.path(of: found.sha256), sha256: found.sha256, sizeBytes: found.sizeBytes,
      downloadName: name + (isArchive ? ".archive" : ".pdf"), isArchive: isArchive)
  }

  /// The newest file of what evaluators get: `archive` and `appendix` of the artifact, `paper` and `paper-appendix`.
  func evaluatorsFile(_ name: String, _ artifact: EvaluatedArtifact) throws -> StoredCopy {
    if let slot = ArtifactSlot(rawValue: name) {
      return try copy(of: slot, version: nil, artifact.row, number: artifact.paper.row.number)
    }
    let place = ["paper", "paper-appendix"].firstIndex(of: name)
    let slots: [[FileSlot]] = [[.final, .manuscript], [.finalAppendix, .appendix]]
    guard let place, let file = artifact.paper.files.first(where: { slots[place].contains($0.slot) }) else {
      throw Refusal.notFound
    }
    return try copy(of: file.slot, version: file.version, artifact.paper.row)
  }

  /// Entries about all artifacts of a call, or the committee for them.
  func recordOfArtifacts(_ act: String, by person: Person, at call: ID<Call>, _ detail: String = "") throws {
    try record(act, by: person, at: call, about: AuditRow.subject(ofArtifactsAt: call), detail)
  }
}

/// Asks the rules of disclosure for one viewer of one artifact.
struct ArtifactReveal {
  let standing: ArtifactStanding
  let moment: ArtifactMoment

  /// Nil when the secret is shown.
  func secrecy(of secret: ArtifactSecret) -> Secrecy? {
    DisclosureRules.secrecy(of: secret, for: standing, at: moment)
  }

  func hides(_ secret: ArtifactSecret) -> Bool { secrecy(of: secret) != nil }

  /// For pages that are nothing without these. Refuses as not found when one of them is hidden.
  func require(_ secrets: ArtifactSecret...) throws(Refusal) {
    for secret in secrets where hides(secret) { throw .notFound }
  }
}

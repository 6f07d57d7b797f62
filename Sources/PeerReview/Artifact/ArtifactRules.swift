/// What decides over an artifact, beside what its authors typed.
public struct ArtifactFacts: Hashable, Sendable {
  /// The released decision accepts the paper, and it was not withdrawn.
  public let isAccepted: Bool
  public let releasedAt: Instant?
  public let isRegistered: Bool
  /// Number of the last saved form; 0 before the first.
  public let version: Int
  public let badgesReleasedAt: Instant?

  public init(isAccepted: Bool, releasedAt: Instant?, isRegistered: Bool, version: Int, badgesReleasedAt: Instant?) {
    self.isAccepted = isAccepted
    self.releasedAt = releasedAt
    self.isRegistered = isRegistered
    self.version = version
    self.badgesReleasedAt = badgesReleasedAt
  }
}

/// What authors may do with artifacts, and when (C18).
public enum ArtifactRules {
  public static let claimsLimit = 20
  public static let textCharacters = 10_000
  public static let messageCharacters = 5_000

  /// Looking at it: for authors of accepted papers, once decisions are released. Anything else is not found, so that the
  /// answer tells nothing of a decision.
  @discardableResult
  public static func look(_ facts: ArtifactFacts, call: Call) throws(Refusal) -> ArtifactPolicy {
    guard facts.isAccepted, facts.releasedAt != nil, let policy = call.artifacts else { throw .notFound }
    return policy
  }

  /// Registering, which is voluntary: until registration closes.
  public static func register(_ facts: ArtifactFacts, call: Call, at now: Instant) throws(Refusal) {
    let policy = try look(facts, call: call)
    if now >= policy.calendar.registration { throw .closed(since: policy.calendar.registration) }
  }

  /// Saving the form, uploading a file or taking the artifact back: of a registered one, until the artifact is due.
  public static func change(_ facts: ArtifactFacts, call: Call, at now: Instant) throws(Refusal) {
    let policy = try look(facts, call: call)
    if !facts.isRegistered { throw .invalid([FieldProblem("", "Register the artifact first.")]) }
    if now >= policy.calendar.artifact { throw .closed(since: policy.calendar.artifact) }
  }

  /// Refuses `stale` when another tab or author saved first.
  public static func save(_ facts: ArtifactFacts, basedOn version: Int, call: Call, at now: Instant) throws(Refusal) {
    try change(facts, call: call, at: now)
    if facts.version != version { throw .stale }
  }

  /// Writing to the evaluators: from the day the artifact was due until answers are.
  public static func answer(_ facts: ArtifactFacts, call: Call, at now: Instant) throws(Refusal) {
    let policy = try look(facts, call: call)
    if !facts.isRegistered { throw .notFound }
    try Period(opens: policy.calendar.artifact, closes: policy.calendar.answers).require(at: now)
  }

  /// What can't be stored even while it is incomplete.
  public static func check(_ content: ArtifactContent, policy: ArtifactPolicy) throws(Refusal) {
    var problems: [FieldProblem] = []
    let texts = [
      ("description", content.description), ("hardware", content.hardware), ("duration", content.duration),
      ("accounts", content.accounts), ("access", content.access),
    ]
    let claims = content.claims.enumerated().flatMap {
      [("claims.\($0).claim", $1.claim), ("claims.\($0).experiments", $1.experiments)]
    }
    for (field, text) in texts + claims where text.count > textCharacters {
      problems.append(FieldProblem(field, "This has more than \(textCharacters) characters. Put the rest into the appendix."))
    }
    if content.claims.count > claimsLimit {
      problems.append(FieldProblem("claims", "List at most \(claimsLimit) claims, those the paper stands on."))
    }
    for badge in content.badges where policy.badge(badge) == nil {
      problems.append(FieldProblem("badges", "The call does not offer “\(badge.rawValue)”."))
    }
    if !content.location.isEmpty {
      if ArchivalIdentifier(content.location) == nil, WebAddress(content.location) == nil {
        let sentence = "Give an address that begins with https://, or an identifier such as 10.5281/zenodo.1234567."
        problems.append(FieldProblem("location", sentence))
      } else if content.badges.contains(.available), let reason = ArchivalIdentifier.reason(against: content.location) {
        problems.append(FieldProblem("location", reason))
      }
    }
    if !problems.isEmpty { throw .invalid(problems) }
  }

  /// What the authors still owe. Empty exactly when nothing is: then it is evaluated as it stands when it is due.
  public static func missing(_ content: ArtifactContent, slots: Set<ArtifactSlot>, policy: ArtifactPolicy) -> [FieldProblem] {
    var missing: [FieldProblem] = []
    func want(_ field: String, _ text: String, _ sentence: String) {
      if Words.isBlank(text) { missing.append(FieldProblem(field, sentence)) }
    }
    want("description", content.description, "Say what the artifact is and what it holds.")
    if content.claims.isEmpty {
      missing.append(FieldProblem("claims", "List the claims of the paper that the artifact supports."))
    }
    for (index, claim) in content.claims.enumerated() {
      want("claims.\(index).claim", claim.claim, "Claim \(index + 1): say what the paper claims.")
      want("claims.\(index).experiments", claim.experiments, "Claim \(index + 1): name the experiments that support it.")
    }
    want("hardware", content.hardware, "Say which hardware it needs, or “none in particular”.")
    want("duration", content.duration, "Say how long the experiments take.")
    if content.badges.isEmpty { missing.append(FieldProblem("badges", "Request at least one badge.")) }
    if content.badges.contains(.available) {
      if content.location.isEmpty {
        missing.append(
          FieldProblem("location", "“\(policy.label(.available))” needs the DOI or identifier of an archival repository."))
      }
    } else if content.location.isEmpty, !slots.contains(.archive) {
      missing.append(FieldProblem("archive", "Upload an archive of the artifact, or say where it lies."))
    }
    return missing
  }

  static func checkText(_ text: String, field: String, limit: Int, empty sentence: String) throws(Refusal) {
    if Words.isBlank(text) { throw .invalid([FieldProblem(field, sentence)]) }
    if text.count > limit {
      throw .invalid([FieldProblem(field, "This has more than \(limit) characters. Shorten it.")])
    }
  }

  /// A message of the dialogue, by either side.
  public static func message(_ text: String) throws(Refusal) {
    try checkText(text, field: "text", limit: messageCharacters, empty: "Write something first.")
  }
}

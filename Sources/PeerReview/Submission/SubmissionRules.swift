/// The dated facts a rule about a submission needs.
public struct SubmissionFacts: Hashable, Sendable {
  public let submittedAt: Instant?
  public let withdrawnAt: Instant?
  public let deskRejectedAt: Instant?
  /// The track of the last saved version.
  public let track: String
  /// Number of the last saved version.
  public let version: Int

  public init(submittedAt: Instant?, withdrawnAt: Instant?, deskRejectedAt: Instant?, track: String, version: Int) {
    self.submittedAt = submittedAt
    self.withdrawnAt = withdrawnAt
    self.deskRejectedAt = deskRejectedAt
    self.track = track
    self.version = version
  }

  public var state: SubmissionState {
    SubmissionState(submittedAt: submittedAt, withdrawnAt: withdrawnAt, deskRejectedAt: deskRejectedAt)
  }
}

/// What authors may do with a submission, and when (C5, C6, C10, C17).
public enum SubmissionRules {
  /// Registering a paper: within the submission period, to the second.
  public static func register(call: Call, at now: Instant) throws(Refusal) {
    try call.calendar.submission.require(at: now)
  }

  /// A chair's loading of papers from a file: within the same period as everybody's registering (C10, C24). As submitted only
  /// with the reason why nobody was asked for a manuscript and declarations; the reason stays on record.
  public static func load(call: Call, asSubmitted: Bool, reason: String, at now: Instant) throws(Refusal) {
    try register(call: call, at: now)
    if asSubmitted && Words.isBlank(reason) {
      throw .invalid([FieldProblem("reason", "Say why these papers count as submitted without what the call asks of authors.")])
    }
  }

  /// Saving the form. The track may change as long as submissions are open, and not a second longer (C5, C6).
  /// Refuses `stale` when another tab or author saved first; the caller shows both texts.
  public static func save(_ facts: SubmissionFacts, basedOn version: Int, call: Call, at now: Instant) throws(Refusal) {
    try edit(facts, call: call, at: now)
    if facts.version != version { throw .stale }
  }

  /// Uploading a file: the same deadline for manuscript and appendix (C17).
  public static func upload(_ facts: SubmissionFacts, call: Call, at now: Instant) throws(Refusal) {
    try edit(facts, call: call, at: now)
  }

  /// Declaring a paper submitted. What is missing is refused by `Completeness`, not here.
  public static func submit(_ facts: SubmissionFacts, call: Call, at now: Instant) throws(Refusal) {
    try edit(facts, call: call, at: now)
  }

  /// Taking a paper back: until decisions are released.
  public static func withdraw(_ facts: SubmissionFacts, releasedAt: Instant?) throws(Refusal) {
    if let withdrawn = facts.withdrawnAt { throw .closed(since: withdrawn) }
    if let rejected = facts.deskRejectedAt { throw .closed(since: rejected) }
    if let releasedAt { throw .closed(since: releasedAt) }
  }

  /// Rejection without review (C8, C23): of a submitted paper, before decisions are released, on a ground of the call.
  public static func rejectWithoutReview(
    _ facts: SubmissionFacts, ground: String, call: Call, releasedAt: Instant?
  ) throws(Refusal) {
    try requireUnderReview(facts)
    if let releasedAt { throw .closed(since: releasedAt) }
    guard call.desk.grounds.contains(where: { $0.key == ground }) else {
      throw .invalid([FieldProblem("ground", "Choose one of the grounds the call states for a rejection without review.")])
    }
  }

  /// Whether the paper is in the process: submitted, not withdrawn, not rejected by the desk.
  public static func requireUnderReview(_ facts: SubmissionFacts) throws(Refusal) {
    switch facts.state {
    case .submitted: return
    case .withdrawn: throw .closed(since: facts.withdrawnAt ?? Instant(seconds: 0))
    case .deskRejected: throw .closed(since: facts.deskRejectedAt ?? Instant(seconds: 0))
    case .draft: throw .notFound
    }
  }

  private static func edit(_ facts: SubmissionFacts, call: Call, at now: Instant) throws(Refusal) {
    if let withdrawn = facts.withdrawnAt { throw .closed(since: withdrawn) }
    if let rejected = facts.deskRejectedAt { throw .closed(since: rejected) }
    try call.calendar.submission.require(at: now)
  }
}

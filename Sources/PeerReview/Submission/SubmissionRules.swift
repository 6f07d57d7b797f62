/// The dated facts a rule about a submission needs.
public struct SubmissionFacts: Hashable, Sendable {
  public let submittedAt: Instant?
  public let withdrawnAt: Instant?
  public let deskRejectedAt: Instant?
  /// The track of the last saved version.
  public let track: String
  /// Number of the last saved version.
  public let version: Int
  /// Until when a chair lets this paper be changed beyond the deadline of all.
  public let extendedUntil: Instant?

  public init(
    submittedAt: Instant?, withdrawnAt: Instant?, deskRejectedAt: Instant?, track: String, version: Int,
    extendedUntil: Instant? = nil
  ) {
    self.submittedAt = submittedAt
    self.withdrawnAt = withdrawnAt
    self.deskRejectedAt = deskRejectedAt
    self.track = track
    self.version = version
    self.extendedUntil = extendedUntil
  }

  /// When this paper can be changed: as all, or longer by a chair's word.
  public func period(_ call: Call) -> Period {
    let usual = call.calendar.completing
    return Period(opens: usual.opens, closes: max(usual.closes, extendedUntil ?? usual.closes))
  }

  public var state: SubmissionState {
    SubmissionState(submittedAt: submittedAt, withdrawnAt: withdrawnAt, deskRejectedAt: deskRejectedAt)
  }
}

/// What authors may do with a submission, and when (C5, C6, C10, C17).
public enum SubmissionRules {
  /// Registering a paper: within the submission period, to the second, and before registration closes where that is a date of its
  /// own.
  public static func register(call: Call, at now: Instant) throws(Refusal) {
    try call.calendar.registering.require(at: now)
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

  /// Returning a withdrawn paper, by a chair: until decisions are released.
  public static func undoWithdrawal(_ facts: SubmissionFacts, releasedAt: Instant?) throws(Refusal) {
    if facts.withdrawnAt == nil { throw .notFound }
    if let releasedAt { throw .closed(since: releasedAt) }
  }

  /// The explanation that goes to authors with a rejection without review.
  public static func explain(_ explanation: String) throws(Refusal) {
    if !explanation.isEmpty, explanation.count <= DecisionRules.limitCharacters { return }
    throw .invalid([
      FieldProblem(
        "explanation", "Explain the rejection to the authors, in at most \(DecisionRules.limitCharacters) characters.")
    ])
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
    try facts.period(call).require(at: now)
  }

  /// How much more time one paper may get at once.
  public static let extensionHours = 1...336

  /// Whether any more time could be given.
  public static func canBeExtended(_ facts: SubmissionFacts, call: Call, at now: Instant) -> Bool {
    facts.withdrawnAt == nil && facts.deskRejectedAt == nil && now < call.calendar.bidding.opens
  }

  /// More time for one paper, counted from when it could be changed until, or from `now` when that is past; returns until when. It ends
  /// before the committee looks at papers.
  public static func extend(_ facts: SubmissionFacts, hours: Int, call: Call, at now: Instant) throws(Refusal) -> Instant {
    if let withdrawn = facts.withdrawnAt { throw .closed(since: withdrawn) }
    if let rejected = facts.deskRejectedAt { throw .closed(since: rejected) }
    let bidding = call.calendar.bidding.opens
    if now >= bidding { throw .closed(since: bidding) }
    if !extensionHours.contains(hours) {
      throw .invalid([
        FieldProblem("hours", "Give from \(extensionHours.lowerBound) to \(extensionHours.upperBound) hours more.")
      ])
    }
    let until = max(now, facts.period(call).closes).adding(.hours(Int64(hours)))
    if until > bidding {
      throw .invalid([FieldProblem("hours", "That ends after bidding opens, \(bidding.utc). Give fewer hours.")])
    }
    return until
  }
}

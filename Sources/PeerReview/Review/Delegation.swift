/// A reviewer's request that somebody from outside writes a review for them. A noun to hang ids on.
public enum Delegation {}

/// Whether reviewers may have others write for them.
public enum DelegationPolicy: String, Hashable, CaseIterable, Sendable {
  case no
  case yes
  /// A chair who may know the paper has to agree first.
  case approval
}

/// The dates a delegation's state follows from.
public struct DelegationFacts: Hashable, Sendable {
  public let askedAt: Instant
  /// A chair agreed, or none had to.
  public let approvedAt: Instant?
  public let acceptedAt: Instant?
  public let handedOverAt: Instant?
  public let ended: Ending?

  public struct Ending: Hashable, Sendable {
    public let at: Instant
    public let reason: Reason
    public init(at: Instant, reason: Reason) {
      self.at = at
      self.reason = reason
    }
  }

  public enum Reason: String, Hashable, CaseIterable, Sendable {
    /// By a chair, before the letter or at any time after.
    case refused
    case declined
    case takenBack = "taken back"
    /// By whoever wrote, after accepting.
    case returned
    /// The reviewer has the paper no more.
    case assignmentEnded = "assignment ended"
  }

  public init(
    askedAt: Instant, approvedAt: Instant? = nil, acceptedAt: Instant? = nil, handedOverAt: Instant? = nil, ended: Ending? = nil
  ) {
    self.askedAt = askedAt
    self.approvedAt = approvedAt
    self.acceptedAt = acceptedAt
    self.handedOverAt = handedOverAt
    self.ended = ended
  }

  /// Whether a chair has still to agree.
  public var waitsForChair: Bool { ended == nil && approvedAt == nil }
}

/// When and how a review may be delegated.
public enum DelegationRules {
  public static let limitNameCharacters = 200
  public static let limitMessageCharacters = 2_000
  /// How long the letter's link holds.
  public static let lifetime = Span.days(30)

  /// Asking somebody. Refuses `notFound` where the call has no delegation, `invalid` an address that is none, is the reviewer's own
  /// or belongs to the program: who serves is public, and gets papers from the chairs. Nothing else is asked of the address here:
  /// an answer would tell who wrote the paper.
  public static func ask(
    name: String, email: String, message: String, by reviewer: String, isOfProgram: Bool, isStanding: Bool,
    facts: SubmissionFacts, call: Call, at now: Instant
  ) throws(Refusal) -> EmailAddress {
    if call.assignment.delegation == .no { throw .notFound }
    try ReviewRules.write(facts, call: call, at: now)
    var problems: [FieldProblem] = []
    if isStanding { problems.append(FieldProblem("email", "Take back what stands before you ask somebody else.")) }
    if Words.isBlank(name) || name.count > limitNameCharacters {
      problems.append(FieldProblem("name", "Give their name, in at most \(limitNameCharacters) characters."))
    }
    let address = EmailAddress(email)
    if address == nil {
      problems.append(FieldProblem("email", "This is not an e-mail address. Write it as name@example.org."))
    } else if address?.folded == reviewer {
      problems.append(FieldProblem("email", "This is your own address."))
    } else if isOfProgram {
      problems.append(FieldProblem("email", "They serve on this program. Ask the chairs to give them the paper."))
    }
    if message.count > limitMessageCharacters {
      problems.append(FieldProblem("message", "Your words have more than \(limitMessageCharacters) characters. Shorten them."))
    }
    guard let address, problems.isEmpty else { throw .invalid(problems) }
    return address
  }

  /// Reading the paper and writing for a reviewer: while the reviewer may write.
  public static func write(_ facts: SubmissionFacts, call: Call, at now: Instant) throws(Refusal) {
    if call.assignment.delegation == .no { throw .notFound }
    try ReviewRules.write(facts, call: call, at: now)
  }

  /// A chair's answer, and a chair's end of one that stands. Nobody decides about their own.
  public static func judge(
    _ facts: DelegationFacts, approves: Bool, isOwn: Bool, call: Call, at now: Instant
  ) throws(Refusal) {
    if call.assignment.delegation == .no { throw .notFound }
    if let ended = facts.ended { throw .closed(since: ended.at) }
    if isOwn { throw .invalid([FieldProblem("", "You asked for this one. Another chair has to decide.")]) }
    if approves, facts.approvedAt != nil { throw .stale }
    if approves, now >= call.calendar.discussion.closes { throw .closed(since: call.calendar.discussion.closes) }
  }

  /// What a reviewer's draft becomes with what was written for them: their own grades stay, open ones are filled, and where both
  /// wrote, the other text follows theirs. Nothing of theirs is lost; done twice, it is done once.
  public static func taken(_ theirs: ReviewAnswers, into own: ReviewAnswers) -> ReviewAnswers {
    ReviewAnswers(
      scores: theirs.scores.merging(own.scores) { _, mine in mine },
      texts: theirs.texts.merging(own.texts) { text, mine in
        if Words.isBlank(mine) { return text }
        return Words.isBlank(text) || mine.contains(text) ? mine : mine + "\n\n" + text
      })
  }
}

extension CallFileReader {
  func delegation(_ section: CallFileSection) -> DelegationPolicy {
    guard section.field("delegation") != nil else { return .no }
    return DelegationPolicy(rawValue: section.choice("delegation", of: DelegationPolicy.allCases.map(\.rawValue))) ?? .no
  }
}

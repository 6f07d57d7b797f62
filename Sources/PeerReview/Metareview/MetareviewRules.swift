/// What a metareviewer says of a paper, and the task to say it. A noun to hang ids on.
public enum Metareview {}

/// What a metareviewer writes.
public struct MetareviewText: Hashable, Sendable {
  public var toAuthors: String
  /// For the chairs alone.
  public var toChairs: String
  /// A decision kind's key; empty while open.
  public var recommendation: String

  public init(toAuthors: String = "", toChairs: String = "", recommendation: String = "") {
    self.toAuthors = toAuthors
    self.toChairs = toChairs
    self.recommendation = recommendation
  }

  /// The texts as they are kept: a line break is one character, however a browser sends it.
  public var tidied: MetareviewText {
    func plain(_ text: String) -> String { String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 }) }
    return MetareviewText(toAuthors: plain(toAuthors), toChairs: plain(toChairs), recommendation: recommendation)
  }
}

/// Who may be asked for a meta-review, and when it is written (C22).
public enum MetareviewRules {
  public static let limitCharacters = 50_000

  /// Every change of who leads which discussion. Refuses `notFound` where the call has no meta-reviews, otherwise as for
  /// assignments.
  public static func assign(call: Call, releasedAt: Instant?, at now: Instant) throws(Refusal) {
    guard call.metareviews != nil else { throw .notFound }
    try AssignmentRules.plan(call: call, releasedAt: releasedAt, at: now)
  }

  /// Saving a draft or handing it in: from when metareviewers may read the reviews until decisions are released.
  public static func write(_ facts: SubmissionFacts, call: Call, releasedAt: Instant?, at now: Instant) throws(Refusal) {
    guard let policy = call.metareviews else { throw .notFound }
    try SubmissionRules.requireUnderReview(facts)
    if let releasedAt { throw .closed(since: releasedAt) }
    if now < policy.opens(call) { throw .notYetOpen(opens: policy.opens(call)) }
  }

  /// What can't even be kept in a draft: recommendations the call does not have, texts without end.
  public static func check(_ text: MetareviewText, call: Call) throws(Refusal) {
    var problems: [FieldProblem] = []
    if !text.recommendation.isEmpty, call.decision(text.recommendation) == nil {
      problems.append(FieldProblem("recommendation", "Choose one of the decisions offered."))
    }
    for (field, words) in [("toAuthors", text.toAuthors), ("toChairs", text.toChairs)] where words.count > limitCharacters {
      problems.append(FieldProblem(field, "This text has more than \(limitCharacters) characters. Shorten it."))
    }
    if !problems.isEmpty { throw .invalid(problems) }
  }

  /// What is still open, in the order of the form. Where authors read nothing, the chairs are written to.
  public static func missing(_ text: MetareviewText, call: Call) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if call.metareviews?.isShownToAuthors == true {
      if Words.isBlank(text.toAuthors) { problems.append(FieldProblem("toAuthors", "Sum the reviews up for the authors.")) }
    } else if Words.isBlank(text.toChairs) {
      problems.append(FieldProblem("toChairs", "Sum the reviews up for the chairs."))
    }
    if text.recommendation.isEmpty { problems.append(FieldProblem("recommendation", "Choose what you recommend.")) }
    return problems
  }

  /// Where a meta-review stands. It is due when the discussion closes.
  public static func progress(hasDraft: Bool, submittedAt: Instant?, call: Call, at now: Instant) -> ReviewProgress {
    if submittedAt != nil { return .submitted }
    if now >= call.calendar.discussion.closes { return .late }
    return hasDraft ? .draft : .notBegun
  }
}

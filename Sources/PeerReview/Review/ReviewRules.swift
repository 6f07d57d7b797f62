/// One version of a review. A noun to hang ids on.
public enum Review {}

/// What a reviewer answered, by the keys of the track's review form.
public struct ReviewAnswers: Hashable, Sendable, Codable {
  public var scores: [String: Int]
  public var texts: [String: String]

  public init(scores: [String: Int] = [:], texts: [String: String] = [:]) {
    self.scores = scores
    self.texts = texts
  }
}

/// When and how a reviewer may write (C2, C3, C22).
public enum ReviewRules {
  /// The longest text a review field takes, in characters.
  public static let limitCharacters = 50_000

  /// Saving a draft or submitting: from the start of reviewing until discussion ends, on a paper still in the process.
  public static func write(_ facts: SubmissionFacts, call: Call, at now: Instant) throws(Refusal) {
    try SubmissionRules.requireUnderReview(facts)
    try Period(opens: call.calendar.reviewing.opens, closes: call.calendar.discussion.closes).require(at: now)
  }

  /// What can't even be kept in a draft: unknown questions, grades off the scale, texts without end.
  public static func check(_ answers: ReviewAnswers, form: ReviewForm) throws(Refusal) {
    var problems: [FieldProblem] = []
    for (key, value) in answers.scores.sorted(by: { $0.key < $1.key }) {
      guard let criterion = form.scored.first(where: { $0.key == key }) else {
        problems.append(FieldProblem("scores.\(key)", "This track's review form does not ask this question."))
        continue
      }
      if !criterion.grades.contains(where: { $0.value == value }) {
        problems.append(FieldProblem("scores.\(key)", "Choose one of the grades offered for “\(criterion.label)”."))
      }
    }
    for (key, text) in answers.texts.sorted(by: { $0.key < $1.key }) {
      if !form.texts.contains(where: { $0.key == key }) {
        problems.append(FieldProblem("texts.\(key)", "This track's review form does not ask this question."))
      } else if text.count > limitCharacters {
        problems.append(FieldProblem("texts.\(key)", "This text has more than \(limitCharacters) characters. Shorten it."))
      }
    }
    if !problems.isEmpty { throw .invalid(problems) }
  }

  /// Every question the form requires that is still open, in the order of the form.
  public static func missing(_ answers: ReviewAnswers, form: ReviewForm) -> [FieldProblem] {
    let scores = form.scored.filter { answers.scores[$0.key] == nil }
      .map { FieldProblem("scores.\($0.key)", "Choose a grade for “\($0.label)”.") }
    let texts = form.texts.filter { $0.required && Words.isBlank(answers.texts[$0.key] ?? "") }
      .map { FieldProblem("texts.\($0.key)", "“\($0.label)” needs an answer.") }
    return scores + texts
  }

  /// The longest reason for handing a paper back, in characters.
  public static let limitReasonCharacters = 2_000

  /// Handing a paper back: with a reason for the chairs, until decisions are released.
  public static func recuse(reason: String, releasedAt: Instant?) throws(Refusal) {
    if let releasedAt { throw .closed(since: releasedAt) }
    if Words.isBlank(reason) {
      throw .invalid([FieldProblem("reason", "Tell the chairs in a few words why you hand the paper back.")])
    }
    if reason.count > limitReasonCharacters {
      throw .invalid([
        FieldProblem("reason", "The reason has more than \(limitReasonCharacters) characters. Shorten it.")
      ])
    }
  }

  /// The longest word of a chair in a reminder, in characters.
  public static let limitReminderCharacters = 2_000
  /// Nobody is reminded of one review twice within it.
  public static let reminderPause = Span.hours(20)

  /// Reminding reviewers of what is missing: from the opening of reviewing until decisions are released.
  public static func remind(message: String, call: Call, releasedAt: Instant?, at now: Instant) throws(Refusal) {
    if let releasedAt { throw .closed(since: releasedAt) }
    if now < call.calendar.reviewing.opens { throw .notYetOpen(opens: call.calendar.reviewing.opens) }
    if message.count > limitReminderCharacters {
      throw .invalid([
        FieldProblem("message", "Your words have more than \(limitReminderCharacters) characters. Shorten them.")
      ])
    }
  }

  /// Where one's own review stands, as its writer's list of papers tells it.
  public static func progress(
    hasDraft: Bool, submittedAt: Instant?, round: String, call: Call, at now: Instant
  ) -> ReviewProgress {
    if submittedAt != nil { return .submitted }
    if now >= call.calendar.reviewsDue(in: round) { return .late }
    return hasDraft ? .draft : .notBegun
  }

  /// The part of a review that authors may ever read: fields the form marks as shown to authors.
  public static func authorsPart(of answers: ReviewAnswers, form: ReviewForm) -> ReviewAnswers {
    if Mutation.opens("authors read private fields") { return answers }
    let scores = Set(form.scored.filter(\.shownToAuthors).map(\.key))
    let texts = Set(form.texts.filter(\.shownToAuthors).map(\.key))
    return ReviewAnswers(
      scores: answers.scores.filter { scores.contains($0.key) }, texts: answers.texts.filter { texts.contains($0.key) })
  }
}

/// How far a reviewer has come with one paper.
public enum ReviewProgress: String, Hashable, CaseIterable, Sendable {
  case notBegun = "not begun"
  case draft
  /// Due and not in; it may still come until discussion closes.
  case late
  case submitted
}

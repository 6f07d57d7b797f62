/// What those who serve on the artifact committee may do, and when (C18).
public enum EvaluationRules {
  public static let textCharacters = 20_000

  /// Preferences: on registered artifacts, from the close of registration until artifacts are due.
  public static func prefer(level: String, call: Call, at now: Instant) throws(Refusal) {
    guard let calendar = call.artifacts?.calendar else { throw .notFound }
    try Period(opens: calendar.registration, closes: calendar.artifact).require(at: now)
    if !level.isEmpty, !call.bidding.levels.contains(where: { $0.key == level }) {
      throw .invalid([FieldProblem("level", "Choose one of the levels offered.")])
    }
  }

  /// Giving artifacts to evaluators: complete ones, once they are due and until badges are released.
  public static func assign(_ facts: ArtifactFacts, isComplete: Bool, call: Call, at now: Instant) throws(Refusal) {
    let policy = try ArtifactRules.look(facts, call: call)
    if now < policy.calendar.artifact { throw .notYetOpen(opens: policy.calendar.artifact) }
    try requireUnreleased(facts)
    if !isComplete {
      throw .invalid([FieldProblem("person", "This artifact was not complete when it was due, so it is not evaluated.")])
    }
  }

  /// Reports, messages of evaluators and forms: once artifacts are due, until badges are released. What comes after the day
  /// it was due is late, and counts.
  public static func evaluate(_ facts: ArtifactFacts, call: Call, at now: Instant) throws(Refusal) {
    let policy = try ArtifactRules.look(facts, call: call)
    if now < policy.calendar.artifact { throw .notYetOpen(opens: policy.calendar.artifact) }
    try requireUnreleased(facts)
  }

  private static func requireUnreleased(_ facts: ArtifactFacts) throws(Refusal) {
    if let released = facts.badgesReleasedAt { throw .closed(since: released) }
  }

  /// A first report: whether it runs, and, when something is in the way, what.
  public static func report(_ outcome: KickTheTires?, text: String) throws(Refusal) {
    guard let outcome else { throw .invalid([FieldProblem("outcome", "Say whether it works so far.")]) }
    if outcome != .works || !text.isEmpty {
      try ArtifactRules.checkText(
        text, field: "report", limit: ArtifactRules.messageCharacters,
        empty: "Say what is in the way, so that the authors can answer.")
    }
  }

  /// What can't be stored, not even as a draft.
  public static func check(_ content: EvaluationContent, requested: [ArtifactBadge], policy: ArtifactPolicy) throws(Refusal) {
    var problems: [FieldProblem] = []
    let known = Set(requested.flatMap { badge in (policy.badge(badge)?.checklist ?? []).map { "\(badge.rawValue).\($0.key)" } })
    if !known.isSuperset(of: content.checks) { problems.append(FieldProblem("checks", "Choose from the checks offered.")) }
    if !Set(requested.map(\.rawValue)).isSuperset(of: content.recommendations.keys) {
      problems.append(FieldProblem("badges", "Choose from the badges requested."))
    }
    for (field, text) in [("toAuthors", content.toAuthors), ("toChairs", content.toChairs), ("nomination", content.nomination)]
    where text.count > textCharacters {
      problems.append(FieldProblem(field, "This has more than \(textCharacters) characters. Shorten it."))
    }
    if !problems.isEmpty { throw .invalid(problems) }
  }

  /// Handing it in: a recommendation for each badge requested; every check of a recommended badge holds; a refusal and a
  /// nomination say why.
  public static func submit(_ content: EvaluationContent, requested: [ArtifactBadge], policy: ArtifactPolicy) throws(Refusal) {
    try check(content, requested: requested, policy: policy)
    var problems: [FieldProblem] = []
    for badge in requested {
      guard let recommends = content.recommends(badge) else {
        problems.append(FieldProblem("badges.\(badge.rawValue)", "\(policy.label(badge)): say whether you recommend it."))
        continue
      }
      let open = (policy.badge(badge)?.checklist ?? []).filter { !content.checks.contains("\(badge.rawValue).\($0.key)") }
      if recommends, let first = open.first {
        let sentence =
          "\(policy.label(badge)): it can be recommended when every check holds, and this one does not: \(first.text)"
        problems.append(FieldProblem("badges.\(badge.rawValue)", sentence))
      }
    }
    if content.recommendations.values.contains(false), Words.isBlank(content.toAuthors) {
      problems.append(FieldProblem("toAuthors", "Tell the authors why you do not recommend a badge."))
    }
    if content.recommends(.reusable) == true, content.recommends(.functional) == false {
      problems.append(
        FieldProblem(
          "badges.\(ArtifactBadge.functional.rawValue)",
          "“\(policy.label(.reusable))” exceeds “\(policy.label(.functional))”: recommend both or neither."))
    }
    if content.nominates, Words.isBlank(content.nomination) {
      problems.append(FieldProblem("nomination", "Say what makes it one of the best."))
    }
    if !problems.isEmpty { throw .invalid(problems) }
  }
}

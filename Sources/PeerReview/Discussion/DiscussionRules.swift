/// One contribution to the discussion among a paper's reviewers and chairs. A noun to hang ids on.
public enum Comment {}

public enum DiscussionRules {
  public static let limitCharacters = 20_000

  /// Chairs at any time of reviewing; reviewers once their own review is in, so that it stays their own;
  /// the metareviewer from when they may read it.
  public static func comment(
    _ facts: SubmissionFacts, text: String, standing: Standing, call: Call, releasedAt: Instant?, at now: Instant
  ) throws(Refusal) {
    switch standing {
    case .chair: break
    case .reviewer(let ownReviewIn): if !ownReviewIn { throw .notYours }
    case .metareviewer:
      guard let policy = call.metareviews else { throw .notFound }
      if now < policy.opens(call) { throw .notYetOpen(opens: policy.opens(call)) }
    case .author, .conflicted, .external, .committee, .publication, .outsider: throw .notFound
    }
    try SubmissionRules.requireUnderReview(facts)
    if let releasedAt { throw .closed(since: releasedAt) }
    if now < call.calendar.reviewing.opens { throw .notYetOpen(opens: call.calendar.reviewing.opens) }
    if Words.isBlank(text) { throw .invalid([FieldProblem("text", "Write the comment first.")]) }
    if text.count > limitCharacters {
      throw .invalid([FieldProblem("text", "The comment has more than \(limitCharacters) characters. Shorten it.")])
    }
  }
}

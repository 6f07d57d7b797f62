internal import Pages
internal import PeerReview
internal import Store

extension Act {
  /// Submitted reviews of a paper as its authors read them.
  func cardsForAuthors(of row: SubmissionRow, _ call: VersionedCall) throws -> [ReviewCard] {
    try cardsForAuthors(session.submittedReviews(of: row.id), row.facts.track, call)
  }

  /// Under pseudonyms, with what the form shows to authors and nothing else; times could tell who wrote them.
  func cardsForAuthors(_ reviews: [SubmittedReviewRow], _ track: String, _ call: VersionedCall) throws -> [ReviewCard] {
    try reviews.compactMap { submitted in
      guard let form = try reviewForm(track, call, begunAt: submitted.review.callVersion) else { return nil }
      return ReviewCard(
        heading: "Reviewer \(submitted.pseudonym)",
        answers: ReviewRules.authorsPart(of: submitted.review.answers, form: form), form: form, submittedAt: nil)
    }
  }

  /// The outcome as authors read it, for callers that disclosure lets through; nil when none was recorded.
  func decisionPanel(_ row: SubmissionRow, _ call: Call, releasedAt: Instant?, showsMetareview: Bool) throws -> DecisionPanel? {
    guard let decision = try session.decision(on: row.id) else { return nil }
    guard row.facts.state == .submitted else { return nil }
    let kind = call.decision(decision.kind)
    let final = releasedAt != nil && kind?.accepts == true && call.cameraReady != nil ? try finalPaper(row, call) : nil
    let invites = releasedAt != nil && kind?.accepts == true && call.artifacts != nil
    return DecisionPanel(
      label: kind?.label ?? decision.kind, accepts: kind?.accepts ?? false, note: decision.note, releasedAt: releasedAt,
      finalVersion: final.map { .init(link: "/submissions/\(row.id)/final", due: $0.due) },
      metareview: showsMetareview
        ? try session.metareviewTask(of: row.id).flatMap { try session.metareviews(of: $0.id).first?.text.toAuthors } : nil,
      artifact: invites ? "/submissions/\(row.id)/artifact" : nil)
  }
}

internal import Pages
internal import PeerReview
internal import Store

extension Act {
  /// Submitted reviews of a paper as cards, under pseudonyms. `forAuthors` keeps only what the form shows to authors
  /// and leaves out the times, which could tell who wrote them.
  func reviewCards(_ row: SubmissionRow, _ call: Call, forAuthors: Bool) throws -> [ReviewCard] {
    guard let form = call.track(row.facts.track)?.reviewForm else { return [] }
    return try session.submittedReviews(of: row.id).map { submitted in
      ReviewCard(
        heading: "Reviewer \(submitted.pseudonym)",
        answers: forAuthors ? ReviewRules.authorsPart(of: submitted.review.answers, form: form) : submitted.review.answers,
        form: form, submittedAt: forAuthors ? nil : submitted.review.at, version: forAuthors ? 1 : submitted.review.version)
    }
  }

  /// The outcome as authors read it; nil when none was recorded or nothing was released.
  func decisionPanel(_ row: SubmissionRow, _ call: Call, releasedAt: Instant?) throws -> DecisionPanel? {
    guard let releasedAt, let decision = try session.decision(on: row.id) else { return nil }
    guard row.facts.state == .submitted else { return nil }
    let kind = call.decision(decision.kind)
    return DecisionPanel(
      label: kind?.label ?? decision.kind, accepts: kind?.accepts ?? false, note: decision.note, releasedAt: releasedAt)
  }
}

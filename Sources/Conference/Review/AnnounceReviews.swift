internal import Pages
internal import PeerReview
internal import Store

extension Conference {
  /// Tells authors, once, that reviews can be read: due from the instant the call states (C11).
  func announceReviews() async throws {
    for id in try await calls() {
      let isDue = try await look { act in
        let calendar = try act.call(id).call.calendar
        return try calendar.response.contains(act.now) && !act.session.areReviewsAnnounced(id)
      }
      guard isDue else { continue }
      try await act { act in
        let call = try act.call(id).call
        guard try call.calendar.response.contains(act.now) && !act.session.areReviewsAnnounced(id) else { return }
        try act.session.announceReviews(of: id, at: act.now)
        try act.record("announce reviews", bySystem: "calendar", at: id, about: id.text)
        for row in try act.session.submissionsUnderReview(in: id) { try act.tellReviewsAvailable(row, call) }
      }
    }
  }
}

extension Act {
  fileprivate func tellReviewsAvailable(_ row: SubmissionRow, _ call: Call) throws {
    let reviews = try session.reviewedAssignments(of: row.id).count
    if reviews == 0 { return }
    for author in try session.authors(of: row.id, version: row.facts.version) where author.contact {
      try post(
        ReviewsAvailableLetter(
          head: letterhead(call), number: row.number, title: row.title, reviews: reviews,
          due: call.calendar.response.closes, limitWords: call.response.limitWords, path: "/submissions/\(row.id)"),
        kind: "reviews-available", to: author.email, name: author.name, call: row.call, about: row.id)
    }
  }
}

internal import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Keeps what this chair thinks of the paper's reviews, in place of what they thought before; a rating without a grade is taken
  /// back, and one as it stands changes nothing. Only chairs who may know of the paper read it. Refuses `invalid` what the rule
  /// refuses, and nothing is kept then.
  public func rate(_ id: ID<Submission>, _ ratings: [ID<Assignment>: ReviewRating]) async throws {
    try await conference.act { act in
      _ = try load(id, act)
      let reviewed = Set(try act.session.reviewedAssignments(of: id).map(\.id))
      let own = try act.session.reviewRatings(of: id).filter { $0.by == viewer.id }
      for (assignment, given) in ratings.sorted(by: { $0.key < $1.key }) {
        guard reviewed.contains(assignment) else { throw Refusal.notFound }
        let rating = ReviewRating(grade: given.grade, note: trimmed(given.note))
        try rating.require(field: assignment.text)
        let last = own.first { $0.assignment == assignment }
        if last?.grade == rating.grade, last?.note ?? "" == rating.note { continue }
        try act.session.put(rating, of: assignment, by: viewer.id, at: act.now)
        try act.record("rate review", by: viewer, at: call, about: id.text)
      }
    }
  }

  /// Every review that is in, with what chairs think of it.
  func ratings(_ row: SubmissionRow, _ typed: [String: ReviewRating], _ act: Act) throws -> [RatedReview] {
    let assignments = try act.session.reviewedAssignments(of: row.id)
    let ratings = try act.session.reviewRatings(of: row.id)
    let people = try act.session.people(assignments.map(\.person) + ratings.map(\.by))
    return assignments.map { assignment in
      let id = assignment.id
      let all = ratings.filter { $0.assignment == id }
      let own = all.first { $0.by == viewer.id }
      return RatedReview(
        id: id, reviewer: "Reviewer \(assignment.pseudonym): \(people[assignment.person]?.displayName ?? "unknown")",
        own: typed[id.text] ?? ReviewRating(grade: own?.grade, note: own?.note ?? ""),
        others: all.filter { $0.by != viewer.id }.map { rating in
          let label = ReviewRating.grades.first { $0.value == rating.grade }?.label ?? ""
          let note = rating.note.isEmpty ? "" : ": \(rating.note)"
          return "\(people[rating.by]?.displayName ?? "A chair"): \(rating.grade), \(label)\(note)"
        })
    }
  }
}

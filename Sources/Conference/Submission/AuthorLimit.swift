internal import PeerReview
internal import Store

extension Act {
  /// What keeps the paper from being submitted because its authors stand on too many others already; empty where the call sets no
  /// limit, and nothing is read then. For a chair only papers count that the chair may know of.
  func overLimit(
    _ authors: [Author], of id: ID<Submission>?, _ call: Call, for chair: Person? = nil
  ) throws -> [FieldProblem] {
    guard call.limits.submissionsPerAuthor != nil else { return [] }
    let emails = authors.map(\.email).filter { !$0.isEmpty }
    let others =
      try chair.map { try session.submittedCounts(of: emails, in: call.id, beside: id, chairedBy: $0.email) }
      ?? session.submittedCounts(of: emails, in: call.id, beside: id)
    return AuthorshipRules.overLimit(authors, others: others, call: call)
  }
}

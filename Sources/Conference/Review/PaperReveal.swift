internal import Pages
internal import PeerReview
internal import Store

/// What reviewers of a paper learn of each other and of the paper's history. Callers have asked disclosure already.
extension Act {
  /// Submitted reviews by pseudonym. Times stay out: they could tell who wrote at that hour.
  func reviews(_ task: some CommitteeTask, except own: ID<Assignment>? = nil) throws -> [ReviewCard] {
    let keepsPrivateFields = task.secrecy(.reviewsForChairs) == nil
    return try session.submittedReviews(of: task.row.id, except: own).compactMap { other in
      guard let form = try reviewForm(task.row.facts.track, task.call, begunAt: other.review.callVersion) else { return nil }
      let answers = other.review.answers
      return ReviewCard(
        heading: try reviewerName(other.person, other.pseudonym, task),
        answers: keepsPrivateFields ? answers : ReviewRules.authorsPart(of: answers, form: form), form: form,
        submittedAt: nil)
    }
  }

  /// "Reviewer 2", or a name where the call lets reviewers know each other.
  func reviewerName(_ person: ID<Person>, _ pseudonym: Int, _ task: some CommitteeTask) throws -> String {
    if task.secrecy(.reviewerIdentity) == nil, let person = try session.person(person) { return person.displayName }
    return "Reviewer \(pseudonym)"
  }

  /// What reviewers are told of exceptions the authors claimed and the chairs approved where they must (C14). Never the
  /// authors' explanation: it names the earlier paper.
  func notesToReviewers(_ content: SubmissionContent, _ id: ID<Submission>, _ call: Call) throws -> [String] {
    let approvals = try session.approvals(of: id)
    return call.dualSubmissionExceptions.filter { exception in
      content.answers.exceptions[exception.key] != nil && !exception.noteToReviewers.isEmpty
        && (!exception.wantsChairApproval || approvals[exception.key] == true)
    }.map(\.noteToReviewers)
  }
}

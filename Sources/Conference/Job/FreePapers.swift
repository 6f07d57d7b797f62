internal import PeerReview
internal import Store

extension Act {
  /// Ends the person's assignments without a submitted review at every call where they are no reviewer any more, and their
  /// meta-reviews where they are no metareviewer, on record.
  /// Someone who got the office back meanwhile keeps theirs.
  func freePapers(of person: ID<Person>) throws {
    for call in try session.calls() where try !session.roles(of: person, at: call).contains(.metareviewer) {
      for task in try session.metareviewTasks(in: call) where task.person == person && task.endedAt == nil {
        try session.endMetareviewTask(task.id, reason: "office ended", at: now)
        try record("end meta-review", bySystem: "office ended", at: call, about: task.submission.text, person.text)
      }
    }
    for call in try session.calls() where try !session.roles(of: person, at: call).contains(.reviewer) {
      for freed in try session.unreviewedAssignments(of: person, in: call) {
        try endAssignment(freed.assignment, reason: "office ended", at: call)
        try record("end assignment", bySystem: "office ended", at: call, about: freed.submission.text, person.text)
      }
    }
  }
}

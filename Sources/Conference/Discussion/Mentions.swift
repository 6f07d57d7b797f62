internal import Pages
internal import PeerReview
internal import Store

extension Act {
  /// Names of reviewers by their pseudonyms, of those whose reviews are in: for whoever may know both.
  func reviewerNames(on paper: ID<Submission>) throws -> [Int: String] {
    let assignments = try session.reviewedAssignments(of: paper)
    let people = try session.people(assignments.map(\.person))
    return Dictionary(
      assignments.compactMap { assignment in people[assignment.person].map { (assignment.pseudonym, $0.displayName) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// What a comment keeps of what was typed: pseudonyms in place of names its writer may know.
  func kept(_ text: String, on task: some CommitteeTask) throws -> String {
    guard task.secrecy(.reviewerIdentity) == nil, task.secrecy(.reviews) == nil else { return text }
    return MentionRules.kept(text, names: try reviewerNames(on: task.row.id))
  }

  /// Whether a comment writes to somebody of the discussion, and how they are named.
  func isMentioned(_ person: ID<Person>, as own: Mention, in mentions: Set<Mention>, ledBy lead: ID<Person>?) -> Bool {
    mentions.contains(own) || (mentions.contains(.lead) && person == lead)
  }
}

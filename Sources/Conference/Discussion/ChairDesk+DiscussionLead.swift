internal import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Names one of the paper's reviewers to lead its discussion, or nobody. They get a letter; the others see it once they may read the
  /// discussion. Refuses as `DiscussionLeadRules.name`. Who leads already, named again, changes nothing.
  public func nameDiscussionLead(of id: ID<Submission>, _ assignment: ID<Assignment>?) async throws {
    try await conference.act { act in
      let (row, versioned) = try load(id, act)
      let standing = try act.session.assignments(of: id)
      let chosen = standing.first { $0.id == assignment }
      try DiscussionLeadRules.name(
        row.facts, isReviewer: assignment == nil || chosen != nil,
        hasMetareviewer: try act.session.metareviewTask(of: id) != nil, call: versioned.call,
        releasedAt: try act.session.releasedAt(call), at: act.now)
      if try act.session.discussionLead(of: id)?.id == assignment { return }
      try act.session.nameDiscussionLead(assignment, of: id, by: viewer.id, at: act.now)
      let who = chosen.map { "person \($0.person)" } ?? "nobody"
      try act.record("name discussion lead", by: viewer, at: call, about: id.text, who)
      guard let chosen, let person = try act.session.person(chosen.person) else { return }
      try act.post(
        DiscussionLeadLetter(
          head: act.letterhead(versioned.call), name: person.displayName, number: row.number, title: row.title,
          path: "/reviews/\(chosen.id)"),
        kind: "discussion-lead", to: person.email, name: person.name, call: call, about: id)
    }
  }

  /// Who could lead, and who does; nil where a metareviewer has the paper or nothing can be changed now.
  func leadChoice(_ row: SubmissionRow, _ call: Call, releasedAt: Instant?, _ act: Act) throws -> DiscussionPanel.LeadChoice? {
    let hasMetareviewer = try act.session.metareviewTask(of: row.id) != nil
    let isOpen = isAllowed { () throws(Refusal) in
      try DiscussionLeadRules.name(
        row.facts, isReviewer: true, hasMetareviewer: hasMetareviewer, call: call, releasedAt: releasedAt, at: act.now)
    }
    let standing = try act.session.assignments(of: row.id)
    guard isOpen, !standing.isEmpty else { return nil }
    let people = try act.session.people(standing.map(\.person))
    return DiscussionPanel.LeadChoice(
      action: "/chair/submissions/\(row.id)/lead",
      reviewers: standing.map { (id: $0.id, name: "Reviewer \($0.pseudonym): \(people[$0.person]?.displayName ?? "")") },
      chosen: try act.session.discussionLead(of: row.id)?.id)
  }
}

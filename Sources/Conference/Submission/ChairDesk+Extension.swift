internal import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Lets the authors of one paper change and submit it for so many hours from now, deadline or not; its contacts are told. A
  /// shorter extension takes nothing back from a longer one. Refused for papers that are out of the process, and beyond the
  /// opening of bidding.
  public func extend(_ id: ID<Submission>, hours: Int) async throws {
    try await conference.act { act in
      let (row, versioned) = try load(id, act)
      let until = try SubmissionRules.extend(row.facts, hours: hours, call: versioned.call, at: act.now)
      try act.session.extend(id, until: until)
      try act.session.add(
        SubmissionEventRow(kind: .extended, by: viewer.id, at: act.now, version: row.facts.version, note: until.utc), to: id)
      try act.record("extend submission", by: viewer, at: call, about: id.text, until.utc)
      for author in try act.session.authors(of: id, version: row.facts.version) where author.contact {
        try act.post(
          SubmissionExtendedLetter(
            head: act.letterhead(versioned.call), name: author.name, number: row.number, title: row.title, until: until,
            isSubmitted: row.facts.state == .submitted, path: "/submissions/\(id)"),
          kind: "submission-extended", to: author.email, name: author.name, call: call, about: id)
      }
    }
  }
}

internal import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Returns a withdrawn paper to where it stood; every author is told. Reviewers who had it don't get it back by that. Twice is
  /// once. Not found for a paper that is not withdrawn; refused once decisions are released, and
  /// `invalid` when its authors stand on too many others by now.
  public func undoWithdrawal(_ id: ID<Submission>) async throws {
    try await conference.act { act in
      let (row, versioned) = try load(id, act)
      if row.facts.withdrawnAt == nil, try act.session.events(of: id).contains(where: { $0.kind == .withdrawalUndone }) { return }
      try SubmissionRules.undoWithdrawal(row.facts, releasedAt: try act.session.releasedAt(call))
      if row.facts.submittedAt != nil {
        let authors = try act.session.authors(of: id, version: row.facts.version)
        let over = try act.overLimit(authors, of: id, versioned.call, for: viewer)
        if !over.isEmpty { throw Refusal.invalid(over) }
      }
      try act.session.add(
        SubmissionEventRow(kind: .withdrawalUndone, by: viewer.id, at: act.now, version: row.facts.version), to: id)
      try act.record("undo withdrawal", by: viewer, at: call, about: id.text)
      for author in try act.session.authors(of: id, version: row.facts.version) where EmailAddress(author.email) != nil {
        try act.post(
          WithdrawalUndoneLetter(
            head: act.letterhead(versioned.call), name: author.name, number: row.number, title: row.title,
            path: "/submissions/\(id)"),
          kind: "withdrawal-undone", to: author.email, name: author.name, call: call, about: id)
      }
    }
  }
}

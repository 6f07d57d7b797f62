public import Pages
public import PeerReview
internal import Store

extension ReviewerDesk {
  /// How well the viewer says they know each topic, and what they wrote; `typed` is what a refused attempt held.
  public func expertise(
    typed: [String: Int]? = nil, keywords: String? = nil, problems: [FieldProblem] = []
  ) async throws -> ExpertisePage {
    try await conference.look { act in
      try requireCommittee(act)
      let call = try act.call(self.call).call
      let stored = try act.session.expertise(of: viewer.id, at: self.call)
      let publications = try act.session.publications(of: viewer.id).map {
        ExpertisePage.Publication(id: $0.id, title: $0.title, hasAbstract: !$0.abstract.isEmpty, isExcluded: $0.isExcluded)
      }
      return ExpertisePage(
        topics: call.topics, levels: typed ?? stored,
        keywords: try keywords ?? act.session.keywords(of: viewer.id, at: self.call).joined(separator: ", "),
        publications: publications, limitBytes: PublicationRules.fileLimit,
        problems: problems)
    }
  }

  /// Stores the levels of the topics named; others stay; and with `keywords` these in place of those there were. Only what
  /// changed is written and recorded. Refuses `invalid` for topics the call doesn't have, levels that are not offered, and
  /// too many or too long keywords.
  public func setExpertise(_ levels: [String: Int], keywords typed: [String]? = nil) async throws {
    try await conference.act { act in
      try requireCommittee(act)
      try BidRules.expertise(levels, call: try act.call(call).call)
      let stored = try act.session.expertise(of: viewer.id, at: call)
      let changed = levels.filter { stored[$0.key] ?? 0 != $0.value }
      if let typed { try setKeywords(BidRules.keywords(typed), act) }
      if changed.isEmpty { return }
      try act.session.putExpertise(changed, of: viewer.id, at: call, now: act.now)
      try act.record("set expertise", by: viewer, at: call, about: viewer.id.text, "\(changed.count) topics")
    }
  }

  private func setKeywords(_ keywords: [String], _ act: Act) throws {
    guard try act.session.keywords(of: viewer.id, at: call) != keywords else { return }
    try act.session.putKeywords(keywords, of: viewer.id, at: call)
    try act.record("set keywords", by: viewer, at: call, about: viewer.id.text, "\(keywords.count) keywords")
  }
}

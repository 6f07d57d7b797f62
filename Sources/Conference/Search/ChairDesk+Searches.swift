internal import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Keeps a search under a name: `shortlist` for all chairs, on record; `~shortlist` for oneself. What one kept under the name
  /// for oneself before is replaced; what all chairs share, only when it is said that this one `replaces` it. Refuses `invalid`
  /// otherwise, without a name and for a search that is not understood.
  public func keepSearch(_ query: String, as name: String, replaces: Bool = false) async throws {
    try await conference.act { act in
      let call = try load(act, .papers).call
      let kept = try act.session.keptSearches(in: self.call, owner: viewer.id)
      let isOwn = name.hasPrefix("~")
      let others = kept.count { ($0.key.scope == .own) == isOwn && $0.key.text != name.lowercased() }
      let vocabulary = PaperSearch.vocabulary(call, for: viewer, tags: [], searches: kept)
      let key = try KeptSearchRules.keep(name: name, query: query, vocabulary, kept: others, replaces: replaces)
      try act.session.put(
        KeptSearchRow(id: act.newID(), key: key, query: trimmed(query)), in: self.call, by: viewer.id, at: act.now)
      if key.scope != .own { try act.record("keep search", by: viewer, at: self.call, about: self.call.text, key.text) }
    }
  }

  /// Removes a search all chairs share, on record, or one of the chair's own. Twice is once; another's own is not found.
  public func removeSearch(_ id: ID<KeptSearch>) async throws {
    try await conference.act { act in
      _ = try load(act, .papers)
      guard let kept = try act.session.keptSearches(in: self.call, owner: viewer.id).first(where: { $0.id == id }) else { return }
      try act.session.removeKeptSearch(id)
      if kept.key.scope != .own {
        try act.record("remove search", by: viewer, at: self.call, about: self.call.text, kept.key.text)
      }
    }
  }
}

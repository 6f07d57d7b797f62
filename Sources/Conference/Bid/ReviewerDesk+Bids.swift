public import Pages
public import PeerReview
internal import Store

extension ReviewerDesk {
  /// Papers to bid on. Before bidding opens there are none; after it closes only those with a bid of the viewer's.
  ///
  /// The nearest to what the viewer knows come first; among equals each reviewer meets them in an order of their own that stays the
  /// same and tells nothing: so no paper is last for all. A page beyond the last is the last.
  public func bids(
    _ listing: BidsPage.Listing = .init(), page: Int = 1, typed: BidsPage.Typed = .init(), problems: [FieldProblem] = []
  ) async throws -> BidsPage {
    try await conference.look { act in
      try requireCommittee(act)
      let call = try act.call(self.call).call
      let (vocabulary, period) = (BidSearch.vocabulary(call), call.calendar.bidding)
      let listed: ListedBids
      do {
        listed = try found(listing, vocabulary, call, act)
      } catch let problem as SearchProblem {
        return BidsPage(
          listing: listing, vocabulary: vocabulary, problem: problem, levels: call.bidding.levels, papers: [],
          topics: call.topics, found: 0, given: 0, total: 0, period: period,
          accepts: period.contains(act.now))
      }
      let slice = listed.papers.page(page, of: BidsPage.pageSize)
      let shown = slice.rows.map(\.row)
      let read =
        listed.hasAbstracts
        ? shown : try act.session.biddable(by: viewer, in: self.call, among: shown.map(\.id), abstracts: true)
      let abstracts = Dictionary(read.map { ($0.id, $0.abstract) }, uniquingKeysWith: { first, _ in first })
      return BidsPage(
        listing: listing, vocabulary: vocabulary, columns: listed.columns, levels: call.bidding.levels,
        papers: slice.rows.map { row($0, abstracts[$0.row.id] ?? "", listed.near[$0.row.id], call) }, topics: call.topics,
        page: slice.number, found: listed.papers.count, given: listed.given, total: listed.total, period: period,
        accepts: period.contains(act.now), kinds: call.conflictKinds, typed: typed, problems: problems)
    }
  }

  /// Every paper of the list, for a file. Refuses a search that is not understood.
  public func bidTable(_ listing: BidsPage.Listing = .init()) async throws -> BidTable {
    try await conference.look { act in
      try requireCommittee(act)
      let call = try act.call(self.call).call
      let listed = try TriedSearch<ListedBids>.required { try found(listing, BidSearch.vocabulary(call), call, act) }
      return BidTable(rows: listed.papers.map { row($0, "", listed.near[$0.row.id], call) }, columns: listed.columns)
    }
  }

  /// The papers a listing asks for. Throws `SearchProblem` when the search is not understood.
  private func found(
    _ listing: BidsPage.Listing, _ vocabulary: SearchVocabulary, _ call: Call, _ act: Act
  ) throws -> ListedBids {
    let query = try SearchQuery(parsing: listing.query, vocabulary)
    let moment = DisclosureMoment(call: call, releasedAt: nil, now: act.now)
    let isHidden = DisclosureRules.secrecy(of: .submission, for: .committee, at: moment) != nil
    let readsAbstracts = query.terms.contains { $0.field == SearchTerm.abstract }
    // Nearness asks for them only of who has keywords, too.
    let readsKeywords =
      try readsAbstracts || query.terms.contains { $0.field == SearchTerm.keyword }
      || !act.session.keywords(of: viewer.id, at: self.call).isEmpty
    let papers =
      isHidden
      ? []
      : try act.session.biddable(
        by: viewer, in: self.call, givenOnly: !call.calendar.bidding.contains(act.now), abstracts: readsAbstracts,
        keywords: readsKeywords)
    let near = try act.nearness(of: papers, to: viewer.id, call)
    let wanted = papers.filter { paper in
      (listing.topic.isEmpty || paper.topics.contains(listing.topic))
        && (listing.bid == .any || (listing.bid == .given) != paper.level.isEmpty)
    }
    let ordered = sorted(wanted, by: listing.order, near)
    return ListedBids(
      papers: Words.isBlank(listing.query) ? ordered.map { ($0, []) } : BidSearch.found(in: ordered, near, by: query), near: near,
      hasAbstracts: readsAbstracts, columns: query.columns.map(\.label), given: papers.count { !$0.level.isEmpty },
      total: papers.count)
  }

  /// Stores many bids at once or none of them. An empty level takes a bid back; what is as stored stays untouched. Where
  /// `BidRules.conflictChoice` stands for a level, the viewer's conflict with the paper is declared, of the kind given.
  ///
  /// Refused as not found when one paper is unknown, out of the process, the viewer's own or in conflict: all the same. A
  /// conflict that the viewer declared already is declared once.
  public func bid(_ levels: [ID<Submission>: String], conflictKind: String = "") async throws {
    try await conference.act { act in
      try requireCommittee(act)
      let call = try act.call(self.call).call
      try call.calendar.bidding.require(at: act.now)
      let bids = levels.filter { $0.value != BidRules.conflictChoice }.sorted { $0.key < $1.key }
      let papers = Dictionary(
        try act.session.biddable(by: viewer, in: self.call, among: bids.map(\.key)).map { ($0.id, $0) },
        uniquingKeysWith: { first, _ in first })
      var problems: [FieldProblem] = []
      var changed: [BidRow] = []
      for (id, level) in bids {
        guard let paper = papers[id] else { throw Refusal.notFound }
        do {
          try BidRules.bid(paper.facts, level: level, standing: .committee, call: call, at: act.now)
        } catch Refusal.invalid(let found) {
          problems += found.map { FieldProblem("bids.\(id)", $0.message) }
        }
        if paper.level != level { changed.append(BidRow(submission: id, person: viewer.id, level: level)) }
      }
      if !problems.isEmpty { throw Refusal.invalid(problems) }
      for bid in changed {
        try act.session.put(bid, at: act.now)
        try act.record("bid", by: viewer, at: self.call, about: bid.submission.text, bid.level)
      }
      for id in levels.keys.sorted() where levels[id] == BidRules.conflictChoice {
        try declareConflict(with: id, kind: conflictKind, act)
      }
    }
  }

  private func sorted(
    _ papers: [BiddableRow], by order: BidsPage.Order, _ near: [ID<Submission>: Int]
  ) -> [BiddableRow] {
    if order == .number { return papers.sorted { $0.number < $1.number } }
    let keys = papers.map { (near: near[$0.id] ?? 0, order: Token.place("\(viewer.id) \($0.id)")) }
    return papers.indices.sorted { (keys[$1].near, keys[$0].order) < (keys[$0].near, keys[$1].order) }.map { papers[$0] }
  }

  private func row(
    _ found: (row: BiddableRow, extra: [Double?]), _ abstract: String, _ near: Int?, _ call: Call
  ) -> BidsPage.Row {
    let paper = found.row
    return BidsPage.Row(
      id: paper.id, number: paper.number, title: paper.title, abstract: abstract,
      track: call.track(paper.facts.track)?.name ?? paper.facts.track,
      topics: paper.topics.compactMap { call.topic($0)?.name } + paper.keywords, level: paper.level,
      nearness: near, extra: found.extra)
  }
}

/// The papers of a list, in its order.
private struct ListedBids {
  let papers: [(row: BiddableRow, extra: [Double?])]
  let near: [ID<Submission>: Int]
  /// Whether the search read the abstracts of all.
  let hasAbstracts: Bool
  let columns: [String]
  /// The viewer's bids, on all papers.
  let given: Int
  let total: Int
}

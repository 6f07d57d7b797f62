public import Pages
public import PeerReview
internal import Store

extension ReviewerDesk {
  /// Papers to bid on. Before bidding opens there are none; after it closes only those with a bid of the viewer's.
  ///
  /// The nearest to what the viewer knows come first; among equals each reviewer meets them in an order of their own that stays the
  /// same and tells nothing: so no paper is last for all. A page beyond the last is the last.
  public func bids(_ listing: BidsPage.Listing = .init(), page: Int = 1) async throws -> BidsPage {
    try await conference.look { act in
      try requireCommittee(act)
      let call = try act.call(self.call).call
      let period = call.calendar.bidding
      let isOpen = period.contains(act.now)
      let moment = DisclosureMoment(call: call, releasedAt: nil, now: act.now)
      let isHidden = DisclosureRules.secrecy(of: .submission, for: .committee, at: moment) != nil
      let words = listing.query.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
      var papers = isHidden ? [] : try act.session.biddable(by: viewer, in: self.call, abstracts: !words.isEmpty)
      if !isOpen { papers = papers.filter { !$0.level.isEmpty } }
      let found = papers.filter { paper in
        (listing.topic.isEmpty || paper.topics.contains(listing.topic))
          && (listing.bid == .any || (listing.bid == .given) != paper.level.isEmpty) && words.allSatisfy { paper.matches($0) }
      }
      let near = try act.nearness(of: papers, to: viewer.id, call)
      let ordered = sorted(found, by: listing.order, near)
      let slice = ordered.page(page, of: BidsPage.pageSize)
      let shown =
        words.isEmpty
        ? try act.session.biddable(by: viewer, in: self.call, among: slice.rows.map(\.id), abstracts: true) : Array(slice.rows)
      let abstracts = Dictionary(shown.map { ($0.id, $0.abstract) }, uniquingKeysWith: { first, _ in first })
      return BidsPage(
        listing: listing, levels: call.bidding.levels,
        papers: slice.rows.map { row($0, abstracts[$0.id] ?? "", near[$0.id], call) }, topics: call.topics, page: slice.number,
        found: found.count, given: papers.count { !$0.level.isEmpty }, total: papers.count, period: period, accepts: isOpen)
    }
  }

  /// Stores many bids at once or none of them. An empty level takes a bid back; what is as stored stays untouched.
  ///
  /// Refused as not found when one paper is unknown, out of the process, the viewer's own or in conflict: all the same.
  public func bid(_ levels: [ID<Submission>: String]) async throws {
    try await conference.act { act in
      try requireCommittee(act)
      let call = try act.call(self.call).call
      try call.calendar.bidding.require(at: act.now)
      let papers = Dictionary(
        try act.session.biddable(by: viewer, in: self.call, among: levels.keys.sorted()).map { ($0.id, $0) },
        uniquingKeysWith: { first, _ in first })
      var problems: [FieldProblem] = []
      var changed: [BidRow] = []
      for (id, level) in levels.sorted(by: { $0.key < $1.key }) {
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
    }
  }

  private func sorted(
    _ papers: [BiddableRow], by order: BidsPage.Order, _ near: [ID<Submission>: Int]
  ) -> [BiddableRow] {
    if order == .number { return papers.sorted { $0.number < $1.number } }
    let keys = papers.map { (near: near[$0.id] ?? 0, order: Token.place("\(viewer.id) \($0.id)")) }
    return papers.indices.sorted { (keys[$1].near, keys[$0].order) < (keys[$0].near, keys[$1].order) }.map { papers[$0] }
  }

  private func row(_ paper: BiddableRow, _ abstract: String, _ near: Int?, _ call: Call) -> BidsPage.Row {
    BidsPage.Row(
      id: paper.id, number: paper.number, title: paper.title, abstract: abstract,
      track: call.track(paper.facts.track)?.name ?? paper.facts.track,
      topics: paper.topics.compactMap { call.topic($0)?.name } + paper.keywords, level: paper.level,
      nearness: near)
  }
}

extension BiddableRow {
  /// `word` is in lower case.
  fileprivate func matches(_ word: String) -> Bool {
    if word == "#\(number.value)" || word == "\(number.value)" { return true }
    return ([title, abstract] + keywords).contains { $0.lowercased().contains(word) }
  }
}

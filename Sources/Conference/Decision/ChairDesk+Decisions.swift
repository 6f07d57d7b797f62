public import Pages
internal import PeerReview
internal import Store

extension ChairDesk {
  /// Papers in the process that this chair may know of, with scores and decisions. `decision` is a kind's key or `none`;
  /// `sort` one of `number`, `title`, `score`, `decision`, descending with a leading `-`. A page beyond the last is the last.
  public func decisions(
    query: String = "", track: String = "", decision: String = "", sort: String = "-score", page: Int = 1,
    pageSize: Int = DecisionsPage.pageSize
  ) async throws -> DecisionsPage {
    try await lookOnRecord("decisions", .papers) { act, reveal in
      let call = try load(act, .papers).call
      let releasedAt = try act.session.releasedAt(self.call)
      let all = try decidable(call, act, areReviewsOpen: reveal.secrecy(of: .reviews) == nil)
      let shown = all.filter { paper in
        (track.isEmpty || paper.row.facts.track == track)
          && (decision.isEmpty || paper.kind == (decision == "none" ? "" : decision))
          && SearchWords(query).match(number: paper.row.number, [paper.row.title])
      }
      reveal.papers = Set(shown.map(\.row.number))
      let (page, slice) = Self.sorted(shown, by: sort, call).page(page, of: pageSize)
      let opens = call.calendar.response.opens
      return DecisionsPage(
        kinds: call.decisions, rows: slice.map { $0.shown(call, reveal.secrecy) }, page: page, found: shown.count, query: query,
        track: track, decision: decision, sort: sort, tracks: call.tracks, counts: Self.counts(all, call),
        releasedAt: releasedAt, accepts: releasedAt == nil && act.now >= opens,
        closedReason: releasedAt == nil && act.now < opens
          ? "Decisions can be made once reviews are shown to authors, from \(opens.utc)." : "",
        hasMetareviews: call.metareviews != nil, timed: releasedAt == nil ? try timedRelease(act) : nil)
    }
  }

  /// Each decision kind of the call with how many of the papers have it, and how many have none.
  static func counts(_ papers: [DecidablePaper], _ call: Call) -> [DecisionsPage.Count] {
    let kinds = call.decisions.map { kind in
      DecisionsPage.Count(label: kind.label, count: papers.count { $0.kind == kind.key })
    }
    return kinds + [DecisionsPage.Count(label: "Undecided", count: papers.count { $0.kind.isEmpty })]
  }

  /// Papers in the process that this chair may know of, by number. Grades that are closed to chairs are not read: an order by them would
  /// tell as much as the grades.
  func decidable(_ call: Call, _ act: Act, areReviewsOpen: Bool = true) throws -> [DecidablePaper] {
    let scores = areReviewsOpen ? try overallScores(call, act) : [:]
    let decisions = try act.session.decisionVersions(in: self.call, chairedBy: viewer.email)
    let metareviews = call.metareviews == nil ? [:] : try act.session.metareviews(in: self.call, chairedBy: viewer.email)
    return try act.session.submissions(chairedBy: viewer.email, in: self.call).filter { $0.facts.state == .submitted }
      .map { row in
        let last = decisions[row.id]?.last
        return DecidablePaper(
          row: row, scores: scores[row.id] ?? [], mean: mean(scores[row.id] ?? []), kind: last?.kind ?? "",
          version: last?.version ?? 0, hasNote: last?.note.isEmpty == false,
          recommendation: metareviews[row.id]?.text.recommendation ?? "")
      }
  }

  private static func sorted(_ papers: [DecidablePaper], by sort: String, _ call: Call) -> [DecidablePaper] {
    let down = sort.hasPrefix("-")
    let places = Dictionary(call.decisions.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    func ordered<Value: Comparable>(_ value: (DecidablePaper) -> Value) -> [DecidablePaper] {
      papers.ordered(by: value, descending: down, then: \.row.number)
    }
    return switch down ? String(sort.dropFirst()) : sort {
    case "title": ordered { $0.row.title.lowercased() }
    case "decision": ordered { places[$0.kind] ?? places.count }
    case "number": ordered(\.row.number)
    default: ordered { $0.mean ?? -1 }
    }
  }
}

/// A paper in the process with what decisions rest on.
struct DecidablePaper {
  let row: SubmissionRow
  let scores: [Int]
  let mean: Double?
  /// Empty while undecided.
  let kind: String
  let version: Int
  /// Whether the decision carries words to the authors.
  let hasNote: Bool
  /// The metareviewer's; empty while there is none.
  let recommendation: String

  func shown(_ call: Call, _ secrecy: (Secret) -> Secrecy?) -> DecisionsPage.Row {
    DecisionsPage.Row(
      id: row.id, number: row.number, title: row.title, track: call.track(row.facts.track)?.name ?? row.facts.track,
      scores: .unless(secrecy(.reviews)) { scores }, mean: .unless(secrecy(.reviews)) { mean },
      decision: .unless(secrecy(.decision)) { kind }, version: version, hasNote: hasNote && secrecy(.decision) == nil,
      recommendation: call.metareviews == nil
        ? .shown("") : .unless(secrecy(.metareviewForChairs)) { call.decision(recommendation)?.label ?? recommendation })
  }
}

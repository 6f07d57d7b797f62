public import Pages
internal import PeerReview
internal import Store

extension ChairDesk {
  /// Papers in the process that this chair may know of, with scores and decisions. `decision` is a kind's key or `none`;
  /// `sort` one of `number`, `title`, `score`, `decision`, descending with a leading `-`.
  public func decisions(
    query: String = "", track: String = "", decision: String = "", sort: String = "-score"
  ) async throws -> DecisionsPage {
    try await lookOnRecord("decisions") { act, reveal in
      let call = try load(act).call
      let releasedAt = try act.session.releasedAt(self.call)
      let all = try decidable(call, act)
      let shown = all.filter { paper in
        (track.isEmpty || paper.row.facts.track == track)
          && (decision.isEmpty || paper.kind == (decision == "none" ? "" : decision))
          && SearchWords(query).match(number: paper.row.number, [paper.row.title])
      }
      reveal.papers = Set(shown.map(\.row.number))
      let opens = call.calendar.response.opens
      return DecisionsPage(
        kinds: call.decisions, rows: Self.sorted(shown, by: sort, call).map { $0.shown(call, reveal.secrecy) }, query: query,
        track: track, decision: decision, sort: sort, tracks: call.tracks, counts: Self.counts(all, call),
        releasedAt: releasedAt, accepts: releasedAt == nil && act.now >= opens,
        closedReason: releasedAt == nil && act.now < opens
          ? "Decisions can be made once reviews are shown to authors, from \(opens.utc)." : "",
        hasMetareviews: call.metareviews != nil)
    }
  }

  /// Each decision kind of the call with how many of the papers have it, and how many have none.
  static func counts(_ papers: [DecidablePaper], _ call: Call) -> [DecisionsPage.Count] {
    let kinds = call.decisions.map { kind in
      DecisionsPage.Count(label: kind.label, count: papers.count { $0.kind == kind.key })
    }
    return kinds + [DecisionsPage.Count(label: "Undecided", count: papers.count { $0.kind.isEmpty })]
  }

  /// Papers in the process that this chair may know of, by number.
  func decidable(_ call: Call, _ act: Act) throws -> [DecidablePaper] {
    let scores = try overallScores(call, act)
    let decisions = try act.session.decisionVersions(in: self.call, chairedBy: viewer.email)
    let metareviews = call.metareviews == nil ? [:] : try act.session.metareviews(in: self.call, chairedBy: viewer.email)
    return try act.session.submissions(chairedBy: viewer.email, in: self.call).filter { $0.facts.state == .submitted }
      .map { row in
        let last = decisions[row.id]?.last
        return DecidablePaper(
          row: row, scores: scores[row.id] ?? [], mean: mean(scores[row.id] ?? []), kind: last?.kind ?? "",
          version: last?.version ?? 0, recommendation: metareviews[row.id]?.text.recommendation ?? "")
      }
  }

  private static func sorted(_ papers: [DecidablePaper], by sort: String, _ call: Call) -> [DecidablePaper] {
    let down = sort.hasPrefix("-")
    let places = Dictionary(call.decisions.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    let before: (DecidablePaper, DecidablePaper) -> Bool? =
      switch down ? String(sort.dropFirst()) : sort {
      case "title": { differ($0.row.title.lowercased(), $1.row.title.lowercased()) }
      case "decision": { differ(places[$0.kind] ?? places.count, places[$1.kind] ?? places.count) }
      case "number": { differ($0.row.number, $1.row.number) }
      default: { differ($0.mean ?? -1, $1.mean ?? -1) }
      }
    return papers.sorted { left, right in
      (down ? before(right, left) : before(left, right)) ?? (left.row.number < right.row.number)
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
  /// The metareviewer's; empty while there is none.
  let recommendation: String

  func shown(_ call: Call, _ secrecy: (Secret) -> Secrecy?) -> DecisionsPage.Row {
    DecisionsPage.Row(
      id: row.id, number: row.number, title: row.title, track: call.track(row.facts.track)?.name ?? row.facts.track,
      scores: .unless(secrecy(.reviews)) { scores }, mean: .unless(secrecy(.reviews)) { mean },
      decision: .unless(secrecy(.decision)) { kind }, version: version,
      recommendation: call.metareviews == nil
        ? .shown("") : .unless(secrecy(.metareviewForChairs)) { call.decision(recommendation)?.label ?? recommendation })
  }
}

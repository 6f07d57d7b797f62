public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Which papers are rejected without review at once: all that the search finds under review, on one ground and with one
  /// explanation.
  public struct ManyRejections: Sendable {
    public let query: String
    public let ground: String
    public let explanation: String

    public init(query: String, ground: String, explanation: String) {
      self.query = query
      self.ground = ground
      self.explanation = explanation
    }
  }

  /// What rejecting would do. Nothing is done. What is wrong is told on the page. Without `previews` the page only begins with
  /// what is asked.
  public func manyRejections(
    _ asked: ManyRejections?, previews: Bool = true, problems: [FieldProblem] = []
  ) async throws -> ManyRejectionsPage {
    try await lookOnRecord("many rejections", .papers) { act, reveal in
      let call = try load(act, .papers).call
      let kept = try act.session.keptSearches(in: self.call, owner: viewer.id)
      let vocabulary = PaperSearch.vocabulary(
        call, for: viewer, tags: try act.tagWords(of: viewer, call, reveal.secrecy), searches: kept)
      let tried = try TriedSearch(problems: problems) {
        try previews ? asked.map { try planned($0, call, act, reveal).preview(call) } : nil
      }
      return ManyRejectionsPage(
        grounds: call.desk.grounds, query: asked?.query ?? "", ground: asked?.ground ?? "", explanation: asked?.explanation ?? "",
        vocabulary: vocabulary, problem: tried.problem, problems: tried.problems, preview: tried.planned)
    }
  }

  /// Rejects them all in one act, each on record and with its letters, or none. Returns how many.
  ///
  /// `seen` is what the preview rested on: refused as `stale` when the search finds other papers by now.
  @discardableResult
  public func rejectMany(_ asked: ManyRejections, seen: String) async throws -> Int {
    try await conference.act { act in
      let call = try load(act, .papers).call
      let reveal = Reveal(
        .chair, at: DisclosureMoment(call: call, releasedAt: try act.session.releasedAt(self.call), now: act.now))
      let planned = try TriedSearch.required { try self.planned(asked, call, act, reveal) }
      if planned.seen != seen { throw Refusal.stale }
      for row in planned.rows {
        try reject(row, ground: asked.ground, explanation: trimmed(asked.explanation), call, act)
      }
      return planned.rows.count
    }
  }

  private func planned(
    _ asked: ManyRejections, _ call: Call, _ act: Act, _ reveal: Reveal
  ) throws -> PlannedRejections {
    if Words.isBlank(asked.query) { throw Refusal.invalid([FieldProblem("q", "Say by a search which papers are meant.")]) }
    try SubmissionRules.explain(trimmed(asked.explanation))
    let found = try found(.init(query: asked.query), call, act, reveal).rows
    let rows = found.filter { $0.facts.state == .submitted }
    let releasedAt = try act.session.releasedAt(self.call)
    if let releasedAt { throw Refusal.closed(since: releasedAt) }
    if !call.desk.grounds.contains(where: { $0.key == asked.ground }) {
      throw Refusal.invalid([FieldProblem("ground", "Choose a ground.")])
    }
    for row in rows {
      try SubmissionRules.rejectWithoutReview(row.facts, ground: asked.ground, call: call, releasedAt: releasedAt)
    }
    return PlannedRejections(asked: asked, rows: rows, others: found.count { $0.facts.state == .deskRejected })
  }
}

/// Rejections to be made together.
private struct PlannedRejections {
  let asked: ChairDesk.ManyRejections
  let rows: [SubmissionRow]
  /// Rejected already.
  let others: Int

  var seen: String {
    Token.hash(([asked.ground, asked.explanation] + rows.map(\.id.text)).joined(separator: "\n"))
  }

  func preview(_ call: Call) -> BulkPreview {
    let ground = call.desk.grounds.first { $0.key == asked.ground }?.label ?? asked.ground
    return BulkPreview(
      rows: rows.prefix(BulkPreview.size).map {
        BulkPreview.Row(id: $0.id, number: $0.number, title: $0.title, before: "Under review", after: "Rejected: \(ground)")
      }, total: rows.count, unchanged: others, seen: seen)
  }
}

public import Pages
internal import PeerReview
internal import Store

extension ChairDesk {
  /// How grades, topics and loads are spread over the papers a search finds, of those this chair may know of. A search that is not
  /// understood finds nothing and says why.
  public func figures(query: String = "") async throws -> ChairFiguresPage {
    try await lookOnRecord("figures", .papers) { act, reveal in
      let call = try load(act, .papers).call
      try requireHouse(.figures)
      let vocabulary = PaperSearch.vocabulary(
        call, for: viewer, tags: try act.tagWords(of: viewer, call, reveal.secrecy),
        searches: try act.session.keptSearches(in: self.call, owner: viewer.id))
      do {
        let rows = try found(.init(query: query), call, act, reveal).rows.filter { $0.facts.state == .submitted }
        reveal.papers = Set(rows.map(\.number))
        return try figures(query, vocabulary, rows, call, act, reveal)
      } catch let problem as SearchProblem {
        return ChairFiguresPage(
          query: query, vocabulary: vocabulary, problem: problem, found: 0, grades: .shown([]), points: .shown([]), topics: [],
          loads: .shown([]))
      }
    }
  }

  private func figures(
    _ query: String, _ vocabulary: SearchVocabulary, _ rows: [SubmissionRow], _ call: Call, _ act: Act, _ reveal: Reveal
  ) throws -> ChairFiguresPage {
    let secrecy = (reviews: reveal.secrecy(of: .reviews), assignments: reveal.secrecy(of: .assignments))
    let scores = secrecy.reviews == nil ? try overallScores(call, act) : [:]
    let papers = query.isEmpty ? nil : rows.map(\.id)
    return ChairFiguresPage(
      query: query, vocabulary: vocabulary, found: rows.count,
      grades: .unless(secrecy.reviews) { Self.grades(rows, scores, call) },
      points: .unless(secrecy.reviews) { Self.points(rows, scores) }, topics: try topics(papers, call, act),
      loads: try .unless(secrecy.assignments) { try loads(papers, act) })
  }

  private static func grades(
    _ rows: [SubmissionRow], _ scores: [ID<Submission>: [Int]], _ call: Call
  ) -> [ChairFiguresPage.Grades] {
    call.tracks.map { track in
      let given = rows.filter { $0.facts.track == track.key }.flatMap { scores[$0.id] ?? [] }
      let overall = track.reviewForm.overall
      return ChairFiguresPage.Grades(
        track: track.name, question: overall.label,
        counts: overall.grades.sorted { $0.value < $1.value }.map { grade in
          (grade.value, grade.label, given.count { $0 == grade.value })
        })
    }
  }

  private static func points(_ rows: [SubmissionRow], _ scores: [ID<Submission>: [Int]]) -> [ChairFiguresPage.Point] {
    rows.compactMap { row in
      guard let given = scores[row.id], let mean = mean(given), let low = given.min(), let high = given.max() else { return nil }
      return ChairFiguresPage.Point(
        id: row.id, number: row.number, title: row.title, mean: mean, spread: Double(high) - Double(low))
    }
  }

  private func topics(_ papers: [ID<Submission>]?, _ call: Call, _ act: Act) throws -> [ChairFiguresPage.Topic] {
    let papers = try act.session.topicCounts(in: self.call, chairedBy: viewer.email, among: papers)
    let experts = try act.session.expertiseCounts(at: self.call, level: BidRules.expertiseLevels.upperBound)
    return call.topics.map { topic in
      .init(key: topic.key, name: topic.name, papers: papers[topic.key] ?? 0, experts: experts[topic.key] ?? 0)
    }
  }

  /// Of reviewers in office or not, who have at least one of these papers.
  private func loads(_ papers: [ID<Submission>]?, _ act: Act) throws -> [ChairFiguresPage.Load] {
    let papers = try act.session.loads(in: self.call, chairedBy: viewer.email, among: papers)
    let reviewers = Dictionary(papers.values.map { ($0, 1) }, uniquingKeysWith: +)
    guard let most = reviewers.keys.max() else { return [] }
    return (1...most).map { .init(papers: $0, reviewers: reviewers[$0] ?? 0) }
  }
}

public import Pages
internal import PeerReview
internal import Store

extension ChairDesk {
  /// A page of the papers this chair may know of, counted from 1. A search that is not understood finds nothing and says why.
  public func submissions(_ listing: ChairSubmissionListPage.Listing = .init(), page: Int = 1) async throws
    -> ChairSubmissionListPage
  {
    try await lookOnRecord("submissions", .papers) { act, reveal in
      let call = try load(act, .papers).call
      let kept = try act.session.keptSearches(in: self.call, owner: viewer.id)
      let vocabulary = PaperSearch.vocabulary(
        call, tags: try act.tagWords(of: viewer, call, reveal.secrecy), searches: kept)
      let listed: ListedPapers
      do {
        listed = try found(listing, call, act, reveal)
      } catch let problem as SearchProblem {
        return ChairSubmissionListPage(
          listing, vocabulary: vocabulary, tracks: call.tracks, searches: kept.map(\.shown), problem: problem)
      }
      let (page, slice) = listed.rows.page(page, of: ChairSubmissionListPage.pageSize)
      let rows = try papers(Array(slice), among: slice.map(\.id), call, reveal.secrecy, act)
      return ChairSubmissionListPage(
        listing, vocabulary: vocabulary, tracks: call.tracks, searches: kept.map(\.shown),
        rows: slice.compactMap { row in rows[row.id].map { $0.listed(call, reveal.secrecy, listed.extra(row)) } },
        columns: listed.columns.map(\.label), page: page, found: listed.rows.count, total: listed.total)
    }
  }

  /// Every paper of a list, for a file. Refuses a search that is not understood.
  public func submissionTable(_ listing: ChairSubmissionListPage.Listing = .init()) async throws -> PaperTable {
    try await lookOnRecord("submissions", .papers) { act, reveal in
      let call = try load(act, .papers).call
      do {
        let listed = try found(listing, call, act, reveal)
        // A few papers are looked up one by one; most of them, by walking all.
        let isFew = listed.rows.count * 4 < listed.total
        let facts = try papers(listed.rows, among: isFew ? listed.rows.map(\.id) : nil, call, reveal.secrecy, act)
        return PaperTable(
          rows: listed.rows.compactMap { row in facts[row.id].map { $0.listed(call, reveal.secrecy, listed.extra(row)) } },
          columns: listed.columns.map(\.label))
      } catch let problem as SearchProblem {
        throw Refusal.invalid([FieldProblem("q", problem.message)])
      }
    }
  }

  /// What a search asks for. Throws `SearchProblem` when it is not understood.
  func query(_ text: String, _ call: Call, _ act: Act) throws -> SearchQuery {
    let kept = try act.session.keptSearches(in: self.call, owner: viewer.id)
    return try SearchQuery(parsing: text, PaperSearch.vocabulary(call, tags: [], searches: kept))
  }

  /// The papers a listing asks for. Throws `SearchProblem` when the search is not understood.
  func found(
    _ listing: ChairSubmissionListPage.Listing, _ call: Call, _ act: Act, _ reveal: Reveal
  ) throws -> ListedPapers {
    try found(listing, by: try query(listing.query, call, act), call, act, reveal)
  }

  /// The same by a search that is understood already.
  func found(
    _ listing: ChairSubmissionListPage.Listing, by query: SearchQuery, _ call: Call, _ act: Act, _ reveal: Reveal
  ) throws -> ListedPapers {
    let all = try act.session.submissions(chairedBy: viewer.email, in: self.call)
    let rows = all.filter { row in
      (listing.track.isEmpty || row.facts.track == listing.track)
        && (listing.state.isEmpty || row.facts.state.rawValue == listing.state)
    }
    var listed = ListedPapers(rows: rows, searched: [:], columns: query.columns, total: all.count)
    if !query.asksNothing {
      let search = PaperSearch(call: call, chair: viewer, id: self.call, act: act, reveal: reveal)
      let matching = query.found(in: try search.papers(rows, for: query))
      let byNumber = Dictionary(rows.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
      listed.rows = matching.compactMap { byNumber[$0.number] }
      listed.searched = Dictionary(matching.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    }
    reveal.papers = Set(listed.rows.map(\.number))
    guard query.orders.isEmpty else { return listed }
    let order = PaperOrder(listing.sort)
    listed.rows = order.sorted(listed.rows, figures: try figures(order, call, reveal.secrecy, act))
    return listed
  }

  /// What an order by more than the rows themselves compares.
  private func figures(
    _ order: PaperOrder, _ call: Call, _ secrecy: (Secret) -> Secrecy?, _ act: Act
  ) throws -> [ID<Submission>: PaperOrder.Figure] {
    switch order.key {
    case .findings where secrecy(.screeningFindings) == nil:
      try act.session.findingCounts(in: self.call, chairedBy: viewer.email).mapValues {
        .init(Double($0.violations + $0.warnings))
      }
    case .reviews where secrecy(.reviewCount) == nil:
      Dictionary(
        try tallies(act).map { ($0.submission, .init(Double($0.reviewed - $0.assigned), Double($0.reviewed))) },
        uniquingKeysWith: { first, _ in first })
    case .score where secrecy(.reviews) == nil:
      try overallScores(call, act).compactMapValues { mean($0).map { .init($0) } }
    default: [:]
    }
  }

  private func tallies(_ act: Act, among ids: [ID<Submission>]? = nil) throws -> [ReviewTally] {
    try act.session.reviewTallies(in: self.call, chairedBy: viewer.email, among: ids)
  }

  /// What the list shows of each paper. `among` keeps what is read to those.
  private func papers(
    _ rows: [SubmissionRow], among ids: [ID<Submission>]?, _ call: Call, _ secrecy: (Secret) -> Secrecy?, _ act: Act
  ) throws -> [ID<Submission>: ListedPaper] {
    let email = viewer.email
    let authors = secrecy(.authors) == nil ? try act.session.authorNames(in: self.call, chairedBy: email, among: ids) : [:]
    let findings = try act.session.findingCounts(in: self.call, chairedBy: email, among: ids)
    let reviews = Dictionary(
      try tallies(act, among: ids).map { ($0.submission, $0) }, uniquingKeysWith: { first, _ in first })
    let overall = call.overallKeys
    let tags = try act.tagBoard(of: viewer, call, secrecy, among: ids)
    let all = rows.map { row in
      ListedPaper(
        row: row, authors: authors[row.id] ?? [], findings: findings[row.id].map { $0.violations + $0.warnings } ?? 0,
        assigned: reviews[row.id]?.assigned ?? 0, done: reviews[row.id]?.reviewed ?? 0,
        score: mean(reviews[row.id]?.grades(overall) ?? []), tags: tags.tags(of: row.id))
    }
    return Dictionary(all.map { ($0.row.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Overall grades by paper, in the order of the reviewers' pseudonyms.
  func overallScores(_ call: Call, _ act: Act, among ids: [ID<Submission>]? = nil) throws -> [ID<Submission>: [Int]] {
    let keys = call.overallKeys
    let graded = try tallies(act, among: ids).map { ($0.submission, $0.grades(keys)) }
    return Dictionary(graded.filter { !$0.1.isEmpty }, uniquingKeysWith: { first, _ in first })
  }
}

/// The papers of a list, in its order.
struct ListedPapers {
  var rows: [SubmissionRow]
  var searched: [SubmissionNumber: SearchedPaper]
  let columns: [SearchQuery.Column]
  let total: Int

  /// Values of the columns that `show:` asked for.
  func extra(_ row: SubmissionRow) -> [Double?] {
    columns.map { column in searched[row.number].flatMap { column.formula.value(of: $0) } }
  }
}

extension KeptSearchRow {
  fileprivate var shown: ChairSubmissionListPage.Search { .init(id: id, name: key.text, query: query) }
}

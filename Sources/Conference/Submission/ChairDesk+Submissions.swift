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
        call, for: viewer, tags: try act.tagWords(of: viewer, call, reveal.secrecy), searches: kept)
      let listed: ListedPapers
      do {
        listed = try found(listing, by: try query(listing.query, call, act), call, act, reveal, readsRows: false)
      } catch let problem as SearchProblem {
        return ChairSubmissionListPage(
          listing, vocabulary: vocabulary, tracks: call.tracks, searches: kept.map(\.shown), problem: problem)
      }
      let (page, slice) = listed.keys.page(page, of: ChairSubmissionListPage.pageSize)
      let shown = try rows(of: slice.map(\.id), listed, act)
      let papers = try papers(shown, among: shown.map(\.id), call, reveal.secrecy, act)
      return ChairSubmissionListPage(
        listing, vocabulary: vocabulary, tracks: call.tracks, searches: kept.map(\.shown),
        rows: slice.compactMap { key in papers[key.id].map { $0.listed(call, reveal.secrecy, listed.extra(key.number)) } },
        columns: listed.columns.map(\.label), page: page, found: listed.keys.count, total: listed.total)
    }
  }

  /// Numbers of the papers of a list, in its order. Refuses a search that is not understood.
  public func submissionNumbers(_ listing: ChairSubmissionListPage.Listing = .init()) async throws -> [Int] {
    try await listed(listing) { listed, _, _, _ in listed.keys.map(\.number.value) }
  }

  /// What `body` makes of a list, of whose papers nothing is read but what finds and orders them.
  func listed<Value: Sendable>(
    _ listing: ChairSubmissionListPage.Listing,
    _ body: @escaping @Sendable (ListedPapers, Call, Act, Reveal) throws -> Value
  ) async throws -> Value {
    try await lookOnRecord("submissions", .papers) { act, reveal in
      let call = try load(act, .papers).call
      let listed = try TriedSearch.required {
        try found(listing, by: try query(listing.query, call, act), call, act, reveal, readsRows: false)
      }
      return try body(listed, call, act, reveal)
    }
  }

  /// What a search asks for. Throws `SearchProblem` when it is not understood.
  func query(_ text: String, _ call: Call, _ act: Act) throws -> SearchQuery {
    let kept = try act.session.keptSearches(in: self.call, owner: viewer.id)
    return try SearchQuery(parsing: text, PaperSearch.vocabulary(call, for: viewer, tags: [], searches: kept))
  }

  /// The papers a listing asks for. Throws `SearchProblem` when the search is not understood.
  func found(
    _ listing: ChairSubmissionListPage.Listing, _ call: Call, _ act: Act, _ reveal: Reveal
  ) throws -> ListedPapers {
    try found(listing, by: try query(listing.query, call, act), call, act, reveal)
  }

  /// The same by a search that is understood already. Without `readsRows` only what finds and orders the papers is read of them.
  func found(
    _ listing: ChairSubmissionListPage.Listing, by query: SearchQuery, _ call: Call, _ act: Act, _ reveal: Reveal,
    readsRows: Bool = true
  ) throws -> ListedPapers {
    let order = PaperOrder(query.orders.isEmpty ? listing.sort : "")
    let isFiltered = !listing.track.isEmpty || !listing.state.isEmpty
    let search = PaperSearch(call: call, chair: viewer, id: self.call, act: act, reveal: reveal)
    let few = try few(search, for: query, act)
    var listed: ListedPapers
    if readsRows || isFiltered || order.comparesRows || PaperSearch.comparesRows(query) {
      let all = try act.session.submissions(chairedBy: viewer.email, in: self.call, among: few?.ids)
      let rows = all.filter { row in
        (listing.track.isEmpty || row.facts.track == listing.track)
          && (listing.state.isEmpty || row.facts.state.rawValue == listing.state)
      }
      listed = ListedPapers(rows, columns: query.columns, total: few?.total ?? all.count)
    } else {
      let keys = try act.session.submissionKeys(chairedBy: viewer.email, in: self.call, among: few?.ids)
      listed = ListedPapers(keys, columns: query.columns, total: few?.total ?? keys.count)
    }
    if !query.asksNothing {
      listed.keep(query.found(in: try search.papers(listed.keys, listed.read, for: query)))
    }
    reveal.papers = Set(listed.keys.map(\.number))
    if query.orders.isEmpty {
      listed.keys = order.sorted(listed.keys, listed.read, figures: try figures(order, call, reveal.secrecy, act))
    }
    return listed
  }

  /// The papers among which a search has to look, with how many there are in all; nil when it is quicker to walk them all.
  private func few(
    _ search: PaperSearch, for query: SearchQuery, _ act: Act
  ) throws -> (ids: [ID<Submission>], total: Int)? {
    guard let ids = try search.candidates(for: query) else { return nil }
    let total = try act.session.countSubmissions(chairedBy: viewer.email, in: call)
    return Self.isFew(ids.count, of: total) ? (ids.sorted { $0.text < $1.text }, total) : nil
  }

  /// A few papers are looked up one by one; most of them, by walking all.
  static func isFew(_ count: Int, of total: Int) -> Bool { count * 4 < total }

  /// Some papers of a list, all that is shown of them. A few are looked up one by one; of most of them, all are read.
  func table(_ keys: [SubmissionKey], _ listed: ListedPapers, _ call: Call, _ reveal: Reveal, _ act: Act) throws -> PaperTable {
    let ids = keys.map(\.id)
    let among = Self.isFew(keys.count, of: listed.total) ? ids : nil
    let rows =
      listed.read.isEmpty
      ? try act.session.submissions(chairedBy: viewer.email, in: self.call, among: among) : ids.compactMap { listed.read[$0] }
    let facts = try papers(rows, among: among, call, reveal.secrecy, act)
    return PaperTable(
      rows: keys.compactMap { key in facts[key.id].map { $0.listed(call, reveal.secrecy, listed.extra(key.number)) } },
      columns: listed.columns.map(\.label))
  }

  /// Some papers of a list, read unless it was for finding them.
  private func rows(of ids: [ID<Submission>], _ listed: ListedPapers, _ act: Act) throws -> [SubmissionRow] {
    if !listed.read.isEmpty { return ids.compactMap { listed.read[$0] } }
    return try act.session.submissions(chairedBy: viewer.email, in: call, among: ids)
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
  var keys: [SubmissionKey]
  /// Rows of all of them, or of none when nothing in them was asked for.
  private(set) var read: [ID<Submission>: SubmissionRow]
  private var searched: [SubmissionNumber: SearchedPaper] = [:]
  let columns: [SearchQuery.Column]
  let total: Int

  init(_ keys: [SubmissionKey], columns: [SearchQuery.Column], total: Int) {
    self.keys = keys
    self.columns = columns
    read = [:]
    self.total = total
  }

  init(_ rows: [SubmissionRow], columns: [SearchQuery.Column], total: Int) {
    keys = rows.map(\.key)
    read = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.columns = columns
    self.total = total
  }

  var rows: [SubmissionRow] { keys.compactMap { read[$0.id] } }

  mutating func forgetRows() { read = [:] }

  /// Leaves the papers a search found, in its order.
  mutating func keep(_ found: [SearchedPaper]) {
    let known = Dictionary(keys.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    keys = found.compactMap { known[$0.number] }
    if !columns.isEmpty { searched = Dictionary(found.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first }) }
  }

  /// Values of the columns that `show:` asked for.
  func extra(_ number: SubmissionNumber) -> [Double?] {
    columns.map { column in searched[number].flatMap { column.formula.value(of: $0) } }
  }
}

extension KeptSearchRow {
  fileprivate var shown: ChairSubmissionListPage.Search { .init(id: id, name: key.text, query: query) }
}

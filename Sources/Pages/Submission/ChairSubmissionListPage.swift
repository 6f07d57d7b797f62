public import PeerReview

/// All submissions as a chair may see them, a hundred at a time.
///
/// Filter and order: `GET /chair/submissions?q=&track=&state=&sort=&page=` with `q` in the search language and `sort` one of
/// `number`, `title`, `track`, `state`, `findings`, `reviews`, `score`, descending with a leading `-`. The same with
/// `format=csv` or `format=json` is a file of all rows, `format=numbers` the numbers of all, each on a line.
public struct ChairSubmissionListPage: Page {
  public static let pageSize = 100

  /// Which papers the list is asked for, and in which order.
  public struct Listing: Sendable {
    /// In the search language, as it was typed.
    public let query: String
    public let track: String
    public let state: String
    /// Anything unknown means `number`. Gives way to `sort:` in the query.
    public let sort: String
    public init(query: String = "", track: String = "", state: String = "", sort: String = "number") {
      self.query = query
      self.track = track
      self.state = state
      self.sort = sort
    }

    /// Track and state said in the search language too, for pages that take only a search.
    public var wholeQuery: String {
      let filters = (track.isEmpty ? [] : ["track:\(track)"]) + (state.isEmpty ? [] : ["status:\(state)"])
      return filters.isEmpty ? query : ((query.allSatisfy(\.isWhitespace) ? [] : ["(\(query))"]) + filters).joined(separator: " ")
    }
  }

  public let listing: Listing
  public let vocabulary: SearchVocabulary
  public let tracks: [Track]
  /// Searches kept by chairs together, and by this one for themself.
  public let searches: [Search]
  public let rows: [Row]
  /// Names of the columns the search asked for.
  public let columns: [String]
  /// From 1.
  public let page: Int
  /// How many papers there are with the filter, on all pages.
  public let found: Int
  /// How many there are without.
  public let total: Int
  public let problem: SearchProblem?
  /// What came back with a search that was not kept.
  public var keeping: Keeping?

  public init(
    _ listing: Listing, vocabulary: SearchVocabulary, tracks: [Track], searches: [Search] = [], rows: [Row] = [],
    columns: [String] = [],
    page: Int = 1, found: Int = 0, total: Int = 0, problem: SearchProblem? = nil
  ) {
    self.listing = listing
    self.vocabulary = vocabulary
    self.tracks = tracks
    self.searches = searches
    self.rows = rows
    self.columns = columns
    self.page = page
    self.found = found
    self.total = total
    self.problem = problem
  }

  public struct Search: Hashable, Sendable {
    public let id: ID<KeptSearch>
    /// With `~` before one the viewer keeps for themself.
    public let name: String
    public let query: String
    public init(id: ID<KeptSearch>, name: String, query: String) {
      self.id = id
      self.name = name
      self.query = query
    }
  }

  public struct Keeping: Sendable {
    public let name: String
    public let replaces: Bool
    public let problems: [FieldProblem]
    public init(name: String, replaces: Bool, problems: [FieldProblem]) {
      self.name = name
      self.replaces = replaces
      self.problems = problems
    }
  }

  public struct ReviewCount: Hashable, Sendable {
    public let done: Int
    public let assigned: Int
    public init(done: Int, assigned: Int) {
      self.done = done
      self.assigned = assigned
    }
  }

  public struct Row: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let track: String
    public let state: Badge
    public let authors: Disclosure<String>
    public let findings: Int
    /// Hidden from a chair in conflict.
    public let reviews: Disclosure<ReviewCount>
    public let score: Disclosure<Double?>
    public let tags: [TagBadge]
    /// Values of the page's extra columns.
    public let extra: [Double?]
    public init(
      id: ID<Submission>, number: SubmissionNumber, title: String, track: String, state: Badge, authors: Disclosure<String>,
      findings: Int = 0, reviews: Disclosure<ReviewCount>, score: Disclosure<Double?>, tags: [TagBadge] = [],
      extra: [Double?] = []
    ) {
      self.id = id
      self.number = number
      self.title = title
      self.track = track
      self.state = state
      self.authors = authors
      self.findings = findings
      self.reviews = reviews
      self.score = score
      self.tags = tags
      self.extra = extra
    }
  }

  public var title: String { "Submissions" }
  public var section: Section? { .chairSubmissions }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Submissions</h1>
    \(layout.search("/chair/submissions", query: listing.query, label: "Search", vocabulary, problem, """
      <div class="field"><label for="track">Track</label><select id="track" name="track">
      \(options(tracks.map { ($0.key, $0.name) }, chosen: listing.track, empty: "All tracks"))</select></div>
      <div class="field"><label for="state">State</label><select id="state" name="state">
      \(options(SubmissionState.allCases.map { ($0.rawValue, $0.label) }, chosen: listing.state, empty: "All states"))</select></div>
      \(hidden("sort", listing.sort))
      """))
    \(KeptSearches(page: self).html(in: layout))
    \(when(problem == nil) { answer })
    """
  }

  private var answer: HTML {
    """
    <p class="soft">\(found) of \(count(total, "submission"))\(when(found > 0) { """
      ; download <a href="\(address(format: "csv"))">CSV</a> or <a href="\(address(format: "json"))">JSON</a>,
      or the <a href="\(address(format: "numbers"))">numbers</a> alone;
      <a href="\(Link.tags(listing.wholeQuery))">tag these papers</a> or
      <a href="\(Link.rejections(listing.wholeQuery))">reject them without review</a>
      """ }); <a href="/chair/submissions/load">load papers from a file</a></p>
    \(rows.isEmpty ? nothing("No submission matches.") : list)
    \(pages)
    """
  }

  private var list: HTML {
    table(
      "Submissions", id: "submissions-table",
      head: [
        order("number", "No."), order("title", "Title"), order("track", "Track"), order("state", "State"),
        order("findings", "Findings"), order("reviews", "Reviews"), order("score", "Score"),
      ] + columns.map { "\($0)" },
      each(rows) { row in
        """
        <tr><td class="number">\(row.number)</td>
        <th scope="row"><a href="\(Link.chairSubmission(row.id))">\(row.title.isEmpty ? "No title yet" : row.title)</a><br>
        <span class="soft">\(revealedBriefly(row.authors) { "\($0)" })</span>\(tagList(row.tags))</th>
        <td>\(row.track)</td><td>\(row.state.html)</td><td class="figure">\(row.findings == 0 ? "" : String(row.findings))</td>
        <td class="figure">\(revealedBriefly(row.reviews) { "\($0.assigned == 0 ? "" : "\($0.done) / \($0.assigned)")" })</td>
        <td class="figure">\(revealedBriefly(row.score) { figure($0) })</td>\
        \(each(row.extra) { "<td class=\"figure\">\(figure($0))</td>" })</tr>
        """
      })
  }

  private func figure(_ value: Double?) -> HTML { "\(value.map { decimal($0, places: 1) } ?? "–")" }

  private var pages: HTML { pageLinks(page, found: found, size: Self.pageSize) { address(page: $0) } }

  private func order(_ key: String, _ label: String) -> HTML {
    orderLink(key, label, sort: listing.sort) {
      "/chair/submissions?q=\(listing.query)&track=\(listing.track)&state=\(listing.state)&sort=\($0)"
    }
  }

  private func address(page: Int) -> Link {
    "/chair/submissions?q=\(listing.query)&track=\(listing.track)&state=\(listing.state)&sort=\(listing.sort)&page=\(page)"
  }

  private func address(format: String) -> Link {
    "/chair/submissions?q=\(listing.query)&track=\(listing.track)&state=\(listing.state)&sort=\(listing.sort)&format=\(format)"
  }
}

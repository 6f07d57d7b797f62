public import PeerReview

/// All submissions as a chair may see them.
///
/// Filter and order: `GET /chair/submissions?q=&track=&state=&sort=` with `sort` one of `number`, `title`, `track`, `state`,
/// `reviews`, `score`, descending with a leading `-`.
public struct ChairSubmissionListPage: Page {
  public let rows: [Row]
  public let tracks: [Track]
  public let query: String
  public let track: String
  public let state: String
  public let sort: String
  /// How many there are without the filter.
  public let total: Int
  public init(
    rows: [Row], tracks: [Track], query: String = "", track: String = "", state: String = "", sort: String = "number",
    total: Int
  ) {
    self.rows = rows
    self.tracks = tracks
    self.query = query
    self.track = track
    self.state = state
    self.sort = sort
    self.total = total
  }

  public struct Row: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let track: String
    public let state: Badge
    public let authors: Disclosure<String>
    public let findings: Int
    /// Done of expected, such as "2 / 3"; hidden from a chair in conflict.
    public let reviews: Disclosure<String>
    public let score: Disclosure<Double?>
    public init(
      id: ID<Submission>, number: SubmissionNumber, title: String, track: String, state: Badge, authors: Disclosure<String>,
      findings: Int = 0, reviews: Disclosure<String>, score: Disclosure<Double?>
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
    }
  }

  public var title: String { "Submissions" }
  public var section: Section? { .chairSubmissions }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Submissions</h1>
    \(layout.filter("/chair/submissions", query: query, label: "Find by number, title or author", table: "submissions-table", """
      <div class="field"><label for="track">Track</label><select id="track" name="track">
      \(options(tracks.map { ($0.key, $0.name) }, chosen: track, empty: "All tracks"))</select></div>
      <div class="field"><label for="state">State</label><select id="state" name="state">
      \(options(SubmissionState.allCases.map { ($0.rawValue, $0.label) }, chosen: state, empty: "All states"))</select></div>
      \(hidden("sort", sort))
      """))
    <p class="soft">\(rows.count) of \(count(total, "submission"))</p>
    \(rows.isEmpty ? nothing("No submission matches.") : list)
    """
  }

  private var list: HTML {
    table(
      "Submissions", id: "submissions-table",
      head: [
        order("number", "No."), order("title", "Title"), order("track", "Track"), order("state", "State"), "Findings",
        order("reviews", "Reviews"), order("score", "Score"),
      ],
      each(rows) { row in
        """
        <tr><td class="number">\(row.number)</td>
        <th scope="row"><a href="\(Link.chairSubmission(row.id))">\(row.title.isEmpty ? "No title yet" : row.title)</a><br>
        <span class="soft">\(revealedBriefly(row.authors) { "\($0)" })</span></th>
        <td>\(row.track)</td><td>\(row.state.html)</td><td class="figure">\(row.findings == 0 ? "" : String(row.findings))</td>
        <td class="figure">\(revealedBriefly(row.reviews) { "\($0)" })</td>
        <td class="figure">\(revealedBriefly(row.score) { "\($0.map { decimal($0, places: 1) } ?? "–")" })</td></tr>
        """
      })
  }

  private func order(_ key: String, _ label: String) -> HTML {
    orderLink(key, label, sort: sort) { "/chair/submissions?q=\(query)&track=\(track)&state=\(state)&sort=\($0)" }
  }
}

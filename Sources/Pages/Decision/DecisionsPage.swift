public import PeerReview

/// All papers with their scores and decisions.
///
/// Form: `POST /chair/decisions`: `decisions.SUBMISSION` (a kind's key, empty for undecided) for each row shown,
/// `version.SUBMISSION`; or with `action` `bulk`: `chosen` (repeated submission ids), `decision`.
/// Filter and order: `GET /chair/decisions?q=&track=&decision=&sort=&page=`, `sort` one of `number`, `title`, `score`, `decision`.
public struct DecisionsPage: Page {
  public static let pageSize = 100

  public let kinds: [DecisionKind]
  /// Those of the page.
  public let rows: [Row]
  /// Counted from 1.
  public let page: Int
  /// On all pages.
  public let found: Int
  public let query: String
  public let track: String
  public let decision: String
  public let sort: String
  public let tracks: [Track]
  /// Over all papers, not only those shown.
  public let counts: [Count]
  public let releasedAt: Instant?
  /// Whether decisions can be changed now; `closedReason` says why not.
  public let accepts: Bool
  public let closedReason: String
  /// Whether the call has meta-reviews.
  public let hasMetareviews: Bool
  /// When everything is released, where a chair set that.
  public let timed: TimedRelease?
  public init(
    kinds: [DecisionKind], rows: [Row], page: Int = 1, found: Int? = nil, query: String = "", track: String = "",
    decision: String = "", sort: String = "-score",
    tracks: [Track], counts: [Count], releasedAt: Instant?, accepts: Bool, closedReason: String = "",
    hasMetareviews: Bool = false, timed: TimedRelease? = nil
  ) {
    self.kinds = kinds
    self.rows = rows
    self.page = page
    self.found = found ?? rows.count
    self.query = query
    self.track = track
    self.decision = decision
    self.sort = sort
    self.tracks = tracks
    self.counts = counts
    self.releasedAt = releasedAt
    self.accepts = accepts
    self.closedReason = closedReason
    self.hasMetareviews = hasMetareviews
    self.timed = timed
  }

  public struct Row: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let track: String
    /// Overall scores, one per review.
    public let scores: Disclosure<[Int]>
    public let mean: Disclosure<Double?>
    public let decision: Disclosure<String>
    public let version: Int
    /// Whether the decision carries a note to the authors.
    public let hasNote: Bool
    /// What the metareviewer recommends; empty while open.
    public let recommendation: Disclosure<String>
    public init(
      id: ID<Submission>, number: SubmissionNumber, title: String, track: String, scores: Disclosure<[Int]>,
      mean: Disclosure<Double?>, decision: Disclosure<String>, version: Int, hasNote: Bool = false,
      recommendation: Disclosure<String> = .shown("")
    ) {
      self.id = id
      self.number = number
      self.title = title
      self.track = track
      self.scores = scores
      self.mean = mean
      self.decision = decision
      self.version = version
      self.hasNote = hasNote
      self.recommendation = recommendation
    }
  }

  public struct Count: Hashable, Sendable {
    public let label: String
    public let count: Int
    public init(label: String, count: Int) {
      self.label = label
      self.count = count
    }
  }

  public var title: String { "Decisions" }
  public var section: Section? { .decisions }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="title-row"><h1>Decisions</h1><a class="button quiet" href="/chair/decisions/many">Decide many</a>
    \(when(layout.viewer?.chairsTracks != true) { """
      <a class="button quiet" href="/chair/meeting">Meeting</a>
      <a class="button" href="/chair/decisions/letters">Letters and release</a>
      """ })</div>
    \(with(releasedAt) { "<p class=\"notice good\">Released \(layout.moment($0)).</p>" })
    \(with(timed) { $0.html(in: layout) })
    \(when(!accepts && releasedAt == nil && !closedReason.isEmpty) { "<p class=\"notice warning\">\(closedReason)</p>" })
    <ul class="figures">\(each(counts) {
      "<li><span class=\"value\">\($0.count)</span> <span class=\"label\">\($0.label)</span></li>" })</ul>
    \(layout.filter("/chair/decisions", query: query, label: "Find by number or title", table: found > rows.count ? nil : "decisions-table", filters))
    \(when(found > 0) { downloads {
      "/chair/decisions?q=\(query)&track=\(track)&decision=\(decision)&sort=\(sort)&format=\($0)"
    } })
    \(rows.isEmpty ? nothing("No paper matches.") : layout.form("/chair/decisions", guarded: true) { """
      \(list)
      \(pages)
      \(when(accepts) { buttons })
      """ })
    """
  }

  private var filters: HTML {
    """
    <div class="field"><label for="track">Track</label><select id="track" name="track">
    \(options(tracks.map { ($0.key, $0.name) }, chosen: track, empty: "All tracks"))</select></div>
    <div class="field"><label for="of">Decision</label><select id="of" name="decision">
    \(options(kinds.map { ($0.key, $0.label) } + [("none", "Undecided")], chosen: decision, empty: "All"))</select></div>
    \(hidden("sort", sort))
    """
  }

  private var list: HTML {
    table(
      "Decisions", id: "decisions-table",
      head: [
        "<span class=\"unseen\">Choose</span>", order("number", "No."), order("title", "Title"), "Scores",
        order("score", "Mean"),
      ] + (hasMetareviews ? ["Meta-review"] : []) + [order("decision", "Decision")],
      each(rows, row))
  }

  private func row(_ row: Row) -> HTML {
    """
    <tr><td>\(when(accepts && row.isOpen) {
      "<input type=\"checkbox\" name=\"chosen\" value=\"\(row.id.text)\" aria-label=\"Choose \(row.number)\">" })</td>
    <td class="number">\(row.number)</td>
    <th scope="row"><a href="\(Link.chairSubmission(row.id))">\(row.title)</a><br><span class="soft">\(row.track)</span></th>
    <td class="figure">\(revealedBriefly(row.scores) { "\($0.map(String.init).joined(separator: " "))" })</td>
    <td class="figure">\(revealedBriefly(row.mean) { "\($0.map { decimal($0, places: 1) } ?? "–")" })</td>
    \(when(hasMetareviews) { "<td>\(revealedBriefly(row.recommendation) { "\($0.isEmpty ? "–" : $0)" })</td>" })
    <td>\(revealedBriefly(row.decision) { choice(row, $0) })</td></tr>
    """
  }

  private func choice(_ row: Row, _ decided: String) -> HTML {
    guard accepts else { return "\(kinds.first { $0.key == decided }?.label ?? "Undecided")" }
    return """
      \(hidden("version.\(row.id.text)", row.version))<select name="decisions.\(row.id.text)" aria-label="Decision on
      \(row.number)">
      \(options(kinds.map { ($0.key, $0.label) }, chosen: decided, empty: "Undecided"))</select>\
      \(when(row.hasNote) { " <span class=\"soft\">with a note</span>" })
      """
  }

  private var buttons: HTML {
    """
    <div class="actions sticky"><button name="action" value="save">Save decisions</button>
    <span class="bulk"><label for="bulk-decision">Chosen papers:</label><select id="bulk-decision" name="decision">
    \(options(kinds.map { ($0.key, $0.label) }, chosen: "", empty: "Choose a decision"))</select>
    <button class="quiet" name="action" value="bulk">Apply to chosen</button></span>
    \(when(rows.contains(where: \.hasNote)) { """
      <span class="soft">The note of an earlier decision is dropped where another is chosen here; write a new one on the
      paper's page.</span>
      """ })</div>
    """
  }

  private var pages: HTML {
    pageLinks(page, found: found, size: Self.pageSize) {
      "/chair/decisions?q=\(query)&track=\(track)&decision=\(decision)&sort=\(sort)&page=\($0)"
    }
  }

  private func order(_ key: String, _ label: String) -> HTML {
    orderLink(key, label, sort: sort) { "/chair/decisions?q=\(query)&track=\(track)&decision=\(decision)&sort=\($0)" }
  }
}

extension DecisionsPage.Row {
  /// Whether this chair may decide: not when the paper is hidden from them.
  fileprivate var isOpen: Bool {
    switch decision {
    case .shown: true
    case .hidden: false
    }
  }
}

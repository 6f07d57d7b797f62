public import PeerReview

/// Who was shown what by right of an office.
///
/// Filter: `GET /chair/reveals?q=&paper=&page=`.
public struct RevealsPage: Page {
  public let rows: [Row]
  public let query: String
  public let paper: String
  public let older: Link?
  public init(rows: [Row], query: String = "", paper: String = "", older: Link?) {
    self.rows = rows
    self.query = query
    self.paper = paper
    self.older = older
  }

  public struct Row: Hashable, Sendable {
    public let at: Instant
    public let who: String
    /// Such as "chair".
    public let entitlement: String
    /// The page's name.
    public let page: String
    public let secrets: [String]
    public let papers: [SubmissionNumber]
    public init(
      at: Instant, who: String, entitlement: String, page: String, secrets: [String], papers: [SubmissionNumber]
    ) {
      self.at = at
      self.who = who
      self.entitlement = entitlement
      self.page = page
      self.secrets = secrets
      self.papers = papers
    }

    /// The first few by number, and how many more.
    public var papersText: String {
      let named = papers.prefix(8).map(\.description).joined(separator: ", ")
      return papers.count > 8 ? "\(named) and \(papers.count - 8) more" : named
    }
  }

  public var title: String { "Reveals" }
  public var section: Section? { .audit }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Reveals</h1><p>Each time an identity, or what is not released yet, was shown to someone by right of an office.
    Nothing here can be changed or removed. What people did stands in the <a href="/chair/audit">audit log</a>.</p>
    \(layout.filter("/chair/reveals", query: query, label: "Find by person, page or what was shown", table: nil, """
      <div class="field"><label for="paper">Paper</label><input id="paper" name="paper" inputmode="numeric" value="\(paper)"></div>
      """))
    \(rows.isEmpty ? nothing("No entry matches.") : table(
      "Reveals", id: "reveals-table", head: ["When (UTC)", "Who", "Saw", "Of"],
      each(rows) { row in """
        <tr><td>\(layout.brief(row.at))</td><td>\(row.who)<br><span class="soft">as \(row.entitlement)</span></td>
        <td>\(row.secrets.joined(separator: ", "))<br><span class="soft">\(row.page)</span></td><td>\(row.papersText)</td></tr>
        """ }))
    \(with(older) { "<p><a href=\"\($0)\">Older entries</a></p>" })
    """
  }
}

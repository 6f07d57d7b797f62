public import PeerReview

/// Letters with their state.
///
/// Form: `POST /chair/letters`: `letter` (its id, or `all`), `action` (`retry` a failed one; `release` or `drop` a held one).
/// Filter: `GET /chair/letters?q=&state=&page=`.
public struct OutboxPage: Page {
  public let letters: [Row]
  public let counts: Counts
  public let query: String
  public let state: String
  public let older: Link?
  public init(letters: [Row], counts: Counts, query: String = "", state: String = "", older: Link?) {
    self.letters = letters
    self.counts = counts
    self.query = query
    self.state = state
    self.older = older
  }

  public struct Counts: Hashable, Sendable {
    public let waiting: Int
    /// Waiting for a chair's word, and for nothing else.
    public let held: Int
    public let sent: Int
    public let failed: Int
    /// Taken by a mail server that sent them back later.
    public let returned: Int
    public init(waiting: Int, held: Int = 0, sent: Int, failed: Int, returned: Int = 0) {
      self.returned = returned
      self.waiting = waiting
      self.held = held
      self.sent = sent
      self.failed = failed
    }
  }

  public struct Row: Hashable, Sendable {
    public let id: String
    public let to: String
    public let subject: String
    /// Nil when this chair may not read it.
    public let body: String?
    public let queuedAt: Instant
    public let sentAt: Instant?
    public let state: Badge
    /// The mail server's last answer; empty when none.
    public let trouble: String
    public let canRetry: Bool
    /// Whether it may be released or dropped.
    public let canJudge: Bool
    /// When it goes without a word; nil where it waits for one.
    public let goesAt: Instant?
    public init(
      id: String, to: String, subject: String, body: String?, queuedAt: Instant, sentAt: Instant?, state: Badge,
      trouble: String = "", canRetry: Bool = false, canJudge: Bool = false, goesAt: Instant? = nil
    ) {
      self.id = id
      self.to = to
      self.subject = subject
      self.body = body
      self.queuedAt = queuedAt
      self.sentAt = sentAt
      self.state = state
      self.trouble = trouble
      self.canRetry = canRetry
      self.canJudge = canJudge
      self.goesAt = goesAt
    }
  }

  public var title: String { "Letters" }
  public var section: Section? { .letters }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="title-row"><h1>Letters</h1><a class="button" href="/chair/letters/write">Write to many</a></div>
    <ul class="figures"><li><span class="value">\(counts.waiting)</span> <span class="label">waiting</span></li>
    <li><span class="value">\(counts.held)</span> <span class="label">held</span></li>
    <li><span class="value">\(counts.sent)</span> <span class="label">sent</span></li>
    <li><span class="value">\(counts.failed)</span> <span class="label">failed</span></li>
    \(when(counts.returned > 0) { """
      <li><a href="/chair/letters?state=returned"><span class="value">\(counts.returned)</span>
      <span class="label">came back</span></a></li>
      """ })</ul>
    \(when(counts.failed > 0) { layout.form("/chair/letters") {
      """
      \(hidden("letter", "all"))<p class="actions"><button class="quiet" name="action" value="retry">Try all failed letters
      again</button></p>
      """
    } })
    \(when(counts.held > 0) { layout.form("/chair/letters", confirm: "Decide on every held letter?") {
      """
      \(hidden("letter", "all"))<p class="actions"><button name="action" value="release">Send all held letters</button>
      <button class="quiet" name="action" value="drop">Drop all held letters</button></p>
      """
    } })
    \(layout.filter("/chair/letters", query: query, label: "Find by address or subject", table: "letters-table", """
      <div class="field"><label for="state">State</label><select id="state" name="state">
      \(options(Self.states, chosen: state, empty: "All"))</select></div>
      """))
    \(when(!letters.isEmpty) { downloads { "/chair/letters?q=\(query)&state=\(state)&format=\($0)" } })
    \(letters.isEmpty ? nothing("No letter matches.") : list(layout))
    \(with(older) { "<p><a href=\"\($0)\">Older letters</a></p>" })
    """
  }

  private static let states = [
    ("waiting", "Waiting"), ("held", "Held"), ("sent", "Sent"), ("failed", "Failed"), ("returned", "Came back"),
    ("dropped", "Dropped"),
  ]

  private func list(_ layout: Layout) -> HTML {
    table(
      "Letters", id: "letters-table", head: ["Letter", "State", "Queued (UTC)", "Sent (UTC)"],
      each(letters) { row in
        """
        <tr><th scope="row">\(row.to)<br>\(text(row))</th>
        <td>\(row.state.html)\(when(!row.trouble.isEmpty) { "<br><span class=\"soft\">\(row.trouble)</span>" })
        \(with(row.goesAt) { "<br><span class=\"soft\">goes by itself at \(layout.brief($0))</span>" })
        \(when(row.canRetry) { retry(row, layout) })\(when(row.canJudge) { judge(row, layout) })</td>
        <td>\(layout.brief(row.queuedAt))</td><td>\(row.sentAt.map(layout.brief) ?? "–")</td></tr>
        """
      })
  }

  private func text(_ row: Row) -> HTML {
    guard let body = row.body else { return "\(row.subject)" }
    return folded(row.subject, "<pre class=\"letter\">\(body)</pre>")
  }

  private func judge(_ row: Row, _ layout: Layout) -> HTML {
    layout.form("/chair/letters", classes: "inline") {
      """
      \(hidden("letter", row.id))\(button(
        "Send", name: "action", value: "release", classes: "small", says: "Send the letter to \(row.to)"))
      \(button("Drop", name: "action", value: "drop", classes: "quiet small", says: "Drop the letter to \(row.to)"))
      """
    }
  }

  private func retry(_ row: Row, _ layout: Layout) -> HTML {
    layout.form("/chair/letters", classes: "inline") {
      """
      \(hidden("letter", row.id))\(button(
        "Try again", name: "action", value: "retry", classes: "quiet small", says: "Send the letter to \(row.to) again"))
      """
    }
  }
}

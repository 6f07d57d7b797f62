public import PeerReview

/// Letters with their state.
///
/// Form: `POST /chair/letters`: `letter` (its id, or `all-failed`), `action` (`retry`).
/// Filter: `GET /chair/letters?q=&state=&page=`.
public struct OutboxPage: Page {
  public let letters: [Row]
  public let waiting: Int
  public let sent: Int
  public let failed: Int
  public let query: String
  public let state: String
  public let older: Link?
  public init(letters: [Row], waiting: Int, sent: Int, failed: Int, query: String = "", state: String = "", older: Link?) {
    self.letters = letters
    self.waiting = waiting
    self.sent = sent
    self.failed = failed
    self.query = query
    self.state = state
    self.older = older
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
    public init(
      id: String, to: String, subject: String, body: String?, queuedAt: Instant, sentAt: Instant?, state: Badge,
      trouble: String = "", canRetry: Bool = false
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
    }
  }

  public var title: String { "Letters" }
  public var section: Section? { .letters }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Letters</h1>
    <ul class="figures"><li><span class="value">\(waiting)</span> <span class="label">waiting</span></li>
    <li><span class="value">\(sent)</span> <span class="label">sent</span></li>
    <li><span class="value">\(failed)</span> <span class="label">failed</span></li></ul>
    \(when(failed > 0) { layout.form("/chair/letters") {
      """
      \(hidden("letter", "all-failed"))<p class="actions"><button class="quiet" name="action" value="retry">Try all failed letters
      again</button></p>
      """
    } })
    \(layout.filter("/chair/letters", query: query, label: "Find by address or subject", table: "letters-table", """
      <div class="field"><label for="state">State</label><select id="state" name="state">
      \(options([("waiting", "Waiting"), ("sent", "Sent"), ("failed", "Failed")], chosen: state, empty: "All"))</select></div>
      """))
    \(letters.isEmpty ? nothing("No letter matches.") : list(layout))
    \(with(older) { "<p><a href=\"\($0)\">Older letters</a></p>" })
    """
  }

  private func list(_ layout: Layout) -> HTML {
    table(
      "Letters", id: "letters-table", head: ["Letter", "State", "Queued (UTC)", "Sent (UTC)"],
      each(letters) { row in
        """
        <tr><th scope="row">\(row.to)<br>\(text(row))</th>
        <td>\(row.state.html)\(when(!row.trouble.isEmpty) { "<br><span class=\"soft\">\(row.trouble)</span>" })
        \(when(row.canRetry) { retry(row, layout) })</td>
        <td>\(layout.brief(row.queuedAt))</td><td>\(row.sentAt.map(layout.brief) ?? "–")</td></tr>
        """
      })
  }

  private func text(_ row: Row) -> HTML {
    guard let body = row.body else { return "\(row.subject)" }
    return folded(row.subject, "<pre class=\"letter\">\(body)</pre>")
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

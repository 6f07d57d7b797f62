public import PeerReview

/// The committee's meeting as it stands: what is talked about, what comes next. Whoever is in conflict with the paper that is
/// called is sent out, and nothing on their page tells which it is.
///
/// `GET /meeting`. Forms of chairs, `POST /chair/meeting`: `action` `agenda` with `q`; with `seen` also
/// `call` with `paper`, `next`, `pause`.
public struct MeetingPage: Page {
  public enum State: Hashable, Sendable { case done, now, next }

  public enum Now: Sendable {
    case notBegun, pause, sentOut
    case paper(Row)
  }

  public struct Row: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let track: String
    public let state: State
    public init(id: ID<Submission>, number: SubmissionNumber, title: String, track: String, state: State) {
      self.id = id
      self.number = number
      self.title = title
      self.track = track
      self.state = state
    }
  }

  public let now: Now
  /// Since when; nil before the meeting began.
  public let since: Instant?
  /// Papers of the agenda that the viewer may know of, in its order.
  public let papers: [Row]
  public let isChair: Bool
  /// The turn that is shown, for forms to rest on; empty before the first.
  public let seen: String
  public let query: String
  public let problems: [FieldProblem]
  /// When an agenda can be made; nil where it can be.
  public let opens: Instant?
  public init(
    now: Now, since: Instant?, papers: [Row], isChair: Bool, seen: String, query: String = "",
    problems: [FieldProblem] = [], opens: Instant? = nil
  ) {
    self.now = now
    self.since = since
    self.papers = papers
    self.isChair = isChair
    self.seen = seen
    self.query = query
    self.problems = problems
    self.opens = opens
  }

  public var title: String { "Meeting" }
  public var section: Section? { isChair ? .decisions : .reviews }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Meeting</h1>
    \(problemList(problems, heading: "The agenda is as it was"))
    <section class="card" id="now" aria-live="polite" data-live>\(nowPart)
    \(with(since) { "<p class=\"soft\">since \(layout.moment($0))</p>" })</section>
    \(when(isChair) { opens.map { "<p>An agenda can be made from \(layout.moment($0)) on.</p>" } ?? controls(layout) })
    \(part("agenda", "Agenda") {
      "<div id=\"agenda-papers\" data-live>\(papers.isEmpty ? nothing("No paper stands on the agenda.") : list(layout))</div>"
    })
    \(when(isChair && opens == nil) { part("papers", "Papers of the agenda") { form(layout) } })
    """
  }

  private var nowPart: HTML {
    switch now {
    case .notBegun: "<p>The meeting has not begun.</p>"
    case .pause: "<p><strong>The meeting pauses.</strong></p>"
    case .sentOut:
      """
      <p class="notice warning"><strong>Please leave the room.</strong> You are in conflict with the paper that is talked about. This page
      tells you when to come back.</p>
      """
    case .paper(let row):
      """
      <p class="over">Now: <span class="number">\(row.number)</span> \(row.track)</p><h2>\(name(row))</h2>
      """
    }
  }

  private func name(_ row: Row) -> HTML {
    if isChair { return "<a href=\"\(Link.chairSubmission(row.id))\">\(row.title)</a>" }
    return "\(row.title)"
  }

  private func controls(_ layout: Layout) -> HTML {
    let buttons = layout.form("/chair/meeting", classes: "actions") {
      """
      \(hidden("seen", seen))<button name="action" value="next">Next paper</button>
      <button class="quiet" name="action" value="pause">Pause</button>
      """
    }
    return "<div id=\"controls\" data-live>\(buttons)</div>"
  }

  private func list(_ layout: Layout) -> HTML {
    table(
      "Agenda", id: "agenda-table", head: ["", "No.", "Paper", "Track"] + (isChair ? [""] : []),
      each(papers) { row in
        """
        <tr><td>\(badge(row.state).html)</td><td class="number">\(row.number)</td><th scope="row">\(row.title)</th><td>\(row.track)</td>
        \(when(isChair) { "<td>\(when(opens == nil) { call(row, layout) })</td>" })</tr>
        """
      })
  }

  private func badge(_ state: State) -> Badge {
    switch state {
    case .done: Badge(label: "Done", tone: .neutral)
    case .now: Badge(label: "Now", tone: .progress)
    case .next: Badge(label: "To come", tone: .neutral)
    }
  }

  private func call(_ row: Row, _ layout: Layout) -> HTML {
    layout.form("/chair/meeting", classes: "inline") {
      """
      \(hidden("seen", seen))\(hidden("paper", row.id.text))\(button(
        "Call", name: "action", value: "call", classes: "quiet small", says: "Call paper \(row.number)"))
      """
    }
  }

  private func form(_ layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return layout.form("/chair/meeting") {
      """
      \(fields.text("q", "Search", query, .init(help: """
        In the search language of the list of submissions; sort: gives the order, as in “tag:discuss sort:-overall”. The papers found are
        the agenda; those you are in conflict with are for another chair to put there.
        """)))
      <p class="actions"><button class="quiet" name="action" value="agenda">Make this the agenda</button></p>
      """
    }
  }
}

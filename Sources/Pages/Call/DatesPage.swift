public import PeerReview

/// Every date of the call with where it stands, and the form that moves one.
///
/// `POST /chair/dates`: `date` (its keys in the call file, such as `submission.closes`), `to`, `reason`, `letters` (`yes`).
public struct DatesPage: Page {
  public struct Form: Sendable {
    public let date: String
    public let to: String
    public let reason: String
    public let tells: Bool
    public init(date: String = "", to: String = "", reason: String = "", tells: Bool = true) {
      self.date = date
      self.to = to
      self.reason = reason
      self.tells = tells
    }
  }

  public struct Row: Sendable {
    public let date: CallDate
    public let moment: Instant
    public init(date: CallDate, moment: Instant) {
      self.date = date
      self.moment = moment
    }
  }

  public struct Change: Sendable {
    public let date: CallDate
    public let before: Instant
    public let after: Instant
    public let reason: String
    public let isTold: Bool
    public let by: String
    public let at: Instant
    public init(date: CallDate, before: Instant, after: Instant, reason: String, isTold: Bool, by: String, at: Instant) {
      self.date = date
      self.before = before
      self.after = after
      self.reason = reason
      self.isTold = isTold
      self.by = by
      self.at = at
    }
  }

  /// In the order of the year.
  public let dates: [Row]
  /// Newest first.
  public let changes: [Change]
  /// The call's own zone.
  public let zone: String
  public let form: Form
  public let problems: [FieldProblem]
  public init(dates: [Row], changes: [Change], zone: String, form: Form = .init(), problems: [FieldProblem] = []) {
    self.dates = dates
    self.changes = changes
    self.zone = zone
    self.form = form
    self.problems = problems
  }

  public var title: String { "Dates" }
  public var section: Section? { .callVersions }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="/chair/call">Call file</a></p><h1>Dates</h1>
    \(problemList(problems, heading: "No date was moved", prefix: "date-"))
    \(table("Dates of the call", id: "dates", head: ["Date", "When", "Stands", "Binds"], each(dates) { row in
      """
      <tr><th scope="row">\(row.date.name)</th><td>\(layout.moment(row.moment))</td><td>\(standing(row, layout).html)</td>
      <td>\(row.date.bindsAuthors ? "authors" : "reviewers")</td></tr>
      """
    }))
    \(part("move", "Move a date") { entry(layout) })
    \(when(!changes.isEmpty) { part("moved", "Moved so far") { moved(layout) } })
    """
  }

  private func standing(_ row: Row, _ layout: Layout) -> Badge {
    if row.moment <= layout.now { return Badge(label: "Past", tone: .neutral) }
    let isNext = dates.filter { $0.moment > layout.now }.map(\.moment).min() == row.moment
    return isNext ? Badge(label: "Next", tone: .progress) : Badge(label: "To come", tone: .neutral)
  }

  private func entry(_ layout: Layout) -> HTML {
    let fields = Fields(prefix: "date-", problems: problems)
    return layout.form("/chair/dates", confirm: "Move this date for everybody?") {
      """
      \(fields.select("date", "Date", dates.map { ($0.date.keys, $0.date.name) }, chosen: form.date, empty: "Choose a date"))
      \(fields.text("to", "New moment", form.to, .init(
        help: "As in 2025-10-30 20:00, in \(zone) or with a zone behind it, such as AoE.", isNarrow: true)))
      \(fields.text("reason", "Reason", form.reason, .init(help: "Stands in the record and in the letters.", rows: 2)))
      \(fields.tick("letters", "Write to everybody the date binds", form.tells))
      <p class="actions"><button>Move the date</button></p>
      """
    }
  }

  private func moved(_ layout: Layout) -> HTML {
    table(
      "Moved dates", id: "changes", head: ["Date", "From", "To", "Why", "By (UTC)"],
      each(changes) { change in
        """
        <tr><th scope="row">\(change.date.name)</th><td>\(layout.brief(change.before))</td><td>\(layout.brief(change.after))</td>
        <td>\(change.reason)</td><td>\(change.by), \(layout.brief(change.at))\(change.isTold ? ", with letters" : ", without letters")</td></tr>
        """
      })
  }
}

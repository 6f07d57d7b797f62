public import PeerReview

/// Sessions, and where each accepted paper stands in the proceedings.
///
/// Form: `POST /chair/proceedings`: `version`, `sessions.N.key|title` in the order printed, `papers.ID.session|rank`;
/// `action` one of `save`, `session-add`, `session-up.N`, `session-down.N`.
public struct ProceedingsPage: Page {
  public let version: Int
  public let sessions: [SessionTitle]
  /// In the order printed.
  public let rows: [Row]
  /// The call file says what stands on the title page.
  public let isDescribed: Bool
  public let place: PublicationPlace
  public let problems: [FieldProblem]
  public init(
    version: Int, sessions: [SessionTitle], rows: [Row], isDescribed: Bool, place: PublicationPlace = .chair,
    problems: [FieldProblem] = []
  ) {
    self.place = place
    self.version = version
    self.sessions = sessions
    self.rows = rows
    self.isDescribed = isDescribed
    self.problems = problems
  }

  public struct Row: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let state: CameraReadyState
    /// Of its final PDF; nil while it is not read.
    public let pages: Int?
    public let placement: Placement
    public init(
      id: ID<Submission>, number: SubmissionNumber, title: String, state: CameraReadyState, pages: Int?, placement: Placement
    ) {
      self.id = id
      self.number = number
      self.title = title
      self.state = state
      self.pages = pages
      self.placement = placement
    }
  }

  public var title: String { "Proceedings" }
  public var section: Section? { place.section }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="\(place.list)">Final versions</a></p>
    <h1>Proceedings</h1>
    \(when(!isDescribed) { """
      <p class="notice warning">The call file says nothing of the proceedings yet. Add a section <code>proceedings</code> to it.</p>
      """ })
    <p>Papers whose final version is complete are published, in this order; page numbers follow from it. Papers without a session
    stand by track after all others. Whoever runs the server writes site and exports with
    <code>lectern proceedings export</code>.</p>
    \(problemList(problems))
    \(layout.form(place.proceedings, guarded: true) { """
      \(hidden("version", version))
      <button class="unseen" name="action" value="save" tabindex="-1" aria-hidden="true">Save</button>
      \(part("sessions", "Sessions") { sessionRows })
      \(part("papers", "Papers") { rows.isEmpty ? nothing("No paper is accepted.") : list })
      <div class="actions sticky"><button name="action" value="save">Save the order</button></div>
      """ })
    """
  }

  private var sessionRows: HTML {
    let fields = Fields(problems: problems)
    return """
      <p class="help">In the order printed. A session whose title is emptied goes away; its papers stay.</p>
      <ol class="people-rows">\(each(sessions.enumerated()) { index, session in """
        <li class="person-row">\(hidden("sessions.\(index).key", session.key))
        \(fields.text("sessions.\(index).title", "Session \(index + 1)", session.title, .init(autocomplete: "off")))
        <div class="row-end"><span class="row-buttons">\(move("↑", "up", index, index > 0))\(
          move("↓", "down", index, index < sessions.count - 1))</span></div></li>
        """ })</ol>
      <p><button class="quiet" name="action" value="session-add">Add a session</button></p>
      """
  }

  private func move(_ sign: String, _ way: String, _ index: Int, _ possible: Bool) -> HTML {
    """
    <button class="quiet small" name="action" value="session-\(way).\(index)"\(flag: "disabled", !possible)
    aria-label="Move session \(index + 1) \(way)">\(sign)</button>
    """
  }

  private var list: HTML {
    table(
      "Papers", id: "proceedings-table", head: ["No.", "Title", "Pages", "Session", "Order"],
      each(rows) { row in
        """
        <tr><td class="number">\(row.number)</td>
        <th scope="row"><a href="\(place.paper(row.id))">\(row.title)</a><br>\(row.state.badge.html)</th>
        <td class="figure">\(row.pages.map(String.init) ?? "–")</td>
        <td><select name="papers.\(row.id.text).session" aria-label="Session of \(row.number)">
        \(options(sessions.filter { !$0.key.isEmpty }.map { ($0.key, $0.title) }, chosen: row.placement.session, empty: "None"))</select></td>
        <td><input class="rank" name="papers.\(row.id.text).rank" inputmode="numeric" size="4" aria-label="Place of \(row.number) in its session"
        value="\(row.placement.rank == 0 ? "" : String(row.placement.rank))"></td></tr>
        """
      })
  }
}

public import PeerReview

/// Every artifact an artifact chair may know of, and how far it is.
///
/// Forms: `POST /artifacts/plan`, without fields: fills the places that are free. `POST /artifacts/release`: `confirm` (`yes`).
public struct ArtifactsPage: Page {
  public let calendar: ArtifactCalendar
  public let evaluatorsPerArtifact: Int
  public let rows: [Row]
  public let figures: [Figure]
  /// What keeps badges from being released, a sentence each.
  public let obstacles: [String]
  public let releasedAt: Instant?
  public let problems: [FieldProblem]
  public init(
    calendar: ArtifactCalendar, evaluatorsPerArtifact: Int, rows: [Row], figures: [Figure], obstacles: [String],
    releasedAt: Instant?, problems: [FieldProblem] = []
  ) {
    self.calendar = calendar
    self.evaluatorsPerArtifact = evaluatorsPerArtifact
    self.rows = rows
    self.figures = figures
    self.obstacles = obstacles
    self.releasedAt = releasedAt
    self.problems = problems
  }

  public struct Row: Sendable {
    public let id: ID<Artifact>
    public let number: SubmissionNumber
    public let title: String
    public let state: ArtifactState
    public let badges: [String]
    public let evaluators: Int
    public let reports: Int
    public let evaluations: Int
    public let decided: Int
    public let nominations: Int
    public init(
      id: ID<Artifact>, number: SubmissionNumber, title: String, state: ArtifactState, badges: [String], evaluators: Int,
      reports: Int, evaluations: Int, decided: Int, nominations: Int
    ) {
      self.id = id
      self.number = number
      self.title = title
      self.state = state
      self.badges = badges
      self.evaluators = evaluators
      self.reports = reports
      self.evaluations = evaluations
      self.decided = decided
      self.nominations = nominations
    }
  }

  /// A line of the statistics, in the call's words.
  public struct Figure: Sendable {
    public let label: String
    public let figure: BadgeFigure
    public init(label: String, figure: BadgeFigure) {
      self.label = label
      self.figure = figure
    }
  }

  public var title: String { "Artifacts" }
  public var section: Section? { .artifacts }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Artifacts</h1>
    \(problemList(problems, heading: "This can't be done yet", prefix: nil))
    \(facts([
      ("Registration closes", layout.deadline(calendar.registration)), ("Artifacts are due", layout.deadline(calendar.artifact)),
      ("Kick-the-tires reports are due", layout.deadline(calendar.kickTheTires)),
      ("Authors' answers are due", layout.deadline(calendar.answers)),
      ("Evaluations are due", layout.deadline(calendar.evaluation)),
      ("Badges are released from", layout.deadline(calendar.badges)),
    ]))
    \(rows.isEmpty ? nothing("No artifact is registered.") : list)
    \(when(releasedAt == nil && layout.now >= calendar.artifact) { part("plan", "Assignment") { plan(layout) } })
    \(part("release", "Release of badges") { release(layout) })
    \(part("figures", "Figures") { statistics })
    """
  }

  private var list: HTML {
    table(
      "Artifacts", id: "artifacts-table",
      head: ["No.", "Paper", "State", "Badges", "Evaluators", "Reports", "Evaluations", "Decided", "Nominations"],
      each(rows) { row in
        """
        <tr><td class="number">\(row.number)</td><th scope="row"><a href="\(Link.artifact(row.id))">\(row.title)</a></th>
        <td>\(row.state.badge.html)</td><td>\(row.badges.joined(separator: "; "))</td>
        <td class="figure">\(row.evaluators) of \(evaluatorsPerArtifact)</td><td class="figure">\(row.reports)</td>
        <td class="figure">\(row.evaluations)</td><td class="figure">\(row.decided) of \(row.badges.count)</td>
        <td class="figure">\(row.nominations)</td></tr>
        """
      })
  }

  private func plan(_ layout: Layout) -> HTML {
    layout.form("/artifacts/plan", confirm: "Assign evaluators now? They are told by letter.") {
      """
      <p>Fills the places that are free, by preference and load; what was assigned by hand stays. Whoever is in conflict is left out.</p>
      <p class="actions"><button class="quiet">Assign automatically</button></p>
      """
    }
  }

  private func release(_ layout: Layout) -> HTML {
    if let releasedAt {
      return "<p class=\"ok\">Badges were released \(layout.moment(releasedAt)). Every contact got a letter.</p>"
    }
    return """
      \(when(!obstacles.isEmpty) { "<ul class=\"checks\">\(each(obstacles) { "<li>\($0)</li>" })</ul>" })
      \(layout.form("/artifacts/release") { """
        <p>From then on authors see what became of their requests, and badges that are awarded are public. It can't be undone.</p>
        <div class="field">\(Fields(prefix: "release-", problems: problems).tick("confirm", "Release every badge now", false))</div>
        <p class="actions"><button>Release</button></p>
        """ })
      """
  }

  private var statistics: HTML {
    """
    <p class="help">Over fewer than \(SmallGroups.least) artifacts nothing is told, as a figure could point at one of them.</p>
    \(table("Badges requested and awarded", id: "figures-table", head: ["Badge", "Requested", "Awarded"], each(figures) { row in
      "<tr><th scope=\"row\">\(row.label)</th>\(row.figure.isTold ? told(row.figure) : untold)</tr>"
    }))
    """
  }

  private func told(_ figure: BadgeFigure) -> HTML {
    "<td class=\"figure\">\(figure.requested)</td><td class=\"figure\">\(releasedAt == nil ? "–" : String(figure.awarded))</td>"
  }

  private var untold: HTML { "<td colspan=\"2\">fewer than \(SmallGroups.least)</td>" }
}

public import PeerReview

/// One artifact with the accepted paper, and the evaluation written on it. Nothing of the paper's reviews is here.
///
/// Forms: `POST /evaluations/{id}` with `action`: `report` (`outcome`, `report`); `save` or `submit` (`version`, `checks` (one
/// field each), `badges.BADGE` (`yes` or `no`), `toAuthors`, `toChairs`, `nominates` (`yes`), `nomination`); `conflict`.
/// Messages: `POST /evaluations/{id}/messages` with `text`.
public struct EvaluationPage: Page {
  public let id: ID<Evaluation>
  /// Such as "Evaluator B".
  public let ownName: String
  public let calendar: ArtifactCalendar
  public let artifact: ArtifactSummary
  public let dialogue: ArtifactDialogue
  /// Of the badges requested, with their checks.
  public let badges: [ArtifactPolicy.Badge]
  public let content: EvaluationContent
  public let version: Int
  public let submittedAt: Instant?
  public let others: Disclosure<[EvaluationCard]>
  public let outcomes: Disclosure<[BadgeOutcome]>
  /// Whether anything can be written now.
  public let accepts: Bool
  public let typedReport: TypedReport
  public let problems: [FieldProblem]
  public let isStale: Bool
  public init(
    id: ID<Evaluation>, ownName: String, calendar: ArtifactCalendar, artifact: ArtifactSummary, dialogue: ArtifactDialogue,
    badges: [ArtifactPolicy.Badge], content: EvaluationContent, version: Int, submittedAt: Instant?,
    others: Disclosure<[EvaluationCard]>, outcomes: Disclosure<[BadgeOutcome]>, accepts: Bool,
    typedReport: TypedReport = TypedReport(), problems: [FieldProblem] = [], isStale: Bool = false
  ) {
    self.id = id
    self.ownName = ownName
    self.calendar = calendar
    self.artifact = artifact
    self.dialogue = dialogue
    self.badges = badges
    self.content = content
    self.version = version
    self.submittedAt = submittedAt
    self.others = others
    self.outcomes = outcomes
    self.accepts = accepts
    self.typedReport = typedReport
    self.problems = problems
    self.isStale = isStale
  }

  public struct TypedReport: Hashable, Sendable {
    public let outcome: String
    public let text: String
    public init(outcome: String = "", text: String = "") {
      self.outcome = outcome
      self.text = text
    }
  }

  public var title: String { "Artifact of \(artifact.number)" }
  public var section: Section? { .evaluations }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><span class="number">\(artifact.number)</span> You are \(ownName)</p>
    <h1>\(artifact.title)</h1><p class="soft">\(artifact.authors.joined(separator: ", "))</p>
    \(problemList(problems, prefix: nil))
    \(when(isStale) { """
      <p class="notice warning" role="alert">Another tab saved this evaluation meanwhile. Below stands what you typed here; saving
      now keeps both on record.</p>
      """ })
    \(part("artifact", "Paper and artifact") { artifact.html })
    \(part("dialogue", "Authors and evaluators") { """
      \(dialogue.html(in: layout, action: "/evaluations/\(id)/messages"))
      \(when(accepts) { folded("Report on kick-the-tires", report(layout), open: dialogue.reports.isEmpty) })
      """ })
    \(part("evaluation", "Your evaluation") { accepts ? form(layout) : nothing("Evaluation is over, or has not begun.") })
    \(part("others", "Other evaluations") { revealed(others) { cards in
      cards.isEmpty ? nothing("No other evaluation is in yet.") : each(cards) { $0.html(in: layout) }
    } })
    \(when(isReleased) { part("badges", "Badges") { revealed(outcomes) { list in
      "<ul class=\"outcomes\">\(each(list) { $0.html })</ul>" } } })
    \(when(accepts) { folded("You are in conflict with this artifact", handBack(layout)) })
    """
  }

  private var isReleased: Bool {
    switch outcomes {
    case .shown: true
    case .hidden: false
    }
  }

  private func report(_ layout: Layout) -> HTML {
    let fields = Fields(prefix: "report-", problems: problems)
    return layout.form("/evaluations/\(id)") {
      """
      \(hidden("action", "report"))
      <p>Due \(layout.deadline(calendar.kickTheTires)). The authors read it at once.</p>
      \(fields.choice("outcome", "Does it run?", KickTheTires.allCases.map { Fields.Choice(value: $0.rawValue, label: $0.label) },
        chosen: typedReport.outcome))
      \(fields.text("report", "What is in the way", typedReport.text, .init(help: "Needed unless it works.", rows: 4)))
      <p class="actions"><button>Send the report</button></p>
      """
    }
  }

  private func form(_ layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return layout.form("/evaluations/\(id)", guarded: true) {
      """
      \(hidden("version", version))
      <p>Due \(layout.deadline(calendar.evaluation)).
      \(with(submittedAt) { "Handed in \(layout.moment($0)); you may revise it until badges are released." })</p>
      \(each(badges) { badge($0, fields) })
      \(fields.text("toAuthors", "To the authors", content.toAuthors, .init(
        help: "They read it with the badges. Needed where you do not recommend a badge.", rows: 6)))
      \(fields.text("toChairs", "To the artifact chairs", content.toChairs, .init(help: "Authors never read this. Optional.", rows: 3)))
      <div class="field">\(fields.tick("nominates", "I nominate it as one of the best artifacts", content.nominates))</div>
      \(fields.text("nomination", "What makes it one of the best", content.nomination, .init(rows: 2)))
      <div class="actions sticky"><button name="action" value="submit">Hand in</button>
      <button class="quiet" name="action" value="save" formnovalidate>Save draft</button></div>
      """
    }
  }

  private func badge(_ badge: ArtifactPolicy.Badge, _ fields: Fields) -> HTML {
    let name = "badges.\(badge.kind.rawValue)"
    let chosen = content.recommends(badge.kind).map { $0 ? "yes" : "no" } ?? ""
    return """
      <fieldset class="card"><legend>\(badge.label)</legend>
      \(each(badge.checklist) { check in
        let key = "\(badge.kind.rawValue).\(check.key)"
        return fields.tick("checks", check.text, content.checks.contains(key), value: key, id: "check-\(key)")
      })
      \(fields.choice(name, "Do you recommend it?", [
        Fields.Choice(value: "yes", label: "Yes"), Fields.Choice(value: "no", label: "No"),
      ], chosen: chosen, inline: true))</fieldset>
      """
  }

  private func handBack(_ layout: Layout) -> HTML {
    layout.form("/evaluations/\(id)", confirm: "Declare the conflict? You will not see this artifact again.") {
      """
      <p class="actions"><button class="quiet danger" name="action" value="conflict">Declare the conflict and hand it back</button></p>
      """
    }
  }
}

/// Warns before a visit to a host of somebody else's, which can see it.
public struct VisitPage: Page {
  public let number: SubmissionNumber
  /// As the authors wrote it.
  public let location: String
  /// Nil when it is no address that can be followed.
  public let address: Link?
  public let host: String
  public let isArchival: Bool
  public let back: Link
  public init(number: SubmissionNumber, location: String, address: Link?, host: String, isArchival: Bool, back: Link) {
    self.number = number
    self.location = location
    self.address = address
    self.host = host
    self.isArchival = isArchival
    self.back = back
  }

  public var title: String { "Leaving for \(host)" }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="narrow-page"><h1>Your visit can be seen</h1>
    <p class="lead">The authors of \(number) say that the artifact lies at <code>\(location)</code>.</p>
    <p>\(host) learns your network address, when you came and what you fetched. \(isArchival
      ? "An archival repository may show such figures to the authors."
      : "If the authors run that host, they may learn from it who evaluates their artifact.")
    To stay anonymous, use a network that does not tell where you work, do not sign in there, and fetch everything at once.</p>
    <p class="actions">\(with(address) {
      "<a class=\"button\" href=\"\($0)\" rel=\"noopener noreferrer external\">Go to \(host)</a>" })
    <a class="button quiet" href="\(back)">Back to the artifact</a></p></div>
    """
  }
}

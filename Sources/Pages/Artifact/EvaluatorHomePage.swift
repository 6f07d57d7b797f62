public import PeerReview

/// What an artifact evaluator has to do, and the artifacts there are to choose from.
///
/// Forms: `POST /evaluations/preferences`: `levels.ARTIFACT` (a level's key, empty for none). `POST /evaluations/conflicts`:
/// `artifact`.
public struct EvaluatorHomePage: Page {
  public let calendar: ArtifactCalendar
  public let tasks: [Task]
  public let levels: [Bidding.Level]
  public let choices: [Choice]
  /// Whether preferences can be saved now.
  public let accepts: Bool
  public init(calendar: ArtifactCalendar, tasks: [Task], levels: [Bidding.Level], choices: [Choice], accepts: Bool) {
    self.calendar = calendar
    self.tasks = tasks
    self.levels = levels
    self.choices = choices
    self.accepts = accepts
  }

  public struct Task: Sendable {
    public let id: ID<Evaluation>
    public let number: SubmissionNumber
    public let title: String
    public let hasReport: Bool
    public let isSubmitted: Bool
    public init(id: ID<Evaluation>, number: SubmissionNumber, title: String, hasReport: Bool, isSubmitted: Bool) {
      self.id = id
      self.number = number
      self.title = title
      self.hasReport = hasReport
      self.isSubmitted = isSubmitted
    }
  }

  public struct Choice: Sendable {
    public let id: ID<Artifact>
    public let number: SubmissionNumber
    public let title: String
    public let description: String
    public let hardware: String
    public let badges: [String]
    /// A level's key; empty for none.
    public let level: String
    public init(
      id: ID<Artifact>, number: SubmissionNumber, title: String, description: String, hardware: String, badges: [String],
      level: String
    ) {
      self.id = id
      self.number = number
      self.title = title
      self.description = description
      self.hardware = hardware
      self.badges = badges
      self.level = level
    }
  }

  public var title: String { "Artifact evaluation" }
  public var section: Section? { .evaluations }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Artifact evaluation</h1>
    <p>You are known to the artifact chairs. Authors, and the other evaluators, see a letter in your place.</p>
    \(facts([
      ("Artifacts are due", layout.deadline(calendar.artifact)),
      ("Kick-the-tires reports are due", layout.deadline(calendar.kickTheTires)),
      ("Evaluations are due", layout.deadline(calendar.evaluation)),
    ]))
    \(part("tasks", "Yours to evaluate") { tasks.isEmpty ? nothing("No artifact is assigned to you.") : taskTable })
    \(part("choices", "Artifacts") { choices.isEmpty ? nothing("There is none to choose from yet.") : choiceList(layout) })
    """
  }

  private var taskTable: HTML {
    table(
      "Artifacts you evaluate", id: "tasks-table", head: ["No.", "Paper", "Kick-the-tires", "Evaluation"],
      each(tasks) { task in
        """
        <tr><td class="number">\(task.number)</td><th scope="row"><a href="\(Link.evaluation(task.id))">\(task.title)</a></th>
        <td>\(Self.mark(task.hasReport).html)</td><td>\(Self.mark(task.isSubmitted).html)</td></tr>
        """
      })
  }

  private static func mark(_ isDone: Bool) -> Badge {
    isDone ? Badge(label: "Done", tone: .good) : Badge(label: "To do", tone: .warning)
  }

  private func choiceList(_ layout: Layout) -> HTML {
    """
    \(asked(layout))
    \(layout.form("/evaluations/preferences", guarded: true) { """
      <ul class="papers bids">\(each(choices) { card($0) })</ul>
      \(when(accepts) { "<div class=\"actions sticky\"><button>Save preferences</button></div>" })
      """ })
    \(folded("You are in conflict with one of them", conflictForm(layout)))
    """
  }

  private func asked(_ layout: Layout) -> HTML {
    guard accepts else { return "<p>Preferences are taken from the close of registration until artifacts are due.</p>" }
    return """
      <p>Say how gladly you would evaluate each, until \(layout.deadline(calendar.artifact)). It helps the assignment, and
      promises nothing.</p>
      """
  }

  private func card(_ choice: Choice) -> HTML {
    let list = levels.map { Fields.Choice(value: $0.key, label: $0.label) } + [Fields.Choice(value: "", label: "No preference")]
    return """
      <li class="card paper"><p class="over"><span class="number">\(choice.number)</span></p><h3>\(choice.title)</h3>
      \(prose(choice.description))\(facts([("Hardware", prose(choice.hardware)), ("Badges", "\(choice.badges.joined(separator: "; "))")]))
      \(accepts
        ? Fields().choice("levels.\(choice.id.text)", "Your preference for \(choice.number)", list, chosen: choice.level, inline: true)
        : "<p>Your preference: \(levels.first { $0.key == choice.level }?.label ?? "none")</p>")</li>
      """
  }

  private func conflictForm(_ layout: Layout) -> HTML {
    layout.form("/evaluations/conflicts", confirm: "Declare the conflict? You will not see this artifact again.") {
      """
      \(Fields(prefix: "conflict-").select("artifact", "The artifact", choices.map { ($0.id.text, "\($0.number) \($0.title)") },
        chosen: "", empty: "Choose one", help: "It disappears from your pages, and is never assigned to you."))
      <p class="actions"><button class="quiet danger">Declare the conflict</button></p>
      """
    }
  }
}

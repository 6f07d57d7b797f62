public import PeerReview

/// Whose reviews are missing, to be reminded of.
///
/// Form: `POST /chair/reminders`: `person` (ids, repeated), `message`, `action` (`chosen` or `all`).
public struct RemindersPage: Page {
  /// In the order shown.
  public let reviewers: [Reviewer]
  /// By round.
  public let due: [Due]
  /// As typed.
  public let message: String
  public let problems: [FieldProblem]
  public init(reviewers: [Reviewer], due: [Due], message: String = "", problems: [FieldProblem] = []) {
    self.reviewers = reviewers
    self.due = due
    self.message = message
    self.problems = problems
  }

  /// By when reviews of one round are due.
  public struct Due: Sendable {
    public let name: String
    public let at: Instant
    public init(name: String, at: Instant) {
      self.name = name
      self.at = at
    }
  }

  public struct Reviewer: Sendable {
    public let id: ID<Person>
    public let name: String
    public let email: String
    /// Those whose review is missing.
    public let papers: [PaperReference]
    public let remindedAt: Instant?
    public init(id: ID<Person>, name: String, email: String, papers: [PaperReference], remindedAt: Instant?) {
      self.id = id
      self.name = name
      self.email = email
      self.papers = papers
      self.remindedAt = remindedAt
    }
  }

  public var title: String { "Missing reviews" }
  public var section: Section? { .people }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Missing reviews</h1>\(each(due) { "<p>\($0.name) \(layout.moment($0.at)).</p>" })
    \(problemList(problems, heading: "Nobody was reminded"))
    \(reviewers.isEmpty ? nothing("No review is missing.") : form(layout))
    """
  }

  private func form(_ layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return layout.form("/chair/reminders") {
      """
      \(table("Missing reviews by reviewer", id: "missing", head: ["Remind", "Reviewer", "Missing", "Reminded (UTC)"],
        each(reviewers) { row($0, layout) }))
      \(fields.text("message", "Your words to them", message, .init(
        help: "Optional; stands in every letter. Each missing review gets a letter of its own.",
        limitCharacters: ReviewRules.limitReminderCharacters, rows: 3)))
      <p class="soft">Nobody is reminded of one review twice within 20 hours.</p>
      <p class="actions"><button name="action" value="chosen">Remind those chosen</button>
      <button name="action" value="all" class="quiet">Remind everyone listed</button></p>
      """
    }
  }

  private func row(_ reviewer: Reviewer, _ layout: Layout) -> HTML {
    """
    <tr><td><input type="checkbox" name="person" value="\(reviewer.id.text)"\
    \(attribute: "aria-label", "Remind " + reviewer.name)></td>
    <th scope="row">\(reviewer.name)<br><span class="soft">\(reviewer.email)</span></th>
    <td>\(each(reviewer.papers) { paper in
      "<a class=\"number\" href=\"\(Link.chairSubmission(paper.id))\" title=\"\(paper.title)\">\(paper.number)</a> " })</td>
    <td>\(reviewer.remindedAt.map(layout.brief) ?? "never")</td></tr>
    """
  }
}

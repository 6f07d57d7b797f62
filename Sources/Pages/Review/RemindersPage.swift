public import PeerReview

/// Whose reviews are missing, to be reminded of.
///
/// Form: `POST /chair/reminders`: `person` (ids, repeated), `message`, `action` (`chosen` or `all`).
/// After that: `GET /chair/reminders?sent=&passed=`; with `format=csv` or `format=json` as a file.
public struct RemindersPage: Page {
  /// In the order shown.
  public let reviewers: [Reviewer]
  /// By round.
  public let due: [Due]
  /// As typed.
  public let message: String
  /// Of the reminding just done.
  public let outcome: Outcome?
  public let problems: [FieldProblem]
  public init(
    reviewers: [Reviewer], due: [Due], message: String = "", outcome: Outcome? = nil, problems: [FieldProblem] = []
  ) {
    self.reviewers = reviewers
    self.due = due
    self.message = message
    self.outcome = outcome
    self.problems = problems
  }

  public struct Outcome: Hashable, Sendable {
    /// Letters, one for each missing review.
    public let sent: Int
    /// Missing reviews that were reminded of within the pause.
    public let passedOver: Int
    public init(sent: Int, passedOver: Int) {
      self.sent = sent
      self.passedOver = passedOver
    }
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
    \(with(outcome) { "<p class=\"notice\" role=\"status\">\($0.sentence)</p>" })
    \(problemList(problems, heading: "Nobody was reminded"))
    \(reviewers.isEmpty ? nothing("No review is missing.") : form(layout))
    \(when(!reviewers.isEmpty) { downloads { "/chair/reminders?format=\($0)" } })
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
      <p class="soft">Nobody is reminded of one review twice within \(ReviewRules.reminderPause.words).</p>
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

extension RemindersPage.Outcome {
  /// What became of it, in words.
  public var sentence: String {
    let letters = sent == 0 ? "No letter was sent." : "\(count(sent, "letter")) \(sent == 1 ? "is on its" : "are on their") way."
    if passedOver == 0 { return sent == 0 ? "No letter was sent: nobody chosen has a review missing." : letters }
    let reviews = "\(count(passedOver, "missing review")) \(passedOver == 1 ? "was" : "were") passed over"
    let pause = ReviewRules.reminderPause.words
    return "\(letters) \(reviews): a reminder of \(passedOver == 1 ? "it" : "each") went out less than \(pause) ago."
  }
}

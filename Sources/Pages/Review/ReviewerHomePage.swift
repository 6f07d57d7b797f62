public import PeerReview

/// The reviewer's papers, in order of need, and the ways to bid and to declare.
///
/// `GET /reviews/forms` is a text file. Form: `POST /reviews/forms` (multipart): `file`, `action` (`draft` or `submit`).
public struct ReviewerHomePage: Page {
  public let assignments: [Row]
  /// Papers whose discussion the viewer leads.
  public let led: [Led]
  public let tasks: [Task]
  public let reviewing: Period
  /// Of a file of filled forms.
  public let problems: [FieldProblem]
  public init(assignments: [Row], led: [Led] = [], tasks: [Task], reviewing: Period, problems: [FieldProblem] = []) {
    self.assignments = assignments
    self.led = led
    self.tasks = tasks
    self.reviewing = reviewing
    self.problems = problems
  }

  public struct Row: Sendable {
    public let id: ID<Assignment>
    public let number: SubmissionNumber
    public let title: String
    public let track: String
    public let state: Badge
    public let deadline: Instant?
    /// Such as "2 of 3 reviews are in".
    public let note: String
    public let tags: [TagBadge]
    public init(
      id: ID<Assignment>, number: SubmissionNumber, title: String, track: String, state: Badge, deadline: Instant?,
      note: String = "", tags: [TagBadge] = []
    ) {
      self.id = id
      self.number = number
      self.title = title
      self.track = track
      self.state = state
      self.deadline = deadline
      self.note = note
      self.tags = tags
    }
  }

  public struct Led: Sendable {
    public let id: ID<Metareview>
    public let number: SubmissionNumber
    public let title: String
    public let track: String
    public let state: Badge
    /// Nil once the meta-review is in.
    public let due: Instant?
    public init(id: ID<Metareview>, number: SubmissionNumber, title: String, track: String, state: Badge, due: Instant?) {
      self.id = id
      self.number = number
      self.title = title
      self.track = track
      self.state = state
      self.due = due
    }
  }

  /// Something a reviewer may do outside of a paper, such as bidding.
  public struct Task: Hashable, Sendable {
    public let label: String
    public let explanation: String
    public let link: Link
    public let deadline: Instant?
    public let isDone: Bool
    public init(label: String, explanation: String, link: Link, deadline: Instant?, isDone: Bool = false) {
      self.label = label
      self.explanation = explanation
      self.link = link
      self.deadline = deadline
      self.isDone = isDone
    }
  }

  public var title: String { "Your reviews" }
  public var section: Section? { .reviews }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Your reviews</h1>
    \(when(!tasks.isEmpty) { """
      <ul class="doors">\(each(tasks) { task in """
        <li><a href="\(task.link)"><strong>\(task.label)\(when(task.isDone) { " <span class=\"badge good\">done</span>" })\
        </strong>
        <span>\(task.explanation)\(with(task.deadline) { " Until \(layout.deadline($0))." })</span></a></li>
        """ })</ul>
      """ })
    \(when(!led.isEmpty) { part("led", "Papers whose discussion you lead") { leading(layout) } })
    \(part("papers", "Papers to review") { papers(layout) })
    \(when(!assignments.isEmpty) { part("forms", "Without a network") { forms(layout) } })
    """
  }

  private func leading(_ layout: Layout) -> HTML {
    """
    <ul class="papers">\(each(led) { row in """
      <li class="card paper"><p class="over"><span class="number">\(row.number)</span> \(row.track) \(row.state.html)</p>
      <h3><a href="\(Link.metareview(row.id))">\(row.title)</a></h3>
      \(with(row.due) { "<p class=\"next\">Meta-review due \(layout.deadline($0))</p>" })</li>
      """ })</ul>
    """
  }

  private var fields: Fields { Fields(prefix: "forms-", problems: problems) }

  private func forms(_ layout: Layout) -> HTML {
    """
    \(problemList(problems, heading: "Nothing of the file was kept", prefix: nil))
    <p><a href="/reviews/forms">Download all your review forms</a> as one text file, with what you wrote so far, and fill it in wherever
    you are.</p>
    \(layout.form("/reviews/forms", classes: "stack card", multipart: true) {
      """
      <div class="field"><label for="forms-file">The filled file</label>
      <input id="forms-file" name="file" type="file" accept=".txt,text/plain" required\(fields.describedBy("file"))>\
      \(fields.told("file"))</div>
      <p class="actions"><button class="quiet" name="action" value="draft">Keep as drafts</button>
      <button name="action" value="submit">Submit these reviews</button></p>
      """
    })
    """
  }

  private func papers(_ layout: Layout) -> HTML {
    guard !assignments.isEmpty else {
      return layout.now < reviewing.opens
        ? "<p class=\"nothing\">No paper is assigned to you yet. Reviewing begins \(layout.deadline(reviewing.opens)).</p>"
        : nothing("No paper is assigned to you.")
    }
    return """
      <p>Reviews are due \(layout.deadline(reviewing.closes)).</p>
      <ul class="papers">\(each(assignments) { row in """
        <li class="card paper"><p class="over"><span class="number">\(row.number)</span> \(row.track) \(row.state.html)</p>
        <h3><a href="\(Link.review(row.id))">\(row.title)</a></h3>
        \(when(!row.note.isEmpty) { "<p class=\"soft\">\(row.note)</p>" })\(tagList(row.tags))\
        \(with(row.deadline) { "<p class=\"next\">Due \(layout.deadline($0))</p>" })</li>
        """ })</ul>
      """
  }
}

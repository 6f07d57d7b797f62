public import PeerReview

/// The chair's overview: what waits, how far the conference has come, and how it got there.
public struct ChairHomePage: Page {
  public let call: Call
  public let tasks: [Task]
  public let figures: [Figure]
  /// Submissions standing at the end of each day, in order of time.
  public let submissionsByDay: [DayCount]
  public let reviewsDone: Int
  public let reviewsExpected: Int
  /// Reviews done and expected per reviewing day; empty before reviewing.
  public let reviewsByDay: [DayCount]
  public init(
    call: Call, tasks: [Task], figures: [Figure], submissionsByDay: [DayCount], reviewsDone: Int, reviewsExpected: Int,
    reviewsByDay: [DayCount] = []
  ) {
    self.call = call
    self.tasks = tasks
    self.figures = figures
    self.submissionsByDay = submissionsByDay
    self.reviewsDone = reviewsDone
    self.reviewsExpected = reviewsExpected
    self.reviewsByDay = reviewsByDay
  }

  public struct Task: Hashable, Sendable {
    public let sentence: String
    public let link: Link
    public let deadline: Instant?
    public let isUrgent: Bool
    public init(sentence: String, link: Link, deadline: Instant?, isUrgent: Bool = false) {
      self.sentence = sentence
      self.link = link
      self.deadline = deadline
      self.isUrgent = isUrgent
    }
  }

  /// A count worth knowing at a glance.
  public struct Figure: Hashable, Sendable {
    public let label: String
    public let value: String
    /// What it stands beside, such as "of 120 expected"; may be empty.
    public let context: String
    public let link: Link?
    public init(label: String, value: String, context: String = "", link: Link?) {
      self.label = label
      self.value = value
      self.context = context
      self.link = link
    }
  }

  public struct DayCount: Hashable, Sendable {
    public let day: Instant
    public let count: Int
    public init(day: Instant, count: Int) {
      self.day = day
      self.count = count
    }
  }

  public var title: String { "Overview" }
  public var section: Section? { .chair }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Overview</h1>
    \(part("tasks", "What waits for you") { taskList(layout) })
    <section aria-labelledby="figures-heading"><h2 id="figures-heading">Figures</h2>
    <ul class="figures">\(each(figures, figureItem))</ul></section>
    <div class="cards">
    \(when(!submissionsByDay.isEmpty) { """
      <article class="card"><h2>Submissions over time</h2>\(DayChart(days: submissionsByDay, name: "Submissions by day",
        layout: layout).html)</article>
      """ })
    \(when(reviewsExpected > 0) { """
      <article class="card"><h2>Reviews</h2><p><strong>\(reviewsDone)</strong> of \(reviewsExpected) are in.</p>
      <progress max="\(max(1, reviewsExpected))" value="\(min(reviewsDone, reviewsExpected))" aria-label="Reviews in"></progress>
      \(when(!reviewsByDay.isEmpty) { DayChart(days: reviewsByDay, name: "Reviews in by day", ceiling: reviewsExpected,
        layout: layout).html })</article>
      """ })
    </div>
    \(part("dates", "Dates") { timeline(call.calendar, in: layout) })
    """
  }

  private func taskList(_ layout: Layout) -> HTML {
    guard !tasks.isEmpty else { return nothing("Nothing waits for you now.") }
    return """
      <ul class="tasks">\(each(tasks) { task in """
        <li class="\(ClassList("").with("urgent", if: task.isUrgent))"><a href="\(task.link)">\(task.sentence)</a>
        \(with(task.deadline) { "<span class=\"soft\">\(layout.deadline($0))</span>" })</li>
        """ })</ul>
      """
  }

  private func figureItem(_ figure: Figure) -> HTML {
    let body: HTML = "<span class=\"value\">\(figure.value)</span> <span class=\"label\">\(figure.label)</span>"
    let context: HTML = when(!figure.context.isEmpty) { "<span class=\"soft\">\(figure.context)</span>" }
    return "<li>\(linked(figure.link, body))\(context)</li>"
  }

  private func linked(_ link: Link?, _ body: HTML) -> HTML {
    guard let link else { return body }
    return "<a href=\"\(link)\">\(body)</a>"
  }
}

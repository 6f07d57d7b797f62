public import PeerReview

/// The author's submissions: where each stands, what it lacks, and what comes next.
public struct AuthorHomePage: Page {
  public let submissions: [Row]
  /// When papers can be changed; the announcement says so in words.
  public let submissionPeriod: Period
  /// Until when new papers are registered, where that ends before.
  public let registration: Instant?
  /// Whether the page offers "New submission".
  public let offersNew: Bool
  public init(submissions: [Row], submissionPeriod: Period, registration: Instant? = nil, offersNew: Bool) {
    self.submissions = submissions
    self.submissionPeriod = submissionPeriod
    self.registration = registration
    self.offersNew = offersNew
  }

  public struct Row: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    /// May be empty in a draft.
    public let title: String
    public let track: String
    public let state: Badge
    /// What a draft still lacks, or a submitted paper by now, while it can be changed; empty otherwise.
    public let missing: [FieldProblem]
    /// Such as "Respond to the reviews"; empty when there is nothing to do.
    public let nextStep: String
    public let deadline: Instant?
    public let isSubmitted: Bool
    public init(
      id: ID<Submission>, number: SubmissionNumber, title: String, track: String, state: Badge, missing: [FieldProblem],
      nextStep: String, deadline: Instant?, isSubmitted: Bool = false
    ) {
      self.isSubmitted = isSubmitted
      self.id = id
      self.number = number
      self.title = title
      self.track = track
      self.state = state
      self.missing = missing
      self.nextStep = nextStep
      self.deadline = deadline
    }
  }

  public var title: String { "Your submissions" }
  public var section: Section? { .submissions }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="title-row"><h1>Your submissions</h1>
    \(when(offersNew) { "<a class=\"button\" href=\"/submissions/new\">New submission</a>" })</div>
    \(announcement(layout))
    \(when(submissions.isEmpty) { nothing(emptySentence) })
    <ul class="papers">\(each(submissions) { card($0, layout) })</ul>
    """
  }

  private var emptySentence: String {
    offersNew ? "You have no submission yet. Begin one; a draft can be incomplete." : "You have no submission here."
  }

  private func announcement(_ layout: Layout) -> HTML {
    if layout.now < submissionPeriod.opens { return "<p>Submissions open \(layout.deadline(submissionPeriod.opens)).</p>" }
    if submissionPeriod.contains(layout.now) {
      return """
        <p>\(with(registration) { $0 > layout.now
          ? "New papers can be registered until \(layout.deadline($0)). " : "Registration closed \(layout.moment($0)). " })\
        Papers and appendices are due \(layout.deadline(submissionPeriod.closes)). Only submitted papers are reviewed.</p>
        """
    }
    return "<p>Submissions closed \(layout.moment(submissionPeriod.closes)).</p>"
  }

  private func card(_ row: Row, _ layout: Layout) -> HTML {
    """
    <li class="card paper"><p class="over"><span class="number">\(row.number)</span> \(row.track) \(row.state.html)</p>
    <h2><a href="\(Link.submission(row.id))">\(row.title.isEmpty ? "No title yet" : row.title)</a></h2>
    \(when(!row.missing.isEmpty) { folded(
      missingThings(row.missing, isSubmitted: row.isSubmitted),
      "<ul>\(each(row.missing) { "<li>\($0.message)</li>" })</ul>") })
    \(when(!row.nextStep.isEmpty) {
      "<p class=\"next\"><strong>\(row.nextStep)</strong>\(with(row.deadline) { ": due \(layout.deadline($0))" })</p>" })
    </li>
    """
  }
}

/// How many things a paper lacks, in words.
func missingThings(_ missing: [FieldProblem], isSubmitted: Bool) -> String {
  "\(count(missing.count, "thing")) missing " + (isSubmitted ? "since it was submitted" : "before it can be submitted")
}

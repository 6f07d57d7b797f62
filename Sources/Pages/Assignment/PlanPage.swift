public import PeerReview

/// One draft plan: who would review what, and why.
///
/// Forms below `/chair/assignment/plans/{id}`: `POST …/add`: `submission`, `reviewer`. `POST …/remove`: `submission`,
/// `reviewer`. `POST …/release`: `version`, `confirm` (`yes`). `POST …/cancel`.
/// Filter: `GET /chair/assignment/plans/{id}?q=`. Why a paper has its reviewers: `?why={submission}`.
public struct PlanPage: Page {
  public let id: ID<Plan>
  public let state: Badge
  /// How the plan was asked for, in a sentence.
  public let method: String
  /// The matcher is still at work; the page looks again by itself.
  public let isBeingMade: Bool
  /// Its papers are being given out; the page looks again by itself.
  public let isBeingReleased: Bool
  /// What it is at.
  public let step: String
  public let version: Int
  /// All that are found; a page of them is shown.
  public let papers: [Paper]
  /// Counted from 1.
  public let page: Int
  public let reviewers: [Reviewer]
  public let statistics: Statistics
  /// What keeps the plan from being released; one sentence each.
  public let shortages: [String]
  /// Whether pairs can be changed and the plan released.
  public let accepts: Bool
  public let query: String
  /// Why the paper that was asked about has its reviewers.
  public let explanation: Explanation?
  public let problems: [FieldProblem]
  public init(
    id: ID<Plan>, state: Badge, method: String = "", isBeingMade: Bool = false, isBeingReleased: Bool = false, step: String = "",
    version: Int, papers: [Paper],
    reviewers: [Reviewer],
    statistics: Statistics,
    shortages: [String] = [], accepts: Bool, query: String = "", page: Int = 1, explanation: Explanation? = nil,
    problems: [FieldProblem] = []
  ) {
    self.id = id
    self.state = state
    self.method = method
    self.isBeingMade = isBeingMade
    self.isBeingReleased = isBeingReleased
    self.step = step
    self.version = version
    self.papers = papers
    self.page = papers.page(page, of: Self.papersPerPage).number
    self.reviewers = reviewers
    self.statistics = statistics
    self.shortages = shortages
    self.accepts = accepts
    self.query = query
    self.explanation = explanation
    self.problems = problems
  }

  public struct Paper: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let pairs: [Pair]
    public let wanted: Int
    public init(id: ID<Submission>, number: SubmissionNumber, title: String, pairs: [Pair], wanted: Int) {
      self.id = id
      self.number = number
      self.title = title
      self.pairs = pairs
      self.wanted = wanted
    }
  }

  public struct Pair: Sendable {
    public let reviewer: ID<Person>
    public let name: String
    public let affinity: Double
    /// Such as "topics 0.62, bid +0.30".
    public let parts: String
    public let addedByHand: Bool
    public init(reviewer: ID<Person>, name: String, affinity: Double, parts: String, addedByHand: Bool = false) {
      self.reviewer = reviewer
      self.name = name
      self.affinity = affinity
      self.parts = parts
      self.addedByHand = addedByHand
    }
  }

  public struct Reviewer: Sendable {
    public let id: ID<Person>
    public let name: String
    public let load: Int
    public let loadMaximum: Int
    public init(id: ID<Person>, name: String, load: Int, loadMaximum: Int) {
      self.id = id
      self.name = name
      self.load = load
      self.loadMaximum = loadMaximum
    }
  }

  public var title: String { "Draft plan" }
  public var section: Section? { .assignment }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Plan \(state.html)</h1>
    \(problemList(problems, heading: "This was not done", prefix: nil))
    \(shortages.isEmpty ? .empty : """
      <section class="notice warning" aria-labelledby="shortages"><h2 id="shortages">What this plan leaves open</h2>
      <ul>\(each(shortages) { "<li>\($0)</li>" })</ul></section>
      """)
    \(when(!method.isEmpty) { "<p class=\"soft\">\(method)</p>" })
    \(when(isBeingMade) { making(layout) })
    \(when(isBeingReleased) { releasing })
    \(with(explanation) { explained($0) })
    \(when(!isBeingMade) { part("statistics", "How good it is") { figures } })
    \(when(accepts) { part("release", "Release") { releaseForm(layout) } })
    \(when(!isBeingMade) { part("pairs", "Who reviews what") { pairsPart(layout) } })
    """
  }

  private func releaseForm(_ layout: Layout) -> HTML {
    layout.form(
      act("release"), classes: "stack card", confirm: "Release this plan? Every reviewer gets a letter with their papers."
    ) {
      """
      \(hidden("version", version))<p>Releasing gives the papers to the reviewers and mails each of them once.</p>
      \(Fields(prefix: "release-").tick("confirm", "I have looked at the plan.", false))
      <p class="actions"><button>Release the plan</button></p>
      """
    }
  }

  private func making(_ layout: Layout) -> HTML {
    """
    <p class="soft" data-refresh>The matcher is at work. \(step) The plan appears here when it is done.
    <a href="\(Link.plan(id))">Look again</a></p>
    \(layout.form(act("cancel"), classes: "inline") { "<button class=\"quiet\">Stop the matcher</button>" })
    """
  }

  private var releasing: HTML {
    """
    <p class="soft" data-refresh>The papers are being given to their reviewers. <a href="\(Link.plan(id))">Look again</a></p>
    """
  }

  private func act(_ name: String) -> Link { "/chair/assignment/plans/\(id)/\(name)" }

  public static let papersPerPage = 50

  /// The papers of the page.
  public var shown: ArraySlice<Paper> { papers.page(page, of: Self.papersPerPage).rows }

  private func address(_ page: Int) -> Link { "/chair/assignment/plans/\(id)?q=\(query)&page=\(page)#pairs" }

  private func pairsPart(_ layout: Layout) -> HTML {
    """
    \(when(accepts) { adding(layout) })
    \(layout.filter(Link.plan(id), query: query, label: "Find a paper or reviewer", table: "pairs-table"))
    \(table("Pairs", id: "pairs-table", head: ["Paper", "Reviewers and affinity"], each(shown) { row($0, layout) }))
    \(pageLinks(page, found: papers.count, size: Self.papersPerPage, address))
    """
  }

  private func row(_ paper: Paper, _ layout: Layout) -> HTML {
    """
    <tr><th scope="row"><span class="number">\(paper.number)</span> <a href="\(Link.chairSubmission(paper.id))">\(paper.title)</a>
    \(when(paper.pairs.count < paper.wanted) {
      " <span class=\"badge warning\">\(paper.pairs.count) of \(paper.wanted)</span>" })
    <a class="soft" href="\(Link.why(paper.id, in: id))" aria-label="Why \(paper.number) has these reviewers">Why?</a></th>
    <td><ul class="pairs">\(each(paper.pairs) { pair in """
      <li><span>\(pair.name) <strong>\(decimal(pair.affinity))</strong> <span class="soft">\(pair.parts)\
      \(when(pair.addedByHand) { ", by hand" })</span></span>
      \(when(accepts) { layout.form(act("remove"), classes: "inline") {
        """
        \(hidden("submission", paper.id.text))\(hidden("reviewer", pair.reviewer.text))\
        \(button("×", classes: "quiet small", says: "Remove \(pair.name) from \(paper.number)"))
        """
      } })</li>
      """ })</ul></td></tr>
    """
  }

  /// One form for the whole plan: choices repeated per paper would make the page grow with papers times reviewers.
  private func adding(_ layout: Layout) -> HTML {
    let fields = Fields(prefix: "add-", problems: problems)
    return layout.form(act("add"), classes: "filter card") {
      """
      \(fields.select(
        "submission", "Paper", papers.map { ($0.id.text, "\($0.number) \($0.title)") }, chosen: "", empty: "Choose a paper"))
      \(fields.select(
        "reviewer", "Reviewer", reviewers.map { ($0.id.text, "\($0.name) (\($0.load) of \($0.loadMaximum))") }, chosen: "",
        empty: "Choose a person"))
      <button class="quiet">Add the pair</button>
      """
    }
  }
}

public import PeerReview

/// How grades, topics and loads are spread over the papers a search finds. Nothing is drawn of fewer than `SmallGroups.least`.
///
/// `GET /chair/figures?q=`.
public struct ChairFiguresPage: Page {
  public let query: String
  public let vocabulary: SearchVocabulary
  public let problem: SearchProblem?
  /// How many papers were found.
  public let found: Int
  /// Of each track the grades of its overall question, one part for a review.
  public let grades: Disclosure<[Grades]>
  /// Papers with a grade.
  public let points: Disclosure<[Point]>
  /// In the order of the call.
  public let topics: [Topic]
  /// How many reviewers have so many of these papers.
  public let loads: Disclosure<[Load]>
  public init(
    query: String, vocabulary: SearchVocabulary, problem: SearchProblem? = nil, found: Int, grades: Disclosure<[Grades]>,
    points: Disclosure<[Point]>, topics: [Topic], loads: Disclosure<[Load]>
  ) {
    self.query = query
    self.vocabulary = vocabulary
    self.problem = problem
    self.found = found
    self.grades = grades
    self.points = points
    self.topics = topics
    self.loads = loads
  }

  public struct Grades: Sendable {
    public let track: String
    public let question: String
    public let counts: [(value: Int, label: String, count: Int)]
    public init(track: String, question: String, counts: [(value: Int, label: String, count: Int)]) {
      self.track = track
      self.question = question
      self.counts = counts
    }
  }

  public struct Point: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let mean: Double
    /// Highest grade minus lowest.
    public let spread: Double
    public init(id: ID<Submission>, number: SubmissionNumber, title: String, mean: Double, spread: Double) {
      self.id = id
      self.number = number
      self.title = title
      self.mean = mean
      self.spread = spread
    }
  }

  public struct Topic: Sendable {
    public let key: String
    public let name: String
    public let papers: Int
    /// Reviewers who say they know it well.
    public let experts: Int
    public init(key: String, name: String, papers: Int, experts: Int) {
      self.key = key
      self.name = name
      self.papers = papers
      self.experts = experts
    }
  }

  public struct Load: Sendable {
    public let papers: Int
    public let reviewers: Int
    public init(papers: Int, reviewers: Int) {
      self.papers = papers
      self.reviewers = reviewers
    }
  }

  public var title: String { "Figures" }
  public var section: Section? { .figures }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Figures</h1>
    \(layout.search("/chair/figures", query: query, label: "Papers", vocabulary, problem))
    \(when(problem == nil) {
      """
      <p class="soft">\(count(found, "paper")). Nothing is drawn of fewer than \(SmallGroups.least).</p>
      \(part("grades", "Overall grades") { revealed(grades, gradesPart) })
      \(part("board", "Papers by grade") { revealed(points, board) })
      \(part("topics", "Topics") { topicsPart })
      \(part("loads", "Load") { revealed(loads, loadsPart) })
      """
    })
    """
  }

  private func gradesPart(_ tracks: [Grades]) -> HTML { "<div class=\"cards\">\(each(tracks, gradesCard))</div>" }

  private func gradesCard(_ track: Grades) -> HTML {
    let total = track.counts.reduce(0) { $0 + $1.count }
    guard SmallGroups.shows(total) else {
      return "<div class=\"card\">\(nothing("\(track.track): fewer than \(SmallGroups.least) reviews."))</div>"
    }
    let bars = track.counts.map { (label: "\($0.value)", count: $0.count) }
    return """
      <div class="card">\(histogram("\(track.track): \(track.question)", bars: bars, axis: "grade, in \(count(total, "review"))"))</div>
      """
  }

  private func board(_ points: [Point]) -> HTML {
    guard SmallGroups.shows(points.count) else { return nothing("Fewer than \(SmallGroups.least) papers have grades.") }
    return """
      <p>To the right are the papers with better grades, above those whose reviewers disagree.
      \(points.count > ScatterChart.crowd ? "They are many, so each number says how many stand there" : "Each is a link"); the same order as a list:
      <a href="\(Link.chairSearch("\(query) sort:-overall show:spread(overall)"))">papers by grade</a>.</p>
      \(ScatterChart(points: points).html)
      """
  }

  private var topicsPart: HTML {
    table(
      "Topics", id: "topics-table", head: ["Topic", "Papers", "Reviewers who know it well", ""],
      each(topics) { topic in
        let isShort = topic.papers > 0 && topic.experts < topic.papers
        return """
          <tr><th scope="row"><a href="\(Link.figures("topic:\(topic.key)"))">\(topic.name)</a></th><td class="figure">\(topic.papers)</td>
          <td class="figure">\(topic.experts)</td><td>\(when(isShort) { "<span class=\"badge warning\">fewer than papers</span>" })</td></tr>
          """
      })
  }

  private func loadsPart(_ loads: [Load]) -> HTML {
    SmallGroups.shows(loads.reduce(0) { $0 + $1.reviewers })
      ? histogram("Papers a reviewer has", bars: loads.map { ("\($0.papers)", $0.reviewers) }, axis: "papers, of those found")
      : nothing("Fewer than \(SmallGroups.least) reviewers have one of these papers.")
  }
}

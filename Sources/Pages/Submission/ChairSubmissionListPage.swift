public import PeerReview

/// All submissions as a chair may see them.
///
/// Filter and order: `GET /chair/submissions?q=&track=&state=&sort=` with `sort` one of `number`, `title`, `track`, `state`,
/// `reviews`, `score`, descending with a leading `-`.
public struct ChairSubmissionListPage: Page {
  public let rows: [Row]
  public let tracks: [Track]
  public let query: String
  public let track: String
  public let state: String
  public let sort: String
  /// How many there are without the filter.
  public let total: Int
  public init(
    rows: [Row], tracks: [Track], query: String = "", track: String = "", state: String = "", sort: String = "number",
    total: Int
  ) {
    self.rows = rows
    self.tracks = tracks
    self.query = query
    self.track = track
    self.state = state
    self.sort = sort
    self.total = total
  }

  public struct Row: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let track: String
    public let state: Badge
    public let authors: Disclosure<String>
    public let findings: Int
    /// Done of expected, such as "2 / 3"; hidden from a chair in conflict.
    public let reviews: Disclosure<String>
    public let score: Disclosure<Double?>
    public init(
      id: ID<Submission>, number: SubmissionNumber, title: String, track: String, state: Badge, authors: Disclosure<String>,
      findings: Int = 0, reviews: Disclosure<String>, score: Disclosure<Double?>
    ) {
      self.id = id
      self.number = number
      self.title = title
      self.track = track
      self.state = state
      self.authors = authors
      self.findings = findings
      self.reviews = reviews
      self.score = score
    }
  }

  public var title: String { "Submissions" }
  public var section: Section? { .chairSubmissions }
}

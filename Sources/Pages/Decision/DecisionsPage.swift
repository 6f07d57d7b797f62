public import PeerReview

/// All papers with their scores and decisions.
///
/// Form: `POST /chair/decisions`: `decisions.SUBMISSION` (a kind's key, empty for undecided) for each row shown,
/// `version.SUBMISSION`; or with `action` `bulk`: `chosen` (repeated submission ids), `decision`.
/// Filter and order: `GET /chair/decisions?q=&track=&decision=&sort=`, `sort` one of `number`, `title`, `score`, `decision`.
public struct DecisionsPage: Page {
  public let kinds: [DecisionKind]
  public let rows: [Row]
  public let query: String
  public let track: String
  public let decision: String
  public let sort: String
  public let tracks: [Track]
  /// Over all papers, not only those shown.
  public let counts: [Count]
  public let releasedAt: Instant?
  /// Whether decisions can be changed now; `closedReason` says why not.
  public let accepts: Bool
  public let closedReason: String
  public init(
    kinds: [DecisionKind], rows: [Row], query: String = "", track: String = "", decision: String = "", sort: String = "-score",
    tracks: [Track], counts: [Count], releasedAt: Instant?, accepts: Bool, closedReason: String = ""
  ) {
    self.kinds = kinds
    self.rows = rows
    self.query = query
    self.track = track
    self.decision = decision
    self.sort = sort
    self.tracks = tracks
    self.counts = counts
    self.releasedAt = releasedAt
    self.accepts = accepts
    self.closedReason = closedReason
  }

  public struct Row: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let track: String
    /// Overall scores, one per review.
    public let scores: Disclosure<[Int]>
    public let mean: Disclosure<Double?>
    public let decision: Disclosure<String>
    public let version: Int
    public init(
      id: ID<Submission>, number: SubmissionNumber, title: String, track: String, scores: Disclosure<[Int]>,
      mean: Disclosure<Double?>, decision: Disclosure<String>, version: Int
    ) {
      self.id = id
      self.number = number
      self.title = title
      self.track = track
      self.scores = scores
      self.mean = mean
      self.decision = decision
      self.version = version
    }
  }

  public struct Count: Hashable, Sendable {
    public let label: String
    public let count: Int
    public init(label: String, count: Int) {
      self.label = label
      self.count = count
    }
  }

  public var title: String { "Decisions" }
  public var section: Section? { .decisions }
}

public import PeerReview

/// One draft plan: who would review what, and why.
///
/// Forms below `/chair/assignment/plans/{id}`: `POST …/add`: `submission`, `reviewer`. `POST …/remove`: `submission`,
/// `reviewer`. `POST …/release`: `version`, `confirm` (`yes`).
/// Filter: `GET /chair/assignment/plans/{id}?q=`.
public struct PlanPage: Page {
  public let id: ID<Plan>
  public let state: Badge
  public let version: Int
  public let papers: [Paper]
  public let reviewers: [Reviewer]
  public let statistics: Statistics
  /// What keeps the plan from being released; one sentence each.
  public let shortages: [String]
  /// Whether pairs can be changed and the plan released.
  public let accepts: Bool
  public let query: String
  public let problems: [FieldProblem]
  public init(
    id: ID<Plan>, state: Badge, version: Int, papers: [Paper], reviewers: [Reviewer], statistics: Statistics,
    shortages: [String] = [], accepts: Bool, query: String = "", problems: [FieldProblem] = []
  ) {
    self.id = id
    self.state = state
    self.version = version
    self.papers = papers
    self.reviewers = reviewers
    self.statistics = statistics
    self.shortages = shortages
    self.accepts = accepts
    self.query = query
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

  public struct Statistics: Hashable, Sendable {
    public let meanAffinity: Double
    public let lowestPaperAffinity: Double
    public let pairsWithBid: Int
    public let pairs: Int
    /// Load 0, 1, 2 …: how many reviewers have it.
    public let reviewersByLoad: [Int]
    /// Ten bins of equal width over 0…1: how many pairs.
    public let pairsByAffinity: [Int]
    public init(
      meanAffinity: Double, lowestPaperAffinity: Double, pairsWithBid: Int, pairs: Int, reviewersByLoad: [Int],
      pairsByAffinity: [Int]
    ) {
      self.meanAffinity = meanAffinity
      self.lowestPaperAffinity = lowestPaperAffinity
      self.pairsWithBid = pairsWithBid
      self.pairs = pairs
      self.reviewersByLoad = reviewersByLoad
      self.pairsByAffinity = pairsByAffinity
    }
  }

  public var title: String { "Draft plan" }
  public var section: Section? { .assignment }
}

public import PeerReview

/// Coverage, the matcher, and its draft plans.
///
/// Form: `POST /chair/assignment/run`: `seed`, `reviewsPerSubmission`, `loadMinimum`, `loadMaximum`.
public struct AssignmentPage: Page {
  public let coverage: Coverage
  public let seed: Int
  public let reviewsPerSubmission: Int
  public let loadMinimum: Int
  public let loadMaximum: Int
  /// Whether the matcher can run now; `closedReason` says why not.
  public let accepts: Bool
  public let closedReason: String
  public let plans: [PlanRow]
  public let problems: [FieldProblem]
  /// Why the last run found no assignment: one sentence per shortage.
  public let infeasible: [String]
  public init(
    coverage: Coverage, seed: Int, reviewsPerSubmission: Int, loadMinimum: Int, loadMaximum: Int, accepts: Bool,
    closedReason: String = "", plans: [PlanRow], problems: [FieldProblem] = [], infeasible: [String] = []
  ) {
    self.coverage = coverage
    self.seed = seed
    self.reviewsPerSubmission = reviewsPerSubmission
    self.loadMinimum = loadMinimum
    self.loadMaximum = loadMaximum
    self.accepts = accepts
    self.closedReason = closedReason
    self.plans = plans
    self.problems = problems
    self.infeasible = infeasible
  }

  public struct Coverage: Hashable, Sendable {
    public let submissions: Int
    public let reviewers: Int
    public let reviewsNeeded: Int
    public let reviewsPossible: Int
    public let reviewersWithBids: Int
    public let reviewersWithExpertise: Int
    public let conflicts: Int
    /// Papers that fewer reviewers can take than reviews are needed.
    public let scarce: [Scarce]
    public init(
      submissions: Int, reviewers: Int, reviewsNeeded: Int, reviewsPossible: Int, reviewersWithBids: Int,
      reviewersWithExpertise: Int, conflicts: Int, scarce: [Scarce] = []
    ) {
      self.submissions = submissions
      self.reviewers = reviewers
      self.reviewsNeeded = reviewsNeeded
      self.reviewsPossible = reviewsPossible
      self.reviewersWithBids = reviewersWithBids
      self.reviewersWithExpertise = reviewersWithExpertise
      self.conflicts = conflicts
      self.scarce = scarce
    }
  }

  public struct Scarce: Sendable, Hashable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let eligible: Int
    public init(id: ID<Submission>, number: SubmissionNumber, title: String, eligible: Int) {
      self.id = id
      self.number = number
      self.title = title
      self.eligible = eligible
    }
  }

  public struct PlanRow: Sendable {
    public let id: ID<Plan>
    public let madeAt: Instant
    public let madeBy: String
    public let state: Badge
    public let pairs: Int
    public let meanAffinity: Double
    public init(id: ID<Plan>, madeAt: Instant, madeBy: String, state: Badge, pairs: Int, meanAffinity: Double) {
      self.id = id
      self.madeAt = madeAt
      self.madeBy = madeBy
      self.state = state
      self.pairs = pairs
      self.meanAffinity = meanAffinity
    }
  }

  public var title: String { "Assignment" }
  public var section: Section? { .assignment }
}

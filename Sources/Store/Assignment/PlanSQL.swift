public import PeerReview

/// A draft plan: asked for, solved by a job, changed by hand, released once.
public struct PlanRow: Sendable {
  public enum Status: String, Sendable {
    case asked, solved, infeasible, failed
  }
  public let id: ID<Plan>
  public let call: ID<Call>
  public let seed: Int64
  public let reviewsPerSubmission: Int
  public let loadMinimum: Int
  public let loadMaximum: Int
  public let askedBy: ID<Person>
  public let askedAt: Instant
  public let solvedAt: Instant?
  public let status: Status
  /// Sum of the pairs' scores as solved, before changes by hand.
  public let objective: Int64
  /// For people: what could not be met and why; empty when all was met.
  public let explanation: String
  public let releasedAt: Instant?

  public init(
    id: ID<Plan>, call: ID<Call>, seed: Int64, reviewsPerSubmission: Int, loadMinimum: Int, loadMaximum: Int,
    askedBy: ID<Person>, askedAt: Instant, solvedAt: Instant? = nil, status: Status = .asked, objective: Int64 = 0,
    explanation: String = "", releasedAt: Instant? = nil
  ) {
    self.id = id
    self.call = call
    self.seed = seed
    self.reviewsPerSubmission = reviewsPerSubmission
    self.loadMinimum = loadMinimum
    self.loadMaximum = loadMaximum
    self.askedBy = askedBy
    self.askedAt = askedAt
    self.solvedAt = solvedAt
    self.status = status
    self.objective = objective
    self.explanation = explanation
    self.releasedAt = releasedAt
  }
}

public struct PlanPairRow: Sendable {
  public let submission: ID<Submission>
  public let person: ID<Person>
  public let topicScore: Int64
  public let bidScore: Int64
  public let score: Int64
  public let byHand: Bool

  public init(
    submission: ID<Submission>, person: ID<Person>, topicScore: Int64, bidScore: Int64, score: Int64, byHand: Bool
  ) {
    self.submission = submission
    self.person = person
    self.topicScore = topicScore
    self.bidScore = bidScore
    self.score = score
    self.byHand = byHand
  }
}

extension SQL {
  fileprivate static let planColumns: SQL = """
    id, call_id, seed, reviews_per_submission, load_minimum, load_maximum, asked_by, asked_at, solved_at, status,
    objective, explanation, released_at
    """
}

extension Session {
  public func add(_ row: PlanRow) throws {
    try execute(
      """
      INSERT INTO plan (id, call_id, seed, reviews_per_submission, load_minimum, load_maximum, asked_by, asked_at,
        status, objective, explanation)
      VALUES (\(row.id), \(row.call), \(row.seed), \(row.reviewsPerSubmission), \(row.loadMinimum),
        \(row.loadMaximum), \(row.askedBy), \(row.askedAt), \(row.status.rawValue), \(row.objective),
        \(row.explanation))
      """)
  }

  public func plan(_ id: ID<Plan>) throws -> PlanRow? {
    try first("SELECT \(raw: SQL.planColumns) FROM plan WHERE id = \(id)", Self.plan) ?? nil
  }

  /// Newest first.
  public func plans(of call: ID<Call>) throws -> [PlanRow] {
    try rows(
      "SELECT \(raw: SQL.planColumns) FROM plan WHERE call_id = \(call) ORDER BY asked_at DESC, id", Self.plan
    ).compactMap { $0 }
  }

  public func solve(
    _ id: ID<Plan>, status: PlanRow.Status, objective: Int64, explanation: String, pairs: [PlanPairRow], at now: Instant
  ) throws {
    try execute("DELETE FROM plan_pair WHERE plan_id = \(id)")
    for pair in pairs { try add(pair, to: id) }
    try execute(
      """
      UPDATE plan SET status = \(status.rawValue), objective = \(objective), explanation = \(explanation),
        solved_at = \(now)
      WHERE id = \(id) AND released_at IS NULL
      """)
  }

  public func add(_ pair: PlanPairRow, to plan: ID<Plan>) throws {
    try execute(
      """
      INSERT INTO plan_pair (plan_id, submission_id, person_id, topic_score, bid_score, score, by_hand)
      VALUES (\(plan), \(pair.submission), \(pair.person), \(pair.topicScore), \(pair.bidScore), \(pair.score),
        \(pair.byHand))
      ON CONFLICT (plan_id, submission_id, person_id) DO NOTHING
      """)
  }

  @discardableResult
  public func removePair(_ submission: ID<Submission>, _ person: ID<Person>, from plan: ID<Plan>) throws -> Bool {
    try execute(
      """
      DELETE FROM plan_pair WHERE plan_id = \(plan) AND submission_id = \(submission) AND person_id = \(person)
      """) > 0
  }

  /// By submission, then person.
  public func pairs(of plan: ID<Plan>) throws -> [PlanPairRow] {
    try rows(
      """
      SELECT submission_id, person_id, topic_score, bid_score, score, by_hand FROM plan_pair
      WHERE plan_id = \(plan) ORDER BY submission_id, person_id
      """
    ) { row in
      PlanPairRow(
        submission: try row.id(0), person: try row.id(1), topicScore: try row.int64(2), bidScore: try row.int64(3),
        score: try row.int64(4), byHand: try row.bool(5))
    }
  }

  public func releasePlan(_ id: ID<Plan>, at now: Instant) throws {
    try execute("UPDATE plan SET released_at = \(now) WHERE id = \(id) AND released_at IS NULL")
  }

  private static func plan(_ row: Row) throws -> PlanRow? {
    guard let status = PlanRow.Status(rawValue: try row.text(9)) else { return nil }
    return PlanRow(
      id: try row.id(0), call: try row.id(1), seed: try row.int64(2), reviewsPerSubmission: try row.int(3),
      loadMinimum: try row.int(4), loadMaximum: try row.int(5), askedBy: try row.id(6), askedAt: try row.instant(7),
      solvedAt: try row.instantOrNull(8), status: status, objective: try row.int64(10), explanation: try row.text(11),
      releasedAt: try row.instantOrNull(12))
  }
}

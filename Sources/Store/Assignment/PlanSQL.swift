public import PeerReview

/// A draft plan: asked for, solved by a job, changed by hand, released once.
public struct PlanRow: Sendable {
  public enum Status: String, Sendable {
    case asked, solved, infeasible, failed, cancelled
  }
  public let id: ID<Plan>
  public let call: ID<Call>
  public let seed: Int64
  public let reviewsPerSubmission: Int
  public let loadMinimum: Int
  public let loadMaximum: Int
  public let method: PlanMethod
  public let askedBy: ID<Person>
  public let askedAt: Instant
  public let solvedAt: Instant?
  public let status: Status
  /// Sum of the pairs' scores as solved, before changes by hand.
  public let objective: Int64
  /// What could not be met and why, as its reader wrote it: it names papers, so nobody is shown it as it stands.
  public let explanation: String
  public let releasedAt: Instant?
  /// Who asked that it be released; nil again when that couldn't be done.
  public let releaseAskedBy: ID<Person>?
  /// Whether a pair was impossible when it was to be released.
  public let releaseFailed: Bool
  /// What the matcher is at while the plan is being made; empty before it begins.
  public let step: String
  /// The papers it was made for; empty while it is being made.
  public let papers: [ID<Submission>]

  public init(
    id: ID<Plan>, call: ID<Call>, seed: Int64, reviewsPerSubmission: Int, loadMinimum: Int, loadMaximum: Int,
    method: PlanMethod = PlanMethod(.optimal), askedBy: ID<Person>, askedAt: Instant, solvedAt: Instant? = nil,
    status: Status = .asked, objective: Int64 = 0,
    explanation: String = "", releasedAt: Instant? = nil, releaseAskedBy: ID<Person>? = nil, releaseFailed: Bool = false,
    step: String = "", papers: [ID<Submission>] = []
  ) {
    self.id = id
    self.call = call
    self.seed = seed
    self.reviewsPerSubmission = reviewsPerSubmission
    self.loadMinimum = loadMinimum
    self.loadMaximum = loadMaximum
    self.method = method
    self.askedBy = askedBy
    self.askedAt = askedAt
    self.solvedAt = solvedAt
    self.status = status
    self.objective = objective
    self.explanation = explanation
    self.releasedAt = releasedAt
    self.releaseAskedBy = releaseAskedBy
    self.releaseFailed = releaseFailed
    self.step = step
    self.papers = papers
  }
}

extension SQL {
  fileprivate static let planColumns: SQL = """
    id, call_id, seed, reviews_per_submission, load_minimum, load_maximum, asked_by, asked_at, solved_at, status,
    objective, explanation, released_at, method, limit_millionths, step,
    perturbation_thousandths, papers, release_asked_by, release_failed
    """
}

extension Session {
  public func add(_ row: PlanRow) throws {
    try execute(
      """
      INSERT INTO plan (id, call_id, seed, reviews_per_submission, load_minimum, load_maximum, asked_by, asked_at,
        status, objective, explanation, method, limit_millionths, perturbation_thousandths)
      VALUES (\(row.id), \(row.call), \(row.seed), \(row.reviewsPerSubmission), \(row.loadMinimum),
        \(row.loadMaximum), \(row.askedBy), \(row.askedAt), \(row.status.rawValue), \(row.objective),
        \(row.explanation), \(row.method.kind.rawValue), \(row.method.limitMillionths),
        \(row.method.perturbationThousandths))
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
    _ id: ID<Plan>, status: PlanRow.Status, objective: Int64, explanation: String, papers: [ID<Submission>] = [],
    pairs: [PlanPairRow], at now: Instant
  ) throws {
    try execute("DELETE FROM plan_pair WHERE plan_id = \(id)")
    for pair in pairs { try add(pair, to: id) }
    try execute(
      """
      UPDATE plan SET status = \(status.rawValue), objective = \(objective), explanation = \(explanation),
        papers = \(try JSONText.encode(papers.map(\.text))), solved_at = \(now)
      WHERE id = \(id) AND released_at IS NULL
      """)
  }

  /// Says what the matcher is at. Nothing changes once the plan isn't being made any more.
  public func step(_ id: ID<Plan>, _ step: String) throws {
    try execute("UPDATE plan SET step = \(step) WHERE id = \(id) AND status = \(PlanRow.Status.asked.rawValue)")
  }

  /// Ends the making of a plan. False when it is made already, or ended.
  @discardableResult
  public func cancelPlan(_ id: ID<Plan>, at now: Instant) throws -> Bool {
    try execute(
      """
      UPDATE plan SET status = \(PlanRow.Status.cancelled.rawValue), solved_at = \(now)
      WHERE id = \(id) AND status = \(PlanRow.Status.asked.rawValue)
      """) > 0
  }

  /// Notes who asked for the release of a plan that isn't released.
  public func askPlanRelease(_ id: ID<Plan>, by person: ID<Person>) throws {
    try execute(
      "UPDATE plan SET release_asked_by = \(person), release_failed = \(false) WHERE id = \(id) AND released_at IS NULL")
  }

  /// Puts a plan back whose release couldn't be done.
  public func refusePlanRelease(_ id: ID<Plan>) throws {
    try execute("UPDATE plan SET release_asked_by = NULL, release_failed = \(true) WHERE id = \(id) AND released_at IS NULL")
  }

  public func releasePlan(_ id: ID<Plan>, at now: Instant) throws {
    try execute("UPDATE plan SET released_at = \(now) WHERE id = \(id) AND released_at IS NULL")
  }

  private static func plan(_ row: Row) throws -> PlanRow? {
    guard let status = PlanRow.Status(rawValue: try row.text(9)), let kind = PlanMethod.Kind(rawValue: try row.text(13)) else {
      return nil
    }
    return PlanRow(
      id: try row.id(0), call: try row.id(1), seed: try row.int64(2), reviewsPerSubmission: try row.int(3),
      loadMinimum: try row.int(4), loadMaximum: try row.int(5),
      method: PlanMethod(
        kind, limitMillionths: try row.int(14), perturbationThousandths: try row.int(16)), askedBy: try row.id(6),
      askedAt: try row.instant(7),
      solvedAt: try row.instantOrNull(8), status: status, objective: try row.int64(10), explanation: try row.text(11),
      releasedAt: try row.instantOrNull(12), releaseAskedBy: try row.idOrNull(18), releaseFailed: try row.bool(19),
      step: try row.text(15),
      papers: try KeyListText.read(row.text(17)).map { ID($0) })
  }
}

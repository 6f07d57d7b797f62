public import PeerReview

/// A paper and a reviewer in a plan, with what their score rests on.
public struct PlanPairRow: Hashable, Sendable {
  public let submission: ID<Submission>
  public let person: ID<Person>
  /// Nil when the topics tell nothing of the two.
  public let topicScore: Int64?
  /// The same for the free keywords of both.
  public let keywordScore: Int64?
  /// Nil when the person had not bid on the paper.
  public let bidScore: Int64?
  /// Nil when the person's texts or the paper were not scored.
  public let textScore: Int64?
  public let score: Int64
  public let byHand: Bool

  public init(
    submission: ID<Submission>, person: ID<Person>, topicScore: Int64?, keywordScore: Int64? = nil, bidScore: Int64?,
    textScore: Int64? = nil, score: Int64,
    byHand: Bool
  ) {
    self.submission = submission
    self.person = person
    self.topicScore = topicScore
    self.keywordScore = keywordScore
    self.bidScore = bidScore
    self.textScore = textScore
    self.score = score
    self.byHand = byHand
  }
}

/// Stands in a column for a score that isn't known; scores themselves are never negative.
private let unknownScore: Int64 = -1

extension Session {
  /// Does nothing when the pair stands in the plan already.
  public func add(_ pair: PlanPairRow, to plan: ID<Plan>) throws {
    try execute(
      """
      INSERT INTO plan_pair (plan_id, submission_id, person_id, topic_score, keyword_score, bid_score, text_score, score,
        by_hand)
      VALUES (\(plan), \(pair.submission), \(pair.person), \(pair.topicScore ?? unknownScore), \(pair.keywordScore ?? unknownScore),
        \(pair.bidScore ?? unknownScore), \(pair.textScore ?? unknownScore), \(pair.score), \(pair.byHand))
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

  /// Every pair, by submission, then person: for release, never for a viewer.
  public func pairs(of plan: ID<Plan>) throws -> [PlanPairRow] {
    try rows(
      """
      SELECT submission_id, person_id, topic_score, keyword_score, bid_score, text_score, score, by_hand FROM plan_pair
      WHERE plan_id = \(plan) ORDER BY submission_id, person_id
      """, Self.pair)
  }

  /// Pairs on papers that a chair with this address may know of, by submission number, then person.
  public func pairs(of plan: ID<Plan>, chairedBy email: String) throws -> [PlanPairRow] {
    try rows(
      """
      SELECT q.submission_id, q.person_id, q.topic_score, q.keyword_score, q.bid_score, q.text_score, q.score,
        q.by_hand
      FROM plan_pair q JOIN submission s ON s.id = q.submission_id
      WHERE q.plan_id = \(plan) AND NOT \(raw: SQL.keptFromChair(email)) ORDER BY s.number, q.person_id
      """, Self.pair)
  }

  private static func pair(_ row: Row) throws -> PlanPairRow {
    func known(_ score: Int64) -> Int64? { score == unknownScore ? nil : score }
    return PlanPairRow(
      submission: try row.id(0), person: try row.id(1), topicScore: known(try row.int64(2)),
      keywordScore: known(try row.int64(3)), bidScore: known(try row.int64(4)), textScore: known(try row.int64(5)),
      score: try row.int64(6), byHand: try row.bool(7))
  }
}

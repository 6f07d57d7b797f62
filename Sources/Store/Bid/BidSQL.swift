public import PeerReview

public struct BidRow: Sendable {
  public let submission: ID<Submission>
  public let person: ID<Person>
  public let level: String

  public init(submission: ID<Submission>, person: ID<Person>, level: String) {
    self.submission = submission
    self.person = person
    self.level = level
  }
}

extension Session {
  public func bids(by person: ID<Person>, in call: ID<Call>) throws -> [ID<Submission>: String] {
    let all = try rows(
      """
      SELECT b.submission_id, b.level FROM bid b JOIN submission s ON s.id = b.submission_id
      WHERE b.person_id = \(person) AND s.call_id = \(call)
      """
    ) { (try $0.id(0, of: Submission.self), try $0.text(1)) }
    return Dictionary(all, uniquingKeysWith: { $1 })
  }

  /// By submission, then person.
  public func bids(in call: ID<Call>) throws -> [BidRow] { try bids(.every(in: call)) }

  /// Those on papers a chair with this address may know of.
  public func bids(in call: ID<Call>, chairedBy email: String) throws -> [BidRow] {
    try bids(.known(to: email, in: call))
  }

  private func bids(_ papers: SQL) throws -> [BidRow] {
    try rows(
      """
      SELECT b.submission_id, b.person_id, b.level FROM bid b JOIN submission s ON s.id = b.submission_id
      WHERE \(raw: papers) ORDER BY b.submission_id, b.person_id
      """
    ) { BidRow(submission: try $0.id(0), person: try $0.id(1), level: try $0.text(2)) }
  }

  /// An empty level takes the bid back.
  public func put(_ bid: BidRow, at now: Instant) throws {
    if bid.level.isEmpty {
      try execute("DELETE FROM bid WHERE submission_id = \(bid.submission) AND person_id = \(bid.person)")
      return
    }
    try execute(
      """
      INSERT INTO bid (submission_id, person_id, level, at)
      VALUES (\(bid.submission), \(bid.person), \(bid.level), \(now))
      ON CONFLICT (submission_id, person_id) DO UPDATE SET level = excluded.level, at = excluded.at
      """)
  }

  /// Topic → level, for one person.
  public func expertise(of person: ID<Person>, at call: ID<Call>) throws -> [String: Int] {
    let all = try rows("SELECT topic, level FROM expertise WHERE call_id = \(call) AND person_id = \(person)") {
      (try $0.text(0), try $0.int(1))
    }
    return Dictionary(all, uniquingKeysWith: { $1 })
  }

  /// Person → topic → level, of everyone who stated any or of those among `people`.
  public func expertise(at call: ID<Call>, among people: [ID<Person>]? = nil) throws -> [ID<Person>: [String: Int]] {
    var levels: [ID<Person>: [String: Int]] = [:]
    try each(
      "SELECT person_id, topic, level FROM expertise WHERE call_id = \(call) AND \(raw: .of(people, "person_id"))"
    ) { levels[try $0.id(0), default: [:]][try $0.text(1)] = try $0.int(2) }
    return levels
  }

  /// How many people stated this level of a topic, by topic.
  public func expertiseCounts(at call: ID<Call>, level: Int) throws -> [String: Int] {
    let all = try rows("SELECT topic, count(*) FROM expertise WHERE call_id = \(call) AND level = \(level) GROUP BY topic") {
      (try $0.text(0), try $0.int(1))
    }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  public func putExpertise(_ levels: [String: Int], of person: ID<Person>, at call: ID<Call>, now: Instant) throws {
    for (topic, level) in levels.sorted(by: { $0.key < $1.key }) {
      try execute(
        """
        INSERT INTO expertise (call_id, person_id, topic, level, at)
        VALUES (\(call), \(person), \(topic), \(level), \(now))
        ON CONFLICT (call_id, person_id, topic) DO UPDATE SET level = excluded.level, at = excluded.at
        """)
    }
  }
}

public import PeerReview

/// A reviewer's request that somebody from outside writes for them.
public struct DelegationRow: Sendable {
  public let id: ID<Delegation>
  public let assignment: ID<Assignment>
  /// Of whom the reviewer asks.
  public let email: String
  public let name: String
  /// The reviewer's words to them.
  public let message: String
  public let facts: DelegationFacts
  /// Until when the link of the letter holds; nil while no letter was written.
  public let expiresAt: Instant?
  /// When the reviewer last took the draft into their own.
  public let takenAt: Instant?

  public init(
    id: ID<Delegation>, assignment: ID<Assignment>, email: String, name: String, message: String, facts: DelegationFacts,
    expiresAt: Instant? = nil, takenAt: Instant? = nil
  ) {
    self.id = id
    self.assignment = assignment
    self.email = email
    self.name = name
    self.message = message
    self.facts = facts
    self.expiresAt = expiresAt
    self.takenAt = takenAt
  }
}

extension SQL {
  fileprivate static let delegationColumns: SQL = """
    d.id, d.assignment_id, d.email, d.name, d.message, d.asked_at, d.approved_at, d.accepted_at, d.handed_over_at, d.ended_at,
    d.end_reason, d.expires_at, d.taken_at
    """

  /// Whether somebody with this address was asked to write about paper `s`, and, with `accepted`, said yes.
  static func isExternal(_ email: String, accepted: Bool = false) -> SQL {
    let answer: SQL = accepted ? "AND e.accepted_at IS NOT NULL" : ""
    return """
      EXISTS (SELECT 1 FROM delegation e JOIN assignment h ON h.id = e.assignment_id
        WHERE e.email = \(email) AND h.submission_id = s.id AND h.ended_at IS NULL AND e.ended_at IS NULL
          AND e.approved_at IS NOT NULL \(raw: answer))
      """
  }
}

extension Session {
  public func delegation(_ id: ID<Delegation>) throws -> DelegationRow? {
    try first("SELECT \(raw: SQL.delegationColumns) FROM delegation d WHERE d.id = \(id)", Self.delegation)
  }

  /// The one that stands and was accepted, when it is for this address; otherwise as for an id that doesn't exist.
  public func delegation(_ id: ID<Delegation>, acceptedBy email: String) throws -> DelegationRow? {
    try first(
      """
      SELECT \(raw: SQL.delegationColumns) FROM delegation d WHERE d.id = \(id) AND d.accepted_at IS NOT NULL
        AND \(raw: SQL.rule("every external reviewer finds every delegation", "d.email = \(email)")) AND d.ended_at IS NULL
      """, Self.delegation)
  }

  public func delegation(tokenHash: String) throws -> DelegationRow? {
    try first("SELECT \(raw: SQL.delegationColumns) FROM delegation d WHERE d.token_hash = \(tokenHash)", Self.delegation)
  }

  /// Standing and ended ones of an assignment, newest first.
  public func delegations(of assignment: ID<Assignment>) throws -> [DelegationRow] {
    try rows(
      """
      SELECT \(raw: SQL.delegationColumns) FROM delegation d WHERE d.assignment_id = \(assignment) ORDER BY d.asked_at DESC, d.id
      """, Self.delegation)
  }

  /// Standing and ended ones of papers that a chair with this address may know of, by paper.
  public func delegations(in call: ID<Call>, chairedBy email: String) throws -> [DelegationRow] {
    try rows(
      """
      SELECT \(raw: SQL.delegationColumns)
      FROM delegation d JOIN assignment g ON g.id = d.assignment_id JOIN submission s ON s.id = g.submission_id
      WHERE \(raw: SQL.known(to: email, in: call)) ORDER BY s.number, d.id
      """, Self.delegation)
  }

  /// One of them; otherwise as for an id that doesn't exist.
  public func delegation(_ id: ID<Delegation>, in call: ID<Call>, chairedBy email: String) throws -> DelegationRow? {
    try first(
      """
      SELECT \(raw: SQL.delegationColumns)
      FROM delegation d JOIN assignment g ON g.id = d.assignment_id JOIN submission s ON s.id = g.submission_id
      WHERE d.id = \(id) AND \(raw: SQL.known(to: email, in: call))
      """, Self.delegation)
  }

  /// Whether another reviewer of the paper had a letter written to the same address, and that stands.
  public func isAskedElsewhere(_ id: ID<Delegation>, _ email: String, about submission: ID<Submission>) throws -> Bool {
    try exists(
      """
      SELECT 1 FROM delegation d JOIN assignment g ON g.id = d.assignment_id
      WHERE d.email = \(email) AND g.submission_id = \(submission) AND d.id <> \(id) AND d.token_hash IS NOT NULL
        AND d.ended_at IS NULL AND g.ended_at IS NULL
      """)
  }

  /// Whether someone with this address serves on the program of the call.
  public func isOfProgram(_ email: String, at call: ID<Call>) throws -> Bool {
    try first(
      """
      SELECT EXISTS (SELECT 1 FROM office o JOIN person p ON p.id = o.person_id
        WHERE p.email = \(email) AND o.call_id = \(call) AND o.ended_at IS NULL
          AND o.role IN \(list: Role.ofProgram.map(\.rawValue)))
      """
    ) { try $0.bool(0) } ?? false
  }

  /// Who wrote drafts that the reviewer took into their own, by id.
  public func writers(takenInto assignment: ID<Assignment>) throws -> [ID<Person>] {
    try rows(
      """
      SELECT p.id FROM delegation d JOIN person p ON p.email = d.email
      WHERE d.assignment_id = \(assignment) AND d.taken_at IS NOT NULL ORDER BY 1
      """
    ) { try $0.id(0) }
  }

  private static func delegation(_ row: Row) throws -> DelegationRow {
    let ended = try row.instantOrNull(9)
    let reason = DelegationFacts.Reason(rawValue: try row.text(10)) ?? .assignmentEnded
    return DelegationRow(
      id: try row.id(0), assignment: try row.id(1), email: try row.text(2), name: try row.text(3), message: try row.text(4),
      facts: DelegationFacts(
        askedAt: try row.instant(5), approvedAt: try row.instantOrNull(6), acceptedAt: try row.instantOrNull(7),
        handedOverAt: try row.instantOrNull(8), ended: ended.map { .init(at: $0, reason: reason) }),
      expiresAt: try row.instantOrNull(11), takenAt: try row.instantOrNull(12))
  }
}

extension Session {
  /// A second that stands for the same assignment is a unique violation.
  public func add(_ row: DelegationRow) throws {
    try execute(
      """
      INSERT INTO delegation (id, assignment_id, email, name, message, asked_at, approved_at, end_reason)
      VALUES (\(row.id), \(row.assignment), \(row.email), \(row.name), \(row.message), \(row.facts.askedAt),
        \(row.facts.approvedAt), '')
      """)
  }

  public func approve(_ id: ID<Delegation>, by: ID<Person>, at now: Instant) throws {
    try execute("UPDATE delegation SET approved_at = \(now), approved_by = \(by) WHERE id = \(id) AND approved_at IS NULL")
  }

  /// A letter with such a link was written.
  public func setLink(of id: ID<Delegation>, tokenHash: String, expires: Instant) throws {
    try execute("UPDATE delegation SET token_hash = \(tokenHash), expires_at = \(expires) WHERE id = \(id)")
  }

  public func accept(_ id: ID<Delegation>, at now: Instant) throws {
    try execute("UPDATE delegation SET accepted_at = \(now) WHERE id = \(id) AND accepted_at IS NULL")
  }

  public func handOver(_ id: ID<Delegation>, at now: Instant) throws {
    try execute("UPDATE delegation SET handed_over_at = \(now) WHERE id = \(id)")
  }

  public func take(_ id: ID<Delegation>, at now: Instant) throws {
    try execute("UPDATE delegation SET taken_at = \(now) WHERE id = \(id)")
  }

  public func end(_ id: ID<Delegation>, _ reason: DelegationFacts.Reason, at now: Instant) throws {
    try execute(
      "UPDATE delegation SET ended_at = \(now), end_reason = \(reason.rawValue) WHERE id = \(id) AND ended_at IS NULL")
  }

  /// What somebody from outside wrote so far.
  public func draft(of delegation: ID<Delegation>) throws -> ReviewDraftRow? {
    try first("SELECT version, answers, at, call_version FROM delegation_draft WHERE delegation_id = \(delegation)") {
      ReviewDraftRow(
        version: try $0.int(0), callVersion: try $0.intOrNull(3), answers: try JSONText.decode($0.text(1)), at: try $0.instant(2))
    }
  }

  /// The first version keeps `callVersion`; later ones leave it as it is.
  public func putDraft(
    _ answers: ReviewAnswers, version: Int, callVersion: Int, of delegation: ID<Delegation>, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO delegation_draft (delegation_id, version, answers, at, call_version)
      VALUES (\(delegation), \(version), \(try JSONText.encode(answers)), \(now), \(callVersion))
      ON CONFLICT (delegation_id) DO UPDATE SET version = excluded.version, answers = excluded.answers, at = excluded.at
      """)
  }
}

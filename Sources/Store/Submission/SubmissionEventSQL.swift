public import PeerReview

/// A dated fact about a submission.
public struct SubmissionEventRow: Sendable {
  public enum Kind: String, Sendable {
    case registered, submitted, withdrawn
    case deskRejected = "desk-rejected"
    /// A chair returned a withdrawn paper.
    case withdrawalUndone = "withdrawal-undone"
    /// A chair gave the paper more time; `note` says until when.
    case extended
  }
  public let kind: Kind
  public let by: ID<Person>?
  public let at: Instant
  public let version: Int
  public let ground: String
  public let note: String

  public init(kind: Kind, by: ID<Person>?, at: Instant, version: Int, ground: String = "", note: String = "") {
    self.kind = kind
    self.by = by
    self.at = at
    self.version = version
    self.ground = ground
    self.note = note
  }
}

extension Session {
  /// Records the fact and brings the submission's standing dates up to it.
  public func add(_ event: SubmissionEventRow, to id: ID<Submission>) throws {
    try execute(
      """
      INSERT INTO submission_event (submission_id, number, kind, by_person, at, version, ground, note)
      SELECT \(id), coalesce(max(number), 0) + 1, \(event.kind.rawValue), \(event.by), \(event.at), \(event.version),
        \(event.ground), \(event.note)
      FROM submission_event WHERE submission_id = \(id)
      """)
    switch event.kind {
    case .registered, .extended: break
    case .submitted: try execute("UPDATE submission SET submitted_at = \(event.at) WHERE id = \(id)")
    case .withdrawn: try execute("UPDATE submission SET withdrawn_at = \(event.at) WHERE id = \(id)")
    case .deskRejected: try execute("UPDATE submission SET desk_rejected_at = \(event.at) WHERE id = \(id)")
    case .withdrawalUndone: try execute("UPDATE submission SET withdrawn_at = NULL WHERE id = \(id)")
    }
  }

  /// The latest moment counts: a shorter extension takes nothing back.
  public func extend(_ id: ID<Submission>, until: Instant) throws {
    try execute(
      "UPDATE submission SET extended_until = \(until) WHERE id = \(id) AND coalesce(extended_until, 0) < \(until)")
  }

  /// In the order recorded.
  public func events(of id: ID<Submission>) throws -> [SubmissionEventRow] {
    try rows(
      once: """
        SELECT kind, by_person, at, version, ground, note FROM submission_event
        WHERE submission_id = \(id) ORDER BY number
        """
    ) { row -> SubmissionEventRow? in
      guard let kind = SubmissionEventRow.Kind(rawValue: try row.text(0)) else { return nil }
      return SubmissionEventRow(
        kind: kind, by: try row.idOrNull(1), at: try row.instant(2), version: try row.int(3), ground: try row.text(4),
        note: try row.text(5))
    }.compactMap { $0 }
  }

  public func addApproval(
    of exception: String, approved: Bool, submission: ID<Submission>, by: ID<Person>, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO exception_approval (submission_id, exception, approved, by_person, at)
      VALUES (\(submission), \(exception), \(approved), \(by), \(now))
      """)
  }

  /// The last word of the chairs on each claimed exception.
  public func approvals(of submission: ID<Submission>) throws -> [String: Bool] {
    let all = try rows(
      "SELECT exception, approved FROM exception_approval WHERE submission_id = \(submission) ORDER BY at"
    ) { (key: try $0.text(0), approved: try $0.bool(1)) }
    return Dictionary(all.map { ($0.key, $0.approved) }, uniquingKeysWith: { $1 })
  }
}

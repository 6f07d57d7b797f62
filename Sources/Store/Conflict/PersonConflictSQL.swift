public import PeerReview

/// A conflict someone declared with another person: it holds for every paper of that person.
public struct PersonConflictRow: Sendable {
  public let id: String
  public let conflict: DeclaredConflict
  public let at: Instant
  public let endedAt: Instant?
  /// Taken from a suggestion: the address was never typed, and the person who declared may not know it.
  public let isSuggested: Bool
}

extension SQL {
  /// Ids of papers of someone with whom the address stands in conflict, at the call where it was declared.
  static func papersOfPeopleInConflict(_ email: String) -> SQL {
    """
    SELECT b.submission_id FROM person_conflict k JOIN authorship b ON b.email = k.with_email
      JOIN submission t ON t.id = b.submission_id AND t.call_id = k.call_id
      WHERE k.email = \(email) AND k.ended_at IS NULL
    """
  }
}

extension Session {
  /// What the address declared, ended declarations too, in the order declared.
  public func personConflicts(of email: String, in call: ID<Call>) throws -> [PersonConflictRow] {
    try rows(
      """
      SELECT id, with_email, with_name, kind, at, ended_at, suggested FROM person_conflict
      WHERE call_id = \(call) AND email = \(email) ORDER BY at, id
      """
    ) { row in
      PersonConflictRow(
        id: try row.text(0),
        conflict: DeclaredConflict(email: try row.text(1), name: try row.text(2), kind: try row.text(3)),
        at: try row.instant(4), endedAt: try row.instantOrNull(5), isSuggested: try row.bool(6))
    }
  }

  /// Does nothing when the same conflict stands already.
  public func addPersonConflict(
    id: String, _ conflict: DeclaredConflict, of email: String, in call: ID<Call>, isSuggested: Bool = false, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO person_conflict (id, call_id, email, with_email, with_name, kind, at, suggested)
      SELECT \(id), \(call), \(email), \(conflict.email), \(conflict.name), \(conflict.kind), \(now), \(isSuggested)
      WHERE NOT EXISTS (SELECT 1 FROM person_conflict WHERE call_id = \(call) AND email = \(email)
        AND with_email = \(conflict.email) AND ended_at IS NULL)
      """)
  }

  public func endPersonConflict(_ id: String, at now: Instant) throws {
    try execute("UPDATE person_conflict SET ended_at = \(now) WHERE id = \(id) AND ended_at IS NULL")
  }
}

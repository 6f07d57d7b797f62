public import PeerReview

/// A letter to many that chairs keep to send it again.
public struct LetterDraftRow: Hashable, Sendable {
  public let id: ID<LetterDraft>
  public let name: String
  public let audience: LetterAudience
  public let query: String
  public let subject: String
  public let body: String

  public init(id: ID<LetterDraft>, name: String, audience: LetterAudience, query: String, subject: String, body: String) {
    self.id = id
    self.name = name
    self.audience = audience
    self.query = query
    self.subject = subject
    self.body = body
  }
}

extension Session {
  /// By name.
  public func letterDrafts(of call: ID<Call>) throws -> [LetterDraftRow] {
    try rows(
      "SELECT id, name, audience, query, subject, body FROM letter_draft WHERE call_id = \(call) ORDER BY name"
    ) { row in
      LetterDraftRow(
        id: try row.id(0), name: try row.text(1), audience: LetterAudience(rawValue: try row.text(2)) ?? .reviewers,
        query: try row.text(3), subject: try row.text(4), body: try row.text(5))
    }
  }

  /// Keeps the letter in place of the one of its name.
  public func put(_ draft: LetterDraftRow, at call: ID<Call>, by person: ID<Person>, now: Instant) throws {
    try execute(
      """
      INSERT INTO letter_draft (id, call_id, name, audience, query, subject, body, by_person, at)
      VALUES (\(draft.id), \(call), \(draft.name), \(draft.audience.rawValue), \(draft.query), \(draft.subject), \(draft.body),
        \(person), \(now))
      ON CONFLICT (call_id, name) DO UPDATE SET audience = excluded.audience, query = excluded.query,
        subject = excluded.subject, body = excluded.body, by_person = excluded.by_person, at = excluded.at
      """)
  }

  /// Whether there was one.
  public func removeLetterDraft(_ id: ID<LetterDraft>, at call: ID<Call>) throws -> Bool {
    try execute("DELETE FROM letter_draft WHERE id = \(id) AND call_id = \(call)") > 0
  }
}

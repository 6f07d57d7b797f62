public import PeerReview

/// One table of what the server holds about somebody, as read for them.
public struct OwnTable: Sendable {
  public enum Value: Hashable, Sendable {
    case nothing
    case text(String)
    case number(Int64)
    case flag(Bool)
    case moment(Instant)
    /// JSON as it is stored.
    case json(String)
  }

  /// Such as `reviews`.
  public let name: String
  public let columns: [String]
  public let rows: [[Value]]
}

/// How a column is read.
private enum OwnColumn {
  case text, number, flag, moment, json

  func value(_ row: Row, _ place: Int) throws -> OwnTable.Value {
    switch self {
    case .text: try row.textOrNull(place).map { .text($0) } ?? .nothing
    case .number: try row.int64OrNull(place).map { .number($0) } ?? .nothing
    case .flag: try row.boolOrNull(place).map { .flag($0) } ?? .nothing
    case .moment: try row.instantOrNull(place).map { .moment($0) } ?? .nothing
    case .json: try row.textOrNull(place).map { .json($0) } ?? .nothing
    }
  }
}

extension SQL {
  /// Papers `s` of which somebody is told what they wrote there themselves.
  fileprivate static func openInOwnData(_ person: Person, _ call: ID<Call>) -> SQL {
    known(to: person.email, in: call, at: "ownData(of:at:)")
  }
}

/// What the server holds about one person in their account and at one call, for that person. Of papers they are shut out from
/// there is nothing, and nothing anywhere of what others said about them in confidence.
extension Session {
  public func ownData(of person: Person, at call: ID<Call>) throws -> [OwnTable] {
    try ownAccount(person) + ownOffices(person, call) + ownReviewing(person, call) + ownDelegations(person, call)
      + ownMetareviews(person, call)
      + ownPapers(person, call)
      + ownArtifacts(person, call)
  }

  private func ownAccount(_ person: Person) throws -> [OwnTable] {
    [
      try own(
        "account",
        [
          ("id", .text), ("email", .text), ("name", .text), ("affiliation", .text), ("orcid", .text), ("timeZone", .text),
          ("hasPassword", .flag), ("createdAt", .moment),
        ],
        """
        SELECT id, email, name, affiliation, orcid, time_zone, password_hash IS NOT NULL, created_at FROM person
        WHERE id = \(person.id)
        """),
      try own(
        "sessions", [("device", .text), ("begunAt", .moment), ("seenAt", .moment), ("endedAt", .moment)],
        "SELECT device, created_at, seen_at, ended_at FROM session WHERE person_id = \(person.id) ORDER BY id"),
      try own(
        "letterChoice", [("choice", .text), ("at", .moment)],
        "SELECT choice, at FROM letter_choice WHERE person_id = \(person.id)"),
      try own(
        "publications", [("title", .text), ("abstract", .text), ("year", .number), ("excluded", .flag), ("at", .moment)],
        "SELECT title, abstract, year, excluded, at FROM publication WHERE person_id = \(person.id) ORDER BY title_key"),
    ]
  }

  private func ownOffices(_ person: Person, _ call: ID<Call>) throws -> [OwnTable] {
    [
      try own(
        "offices", [("call", .text), ("office", .text), ("since", .moment), ("endedAt", .moment)],
        "SELECT call_id, role, granted_at, ended_at FROM office WHERE person_id = \(person.id) AND call_id = \(call) ORDER BY call_id, role, id"
      ),
      try own(
        "invitations",
        [
          ("call", .text), ("office", .text), ("message", .text), ("invitedBy", .text), ("invitedAt", .moment),
          ("answeredAt", .moment), ("accepted", .flag), ("reason", .text),
        ],
        """
        SELECT call_id, role, message, invited_by, invited_at, answered_at, accepted, reason FROM invitation
        WHERE email = \(person.email) AND call_id = \(call) ORDER BY id
        """),
      try own(
        "statementsOfService", [("call", .text), ("text", .text), ("signature", .text), ("at", .moment)],
        "SELECT call_id, text, signature, at FROM service_statement WHERE person_id = \(person.id) AND call_id = \(call) ORDER BY token"
      ),
      try own(
        "keptSearches", [("call", .text), ("name", .text), ("query", .text), ("at", .moment)],
        "SELECT call_id, name, query, at FROM kept_search WHERE owner = \(person.id) AND call_id = \(call) ORDER BY call_id, name"
      ),
    ]
  }

  private func ownReviewing(_ person: Person, _ call: ID<Call>) throws -> [OwnTable] {
    let open = SQL.openInOwnData(person, call)
    return [
      try own(
        "expertise", [("call", .text), ("topic", .text), ("level", .number)],
        "SELECT call_id, topic, level FROM expertise WHERE person_id = \(person.id) AND call_id = \(call) ORDER BY call_id, topic"
      ),
      try own(
        "keywords", [("call", .text), ("keyword", .text)],
        "SELECT call_id, keyword FROM reviewer_keyword WHERE person_id = \(person.id) AND call_id = \(call) ORDER BY call_id, place"
      ),
      try own(
        "conflictsDeclared",
        [("call", .text), ("with", .text), ("name", .text), ("kind", .text), ("at", .moment), ("endedAt", .moment)],
        """
        SELECT call_id, with_email, with_name, kind, at, ended_at FROM person_conflict
        WHERE email = \(person.email) AND call_id = \(call) ORDER BY id
        """),
      try own(
        "bids", [("call", .text), ("paper", .number), ("level", .text), ("at", .moment)],
        """
        SELECT s.call_id, s.number, b.level, b.at FROM bid b JOIN submission s ON s.id = b.submission_id
        WHERE b.person_id = \(person.id) AND \(raw: open) ORDER BY b.submission_id
        """),
      try own(
        "assignments", [("call", .text), ("paper", .number), ("pseudonym", .number), ("at", .moment), ("endedAt", .moment)],
        """
        SELECT s.call_id, s.number, g.pseudonym, g.at, g.ended_at FROM assignment g JOIN submission s ON s.id = g.submission_id
        WHERE g.person_id = \(person.id) AND \(raw: open) ORDER BY g.submission_id, g.id
        """),
      try own(
        "reviews", [("call", .text), ("paper", .number), ("version", .number), ("answers", .json), ("at", .moment)],
        """
        SELECT s.call_id, s.number, r.version, r.answers, r.at
        FROM assignment g JOIN submission s ON s.id = g.submission_id JOIN review r ON r.assignment_id = g.id
        WHERE g.person_id = \(person.id) AND \(raw: open) ORDER BY r.assignment_id, r.version
        """),
      try own(
        "reviewDrafts", [("call", .text), ("paper", .number), ("answers", .json), ("at", .moment)],
        """
        SELECT s.call_id, s.number, d.answers, d.at
        FROM assignment g JOIN submission s ON s.id = g.submission_id JOIN review_draft d ON d.assignment_id = g.id
        WHERE g.person_id = \(person.id) AND \(raw: open) ORDER BY d.assignment_id
        """),
      try own(
        "comments", [("call", .text), ("paper", .number), ("text", .text), ("at", .moment)],
        """
        SELECT s.call_id, s.number, c.text, c.at FROM comment c JOIN submission s ON s.id = c.submission_id
        WHERE c.by_person = \(person.id) AND \(raw: open) ORDER BY c.submission_id, c.id
        """),
      try own(
        "ownTags", [("call", .text), ("paper", .number), ("tag", .text), ("at", .moment)],
        """
        SELECT s.call_id, s.number, t.name, t.at FROM tag t JOIN submission s ON s.id = t.submission_id
        WHERE t.owner = \(person.id) AND \(raw: open) ORDER BY t.submission_id, t.scope, t.name
        """),
    ]
  }

  /// Whom one asked to write, and what one wrote for others.
  private func ownDelegations(_ person: Person, _ call: ID<Call>) throws -> [OwnTable] {
    let open = SQL.openInOwnData(person, call)
    return [
      try own(
        "delegations",
        [
          ("call", .text), ("paper", .number), ("email", .text), ("name", .text), ("message", .text), ("at", .moment),
          ("endedAt", .moment),
        ],
        """
        SELECT s.call_id, s.number, d.email, d.name, d.message, d.asked_at, d.ended_at
        FROM delegation d JOIN assignment g ON g.id = d.assignment_id JOIN submission s ON s.id = g.submission_id
        WHERE g.person_id = \(person.id) AND \(raw: open) ORDER BY d.assignment_id, d.id
        """),
      try own(
        "writtenForReviewers",
        [
          ("call", .text), ("paper", .number), ("acceptedAt", .moment), ("endedAt", .moment), ("answers", .json), ("at", .moment),
        ],
        """
        SELECT s.call_id, s.number, d.accepted_at, d.ended_at, w.answers, w.at
        FROM delegation d JOIN assignment g ON g.id = d.assignment_id JOIN submission s ON s.id = g.submission_id
          LEFT JOIN delegation_draft w ON w.delegation_id = d.id
        WHERE d.email = \(person.email) AND d.accepted_at IS NOT NULL AND \(raw: open) ORDER BY d.assignment_id, d.id
        """),
    ]
  }

  private func ownMetareviews(_ person: Person, _ call: ID<Call>) throws -> [OwnTable] {
    let open = SQL.openInOwnData(person, call)
    return [
      try own(
        "metareviews",
        [
          ("call", .text), ("paper", .number), ("version", .number), ("toAuthors", .text), ("toChairs", .text),
          ("recommendation", .text), ("at", .moment),
        ],
        """
        SELECT s.call_id, s.number, m.version, m.to_authors, m.to_chairs, m.recommendation, m.at
        FROM metareview_task t JOIN submission s ON s.id = t.submission_id JOIN metareview m ON m.task_id = t.id
        WHERE t.person_id = \(person.id) AND \(raw: open) ORDER BY m.task_id, m.version
        """),
      try own(
        "metareviewDrafts",
        [
          ("call", .text), ("paper", .number), ("toAuthors", .text), ("toChairs", .text), ("recommendation", .text),
          ("at", .moment),
        ],
        """
        SELECT s.call_id, s.number, d.to_authors, d.to_chairs, d.recommendation, d.at
        FROM metareview_task t JOIN submission s ON s.id = t.submission_id JOIN metareview_draft d ON d.task_id = t.id
        WHERE t.person_id = \(person.id) AND \(raw: open) ORDER BY d.task_id
        """),
    ]
  }

  private func ownPapers(_ person: Person, _ call: ID<Call>) throws -> [OwnTable] {
    let listed: SQL = """
      s.call_id = \(call) AND EXISTS (SELECT 1 FROM authorship a
        WHERE a.submission_id = s.id AND a.version = s.current_version AND a.email = \(person.email))
      """
    return [
      try own(
        "papers",
        [
          ("call", .text), ("paper", .number), ("title", .text), ("abstract", .text), ("listedAs", .text), ("affiliation", .text),
          ("orcid", .text), ("contact", .flag), ("serves", .flag),
        ],
        """
        SELECT s.call_id, s.number, v.title, v.abstract, a.name, a.affiliation, a.orcid, a.contact, a.serves
        FROM submission s JOIN submission_version v ON v.submission_id = s.id AND v.version = s.current_version
          JOIN authorship a ON a.submission_id = s.id AND a.version = s.current_version
        WHERE a.email = \(person.email) AND s.call_id = \(call) ORDER BY s.call_id, s.number
        """),
      try own(
        "uploads",
        [
          ("call", .text), ("paper", .number), ("slot", .text), ("version", .number), ("sha256", .text), ("sizeBytes", .number),
          ("at", .moment),
        ],
        """
        SELECT s.call_id, s.number, m.slot, m.version, m.sha256, m.size_bytes, m.at
        FROM manuscript m JOIN submission s ON s.id = m.submission_id
        WHERE m.by_person = \(person.id) AND \(raw: listed) ORDER BY s.call_id, s.number, m.slot, m.version
        """),
      try own(
        "responses", [("call", .text), ("paper", .number), ("text", .text), ("at", .moment)],
        """
        SELECT s.call_id, s.number, r.text, r.at FROM response r JOIN submission s ON s.id = r.submission_id
        WHERE r.by_person = \(person.id) AND \(raw: listed) ORDER BY s.call_id, s.number
        """),
      try own(
        "authorshipAnswers", [("call", .text), ("paper", .number), ("confirmed", .flag), ("note", .text), ("at", .moment)],
        """
        SELECT s.call_id, s.number, w.confirmed, w.note, w.at FROM authorship_answer w JOIN submission s ON s.id = w.submission_id
        WHERE w.email = \(person.email) AND \(raw: listed) ORDER BY w.submission_id, w.number
        """),
    ]
  }

  private func ownArtifacts(_ person: Person, _ call: ID<Call>) throws -> [OwnTable] {
    let open = SQL.openInOwnData(person, call)
    let tasks: SQL = """
      FROM evaluation e JOIN artifact f ON f.id = e.artifact_id JOIN submission s ON s.id = f.submission_id
      """
    return [
      try own(
        "evaluations", [("call", .text), ("paper", .number), ("at", .moment), ("endedAt", .moment)],
        """
        SELECT s.call_id, s.number, e.at, e.ended_at \(raw: tasks)
        WHERE e.person_id = \(person.id) AND \(raw: open) ORDER BY e.artifact_id, e.id
        """),
      try own(
        "evaluationForms", [("call", .text), ("paper", .number), ("version", .number), ("submitted", .flag), ("content", .json)],
        """
        SELECT s.call_id, s.number, w.version, w.submitted, w.content \(raw: tasks)
          JOIN evaluation_form w ON w.evaluation_id = e.id
        WHERE e.person_id = \(person.id) AND \(raw: open) ORDER BY w.evaluation_id, w.version
        """),
      try own(
        "evaluationReports", [("call", .text), ("paper", .number), ("version", .number), ("outcome", .text), ("text", .text)],
        """
        SELECT s.call_id, s.number, w.version, w.outcome, w.text \(raw: tasks)
          JOIN evaluation_report w ON w.evaluation_id = e.id
        WHERE e.person_id = \(person.id) AND \(raw: open) ORDER BY w.evaluation_id, w.version
        """),
      try own(
        "evaluationPreferences", [("call", .text), ("paper", .number), ("level", .text), ("at", .moment)],
        """
        SELECT s.call_id, s.number, w.level, w.at
        FROM artifact_preference w JOIN artifact f ON f.id = w.artifact_id JOIN submission s ON s.id = f.submission_id
        WHERE w.person_id = \(person.id) AND \(raw: open) ORDER BY w.artifact_id
        """),
    ]
  }

  private func own(_ name: String, _ columns: [(String, OwnColumn)], _ statement: SQL) throws -> OwnTable {
    OwnTable(
      name: name, columns: columns.map(\.0),
      rows: try rows(statement) { row in
        try columns.enumerated().map { place, column in try column.1.value(row, place) }
      })
  }
}

public import PeerReview

/// How gladly somebody would evaluate an artifact.
public struct PreferenceRow: Sendable {
  public let artifact: ID<Artifact>
  public let person: ID<Person>
  public let level: String

  public init(artifact: ID<Artifact>, person: ID<Person>, level: String) {
    self.artifact = artifact
    self.person = person
    self.level = level
  }
}

/// A chair's word on one badge of one artifact.
public struct BadgeDecisionRow: Sendable {
  public let badge: ArtifactBadge
  public let isAwarded: Bool
  public let note: String
  public let at: Instant
}

extension Session {
  /// An empty level takes the preference back.
  public func put(_ row: PreferenceRow, at now: Instant) throws {
    if row.level.isEmpty {
      try execute("DELETE FROM artifact_preference WHERE artifact_id = \(row.artifact) AND person_id = \(row.person)")
      return
    }
    try execute(
      """
      INSERT INTO artifact_preference (artifact_id, person_id, level, at)
      VALUES (\(row.artifact), \(row.person), \(row.level), \(now))
      ON CONFLICT (artifact_id, person_id) DO UPDATE SET level = excluded.level, at = excluded.at
      """)
  }

  public func preferences(by person: ID<Person>) throws -> [ID<Artifact>: String] {
    let all = try rows("SELECT artifact_id, level FROM artifact_preference WHERE person_id = \(person)") {
      (try $0.id(0, of: Artifact.self), try $0.text(1))
    }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  /// Person → level.
  public func preferences(on artifact: ID<Artifact>) throws -> [ID<Person>: String] {
    let all = try rows("SELECT person_id, level FROM artifact_preference WHERE artifact_id = \(artifact)") {
      (try $0.id(0, of: Person.self), try $0.text(1))
    }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  /// People kept from an artifact, beside those its paper keeps away.
  public func conflicts(withArtifact id: ID<Artifact>) throws -> [ID<Person>] {
    try rows("SELECT person_id FROM artifact_conflict WHERE artifact_id = \(id) ORDER BY person_id") { try $0.id(0) }
  }

  /// Does nothing when it stands already.
  public func addArtifactConflict(of person: ID<Person>, with id: ID<Artifact>, by: ID<Person>, at now: Instant) throws {
    try execute(
      """
      INSERT INTO artifact_conflict (artifact_id, person_id, declared_by, at) VALUES (\(id), \(person), \(by), \(now))
      ON CONFLICT (artifact_id, person_id) DO NOTHING
      """)
  }

  public func addBadgeDecision(
    _ badge: ArtifactBadge, isAwarded: Bool, note: String, on id: ID<Artifact>, by: ID<Person>, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO badge_decision (artifact_id, badge, number, awarded, note, by_person, at)
      SELECT \(id), \(badge.rawValue), coalesce(max(number), 0) + 1, \(isAwarded), \(note), \(by), \(now)
      FROM badge_decision WHERE artifact_id = \(id) AND badge = \(badge.rawValue)
      """)
  }

  /// The last word on each badge, in the badges' order.
  public func badgeDecisions(on id: ID<Artifact>) throws -> [BadgeDecisionRow] {
    try rows(
      """
      SELECT d.badge, d.awarded, d.note, d.at FROM badge_decision d
      WHERE d.artifact_id = \(id) AND d.number = (
        SELECT max(x.number) FROM badge_decision x WHERE x.artifact_id = d.artifact_id AND x.badge = d.badge)
      """
    ) { row -> BadgeDecisionRow? in
      guard let badge = ArtifactBadge(rawValue: try row.text(0)) else { return nil }
      return BadgeDecisionRow(badge: badge, isAwarded: try row.bool(1), note: try row.text(2), at: try row.instant(3))
    }.compactMap { $0 }.sorted { $0.badge < $1.badge }
  }
}

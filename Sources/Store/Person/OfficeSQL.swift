public import PeerReview

public struct OfficeRow: Sendable {
  public let person: Person
  public let role: Role
  public let at: Instant
}

extension Session {
  public func roles(of person: ID<Person>, at call: ID<Call>) throws -> [Role] {
    try rows(
      "SELECT role FROM office WHERE call_id = \(call) AND person_id = \(person) AND ended_at IS NULL ORDER BY role"
    ) { Role(rawValue: try $0.text(0)) }.compactMap { $0 }
  }

  /// Every conference the person chairs.
  public func callsChaired(by person: ID<Person>) throws -> [ID<Call>] {
    try rows(
      "SELECT DISTINCT call_id FROM office WHERE person_id = \(person) AND role = 'chair' AND ended_at IS NULL ORDER BY call_id"
    ) { try $0.id(0) }
  }

  /// Does nothing when the office is held already.
  public func grant(_ role: Role, to person: ID<Person>, at call: ID<Call>, id: String, by: String?, now: Instant) throws {
    try execute(
      """
      INSERT INTO office (id, call_id, person_id, role, granted_by, granted_at)
      SELECT \(id), \(call), \(person), \(role.rawValue), \(by), \(now)
      WHERE NOT EXISTS (
        SELECT 1 FROM office WHERE call_id = \(call) AND person_id = \(person) AND role = \(role.rawValue)
          AND ended_at IS NULL)
      """)
  }

  /// Sets how many papers the holder of a standing office takes at most; nil for as many as the call asks.
  public func setLoadLimit(_ limit: Int?, of person: ID<Person>, in role: Role, at call: ID<Call>) throws {
    try execute(
      """
      UPDATE office SET load_limit = \(limit)
      WHERE call_id = \(call) AND person_id = \(person) AND role = \(role.rawValue) AND ended_at IS NULL
      """)
  }

  /// Person → how many papers they take at most, of those who offered fewer than the call asks.
  public func loadLimits(in role: Role, at call: ID<Call>) throws -> [ID<Person>: Int] {
    let all = try rows(
      """
      SELECT person_id, load_limit FROM office
      WHERE call_id = \(call) AND role = \(role.rawValue) AND ended_at IS NULL AND load_limit IS NOT NULL ORDER BY person_id
      """
    ) { (try $0.id(0, of: Person.self), try $0.int(1)) }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  @discardableResult
  public func endOffice(_ role: Role, of person: ID<Person>, at call: ID<Call>, now: Instant) throws -> Bool {
    try execute(
      """
      UPDATE office SET ended_at = \(now)
      WHERE call_id = \(call) AND person_id = \(person) AND role = \(role.rawValue) AND ended_at IS NULL
      """) > 0
  }

  /// Everyone in one of the offices, by name then address.
  public func offices(at call: ID<Call>, _ roles: [Role] = Role.ofProgram) throws -> [OfficeRow] {
    try rows(
      """
      SELECT p.id, p.email, p.name, p.affiliation, p.orcid, p.time_zone, o.role, o.granted_at
      FROM office o JOIN person p ON p.id = o.person_id
      WHERE o.call_id = \(call) AND o.ended_at IS NULL AND o.role IN \(list: roles.map(\.rawValue))
      ORDER BY p.name, p.email, o.role
      """
    ) { row -> OfficeRow? in
      guard let role = Role(rawValue: try row.text(6)) else { return nil }
      return OfficeRow(
        person: Person(
          id: try row.id(0), email: try row.text(1), name: try row.text(2), affiliation: try row.text(3),
          orcid: try row.text(4), timeZone: try row.text(5)),
        role: role, at: try row.instant(7))
    }.compactMap { $0 }
  }

  public func count(_ role: Role, at call: ID<Call>) throws -> Int {
    try count(
      "SELECT count(*) FROM office WHERE call_id = \(call) AND role = \(role.rawValue) AND ended_at IS NULL")
  }

  public func people(in role: Role, at call: ID<Call>) throws -> [Person] {
    try offices(at: call, [role]).map(\.person)
  }
}

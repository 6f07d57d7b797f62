public import PeerReview

public struct OfficeRow: Sendable {
  public let person: Person
  public let role: Role
  public let at: Instant
}

extension Session {
  public func roles(of person: ID<Person>, at call: ID<Call>) throws -> [Role] {
    try rows(
      once: "SELECT role FROM office WHERE call_id = \(call) AND person_id = \(person) AND ended_at IS NULL ORDER BY role"
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

  /// Puts a track under a standing office of a track chair. Does nothing when it is there already.
  public func grant(track: String, to person: ID<Person>, at call: ID<Call>) throws {
    try execute(
      """
      INSERT INTO office_track (office_id, track) SELECT o.id, \(track) FROM office o
      WHERE o.call_id = \(call) AND o.person_id = \(person) AND o.role = 'track-chair' AND o.ended_at IS NULL
        AND NOT \(raw: SQL.chairsTrack("o.id", "\(track)"))
      """)
  }

  /// Track chairs → the keys of the tracks they chair, sorted.
  public func tracksChaired(at call: ID<Call>) throws -> [ID<Person>: [String]] {
    let all = try rows(
      """
      SELECT o.person_id, x.track FROM office o JOIN office_track x ON x.office_id = o.id
      WHERE o.call_id = \(call) AND o.role = 'track-chair' AND o.ended_at IS NULL
      """
    ) { (person: try $0.id(0, of: Person.self), track: try $0.text(1)) }
    return Dictionary(grouping: all, by: \.person).mapValues { $0.map(\.track).sorted() }
  }

  /// Who chairs papers of a track: the chairs of the call, and those of the track.
  public func chairs(of track: String, at call: ID<Call>) throws -> [Person] {
    let tracks = try tracksChaired(at: call)
    var seen: Set<ID<Person>> = []
    return try offices(at: call, [.chair, .trackChair]).filter { office in
      office.role == .chair || tracks[office.person.id, default: []].contains(track)
    }.map(\.person).filter { seen.insert($0.id).inserted }
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

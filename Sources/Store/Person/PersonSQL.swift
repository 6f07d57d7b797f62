public import PeerReview

extension Session {
  public func person(_ id: ID<Person>) throws -> Person? {
    try first(once: "SELECT id, email, name, affiliation, orcid, time_zone FROM person WHERE id = \(id)", Self.person)
  }

  /// `email` is folded.
  public func person(email: String) throws -> Person? {
    try first("SELECT id, email, name, affiliation, orcid, time_zone FROM person WHERE email = \(email)", Self.person)
  }

  public func add(_ person: Person, at now: Instant) throws {
    try execute(
      """
      INSERT INTO person (id, email, name, affiliation, orcid, time_zone, created_at)
      VALUES (\(person.id), \(person.email), \(person.name), \(person.affiliation), \(person.orcid),
        \(person.timeZone), \(now))
      """)
  }

  public func updateProfile(_ person: Person) throws {
    try execute(
      """
      UPDATE person SET name = \(person.name), affiliation = \(person.affiliation), orcid = \(person.orcid),
        time_zone = \(person.timeZone)
      WHERE id = \(person.id)
      """)
  }

  /// Nil both for no account and for an account without a password.
  public func passwordHash(email: String) throws -> String? {
    try first("SELECT password_hash FROM person WHERE email = \(email)") { try $0.textOrNull(0) } ?? nil
  }

  public func setPasswordHash(_ hash: String, of person: ID<Person>) throws {
    try execute("UPDATE person SET password_hash = \(hash) WHERE id = \(person)")
  }

  private static func person(_ row: Row) throws -> Person {
    Person(
      id: try row.id(0), email: try row.text(1), name: try row.text(2), affiliation: try row.text(3),
      orcid: try row.text(4), timeZone: try row.text(5))
  }
}

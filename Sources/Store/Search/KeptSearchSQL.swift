public import PeerReview

public struct KeptSearchRow: Sendable {
  public let id: ID<KeptSearch>
  /// With `~` when it is the owner's own.
  public let key: TagKey
  public let query: String

  public init(id: ID<KeptSearch>, key: TagKey, query: String) {
    self.id = id
    self.key = key
    self.query = query
  }
}

extension Session {
  /// Searches all chairs of a call share, and those `owner` keeps for themself, by name.
  public func keptSearches(in call: ID<Call>, owner: ID<Person>) throws -> [KeptSearchRow] {
    try rows(
      once: """
        SELECT id, owner, name, query FROM kept_search
        WHERE call_id = \(call) AND (owner = '' OR owner = \(owner.text)) ORDER BY id
        """
    ) { row in
      KeptSearchRow(
        id: try row.id(0), key: TagKey(try row.text(1).isEmpty ? .committee : .own, try row.text(2)), query: try row.text(3))
    }.sorted { $0.key < $1.key }
  }

  /// Keeps a search in place of the one of its name.
  public func put(_ search: KeptSearchRow, in call: ID<Call>, by person: ID<Person>, at now: Instant) throws {
    let owner = search.key.scope == .own ? person.text : ""
    try execute(
      """
      INSERT INTO kept_search (id, call_id, owner, name, query, by_person, at)
      VALUES (\(search.id), \(call), \(owner), \(search.key.name), \(search.query), \(person), \(now))
      ON CONFLICT (call_id, owner, name) DO UPDATE SET query = excluded.query, by_person = excluded.by_person, at = excluded.at
      """)
  }

  public func removeKeptSearch(_ id: ID<KeptSearch>) throws {
    try execute("DELETE FROM kept_search WHERE id = \(id)")
  }
}

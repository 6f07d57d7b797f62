public import PeerReview

/// A paper that someone wrote, as far as its subject goes.
public struct PublicationRow: Sendable, Hashable {
  public let id: ID<Publication>
  public let person: ID<Person>
  public let title: String
  public let abstract: String
  /// The person wants no scores from it.
  public let isExcluded: Bool

  public init(id: ID<Publication>, person: ID<Person>, title: String, abstract: String, isExcluded: Bool = false) {
    self.id = id
    self.person = person
    self.title = title
    self.abstract = abstract
    self.isExcluded = isExcluded
  }
}

extension Session {
  /// By title.
  public func publications(of person: ID<Person>) throws -> [PublicationRow] {
    try rows(
      """
      SELECT id, person_id, title, abstract, excluded FROM publication WHERE person_id = \(person) ORDER BY title_key
      """, Self.publication)
  }

  public func countPublications(of person: ID<Person>) throws -> Int {
    try count("SELECT count(*) FROM publication WHERE person_id = \(person)")
  }

  /// Those that count, of everyone in office as a reviewer: by person, then title.
  public func publicationsOfReviewers(at call: ID<Call>) throws -> [PublicationRow] {
    try rows(
      """
      SELECT p.id, p.person_id, p.title, p.abstract, p.excluded FROM publication p
      WHERE NOT p.excluded AND p.person_id IN (
        SELECT o.person_id FROM office o WHERE o.call_id = \(call) AND o.role = 'reviewer' AND o.ended_at IS NULL)
      ORDER BY p.person_id, p.title_key
      """, Self.publication)
  }

  /// How many count, by person, of everyone in office as a reviewer who has any.
  public func publicationCounts(at call: ID<Call>) throws -> [ID<Person>: Int] {
    let all = try rows(
      """
      SELECT p.person_id, count(*) FROM publication p
      WHERE NOT p.excluded AND p.person_id IN (
        SELECT o.person_id FROM office o WHERE o.call_id = \(call) AND o.role = 'reviewer' AND o.ended_at IS NULL)
      GROUP BY p.person_id
      """
    ) { (try $0.id(0, of: Person.self), try $0.int(1)) }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  /// A paper of the same title that is there already stays, with the longer abstract of the two.
  public func add(_ publication: PublicationRow, key: String, at now: Instant) throws {
    try execute(
      """
      INSERT INTO publication (id, person_id, title_key, title, abstract, excluded, at)
      VALUES (\(publication.id), \(publication.person), \(key), \(publication.title), \(publication.abstract),
        \(publication.isExcluded), \(now))
      ON CONFLICT (person_id, title_key) DO UPDATE SET abstract = CASE
        WHEN length(excluded.abstract) > length(publication.abstract) THEN excluded.abstract ELSE publication.abstract END
      """)
  }

  /// False when the person has no such paper.
  public func exclude(_ id: ID<Publication>, of person: ID<Person>, _ isExcluded: Bool) throws -> Bool {
    try execute("UPDATE publication SET excluded = \(isExcluded) WHERE id = \(id) AND person_id = \(person)") > 0
  }

  public func removePublication(_ id: ID<Publication>, of person: ID<Person>) throws {
    try execute("DELETE FROM publication WHERE id = \(id) AND person_id = \(person)")
  }

  private static func publication(_ row: Row) throws -> PublicationRow {
    PublicationRow(
      id: try row.id(0), person: try row.id(1), title: try row.text(2), abstract: try row.text(3),
      isExcluded: try row.bool(4))
  }
}

public import PeerReview

/// A paper that someone wrote, as far as its subject goes.
public struct PublicationRow: Sendable, Hashable {
  public let id: ID<Publication>
  public let person: ID<Person>
  public let title: String
  public let abstract: String
  /// The person wants no scores from it.
  public let isExcluded: Bool
  /// As the file named them; none where it didn't.
  public let authors: [String]
  public let year: Int?

  public init(
    id: ID<Publication>, person: ID<Person>, title: String, abstract: String, isExcluded: Bool = false, authors: [String] = [],
    year: Int? = nil
  ) {
    self.id = id
    self.person = person
    self.title = title
    self.abstract = abstract
    self.isExcluded = isExcluded
    self.authors = authors
    self.year = year
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
        SELECT o.person_id FROM office o WHERE o.call_id = \(call) AND o.role IN \(list: Role.ofCommittee.map(\.rawValue)) AND o.ended_at IS NULL)
      ORDER BY p.person_id, p.title_key
      """, Self.publication)
  }

  /// How many count, by person, of everyone in office as a reviewer who has any.
  public func publicationCounts(at call: ID<Call>) throws -> [ID<Person>: Int] {
    let all = try rows(
      """
      SELECT p.person_id, count(*) FROM publication p
      WHERE NOT p.excluded AND p.person_id IN (
        SELECT o.person_id FROM office o WHERE o.call_id = \(call) AND o.role IN \(list: Role.ofCommittee.map(\.rawValue)) AND o.ended_at IS NULL)
      GROUP BY p.person_id
      """
    ) { (try $0.id(0, of: Person.self), try $0.int(1)) }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  /// Publications that name one of these authors, by the lists of everyone in an office, whether they count for scores or not:
  /// one work for each such author, by the list's owner. `keys` are those of `NameKey`.
  public func coauthorships(
    at call: ID<Call>, naming keys: Set<String>
  ) throws -> [ID<Person>: [CoauthoredWork]] {
    var works: [ID<Person>: [CoauthoredWork]] = [:]
    var rest = keys.sorted()[...]
    // A statement takes so many values and not more.
    while !rest.isEmpty {
      let some = Array(rest.prefix(5_000))
      rest = rest.dropFirst(some.count)
      let found = try rows(
        """
        SELECT p.person_id, p.title, p.year, a.name FROM publication_author a JOIN publication p ON p.id = a.publication_id
        WHERE a.name_key IN \(list: some) AND p.person_id IN (
          SELECT o.person_id FROM office o WHERE o.call_id = \(call) AND o.ended_at IS NULL)
        ORDER BY p.person_id, p.title_key, a.position
        """, Self.work)
      for (person, work) in found { works[person, default: []].append(work) }
    }
    return works
  }

  /// What the person's own list says of whom they wrote with: one work for each author.
  public func coauthorships(of person: ID<Person>) throws -> [CoauthoredWork] {
    try rows(
      """
      SELECT p.person_id, p.title, p.year, a.name FROM publication p JOIN publication_author a ON a.publication_id = p.id
      WHERE p.person_id = \(person) ORDER BY p.person_id, p.title_key, a.position
      """, Self.work
    ).map(\.work)
  }

  private static func work(_ row: Row) throws -> (person: ID<Person>, work: CoauthoredWork) {
    (
      person: try row.id(0),
      work: CoauthoredWork(title: try row.text(1), authors: [try row.text(3)], year: try row.intOrNull(2))
    )
  }

  /// A paper of the same title that is there already stays, with the longer abstract of the two, and with authors and year where
  /// only one of the two has them.
  public func add(_ publication: PublicationRow, key: String, at now: Instant) throws {
    try execute(
      """
      INSERT INTO publication (id, person_id, title_key, title, abstract, excluded, at, year)
      VALUES (\(publication.id), \(publication.person), \(key), \(publication.title), \(publication.abstract),
        \(publication.isExcluded), \(now), \(publication.year))
      ON CONFLICT (person_id, title_key) DO UPDATE SET abstract = CASE
        WHEN length(excluded.abstract) > length(publication.abstract) THEN excluded.abstract ELSE publication.abstract END,
        year = CASE WHEN publication.year IS NULL THEN excluded.year ELSE publication.year END
      """)
    try addAuthors(of: publication, key: key)
  }

  /// What was known of its authors before stays.
  private func addAuthors(of publication: PublicationRow, key: String) throws {
    if publication.authors.isEmpty { return }
    let id = try first(
      "SELECT id FROM publication WHERE person_id = \(publication.person) AND title_key = \(key)"
    ) { try $0.text(0) }
    guard let id, try !exists("SELECT 1 FROM publication_author WHERE publication_id = \(id)") else { return }
    for (position, name) in publication.authors.enumerated() {
      try execute(
        """
        INSERT INTO publication_author (publication_id, position, name, name_key)
        VALUES (\(id), \(position), \(name), \(NameKey.key(name)))
        """)
    }
  }

  /// False when the person has no such paper.
  public func exclude(_ id: ID<Publication>, of person: ID<Person>, _ isExcluded: Bool) throws -> Bool {
    try execute("UPDATE publication SET excluded = \(isExcluded) WHERE id = \(id) AND person_id = \(person)") > 0
  }

  public func removePublication(_ id: ID<Publication>, of person: ID<Person>) throws {
    try execute(
      """
      DELETE FROM publication_author WHERE publication_id IN (
        SELECT id FROM publication WHERE id = \(id) AND person_id = \(person))
      """)
    try execute("DELETE FROM publication WHERE id = \(id) AND person_id = \(person)")
  }

  private static func publication(_ row: Row) throws -> PublicationRow {
    PublicationRow(
      id: try row.id(0), person: try row.id(1), title: try row.text(2), abstract: try row.text(3),
      isExcluded: try row.bool(4))
  }
}

internal import Foundation
public import PeerReview

/// One saved form: content without names.
public struct SubmissionVersionRow: Sendable {
  public let version: Int
  public let content: SubmissionContent
  public let by: ID<Person>
  public let at: Instant

  public init(version: Int, content: SubmissionContent, by: ID<Person>, at: Instant) {
    self.version = version
    self.content = content
    self.by = by
    self.at = at
  }
}

extension Session {
  /// Adds the version with its authors and makes it current. Earlier versions stay.
  public func add(_ row: SubmissionVersionRow, authors: [Author], to id: ID<Submission>) throws {
    let content = row.content
    try execute(
      """
      INSERT INTO submission_version
        (submission_id, version, track, title, abstract, keywords, topics, answers, claims, by_person, at)
      VALUES (\(id), \(row.version), \(content.track), \(content.title), \(content.abstract),
        \(try JSONText.encode(content.keywords)), \(try JSONText.encode(content.topics)),
        \(try JSONText.encode(content.answers)), \(!content.answers.exceptions.isEmpty), \(row.by), \(row.at))
      """)
    for (position, author) in authors.enumerated() {
      try execute(
        """
        INSERT INTO authorship (submission_id, version, position, name, email, affiliation, orcid, contact, serves)
        VALUES (\(id), \(row.version), \(position), \(author.name), \(author.email), \(author.affiliation),
          \(author.orcid), \(author.contact), \(author.serves))
        """)
    }
    try execute("UPDATE submission SET current_version = \(row.version) WHERE id = \(id)")
    try index(content, of: id)
    try indexAuthors(of: id)
  }

  public func version(_ version: Int, of id: ID<Submission>) throws -> SubmissionVersionRow? {
    try first(
      once:
        """
        SELECT version, track, title, abstract, keywords, topics, answers, by_person, at FROM submission_version
        WHERE submission_id = \(id) AND version = \(version)
        """, Self.submissionVersion)
  }

  /// Current content of several submissions at once, keyed by submission.
  public func currentContent(in call: ID<Call>) throws -> [ID<Submission>: SubmissionContent] {
    try currentContent(.every(in: call))
  }

  /// That of papers a chair with this address may know of.
  public func currentContent(in call: ID<Call>, chairedBy email: String) throws -> [ID<Submission>: SubmissionContent] {
    try currentContent(.known(to: email, in: call))
  }

  private func currentContent(_ papers: SQL) throws -> [ID<Submission>: SubmissionContent] {
    let all = try rows(
      """
      SELECT v.version, v.track, v.title, v.abstract, v.keywords, v.topics, v.answers, v.by_person, v.at, s.id
      FROM submission s JOIN submission_version v ON v.submission_id = s.id AND v.version = s.current_version
      WHERE \(raw: papers)
      """
    ) { row -> (ID<Submission>, SubmissionContent) in (try row.id(9), try Self.submissionVersion(row).content) }
    return Dictionary(all, uniquingKeysWith: { $1 })
  }

  /// In the order printed.
  public func authors(of id: ID<Submission>, version: Int) throws -> [Author] {
    try rows(
      once: """
        SELECT name, email, affiliation, orcid, contact, serves FROM authorship
        WHERE submission_id = \(id) AND version = \(version) ORDER BY position
        """
    ) { row in
      Author(
        name: try row.text(0), email: try row.text(1), affiliation: try row.text(2), orcid: try row.text(3),
        contact: try row.bool(4), serves: try row.bool(5))
    }
  }

  /// Everyone who was listed in any version.
  public func everyAuthorEmail(of id: ID<Submission>) throws -> Set<String> {
    Set(try rows("SELECT DISTINCT email FROM authorship WHERE submission_id = \(id)") { try $0.text(0) })
  }

  private static func submissionVersion(_ row: Row) throws -> SubmissionVersionRow {
    SubmissionVersionRow(
      version: try row.int(0),
      content: SubmissionContent(
        track: try row.text(1), title: try row.text(2), abstract: try row.text(3),
        keywords: try KeyListText.read(row.text(4)), topics: try KeyListText.read(row.text(5)),
        answers: try JSONText.decode(row.text(6))),
      by: try row.id(7), at: try row.instant(8))
  }
}

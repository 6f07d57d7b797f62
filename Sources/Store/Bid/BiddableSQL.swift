public import PeerReview

/// A paper as a bidder may know it: no name of anyone, nothing of what only chairs read.
public struct BiddableRow: Sendable {
  public let id: ID<Submission>
  public let number: SubmissionNumber
  public let facts: SubmissionFacts
  public let title: String
  /// Empty when it was not asked for.
  public let abstract: String
  /// Empty when they were not asked for.
  public let keywords: [String]
  /// Keys of the call's topics.
  public let topics: [String]
  /// The person's own bid; empty for none.
  public let level: String
  /// How near it is to what the person wrote, as of the newest scoring; nil when it wasn't among their best.
  public let textScore: Int?
}

extension Session {
  /// Papers in the process that a person may bid on, with the bids they gave. By id: an order that tells nothing.
  /// `among` keeps what is read to those, `givenOnly` to those with a bid of theirs. Abstracts of thousands of papers cost more than
  /// all else, so they are read when asked for; keywords unless they aren't.
  public func biddable(
    by person: Person, in call: ID<Call>, among papers: [ID<Submission>]? = nil, givenOnly: Bool = false, abstracts: Bool = false,
    keywords: Bool = true
  ) throws -> [BiddableRow] {
    try rows(
      """
      SELECT s.id, s.number, s.submitted_at, s.withdrawn_at, s.desk_rejected_at, v.track, s.current_version, v.title,
        \(raw: abstracts ? "v.abstract" : "''"), \(raw: keywords ? "v.keywords" : "'[]'"), v.topics, coalesce(b.level, ''), t.score
      FROM \(raw: SQL.submissionTables) LEFT JOIN bid b ON b.submission_id = s.id AND b.person_id = \(person.id)
        LEFT JOIN text_score t ON t.submission_id = s.id AND t.person_id = \(person.id)
      WHERE \(raw: SQL.every(in: call, among: papers)) AND \(raw: SQL.underReview) AND NOT \(raw: SQL.shutOut(person.email))
        AND \(raw: givenOnly ? "b.level <> \("")" : "TRUE")
      ORDER BY s.id
      """
    ) { row in
      BiddableRow(
        id: try row.id(0), number: SubmissionNumber(try row.int(1)),
        facts: SubmissionFacts(
          submittedAt: try row.instantOrNull(2), withdrawnAt: try row.instantOrNull(3),
          deskRejectedAt: try row.instantOrNull(4), track: try row.text(5), version: try row.int(6)),
        title: try row.text(7), abstract: try row.text(8), keywords: try KeyListText.read(row.text(9)),
        topics: try KeyListText.read(row.text(10)), level: try row.text(11),
        textScore: try row.intOrNull(12))
    }
  }
}

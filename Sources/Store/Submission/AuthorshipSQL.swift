public import PeerReview

/// What someone who is listed as an author says of it.
public struct AuthorshipAnswerRow: Sendable {
  public let email: String
  public let confirmed: Bool
  public let note: String
  public let at: Instant
}

extension Session {
  /// The last answer of each, by address.
  public func authorshipAnswers(of id: ID<Submission>) throws -> [String: AuthorshipAnswerRow] {
    let all = try rows(
      """
      SELECT email, confirmed, note, at FROM authorship_answer WHERE submission_id = \(id) ORDER BY number
      """
    ) {
      AuthorshipAnswerRow(email: try $0.text(0), confirmed: try $0.bool(1), note: try $0.text(2), at: try $0.instant(3))
    }
    return Dictionary(all.map { ($0.email, $0) }, uniquingKeysWith: { $1 })
  }

  /// Addresses of those who saved a version of the paper's form themselves.
  public func savers(of id: ID<Submission>) throws -> Set<String> {
    Set(
      try rows(
        """
        SELECT DISTINCT p.email FROM submission_version v JOIN person p ON p.id = v.by_person WHERE v.submission_id = \(id)
        """
      ) { try $0.text(0) })
  }

  /// A further answer; those before stay on record.
  public func answerAuthorship(of id: ID<Submission>, email: String, confirmed: Bool, note: String, at now: Instant) throws {
    try execute(
      """
      INSERT INTO authorship_answer (submission_id, email, number, confirmed, note, at)
      SELECT \(id), \(email), coalesce(max(number), 0) + 1, \(confirmed), \(note), \(now)
      FROM authorship_answer WHERE submission_id = \(id) AND email = \(email)
      """)
  }
}

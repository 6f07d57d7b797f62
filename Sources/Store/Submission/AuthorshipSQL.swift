public import PeerReview

/// What someone who is listed as an author says of it.
public struct AuthorshipAnswerRow: Sendable {
  public let email: String
  public let confirmed: Bool
  public let note: String
  public let at: Instant
}

extension Session {
  /// Address → on how many submitted papers of the call that were not withdrawn it stands now, beside `id`: for the limit, never for
  /// a list.
  public func submittedCounts(of emails: [String], in call: ID<Call>, beside id: ID<Submission>?) throws -> [String: Int] {
    try submittedCounts(.every(in: call), emails, id)
  }

  /// The same of papers a chair with this address may know of.
  public func submittedCounts(
    of emails: [String], in call: ID<Call>, beside id: ID<Submission>?, chairedBy email: String
  ) throws -> [String: Int] {
    try submittedCounts(.known(to: email, in: call), emails, id)
  }

  private func submittedCounts(_ papers: SQL, _ emails: [String], _ id: ID<Submission>?) throws -> [String: Int] {
    let all = try rows(
      """
      SELECT a.email, count(*) FROM submission s
      JOIN authorship a ON a.submission_id = s.id AND a.version = s.current_version
      WHERE \(raw: papers) AND s.submitted_at IS NOT NULL AND s.withdrawn_at IS NULL AND s.id <> \(id?.text ?? "")
        AND a.email IN \(list: emails)
      GROUP BY a.email
      """
    ) { (try $0.text(0), try $0.int(1)) }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  /// The last answer of each, by address.
  public func authorshipAnswers(of id: ID<Submission>) throws -> [String: AuthorshipAnswerRow] {
    let all = try rows(
      """
      SELECT email, confirmed, note, at FROM authorship_answer WHERE submission_id = \(id) ORDER BY number
      """, Self.authorshipAnswer)
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

  /// By its number at the paper, from 1.
  public func authorshipAnswer(_ number: Int, of id: ID<Submission>) throws -> AuthorshipAnswerRow? {
    try first(
      "SELECT email, confirmed, note, at FROM authorship_answer WHERE submission_id = \(id) AND number = \(number)",
      Self.authorshipAnswer)
  }

  /// A further answer; those before stay on record. Returns its number.
  public func answerAuthorship(
    of id: ID<Submission>, email: String, confirmed: Bool, note: String, at now: Instant
  ) throws -> Int {
    let number = try count("SELECT count(*) FROM authorship_answer WHERE submission_id = \(id)") + 1
    try execute(
      """
      INSERT INTO authorship_answer (submission_id, number, email, confirmed, note, at)
      VALUES (\(id), \(number), \(email), \(confirmed), \(note), \(now))
      """)
    return number
  }

  private static func authorshipAnswer(_ row: Row) throws -> AuthorshipAnswerRow {
    AuthorshipAnswerRow(
      email: try row.text(0), confirmed: try row.bool(1), note: try row.text(2), at: try row.instant(3))
  }
}

public import PeerReview

public struct ResponseRow: Sendable {
  public let text: String
  public let by: ID<Person>
  public let at: Instant
}

extension Session {
  public func response(of submission: ID<Submission>) throws -> ResponseRow? {
    try first(once: "SELECT text, by_person, at FROM response WHERE submission_id = \(submission)") {
      ResponseRow(text: try $0.text(0), by: try $0.id(1), at: try $0.instant(2))
    }
  }

  /// Papers whose authors responded, of those a chair with this address may know of.
  public func answeredPapers(in call: ID<Call>, chairedBy email: String) throws -> Set<ID<Submission>> {
    Set(
      try rows(
        """
        SELECT r.submission_id FROM response r JOIN submission s ON s.id = r.submission_id
        WHERE \(raw: SQL.known(to: email, in: call))
        """
      ) { try $0.id(0, of: Submission.self) })
  }

  /// A second response to the same paper is a unique violation.
  public func addResponse(_ text: String, to submission: ID<Submission>, by: ID<Person>, at now: Instant) throws {
    try execute(
      "INSERT INTO response (submission_id, text, by_person, at) VALUES (\(submission), \(text), \(by), \(now))")
  }

  public func countResponses(in call: ID<Call>) throws -> Int {
    try count(
      """
      SELECT count(*) FROM response r JOIN submission s ON s.id = r.submission_id WHERE s.call_id = \(call)
      """)
  }
}

public import PeerReview

/// A standing assignment whose review is not in.
public struct MissingReviewRow: Sendable {
  public let assignment: ID<Assignment>
  public let submission: ID<Submission>
  public let number: SubmissionNumber
  public let title: String
  public let person: ID<Person>
  /// The last time; nil when never.
  public let remindedAt: Instant?
  public let round: String
}

extension Session {
  /// On papers under review that a chair with this address may know of, by person, then paper.
  public func missingReviews(in call: ID<Call>, chairedBy email: String) throws -> [MissingReviewRow] {
    try rows(
      """
      SELECT g.id, s.id, s.number, v.title, g.person_id,
        (SELECT max(m.at) FROM review_reminder m WHERE m.assignment_id = g.id), g.round
      FROM \(raw: SQL.submissionTables) JOIN assignment g ON g.submission_id = s.id
      WHERE s.call_id = \(call) AND \(raw: SQL.underReview) AND g.ended_at IS NULL AND NOT \(raw: SQL.keptFromChair(email))
        AND NOT EXISTS (SELECT 1 FROM review r WHERE r.assignment_id = g.id)
      ORDER BY g.person_id, s.number
      """
    ) {
      MissingReviewRow(
        assignment: try $0.id(0), submission: try $0.id(1), number: SubmissionNumber(try $0.int(2)), title: try $0.text(3),
        person: try $0.id(4), remindedAt: try $0.instantOrNull(5), round: try $0.text(6))
    }
  }

  public func addReminder(of assignment: ID<Assignment>, by person: ID<Person>, at now: Instant) throws {
    try execute("INSERT INTO review_reminder (assignment_id, by_person, at) VALUES (\(assignment), \(person), \(now))")
  }
}

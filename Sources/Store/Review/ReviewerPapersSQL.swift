public import PeerReview

/// A reviewer's task as its reviewer knows it, with how far the reviews of the paper have come.
public struct ReviewerPaperRow: Sendable {
  public let assignment: ID<Assignment>
  public let submission: ID<Submission>
  public let number: SubmissionNumber
  public let title: String
  public let track: String
  public let hasDraft: Bool
  /// When the viewer's own review first came in.
  public let submittedAt: Instant?
  /// Standing assignments of the paper, and how many of them have a review.
  public let asked: Int
  public let received: Int
  public let round: String
}

extension Session {
  /// Papers in the process that a person has to review, without any from which they are shut out. By assignment id: an
  /// order that tells nothing.
  public func papersToReview(by person: Person, in call: ID<Call>) throws -> [ReviewerPaperRow] {
    try rows(
      """
      SELECT g.id, s.id, s.number, v.title, v.track,
        EXISTS (SELECT 1 FROM review_draft d WHERE d.assignment_id = g.id),
        g.reviewed_at,
        (SELECT count(*) FROM assignment o WHERE o.submission_id = s.id AND o.ended_at IS NULL),
        (SELECT count(*) FROM assignment o WHERE o.submission_id = s.id AND o.ended_at IS NULL
          AND o.reviewed_at IS NOT NULL), g.round
      FROM assignment g CROSS JOIN \(raw: SQL.submissionTables)
      WHERE s.id = g.submission_id AND \(raw: Self.isToReview(by: person, in: call)) ORDER BY g.id
      """
    ) { row in
      ReviewerPaperRow(
        assignment: try row.id(0), submission: try row.id(1), number: SubmissionNumber(try row.int(2)),
        title: try row.text(3), track: try row.text(4), hasDraft: try row.bool(5), submittedAt: try row.instantOrNull(6),
        asked: try row.int(7), received: try row.int(8), round: try row.text(9))
    }
  }

  /// The same papers, and whether the person's review of each is in.
  public func papersReviewed(by person: Person, in call: ID<Call>) throws -> [(submission: ID<Submission>, isIn: Bool)] {
    try rows(
      """
      SELECT s.id, g.reviewed_at FROM assignment g CROSS JOIN submission s
      WHERE s.id = g.submission_id AND \(raw: Self.isToReview(by: person, in: call)) ORDER BY g.id
      """
    ) { (try $0.id(0), try $0.instantOrNull(1) != nil) }
  }

  /// Of assignment `g` of paper `s`.
  private static func isToReview(by person: Person, in call: ID<Call>) -> SQL {
    """
    \(raw: SQL.rule("a reviewer's list holds every assignment", "g.person_id = \(person.id)"))
    AND \(raw: SQL.rule("ended assignments stay in the list", "g.ended_at IS NULL"))
    AND s.call_id = \(call) AND \(raw: SQL.underReview) AND NOT \(raw: SQL.shutOut(person.email, at: "papersToReview(by:in:)"))
    """
  }

  /// Whether the person handed this very paper back before.
  public func isHandedBack(_ id: ID<Assignment>, by person: ID<Person>) throws -> Bool {
    try exists(
      """
      SELECT 1 FROM assignment
      WHERE id = \(id) AND person_id = \(person) AND ended_at IS NOT NULL AND substr(end_reason, 1, 8) = 'recused:'
      """)
  }

  /// What the reviewer gave as the reason; nil for an assignment that was not handed back.
  public func reasonOfHandingBack(_ id: ID<Assignment>) throws -> String? {
    try first("SELECT substr(end_reason, 10) FROM assignment WHERE id = \(id) AND substr(end_reason, 1, 9) = 'recused: '") {
      try $0.text(0)
    }
  }

  /// Ends the assignment at the reviewer's own wish; `reason` is for the chairs.
  public func handBack(_ id: ID<Assignment>, reason: String, at now: Instant) throws {
    try endAssignment(id, reason: "recused: \(reason)", at: now)
  }
}

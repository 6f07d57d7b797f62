public import PeerReview

public struct ReviewDraftRow: Sendable {
  public let version: Int
  /// The call version whose form it was begun with; nil for one from before that was kept.
  public let callVersion: Int?
  public let answers: ReviewAnswers
  public let at: Instant
}

/// A submitted version of a review. Earlier versions stay.
public struct ReviewRow: Sendable {
  public let assignment: ID<Assignment>
  public let version: Int
  /// The call version whose form was answered.
  public let callVersion: Int
  public let answers: ReviewAnswers
  public let at: Instant

  public init(assignment: ID<Assignment>, version: Int, callVersion: Int, answers: ReviewAnswers, at: Instant) {
    self.assignment = assignment
    self.version = version
    self.callVersion = callVersion
    self.answers = answers
    self.at = at
  }
}

/// That a version of a review was submitted, without what it says.
public struct ReviewVersionRow: Sendable {
  public let version: Int
  /// The call version whose form was answered.
  public let callVersion: Int
  public let at: Instant
}

/// How far a review has come.
public struct ReviewStanding: Sendable {
  public let hasDraft: Bool
  /// Of its first version.
  public let submittedAt: Instant?
}

/// A submitted review with the reviewer who wrote it and the pseudonym they have on the paper.
public struct SubmittedReviewRow: Sendable {
  public let review: ReviewRow
  public let submission: ID<Submission>
  public let person: ID<Person>
  public let pseudonym: Int
}

extension Session {
  public func reviewDraft(of assignment: ID<Assignment>) throws -> ReviewDraftRow? {
    try first(once: "SELECT version, answers, at, call_version FROM review_draft WHERE assignment_id = \(assignment)") {
      ReviewDraftRow(
        version: try $0.int(0), callVersion: try $0.intOrNull(3), answers: try JSONText.decode($0.text(1)), at: try $0.instant(2))
    }
  }

  /// The first version keeps `callVersion`; later ones leave it as it is.
  public func putReviewDraft(
    _ answers: ReviewAnswers, version: Int, callVersion: Int? = nil, of assignment: ID<Assignment>, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO review_draft (assignment_id, version, answers, at, call_version)
      VALUES (\(assignment), \(version), \(try JSONText.encode(answers)), \(now), \(callVersion))
      ON CONFLICT (assignment_id) DO UPDATE SET version = excluded.version, answers = excluded.answers,
        at = excluded.at
      """)
  }

  public func add(_ row: ReviewRow) throws {
    try execute(
      """
      INSERT INTO review (assignment_id, version, call_version, answers, at)
      VALUES (\(row.assignment), \(row.version), \(row.callVersion), \(try JSONText.encode(row.answers)), \(row.at))
      """)
    try tally(row)
  }

  /// Newest first.
  public func reviews(of assignment: ID<Assignment>) throws -> [ReviewRow] {
    try rows(
      """
      SELECT assignment_id, version, call_version, answers, at FROM review
      WHERE assignment_id = \(assignment) ORDER BY version DESC
      """, Self.review)
  }

  /// The newest of them.
  public func lastReview(of assignment: ID<Assignment>) throws -> ReviewRow? {
    try first(
      """
      SELECT assignment_id, version, call_version, answers, at FROM review
      WHERE assignment_id = \(assignment) ORDER BY version DESC LIMIT 1
      """, Self.review)
  }

  /// That they were submitted, newest first.
  public func reviewVersions(of assignment: ID<Assignment>) throws -> [ReviewVersionRow] {
    try rows(once: "SELECT version, call_version, at FROM review WHERE assignment_id = \(assignment) ORDER BY version DESC") {
      ReviewVersionRow(version: try $0.int(0), callVersion: try $0.int(1), at: try $0.instant(2))
    }
  }

  /// How far each standing reviewer's review of a paper has come, without reading any.
  public func reviewStandings(of submission: ID<Submission>) throws -> [ID<Assignment>: ReviewStanding] {
    let all = try rows(
      """
      SELECT g.id, EXISTS (SELECT 1 FROM review_draft d WHERE d.assignment_id = g.id), g.reviewed_at
      FROM assignment g WHERE g.submission_id = \(submission) AND g.ended_at IS NULL
      """
    ) { row -> (ID<Assignment>, ReviewStanding) in
      (try row.id(0), ReviewStanding(hasDraft: try row.bool(1), submittedAt: try row.instantOrNull(2)))
    }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  /// The last version of each standing reviewer's review of a paper, by pseudonym; `own` is left out.
  public func submittedReviews(
    of submission: ID<Submission>, except own: ID<Assignment>? = nil
  ) throws -> [SubmittedReviewRow] {
    try rows(
      """
      SELECT r.assignment_id, r.version, r.call_version, r.answers, r.at, g.submission_id, g.person_id, g.pseudonym
      FROM assignment g JOIN review r ON r.assignment_id = g.id
      WHERE g.submission_id = \(submission) AND g.ended_at IS NULL AND g.id <> \(own?.text ?? "")
        AND r.version = (SELECT max(q.version) FROM review q WHERE q.assignment_id = g.id)
      ORDER BY g.pseudonym
      """, Self.submittedReview)
  }

  /// Standing assignments of a paper whose review is in, by pseudonym, without what it says.
  public func reviewedAssignments(of submission: ID<Submission>) throws -> [AssignmentRow] {
    try rows(
      once: """
        SELECT id, submission_id, person_id, pseudonym, at, ended_at, round FROM assignment
        WHERE submission_id = \(submission) AND ended_at IS NULL AND reviewed_at IS NOT NULL ORDER BY pseudonym
        """, Self.assignment)
  }

  /// The same for a whole call, by submission number and pseudonym.
  public func submittedReviews(in call: ID<Call>) throws -> [SubmittedReviewRow] { try submittedReviews(.every(in: call)) }

  /// Those of papers a chair with this address may know of.
  public func submittedReviews(in call: ID<Call>, chairedBy email: String) throws -> [SubmittedReviewRow] {
    try submittedReviews(.known(to: email, in: call))
  }

  private func submittedReviews(_ papers: SQL) throws -> [SubmittedReviewRow] {
    try rows(
      """
      SELECT r.assignment_id, r.version, r.call_version, r.answers, r.at, g.submission_id, g.person_id, g.pseudonym
      FROM assignment g JOIN submission s ON s.id = g.submission_id JOIN review r ON r.assignment_id = g.id
      WHERE \(raw: papers) AND g.ended_at IS NULL
        AND r.version = (SELECT max(q.version) FROM review q WHERE q.assignment_id = g.id)
      ORDER BY s.number, g.pseudonym
      """, Self.submittedReview)
  }

  private static func review(_ row: Row) throws -> ReviewRow {
    ReviewRow(
      assignment: try row.id(0), version: try row.int(1), callVersion: try row.int(2),
      answers: try JSONText.decode(row.text(3)), at: try row.instant(4))
  }

  private static func submittedReview(_ row: Row) throws -> SubmittedReviewRow {
    SubmittedReviewRow(
      review: try review(row), submission: try row.id(5), person: try row.id(6), pseudonym: try row.int(7))
  }
}

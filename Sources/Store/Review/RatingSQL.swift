public import PeerReview

/// One chair's rating of one review.
public struct ReviewRatingRow: Sendable {
  public let assignment: ID<Assignment>
  public let by: ID<Person>
  public let grade: Int
  public let note: String
}

extension Session {
  /// Ratings of a paper's reviews, by assignment, then chair.
  public func reviewRatings(of submission: ID<Submission>) throws -> [ReviewRatingRow] {
    try rows(
      """
      SELECT r.assignment_id, r.person_id, r.grade, r.note
      FROM review_rating r JOIN assignment g ON g.id = r.assignment_id WHERE g.submission_id = \(submission)
      ORDER BY r.assignment_id, r.person_id
      """
    ) {
      ReviewRatingRow(assignment: try $0.id(0), by: try $0.id(1), grade: try $0.int(2), note: try $0.text(3))
    }
  }

  /// A nil grade takes the rating back.
  public func put(_ rating: ReviewRating, of assignment: ID<Assignment>, by person: ID<Person>, at now: Instant) throws {
    guard let grade = rating.grade else {
      try execute("DELETE FROM review_rating WHERE assignment_id = \(assignment) AND person_id = \(person)")
      return
    }
    try execute(
      """
      INSERT INTO review_rating (assignment_id, person_id, grade, note, at)
      VALUES (\(assignment), \(person), \(grade), \(rating.note), \(now))
      ON CONFLICT (assignment_id, person_id) DO UPDATE SET grade = excluded.grade, note = excluded.note, at = excluded.at
      """)
  }

  /// Reviewer → every grade their reviews were given, on papers a chair with this address may know of; by reviewer.
  public func reviewGrades(in call: ID<Call>, chairedBy email: String, of people: [ID<Person>]? = nil) throws -> [ID<Person>:
    [Int]]
  {
    let all = try rows(
      """
      SELECT g.person_id, r.grade FROM review_rating r JOIN assignment g ON g.id = r.assignment_id
      JOIN submission s ON s.id = g.submission_id
      WHERE \(raw: SQL.known(to: email, in: call)) AND \(raw: SQL.of(people)) ORDER BY g.person_id, r.grade
      """
    ) { (try $0.id(0, of: Person.self), try $0.int(1)) }
    return Dictionary(grouping: all, by: \.0).mapValues { $0.map(\.1) }
  }
}

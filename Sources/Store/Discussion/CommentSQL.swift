public import PeerReview

public struct CommentRow: Sendable {
  public let id: ID<Comment>
  public let number: Int
  public let by: ID<Person>
  /// The reviewer's pseudonym on this paper; nil for a chair and a metareviewer.
  public let pseudonym: Int?
  public let isByMetareviewer: Bool
  public let text: String
  public let at: Instant
}

extension Session {
  /// Oldest first.
  public func comments(on submission: ID<Submission>) throws -> [CommentRow] {
    try rows(
      """
      SELECT c.id, c.number, c.by_person, g.pseudonym, c.text, c.at, c.metareview_task_id
      FROM comment c LEFT JOIN assignment g ON g.id = c.assignment_id
      WHERE c.submission_id = \(submission) ORDER BY c.number
      """
    ) { row in
      CommentRow(
        id: try row.id(0), number: try row.int(1), by: try row.id(2), pseudonym: try row.intOrNull(3),
        isByMetareviewer: try row.textOrNull(6) != nil, text: try row.text(4), at: try row.instant(5))
    }
  }

  /// The paper a comment stands on, its writer and its text.
  public func origin(of id: ID<Comment>) throws -> (submission: ID<Submission>, by: ID<Person>, text: String)? {
    try first("SELECT submission_id, by_person, text FROM comment WHERE id = \(id)") {
      (try $0.id(0), try $0.id(1), try $0.text(2))
    }
  }

  /// Returns false when the same form was posted before; nothing is added then.
  public func addComment(
    _ id: ID<Comment>, to submission: ID<Submission>, formKey: String, by: ID<Person>, assignment: ID<Assignment>?,
    metareview: ID<Metareview>? = nil, text: String, at now: Instant
  ) throws -> Bool {
    try execute(
      """
      INSERT INTO comment (id, submission_id, number, form_key, by_person, assignment_id, metareview_task_id, text, at)
      SELECT \(id), \(submission),
        (SELECT coalesce(max(number), 0) + 1 FROM comment WHERE submission_id = \(submission)),
        \(formKey), \(by), \(assignment), \(metareview), \(text), \(now)
      WHERE TRUE
      ON CONFLICT (form_key) DO NOTHING
      """) > 0
  }
}

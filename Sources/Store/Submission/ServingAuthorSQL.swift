public import PeerReview

/// An author who is named to serve as a reviewer.
public struct ServingAuthorRow: Sendable {
  public let submission: ID<Submission>
  public let number: SubmissionNumber
  public let title: String
  public let name: String
  public let email: String
}

extension Session {
  /// Those of papers in the process that a chair with this address may know of, by paper and place in its list.
  public func servingAuthors(in call: ID<Call>, chairedBy email: String) throws -> [ServingAuthorRow] {
    try rows(
      """
      SELECT s.id, s.number, v.title, a.name, a.email FROM \(raw: SQL.submissionTables)
      JOIN authorship a ON a.submission_id = s.id AND a.version = s.current_version
      WHERE \(raw: SQL.known(to: email, in: call)) AND \(raw: SQL.underReview) AND a.serves
      ORDER BY s.number, a.position
      """
    ) { row in
      ServingAuthorRow(
        submission: try row.id(0), number: SubmissionNumber(try row.int(1)), title: try row.text(2), name: try row.text(3),
        email: try row.text(4))
    }
  }
}

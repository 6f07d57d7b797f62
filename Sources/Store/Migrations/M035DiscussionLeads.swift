/// Which of a paper's reviewers leads its discussion: the last row counts, and none without an assignment is nobody.
enum M035DiscussionLeads {
  static let migration = Migration(
    number: 35, name: "discussion leads",
    statements: [
      """
      CREATE TABLE discussion_lead (
        submission_id TEXT NOT NULL REFERENCES submission (id),
        number BIGINT NOT NULL,
        assignment_id TEXT REFERENCES assignment (id),
        named_by TEXT NOT NULL REFERENCES person (id),
        at BIGINT NOT NULL,
        PRIMARY KEY (submission_id, number)
      )
      """
    ])
}

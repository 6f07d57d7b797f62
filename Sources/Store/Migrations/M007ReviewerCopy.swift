/// The copies of uploaded files that reviewers read: each a file of its own, or why there is none.
enum M007ReviewerCopy {
  static let migration = Migration(
    number: 7, name: "reviewer copy",
    statements: [
      """
      CREATE TABLE reviewer_copy (
        manuscript_id TEXT PRIMARY KEY REFERENCES manuscript (id),
        sha256 TEXT,
        size_bytes BIGINT NOT NULL,
        obstacle TEXT NOT NULL,
        at BIGINT NOT NULL
      )
      """
    ])
}

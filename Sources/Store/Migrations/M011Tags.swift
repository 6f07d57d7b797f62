/// Words that people of the conference put on papers.
enum M011Tags {
  static let migration = Migration(
    number: 11, name: "tags",
    statements: [
      // `owner` is the person of an own tag, and empty otherwise: NULL would be no part of a key. `value` is in thousandths;
      // of a rank it is the key of the order.
      """
      CREATE TABLE tag (
        submission_id TEXT NOT NULL REFERENCES submission (id),
        scope TEXT NOT NULL,
        owner TEXT NOT NULL,
        name TEXT NOT NULL,
        value BIGINT,
        by_person TEXT NOT NULL REFERENCES person (id),
        at BIGINT NOT NULL,
        PRIMARY KEY (submission_id, scope, owner, name)
      )
      """,
      "CREATE INDEX tag_by_name ON tag (scope, name)",
    ])
}

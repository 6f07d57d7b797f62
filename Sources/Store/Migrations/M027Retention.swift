/// What retention rules have done, and files that are to go.
enum M027Retention {
  static let migration = Migration(
    number: 27, name: "retention",
    statements: [
      """
      CREATE TABLE retention_act (
        call_id TEXT NOT NULL REFERENCES call (id),
        kind TEXT NOT NULL,
        what TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (call_id, kind, what)
      )
      """,
      "CREATE TABLE file_removal (sha256 TEXT PRIMARY KEY, at BIGINT NOT NULL)",
      "ALTER TABLE manuscript ADD COLUMN deleted_at BIGINT",
    ])
}

/// Letters that wait for a chair's word, and letters that chairs wrote to be sent again.
enum M017Letters {
  static let migration = Migration(
    number: 17, name: "held letters",
    statements: [
      "ALTER TABLE letter ADD COLUMN held_at BIGINT",
      "ALTER TABLE letter ADD COLUMN dropped_at BIGINT",
      "DROP INDEX letter_due",
      "CREATE INDEX letter_due ON letter (due_at) WHERE sent_at IS NULL AND failed_at IS NULL AND held_at IS NULL",
      """
      CREATE TABLE letter_draft (
        id TEXT PRIMARY KEY,
        call_id TEXT NOT NULL REFERENCES call (id),
        name TEXT NOT NULL,
        audience TEXT NOT NULL,
        query TEXT NOT NULL,
        subject TEXT NOT NULL,
        body TEXT NOT NULL,
        by_person TEXT NOT NULL REFERENCES person (id),
        at BIGINT NOT NULL,
        UNIQUE (call_id, name)
      )
      """,
    ])
}

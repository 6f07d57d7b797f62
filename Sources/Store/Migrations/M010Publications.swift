/// What people wrote, and how near each paper of a call is to it.
enum M010Publications {
  static let migration = Migration(
    number: 10, name: "publications",
    statements: [
      """
      CREATE TABLE publication (
        id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL REFERENCES person (id),
        title_key TEXT NOT NULL,
        title TEXT NOT NULL,
        abstract TEXT NOT NULL,
        excluded BOOLEAN NOT NULL,
        at BIGINT NOT NULL,
        UNIQUE (person_id, title_key)
      )
      """,
      """
      CREATE TABLE text_scoring (
        id TEXT PRIMARY KEY,
        call_id TEXT NOT NULL REFERENCES call (id),
        asked_by TEXT NOT NULL REFERENCES person (id),
        asked_at BIGINT NOT NULL,
        step TEXT NOT NULL,
        done_at BIGINT
      )
      """,
      "CREATE INDEX text_scoring_by_call ON text_scoring (call_id, asked_at)",
      """
      CREATE TABLE text_person (
        call_id TEXT NOT NULL REFERENCES call (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        PRIMARY KEY (call_id, person_id)
      )
      """,
      """
      CREATE TABLE text_score (
        submission_id TEXT NOT NULL REFERENCES submission (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        score BIGINT NOT NULL,
        marks TEXT NOT NULL,
        PRIMARY KEY (submission_id, person_id)
      )
      """,
      "ALTER TABLE plan_pair ADD COLUMN text_score BIGINT NOT NULL DEFAULT -1",
    ])
}

/// Suspected conflicts, what is said of declarations, and who wrote a publication with whom.
enum M021ConflictConsole {
  static let migration = Migration(
    number: 21, name: "conflict console",
    statements: [
      "ALTER TABLE publication ADD COLUMN year BIGINT",
      """
      CREATE TABLE publication_author (
        publication_id TEXT NOT NULL,
        position BIGINT NOT NULL,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        PRIMARY KEY (publication_id, position)
      )
      """,
      "CREATE INDEX publication_author_by_name ON publication_author (name_key)",
      "ALTER TABLE person_conflict ADD COLUMN suggested BOOLEAN NOT NULL DEFAULT FALSE",
      """
      CREATE TABLE suspicion_dismissal (
        id TEXT PRIMARY KEY,
        submission_id TEXT NOT NULL REFERENCES submission (id),
        email TEXT NOT NULL,
        evidence TEXT NOT NULL,
        reason TEXT NOT NULL,
        by_person TEXT NOT NULL REFERENCES person (id),
        at BIGINT NOT NULL,
        ended_at BIGINT
      )
      """,
      "CREATE UNIQUE INDEX suspicion_dismissal_standing ON suspicion_dismissal (submission_id, email) WHERE ended_at IS NULL",
      """
      CREATE TABLE declaration_word (
        submission_id TEXT NOT NULL REFERENCES submission (id),
        number BIGINT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        removed TEXT NOT NULL,
        by_person TEXT NOT NULL REFERENCES person (id),
        at BIGINT NOT NULL,
        PRIMARY KEY (submission_id, number)
      )
      """,
      """
      CREATE TABLE suggestion_dismissal (
        subject TEXT NOT NULL,
        about TEXT NOT NULL,
        by_person TEXT NOT NULL REFERENCES person (id),
        at BIGINT NOT NULL,
        PRIMARY KEY (subject, about)
      )
      """,
    ])
}

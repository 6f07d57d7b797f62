/// Findings as rows, what chairs say of them, pictures of the pages they stand on, and what the inspector saw, so that changed
/// rules need no second look into the file.
enum M009Screening {
  static let migration = Migration(
    number: 9, name: "screening",
    statements: [
      "ALTER TABLE screening ADD COLUMN inspection_sha256 TEXT",
      "ALTER TABLE screening ADD COLUMN call_version BIGINT NOT NULL DEFAULT 0",
      "ALTER TABLE screening ADD COLUMN pictured_at BIGINT",
      """
      CREATE TABLE finding (
        id TEXT PRIMARY KEY,
        manuscript_id TEXT NOT NULL REFERENCES manuscript (id),
        position BIGINT NOT NULL,
        code TEXT NOT NULL,
        severity BIGINT NOT NULL,
        page BIGINT,
        box TEXT NOT NULL,
        text TEXT NOT NULL,
        rule TEXT NOT NULL,
        other_manuscript TEXT REFERENCES manuscript (id),
        detail TEXT NOT NULL
      )
      """,
      "CREATE INDEX finding_by_manuscript ON finding (manuscript_id, position)",
      "CREATE INDEX finding_by_other ON finding (other_manuscript) WHERE other_manuscript IS NOT NULL",
      """
      CREATE TABLE judgement (
        id TEXT PRIMARY KEY,
        finding_id TEXT NOT NULL,
        verdict TEXT NOT NULL,
        note TEXT NOT NULL,
        by_person TEXT NOT NULL REFERENCES person (id),
        at BIGINT NOT NULL,
        ended_at BIGINT
      )
      """,
      "CREATE UNIQUE INDEX judgement_standing ON judgement (finding_id) WHERE ended_at IS NULL",
      """
      CREATE TABLE page_picture (
        manuscript_id TEXT NOT NULL REFERENCES manuscript (id),
        page BIGINT NOT NULL,
        sha256 TEXT NOT NULL,
        width_hundredths BIGINT NOT NULL,
        height_hundredths BIGINT NOT NULL,
        PRIMARY KEY (manuscript_id, page)
      )
      """,
      // Reports of earlier programs have no rows yet: every call's files are judged again, a few at a time.
      """
      INSERT INTO job (id, kind, subject, queued_at, due_at, attempts)
      SELECT 'screen again ' || c.id, 'screen again', c.id, c.created_at, c.created_at, 0 FROM call c
      """,
    ])
}

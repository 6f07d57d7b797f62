/// Who leads the discussion of a paper, and the meta-reviews.
enum M030Metareviews {
  static let migration = Migration(
    number: 30, name: "meta-reviews",
    statements: [
      """
      CREATE TABLE metareview_task (
        id TEXT PRIMARY KEY,
        submission_id TEXT NOT NULL REFERENCES submission (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        assigned_by TEXT NOT NULL,
        at BIGINT NOT NULL,
        ended_at BIGINT,
        end_reason TEXT NOT NULL
      )
      """,
      "CREATE UNIQUE INDEX metareview_task_standing ON metareview_task (submission_id) WHERE ended_at IS NULL",
      "CREATE INDEX metareview_task_by_person ON metareview_task (person_id)",
      """
      CREATE TABLE metareview_draft (
        task_id TEXT PRIMARY KEY REFERENCES metareview_task (id),
        version BIGINT NOT NULL,
        to_authors TEXT NOT NULL,
        to_chairs TEXT NOT NULL,
        recommendation TEXT NOT NULL,
        at BIGINT NOT NULL
      )
      """,
      """
      CREATE TABLE metareview (
        task_id TEXT NOT NULL REFERENCES metareview_task (id),
        version BIGINT NOT NULL,
        to_authors TEXT NOT NULL,
        to_chairs TEXT NOT NULL,
        recommendation TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (task_id, version)
      )
      """,
      "ALTER TABLE comment ADD COLUMN metareview_task_id TEXT REFERENCES metareview_task (id)",
    ])
}

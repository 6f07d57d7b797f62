/// Submissions, their authors, manuscripts and conflicts. A saved form is a version; names stand apart from content.
enum M002Submission {
  static let migration = Migration(
    number: 2, name: "submission",
    statements: [
      """
      CREATE TABLE submission (
        id TEXT PRIMARY KEY,
        call_id TEXT NOT NULL REFERENCES call (id),
        number BIGINT NOT NULL,
        form_key TEXT NOT NULL UNIQUE,
        created_by TEXT NOT NULL REFERENCES person (id),
        created_at BIGINT NOT NULL,
        current_version BIGINT NOT NULL,
        submitted_at BIGINT,
        withdrawn_at BIGINT,
        desk_rejected_at BIGINT,
        UNIQUE (call_id, number)
      )
      """,
      """
      CREATE TABLE submission_version (
        submission_id TEXT NOT NULL REFERENCES submission (id),
        version BIGINT NOT NULL,
        track TEXT NOT NULL,
        title TEXT NOT NULL,
        abstract TEXT NOT NULL,
        keywords TEXT NOT NULL,
        topics TEXT NOT NULL,
        answers TEXT NOT NULL,
        by_person TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (submission_id, version)
      )
      """,
      """
      CREATE TABLE authorship (
        submission_id TEXT NOT NULL,
        version BIGINT NOT NULL,
        position BIGINT NOT NULL,
        name TEXT NOT NULL,
        email TEXT NOT NULL,
        affiliation TEXT NOT NULL,
        orcid TEXT NOT NULL,
        contact BOOLEAN NOT NULL,
        PRIMARY KEY (submission_id, version, position),
        FOREIGN KEY (submission_id, version) REFERENCES submission_version (submission_id, version)
      )
      """,
      "CREATE INDEX authorship_by_email ON authorship (email)",
      """
      CREATE TABLE submission_event (
        submission_id TEXT NOT NULL REFERENCES submission (id),
        number BIGINT NOT NULL,
        kind TEXT NOT NULL,
        by_person TEXT,
        at BIGINT NOT NULL,
        version BIGINT NOT NULL,
        ground TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (submission_id, number)
      )
      """,
      """
      CREATE TABLE manuscript (
        id TEXT PRIMARY KEY,
        submission_id TEXT NOT NULL REFERENCES submission (id),
        slot TEXT NOT NULL,
        version BIGINT NOT NULL,
        sha256 TEXT NOT NULL,
        size_bytes BIGINT NOT NULL,
        by_person TEXT NOT NULL,
        at BIGINT NOT NULL,
        UNIQUE (submission_id, slot, version)
      )
      """,
      """
      CREATE TABLE screening (
        manuscript_id TEXT PRIMARY KEY REFERENCES manuscript (id),
        report TEXT NOT NULL,
        at BIGINT NOT NULL
      )
      """,
      """
      CREATE TABLE conflict (
        id TEXT PRIMARY KEY,
        submission_id TEXT NOT NULL REFERENCES submission (id),
        email TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        side TEXT NOT NULL,
        declared_by TEXT NOT NULL,
        at BIGINT NOT NULL,
        ended_at BIGINT
      )
      """,
      "CREATE UNIQUE INDEX conflict_standing ON conflict (submission_id, email, side) WHERE ended_at IS NULL",
      "CREATE INDEX conflict_by_email ON conflict (email) WHERE ended_at IS NULL",
      """
      CREATE TABLE exception_approval (
        submission_id TEXT NOT NULL REFERENCES submission (id),
        exception TEXT NOT NULL,
        approved BOOLEAN NOT NULL,
        by_person TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (submission_id, exception, at)
      )
      """,
    ])
}

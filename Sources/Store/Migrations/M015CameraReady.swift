/// Final versions of accepted papers: their forms, what chairs said of changes, who shepherds them.
enum M015CameraReady {
  static let migration = Migration(
    number: 15, name: "camera-ready",
    statements: [
      """
      CREATE TABLE camera_ready (
        submission_id TEXT NOT NULL REFERENCES submission (id),
        version BIGINT NOT NULL,
        title TEXT NOT NULL,
        abstract TEXT NOT NULL,
        presenter BIGINT,
        forms TEXT NOT NULL,
        changes_sha256 TEXT NOT NULL,
        by_person TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (submission_id, version)
      )
      """,
      """
      CREATE TABLE camera_author (
        submission_id TEXT NOT NULL,
        version BIGINT NOT NULL,
        position BIGINT NOT NULL,
        name TEXT NOT NULL,
        family_name TEXT NOT NULL,
        email TEXT NOT NULL,
        affiliation TEXT NOT NULL,
        orcid TEXT NOT NULL,
        PRIMARY KEY (submission_id, version, position),
        FOREIGN KEY (submission_id, version) REFERENCES camera_ready (submission_id, version)
      )
      """,
      """
      CREATE TABLE camera_verdict (
        submission_id TEXT NOT NULL REFERENCES submission (id),
        number BIGINT NOT NULL,
        changes_sha256 TEXT NOT NULL,
        approved BOOLEAN NOT NULL,
        note TEXT NOT NULL,
        by_person TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (submission_id, number)
      )
      """,
      """
      CREATE TABLE camera_extension (
        submission_id TEXT NOT NULL REFERENCES submission (id),
        until BIGINT NOT NULL,
        by_person TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (submission_id, at)
      )
      """,
      """
      CREATE TABLE shepherd (
        id TEXT PRIMARY KEY,
        submission_id TEXT NOT NULL REFERENCES submission (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        appointed_by TEXT NOT NULL,
        at BIGINT NOT NULL,
        ended_at BIGINT
      )
      """,
      "CREATE UNIQUE INDEX shepherd_standing ON shepherd (submission_id) WHERE ended_at IS NULL",
      "CREATE INDEX shepherd_by_person ON shepherd (person_id) WHERE ended_at IS NULL",
      """
      CREATE TABLE shepherd_word (
        submission_id TEXT NOT NULL REFERENCES submission (id),
        number BIGINT NOT NULL,
        person_id TEXT NOT NULL REFERENCES person (id),
        satisfied BOOLEAN NOT NULL,
        note TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (submission_id, number)
      )
      """,
    ])
}

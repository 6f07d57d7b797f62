/// Artifacts of accepted papers, who evaluates them, what they find, and badges. No table of papers or reviews is touched.
enum M020Artifacts {
  static let migration = Migration(
    number: 20, name: "artifacts",
    statements: [
      """
      CREATE TABLE artifact (
        id TEXT PRIMARY KEY,
        call_id TEXT NOT NULL REFERENCES call (id),
        submission_id TEXT NOT NULL UNIQUE REFERENCES submission (id),
        registered_by TEXT NOT NULL,
        at BIGINT NOT NULL,
        withdrawn_at BIGINT
      )
      """,
      "CREATE INDEX artifact_by_call ON artifact (call_id)",
      """
      CREATE TABLE artifact_version (
        artifact_id TEXT NOT NULL REFERENCES artifact (id),
        version BIGINT NOT NULL,
        content TEXT NOT NULL,
        by_person TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (artifact_id, version)
      )
      """,
      """
      CREATE TABLE artifact_file (
        artifact_id TEXT NOT NULL REFERENCES artifact (id),
        slot TEXT NOT NULL,
        version BIGINT NOT NULL,
        sha256 TEXT NOT NULL,
        size_bytes BIGINT NOT NULL,
        by_person TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (artifact_id, slot, version)
      )
      """,
      """
      CREATE TABLE artifact_preference (
        artifact_id TEXT NOT NULL REFERENCES artifact (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        level TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (artifact_id, person_id)
      )
      """,
      """
      CREATE TABLE artifact_conflict (
        artifact_id TEXT NOT NULL REFERENCES artifact (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        declared_by TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (artifact_id, person_id)
      )
      """,
      """
      CREATE TABLE evaluation (
        id TEXT PRIMARY KEY,
        artifact_id TEXT NOT NULL REFERENCES artifact (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        letter BIGINT NOT NULL,
        assigned_by TEXT NOT NULL,
        at BIGINT NOT NULL,
        ended_at BIGINT,
        UNIQUE (artifact_id, letter)
      )
      """,
      "CREATE UNIQUE INDEX evaluation_standing ON evaluation (artifact_id, person_id) WHERE ended_at IS NULL",
      "CREATE INDEX evaluation_by_person ON evaluation (person_id) WHERE ended_at IS NULL",
      """
      CREATE TABLE evaluation_report (
        evaluation_id TEXT NOT NULL REFERENCES evaluation (id),
        version BIGINT NOT NULL,
        outcome TEXT NOT NULL,
        text TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (evaluation_id, version)
      )
      """,
      """
      CREATE TABLE evaluation_form (
        evaluation_id TEXT NOT NULL REFERENCES evaluation (id),
        version BIGINT NOT NULL,
        content TEXT NOT NULL,
        submitted BOOLEAN NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (evaluation_id, version)
      )
      """,
      """
      CREATE TABLE artifact_message (
        artifact_id TEXT NOT NULL REFERENCES artifact (id),
        number BIGINT NOT NULL,
        evaluation_id TEXT REFERENCES evaluation (id),
        person_id TEXT NOT NULL,
        text TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (artifact_id, number)
      )
      """,
      """
      CREATE TABLE badge_decision (
        artifact_id TEXT NOT NULL REFERENCES artifact (id),
        badge TEXT NOT NULL,
        number BIGINT NOT NULL,
        awarded BOOLEAN NOT NULL,
        note TEXT NOT NULL,
        by_person TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (artifact_id, badge, number)
      )
      """,
    ])
}

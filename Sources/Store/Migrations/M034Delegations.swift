/// Reviews that somebody from outside writes for a reviewer.
enum M034Delegations {
  static let migration = Migration(
    number: 34, name: "delegated reviews",
    statements: [
      """
      CREATE TABLE delegation (
        id TEXT PRIMARY KEY,
        assignment_id TEXT NOT NULL REFERENCES assignment (id),
        email TEXT NOT NULL,
        name TEXT NOT NULL,
        message TEXT NOT NULL,
        asked_at BIGINT NOT NULL,
        approved_at BIGINT,
        approved_by TEXT REFERENCES person (id),
        token_hash TEXT UNIQUE,
        expires_at BIGINT,
        accepted_at BIGINT,
        handed_over_at BIGINT,
        taken_at BIGINT,
        ended_at BIGINT,
        end_reason TEXT NOT NULL
      )
      """,
      "CREATE UNIQUE INDEX delegation_standing ON delegation (assignment_id) WHERE ended_at IS NULL",
      "CREATE INDEX delegation_by_email ON delegation (email)",
      """
      CREATE TABLE delegation_draft (
        delegation_id TEXT PRIMARY KEY REFERENCES delegation (id),
        version BIGINT NOT NULL,
        call_version BIGINT NOT NULL,
        answers TEXT NOT NULL,
        at BIGINT NOT NULL
      )
      """,
    ])
}

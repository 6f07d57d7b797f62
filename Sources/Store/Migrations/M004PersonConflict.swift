/// Conflicts between people: whoever stands in one meets no paper of the other, also none registered later.
enum M004PersonConflict {
  static let migration = Migration(
    number: 4, name: "person conflict",
    statements: [
      """
      CREATE TABLE person_conflict (
        id TEXT PRIMARY KEY,
        call_id TEXT NOT NULL REFERENCES call (id),
        email TEXT NOT NULL,
        with_email TEXT NOT NULL,
        with_name TEXT NOT NULL,
        kind TEXT NOT NULL,
        at BIGINT NOT NULL,
        ended_at BIGINT
      )
      """,
      """
      CREATE UNIQUE INDEX person_conflict_standing ON person_conflict (call_id, email, with_email)
      WHERE ended_at IS NULL
      """,
    ])
}

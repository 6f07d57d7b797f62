/// What was shown to whom by right of an office, and what chairs opened to reviewers against the blindness of the call.
enum M008Reveal {
  static let migration = Migration(
    number: 8, name: "reveal",
    statements: [
      """
      CREATE TABLE reveal_papers (
        sha256 TEXT PRIMARY KEY,
        numbers TEXT NOT NULL
      )
      """,
      """
      CREATE TABLE reveal (
        number BIGINT PRIMARY KEY,
        at BIGINT NOT NULL,
        call_id TEXT NOT NULL REFERENCES call (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        entitlement TEXT NOT NULL,
        page TEXT NOT NULL,
        secrets TEXT NOT NULL,
        papers_sha256 TEXT NOT NULL REFERENCES reveal_papers (sha256),
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL
      )
      """,
      "CREATE INDEX reveal_by_call ON reveal (call_id, number)",
      """
      CREATE TABLE opening (
        id TEXT PRIMARY KEY,
        submission_id TEXT NOT NULL REFERENCES submission (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        secret TEXT NOT NULL,
        reason TEXT NOT NULL,
        opened_by TEXT NOT NULL REFERENCES person (id),
        at BIGINT NOT NULL,
        UNIQUE (submission_id, person_id, secret)
      )
      """,
    ])
}

/// Integrity cases: what and whom they are about, and everything that was put into them.
enum M022IntegrityCase {
  static let migration = Migration(
    number: 22, name: "integrity case",
    statements: [
      """
      CREATE TABLE integrity_case (
        id TEXT PRIMARY KEY,
        call_id TEXT NOT NULL REFERENCES call (id),
        title TEXT NOT NULL,
        opened_by TEXT NOT NULL REFERENCES person (id),
        opened_at BIGINT NOT NULL,
        outcome TEXT NOT NULL
      )
      """,
      "CREATE INDEX integrity_case_by_call ON integrity_case (call_id)",
      """
      CREATE TABLE integrity_paper (
        case_id TEXT NOT NULL REFERENCES integrity_case (id),
        submission_id TEXT NOT NULL REFERENCES submission (id),
        PRIMARY KEY (case_id, submission_id)
      )
      """,
      "CREATE INDEX integrity_paper_by_submission ON integrity_paper (submission_id)",
      """
      CREATE TABLE integrity_person (
        case_id TEXT NOT NULL REFERENCES integrity_case (id),
        email TEXT NOT NULL,
        PRIMARY KEY (case_id, email)
      )
      """,
      """
      CREATE TABLE integrity_entry (
        case_id TEXT NOT NULL REFERENCES integrity_case (id),
        number BIGINT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        finding_id TEXT,
        sha256 TEXT,
        size_bytes BIGINT,
        file_name TEXT,
        by_person TEXT NOT NULL REFERENCES person (id),
        at BIGINT NOT NULL,
        PRIMARY KEY (case_id, number)
      )
      """,
    ])
}

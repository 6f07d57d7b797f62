/// People, calls, the record and what is sent.
enum M001Foundation {
  static let migration = Migration(
    number: 1, name: "foundation",
    statements: [
      """
      CREATE TABLE person (
        id TEXT PRIMARY KEY,
        email TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        affiliation TEXT NOT NULL,
        orcid TEXT NOT NULL,
        time_zone TEXT NOT NULL,
        password_hash TEXT,
        created_at BIGINT NOT NULL
      )
      """,
      """
      CREATE TABLE sign_in_link (
        token_hash TEXT PRIMARY KEY,
        email TEXT NOT NULL,
        created_at BIGINT NOT NULL,
        expires_at BIGINT NOT NULL,
        used_at BIGINT
      )
      """,
      """
      CREATE TABLE session (
        token_hash TEXT PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        person_id TEXT NOT NULL REFERENCES person (id),
        form_token TEXT NOT NULL,
        device TEXT NOT NULL,
        created_at BIGINT NOT NULL,
        seen_at BIGINT NOT NULL,
        expires_at BIGINT NOT NULL,
        ended_at BIGINT
      )
      """,
      "CREATE INDEX session_by_person ON session (person_id)",
      "CREATE TABLE call (id TEXT PRIMARY KEY, created_at BIGINT NOT NULL)",
      """
      CREATE TABLE call_version (
        call_id TEXT NOT NULL REFERENCES call (id),
        version BIGINT NOT NULL,
        text TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        shift_microseconds BIGINT NOT NULL,
        reason TEXT NOT NULL,
        by_person TEXT,
        at BIGINT NOT NULL,
        PRIMARY KEY (call_id, version)
      )
      """,
      """
      CREATE TABLE office (
        id TEXT PRIMARY KEY,
        call_id TEXT NOT NULL REFERENCES call (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        role TEXT NOT NULL,
        granted_by TEXT,
        granted_at BIGINT NOT NULL,
        ended_at BIGINT
      )
      """,
      "CREATE UNIQUE INDEX office_held ON office (call_id, person_id, role) WHERE ended_at IS NULL",
      """
      CREATE TABLE invitation (
        id TEXT PRIMARY KEY,
        token_hash TEXT NOT NULL UNIQUE,
        call_id TEXT NOT NULL REFERENCES call (id),
        email TEXT NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        message TEXT NOT NULL,
        invited_by TEXT NOT NULL,
        invited_at BIGINT NOT NULL,
        expires_at BIGINT NOT NULL,
        answered_at BIGINT,
        accepted BOOLEAN,
        reason TEXT,
        withdrawn_at BIGINT
      )
      """,
      """
      CREATE TABLE audit (
        number BIGINT PRIMARY KEY,
        at BIGINT NOT NULL,
        actor TEXT NOT NULL,
        act TEXT NOT NULL,
        call_id TEXT,
        subject TEXT NOT NULL,
        detail TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL
      )
      """,
      "CREATE INDEX audit_by_subject ON audit (subject, number)",
      """
      CREATE TABLE letter (
        id TEXT PRIMARY KEY,
        number BIGINT NOT NULL UNIQUE,
        call_id TEXT,
        submission_id TEXT,
        kind TEXT NOT NULL,
        to_email TEXT NOT NULL,
        to_name TEXT NOT NULL,
        subject TEXT NOT NULL,
        body TEXT NOT NULL,
        secret BOOLEAN NOT NULL,
        queued_at BIGINT NOT NULL,
        due_at BIGINT NOT NULL,
        attempts BIGINT NOT NULL,
        sent_at BIGINT,
        failed_at BIGINT,
        last_error TEXT
      )
      """,
      "CREATE INDEX letter_due ON letter (due_at) WHERE sent_at IS NULL AND failed_at IS NULL",
      "CREATE INDEX letter_failed ON letter (call_id) WHERE failed_at IS NOT NULL",
      """
      CREATE TABLE job (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        queued_at BIGINT NOT NULL,
        due_at BIGINT NOT NULL,
        leased_until BIGINT,
        attempts BIGINT NOT NULL,
        done_at BIGINT,
        failed_at BIGINT,
        last_error TEXT
      )
      """,
      "CREATE INDEX job_due ON job (due_at) WHERE done_at IS NULL AND failed_at IS NULL",
    ])
}

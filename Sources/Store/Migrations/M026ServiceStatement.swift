/// Statements of service and the keys they are signed with.
enum M026ServiceStatement {
  static let migration = Migration(
    number: 26, name: "statement of service",
    statements: [
      """
      CREATE TABLE signing_key (
        number BIGINT PRIMARY KEY,
        public_key TEXT NOT NULL,
        seed TEXT NOT NULL,
        at BIGINT NOT NULL
      )
      """,
      """
      CREATE TABLE service_statement (
        token TEXT PRIMARY KEY,
        call_id TEXT NOT NULL REFERENCES call (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        role TEXT NOT NULL,
        text TEXT NOT NULL,
        signature TEXT NOT NULL,
        key_number BIGINT NOT NULL REFERENCES signing_key (number),
        at BIGINT NOT NULL
      )
      """,
      "CREATE INDEX service_statement_by_person ON service_statement (person_id, call_id)",
    ])
}

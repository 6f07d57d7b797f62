/// Sessions of the proceedings and where papers stand in them. Every version is kept.
enum M016Proceedings {
  static let migration = Migration(
    number: 16, name: "proceedings",
    statements: [
      """
      CREATE TABLE session_titles (
        call_id TEXT NOT NULL REFERENCES call (id),
        version BIGINT NOT NULL,
        titles TEXT NOT NULL,
        by_person TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (call_id, version)
      )
      """,
      """
      CREATE TABLE placement (
        submission_id TEXT NOT NULL REFERENCES submission (id),
        version BIGINT NOT NULL,
        session TEXT NOT NULL,
        rank BIGINT NOT NULL,
        by_person TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (submission_id, version)
      )
      """,
    ])
}

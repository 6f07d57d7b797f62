/// What those who are listed as authors say of it.
enum M024Authorship {
  static let migration = Migration(
    number: 24, name: "authorship",
    statements: [
      """
      CREATE TABLE authorship_answer (
        submission_id TEXT NOT NULL REFERENCES submission (id),
        email TEXT NOT NULL,
        number BIGINT NOT NULL,
        confirmed BOOLEAN NOT NULL,
        note TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (submission_id, number)
      )
      """
    ])
}

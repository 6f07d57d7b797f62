/// Accounts that are being erased: what stood where the pseudonym stands, until every table is done.
enum M028Erasure {
  static let migration = Migration(
    number: 28, name: "erasure",
    statements: [
      """
      CREATE TABLE erasure (
        person_id TEXT PRIMARY KEY REFERENCES person (id),
        old_email TEXT NOT NULL,
        old_name TEXT NOT NULL,
        at BIGINT NOT NULL
      )
      """
    ])
}

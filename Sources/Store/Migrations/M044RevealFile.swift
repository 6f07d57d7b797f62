/// The record of reveals moves into a file of its own: see `SQLiteDatabase`.
///
/// Two steps, each in a transaction of its own, so that no loss of power can take the only copy. What refers to a row of another
/// file can't be a foreign key.
enum M044RevealFile {
  static let migration = Migration(
    number: 44, name: "reveal file",
    statements: [
      "CREATE TABLE IF NOT EXISTS reveals.reveal_papers (sha256 TEXT PRIMARY KEY, numbers TEXT NOT NULL)",
      """
      CREATE TABLE IF NOT EXISTS reveals.reveal (
        number BIGINT PRIMARY KEY,
        at BIGINT NOT NULL,
        call_id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        entitlement TEXT NOT NULL,
        page TEXT NOT NULL,
        secrets TEXT NOT NULL,
        papers_sha256 TEXT NOT NULL REFERENCES reveal_papers (sha256),
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL
      )
      """,
      "CREATE INDEX IF NOT EXISTS reveals.reveal_by_call ON reveal (call_id, number)",
      "INSERT OR IGNORE INTO reveals.reveal_papers (sha256, numbers) SELECT sha256, numbers FROM main.reveal_papers",
      """
      INSERT OR IGNORE INTO reveals.reveal
        (number, at, call_id, person_id, entitlement, page, secrets, papers_sha256, previous_hash, hash)
      SELECT number, at, call_id, person_id, entitlement, page, secrets, papers_sha256, previous_hash, hash FROM main.reveal
      """,
    ])
}

enum M045RevealMoved {
  static let migration = Migration(
    number: 45, name: "reveal moved", statements: ["DROP TABLE main.reveal", "DROP TABLE main.reveal_papers"], isApart: true)
}

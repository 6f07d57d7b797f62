/// Searches that chairs keep under a name.
enum M012KeptSearches {
  static let migration = Migration(
    number: 12, name: "kept searches",
    statements: [
      // `owner` is empty for one that all chairs share: NULL would be no part of a key.
      """
      CREATE TABLE kept_search (
        id TEXT PRIMARY KEY,
        call_id TEXT NOT NULL REFERENCES call (id),
        owner TEXT NOT NULL,
        name TEXT NOT NULL,
        query TEXT NOT NULL,
        by_person TEXT NOT NULL REFERENCES person (id),
        at BIGINT NOT NULL,
        UNIQUE (call_id, owner, name)
      )
      """
    ])
}

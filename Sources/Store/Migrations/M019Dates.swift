/// Dates that chairs moved.
enum M019Dates {
  static let migration = Migration(
    number: 19, name: "moved dates",
    statements: [
      """
      CREATE TABLE date_change (
        id TEXT PRIMARY KEY,
        call_id TEXT NOT NULL REFERENCES call (id),
        name TEXT NOT NULL,
        before_at BIGINT NOT NULL,
        after_at BIGINT NOT NULL,
        reason TEXT NOT NULL,
        is_told BOOLEAN NOT NULL,
        by_person TEXT NOT NULL REFERENCES person (id),
        at BIGINT NOT NULL
      )
      """
    ])
}

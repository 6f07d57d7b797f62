/// The moment at which a chair wants all decisions of a call released, and why that couldn't be done then.
enum M050TimedRelease {
  static let migration = Migration(
    number: 50, name: "timed release",
    statements: [
      """
      CREATE TABLE timed_release (
        call_id TEXT NOT NULL PRIMARY KEY REFERENCES call (id),
        at BIGINT NOT NULL,
        by_person TEXT NOT NULL REFERENCES person (id),
        failure TEXT NOT NULL DEFAULT ''
      )
      """
    ])
}

/// Who asked that a plan be released, and whether that couldn't be done.
enum M047PlanRelease {
  static let migration = Migration(
    number: 47, name: "plan release",
    statements: [
      "ALTER TABLE plan ADD COLUMN release_asked_by TEXT REFERENCES person (id)",
      "ALTER TABLE plan ADD COLUMN release_failed BOOLEAN NOT NULL DEFAULT FALSE",
    ])
}

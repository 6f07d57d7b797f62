/// When reviewers were reminded of a review.
enum M014Reminders {
  static let migration = Migration(
    number: 14, name: "reminders",
    statements: [
      """
      CREATE TABLE review_reminder (
        assignment_id TEXT NOT NULL REFERENCES assignment (id),
        by_person TEXT NOT NULL REFERENCES person (id),
        at BIGINT NOT NULL,
        PRIMARY KEY (assignment_id, at)
      )
      """
    ])
}

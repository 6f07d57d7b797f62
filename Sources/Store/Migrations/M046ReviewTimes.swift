/// When the first version of each review came in, kept beside its assignment; and indexes that hold all that figures of a call with
/// ten thousand papers count.
enum M046ReviewTimes {
  static let migration = Migration(
    number: 46, name: "review times",
    statements: [
      "ALTER TABLE assignment ADD COLUMN reviewed_at BIGINT",
      """
      UPDATE assignment SET reviewed_at = (
        SELECT r.at FROM review r WHERE r.assignment_id = assignment.id AND r.version = 1)
      """,
      "CREATE INDEX assignment_counted ON assignment (submission_id, ended_at, person_id, reviewed_at)",
      "CREATE INDEX expertise_by_level ON expertise (call_id, level, topic)",
    ])
}

/// What a list of thousands of papers tells of their reviews, kept beside each paper; and an index without which asking for
/// the papers of people in conflict looks at every paper.
enum M029ReviewTally {
  static let migration = Migration(
    number: 29, name: "tally of reviews",
    statements: [
      "ALTER TABLE submission ADD COLUMN assigned BIGINT NOT NULL DEFAULT 0",
      "ALTER TABLE submission ADD COLUMN reviewed BIGINT NOT NULL DEFAULT 0",
      "ALTER TABLE submission ADD COLUMN grades TEXT NOT NULL DEFAULT ''",
      """
      UPDATE submission SET
        assigned = (SELECT count(*) FROM assignment g WHERE g.submission_id = submission.id AND g.ended_at IS NULL),
        reviewed = (
          SELECT count(*) FROM assignment g WHERE g.submission_id = submission.id AND g.ended_at IS NULL
            AND EXISTS (SELECT 1 FROM review r WHERE r.assignment_id = g.id))
      """,
      // The reviews of earlier databases are read in full until the next change.
      "UPDATE submission SET grades = '?' WHERE reviewed > 0",
      "CREATE INDEX person_conflict_by_email ON person_conflict (email) WHERE ended_at IS NULL",
    ])
}

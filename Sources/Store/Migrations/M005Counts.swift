/// What lists and the dashboard count, stored beside the text it is counted from: reading every report and every form for
/// a number costs more than the rest of the page.
enum M005Counts {
  static let migration = Migration(
    number: 5, name: "counts",
    statements: [
      "ALTER TABLE screening ADD COLUMN violations BIGINT NOT NULL DEFAULT 0",
      "ALTER TABLE screening ADD COLUMN warnings BIGINT NOT NULL DEFAULT 0",
      // Of earlier rows the counts are read from the text once: quotes within people's words are escaped there.
      """
      UPDATE screening SET
        violations = (length(report) - length(replace(report, '"severity":"block"', ''))) / 18,
        warnings = (length(report) - length(replace(report, '"severity":"warn"', ''))) / 17
      """,
      "CREATE INDEX screening_counts ON screening (manuscript_id, violations, warnings)",
      "ALTER TABLE submission_version ADD COLUMN claims BOOLEAN NOT NULL DEFAULT FALSE",
      """
      UPDATE submission_version SET claims = TRUE WHERE replace(answers, '"exceptions":{"', '') <> answers
      """,
      "CREATE INDEX submission_version_claims ON submission_version (submission_id, version) WHERE claims",
    ])
}

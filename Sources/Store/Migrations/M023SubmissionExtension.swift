/// More time for one submission.
enum M023SubmissionExtension {
  static let migration = Migration(
    number: 23, name: "submission extension",
    statements: ["ALTER TABLE submission ADD COLUMN extended_until BIGINT"])
}

/// More time for one submission.
enum M019SubmissionExtension {
  static let migration = Migration(
    number: 19, name: "submission extension",
    statements: ["ALTER TABLE submission ADD COLUMN extended_until BIGINT"])
}

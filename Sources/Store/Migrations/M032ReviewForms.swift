/// The version of the call a review was begun under: its form stays the reviewer's. Empty for drafts from before that was kept.
enum M032ReviewForms {
  static let migration = Migration(
    number: 32, name: "forms of reviews", statements: ["ALTER TABLE review_draft ADD COLUMN call_version BIGINT"])
}

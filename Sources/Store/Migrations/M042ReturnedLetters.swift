/// Letters that a mail server took and sent back later.
enum M042ReturnedLetters {
  static let migration = Migration(
    number: 42, name: "returned letters",
    statements: ["ALTER TABLE letter ADD COLUMN returned_at BIGINT", "ALTER TABLE letter ADD COLUMN return_reason TEXT"])
}

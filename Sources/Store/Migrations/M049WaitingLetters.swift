/// Letters that wait, in the order they are sent in. By the index on their moments SQLite found none by walking all that were ever
/// sent, several times a second.
enum M049WaitingLetters {
  static let migration = Migration(
    number: 49, name: "waiting letters",
    statements: [
      "DROP INDEX letter_due",
      "CREATE INDEX letter_waiting ON letter (number) WHERE sent_at IS NULL AND failed_at IS NULL AND held_at IS NULL",
    ])
}

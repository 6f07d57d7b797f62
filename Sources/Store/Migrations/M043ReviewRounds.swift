/// Which round of reviews an assignment is of.
enum M043ReviewRounds {
  static let migration = Migration(
    number: 43, name: "review rounds", statements: ["ALTER TABLE assignment ADD COLUMN round TEXT NOT NULL DEFAULT 'R1'"])
}

/// How people want the letters that aren't required, and what waits for their next digest.
enum M036LetterChoices {
  static let migration = Migration(
    number: 36, name: "letter choices",
    statements: [
      """
      CREATE TABLE letter_choice (
        person_id TEXT PRIMARY KEY REFERENCES person (id),
        choice TEXT NOT NULL,
        at BIGINT NOT NULL
      )
      """,
      """
      CREATE TABLE digest_item (
        id TEXT PRIMARY KEY,
        call_id TEXT NOT NULL REFERENCES call (id),
        submission_id TEXT REFERENCES submission (id),
        to_email TEXT NOT NULL,
        to_name TEXT NOT NULL,
        subject TEXT NOT NULL,
        words TEXT NOT NULL,
        tells TEXT NOT NULL,
        at BIGINT NOT NULL,
        due_at BIGINT NOT NULL
      )
      """,
      "CREATE INDEX digest_item_due ON digest_item (due_at)",
    ])
}

/// The agenda of the committee's meeting, and which paper was called when.
enum M018Meeting {
  static let migration = Migration(
    number: 18, name: "meeting",
    statements: [
      """
      CREATE TABLE meeting_item (
        submission_id TEXT PRIMARY KEY REFERENCES submission (id),
        call_id TEXT NOT NULL REFERENCES call (id),
        place BIGINT NOT NULL
      )
      """,
      // `submission_id` is NULL while the meeting pauses.
      """
      CREATE TABLE meeting_turn (
        call_id TEXT NOT NULL REFERENCES call (id),
        number BIGINT NOT NULL,
        submission_id TEXT REFERENCES submission (id),
        by_person TEXT NOT NULL REFERENCES person (id),
        at BIGINT NOT NULL,
        PRIMARY KEY (call_id, number)
      )
      """,
    ])
}

/// What reviewers say they know in their own words, and what of a plan rests on it.
enum M013Keywords {
  static let migration = Migration(
    number: 13, name: "keywords",
    statements: [
      """
      CREATE TABLE reviewer_keyword (
        call_id TEXT NOT NULL REFERENCES call (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        place BIGINT NOT NULL,
        keyword TEXT NOT NULL,
        PRIMARY KEY (call_id, person_id, place)
      )
      """,
      "ALTER TABLE plan_pair ADD COLUMN keyword_score BIGINT NOT NULL DEFAULT -1",
    ])
}

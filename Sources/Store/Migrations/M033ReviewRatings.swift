/// What chairs think of reviews.
enum M033ReviewRatings {
  static let migration = Migration(
    number: 33, name: "ratings of reviews",
    statements: [
      """
      CREATE TABLE review_rating (
        assignment_id TEXT NOT NULL REFERENCES assignment (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        grade BIGINT NOT NULL,
        note TEXT NOT NULL,
        at BIGINT NOT NULL,
        PRIMARY KEY (assignment_id, person_id)
      )
      """
    ])
}

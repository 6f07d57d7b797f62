/// Which tracks each track chair chairs; whoever is asked to is asked for one.
enum M041TrackChairs {
  static let migration = Migration(
    number: 41, name: "track chairs",
    statements: [
      "ALTER TABLE invitation ADD COLUMN track TEXT",
      """
      CREATE TABLE office_track (
        office_id TEXT NOT NULL REFERENCES office (id),
        track TEXT NOT NULL,
        PRIMARY KEY (office_id, track)
      )
      """,
    ])
}

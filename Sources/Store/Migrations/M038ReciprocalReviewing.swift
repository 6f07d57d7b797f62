/// Who of a paper's authors is named to serve as a reviewer.
enum M038ReciprocalReviewing {
  static let migration = Migration(
    number: 38, name: "reciprocal reviewing",
    statements: ["ALTER TABLE authorship ADD COLUMN serves BOOLEAN NOT NULL DEFAULT FALSE"])
}

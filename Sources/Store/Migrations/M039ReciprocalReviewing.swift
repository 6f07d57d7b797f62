/// Who of a paper's authors is named to serve as a reviewer.
enum M039ReciprocalReviewing {
  static let migration = Migration(
    number: 39, name: "reciprocal reviewing",
    statements: ["ALTER TABLE authorship ADD COLUMN serves BOOLEAN NOT NULL DEFAULT FALSE"])
}

/// The standing offices of a person, which every list of a chair asks for: without it all offices were walked each time.
enum M048OfficeByPerson {
  static let migration = Migration(
    number: 48, name: "office by person",
    statements: ["CREATE INDEX office_by_person ON office (person_id, role) WHERE ended_at IS NULL"])
}

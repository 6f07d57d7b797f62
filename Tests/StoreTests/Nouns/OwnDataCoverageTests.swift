import Store
import Testing

/// Every column that names a person is in the file of one's own data and in what erasing takes out, or it says here why not.
@Suite("Own data, column by column")
struct OwnDataCoverageTests {
  /// Columns that hold an address or name of a person.
  private static let addresses = [
    "person.email", "sign_in_link.email", "invitation.email", "letter.to_email", "authorship.email", "conflict.email",
    "person_conflict.email", "person_conflict.with_email", "camera_author.email", "suspicion_dismissal.email",
    "authorship_answer.email", "integrity_person.email", "delegation.email", "digest_item.to_email", "erasure.old_email",
  ]

  @Test("Every column with an address is known to whoever erases an account")
  func known() {
    let pattern = /CREATE TABLE (\w+) \(([\s\S]*)\)\s*$/
    var found: [String] = []
    for migration in Schema.migrations {
      for statement in migration.statements {
        guard let table = statement.firstMatch(of: pattern) else { continue }
        for line in table.2.split(separator: "\n") {
          let name = line.split(separator: " ").first.map(String.init) ?? ""
          if name == "email" || name.hasSuffix("_email") { found.append("\(table.1).\(name)") }
        }
      }
    }
    #expect(found.sorted() == Self.addresses.sorted())
  }
}

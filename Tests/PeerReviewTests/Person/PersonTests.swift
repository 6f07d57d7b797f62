import PeerReview
import Testing

@Suite("People")
struct PersonTests {
  private func person(name: String) -> Person {
    Person(id: ID("p"), email: "ada@example.org", name: name, affiliation: "", orcid: "", timeZone: "")
  }

  @Test("Who gave no name is called by the address")
  func displayName() {
    #expect(person(name: "").displayName == "ada@example.org")
    #expect(person(name: "Ada Lovelace").displayName == "Ada Lovelace")
  }

  @Test("Every role has a title of its own")
  func titles() {
    #expect(Set(Role.allCases.map(\.title)).count == Role.allCases.count)
    #expect(Role.chair.title == "program chair")
  }
}

import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Conflicts that are suggested")
struct SuggestionTests {
  private func write(_ house: TestHouse, _ person: Person, with names: [String]) async throws {
    let bib = "@article{a, title = {Rivers}, year = 2025, author = {\(names.joined(separator: " and "))}}"
    _ = try await house.reviewerDesk(person).addPublications(Array(bib.utf8), file: "p.bib")
  }

  private func person(_ house: TestHouse, _ name: String, _ email: String, _ affiliation: String, _ role: Role?) async throws
    -> Person
  {
    try await house.conference.act { [call = house.call] act in
      let person = try act.addPerson(email: email, name: name, affiliation: affiliation)
      if let role { try act.session.grant(role, to: person.id, at: call.id, id: act.newToken(), by: nil, now: act.now) }
      return person
    }
  }

  @Test("Authors are asked by affiliation and by what they wrote with reviewers, never by a reviewer's address")
  func authors() async throws {
    let house = try await TestHouse.open()
    let ada = try await person(house, "Ada Lovelace", "ada@uni.example", "University", nil)
    let near = try await person(house, "Near Reviewer", "near@far.example", "The University", .reviewer)
    let wrote = try await person(house, "Rita Reviewer", "rita@lab.example", "Lab", .reviewer)
    _ = try await person(house, "Same Domain", "same@uni.example", "Company", .reviewer)
    try await write(house, wrote, with: ["Reviewer, Rita", "Lovelace, Ada"])
    let desk = try await house.authorDesk(ada)
    let id = try await house.paper("Caches", by: ada)
    let offered = try await desk.editForm(id).suggestions
    #expect(offered.map(\.member) == [near.id, wrote.id] && offered.map(\.kind) == ["institution", "coauthor"])
    try await desk.dismissSuggestion(near.id, for: id)
    try await desk.dismissSuggestion(near.id, for: id)
    #expect(try await desk.editForm(id).suggestions.map(\.member) == [wrote.id])
    #expect(try await house.recorded("dismiss suggested conflict") == 1)
    var fields = try await desk.editForm(id).fields
    fields = SubmissionFields(
      content: fields.content, keywords: fields.keywords, authors: fields.authors,
      conflicts: [.init(member: wrote.id.text, kind: "coauthor")])
    #expect(try await desk.editForm(id, posted: fields).suggestions.isEmpty)
  }

  @Test("Reviewers are asked by their colleagues on the committee and by their own publications, and need no address")
  func reviewers() async throws {
    let house = try await TestHouse.open()
    let rita = try await person(house, "Rita Reviewer", "rita@lab.example", "Lab", .reviewer)
    let near = try await person(house, "Near Reviewer", "near@far.example", "the Lab", .reviewer)
    _ = try await person(house, "Ada Lovelace", "ada@lab.example", "Lab", nil)
    try await write(house, rita, with: ["Reviewer, Rita", "Lovelace, Ada"])
    let desk = try await house.reviewerDesk(rita)
    let offered = try await desk.conflicts().suggestions
    #expect(offered.map(\.name) == ["Near Reviewer", "Lovelace, Ada"] && offered.map(\.member) == [near.id, nil])
    try await desk.confirmSuggestion(near.id.text, kind: "institution")
    let row = try await desk.conflicts().conflicts.first
    #expect(row?.name == "Near Reviewer" && row?.email == "")
    let paper = try await house.paper("Caches", by: near)
    #expect(try await house.standing(of: rita, toward: paper) == .conflicted)
    try await desk.dismissSuggestion(NameKey.key("Ada Lovelace"))
    #expect(try await desk.conflicts().suggestions.isEmpty)
    await #expect(throws: Refusal.notFound) { try await desk.confirmSuggestion(rita.id.text, kind: "institution") }
    house.clock.set(house.call.calendar.bidding.opens)
    #expect(try await desk.conflicts().suggestions.isEmpty)
  }
}

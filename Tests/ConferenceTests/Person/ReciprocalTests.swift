import Foundation
import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Authors who review in return")
struct ReciprocalTests {
  private struct Scene {
    let house: TestHouse
    let ada: Person
    let bo: Person
    let chair: Person
    let id: ID<Submission>

    static func open(_ section: String = "reciprocal-reviewing: {reviewers: 1}") async throws -> Scene {
      let house = try await TestHouse.open(adding: section)
      let (ada, bo) = (try await house.person("Ada Byron"), try await house.person("Bo Berg"))
      let chair = try await house.person("Clara Chair", .chair)
      let id = try await house.authorDesk(ada).register(house.entry("Caches", by: ada, with: [bo]))
      try await house.upload(.manuscript, "%PDF-1.7 caches", to: id, by: ada)
      return Scene(house: house, ada: ada, bo: bo, chair: chair, id: id)
    }

    func entry(naming named: [Person], exemption: String = "") -> AuthorDesk.Entry {
      var entry = house.entry("Caches", by: ada, with: [bo])
      for index in entry.authors.indices {
        entry.authors[index].serves = named.contains { $0.email == entry.authors[index].email }
      }
      entry.content.answers.exemption = exemption
      return entry
    }
  }

  private func problems(_ body: () async throws -> Void) async throws -> [FieldProblem] {
    do {
      try await body()
      return []
    } catch Refusal.invalid(let problems) {
      return problems
    }
  }

  @Test("A paper is submitted once enough of its authors serve, or they say why nobody can; the form tells when it is missing")
  func submitting() async throws {
    let scene = try await Scene.open()
    let desk = try await scene.house.authorDesk(scene.ada)
    let lacks = try await desk.page(scene.id).missing.map(\.message)
    #expect(lacks == ["Name an author who serves as a reviewer, or say why nobody of you can."])
    #expect(try await problems { try await desk.submit(scene.id) }.map(\.field) == ["authors"])
    try await desk.save(scene.id, basedOn: 1, scene.entry(naming: [], exemption: " Both are on leave. "))
    try await desk.submit(scene.id)
    let refused = try await problems { try await desk.save(scene.id, basedOn: 2, scene.entry(naming: [])) }
    #expect(refused.map(\.field) == ["authors"])
    try await desk.save(scene.id, basedOn: 2, scene.entry(naming: [scene.bo]))
    let page = try await desk.page(scene.id)
    #expect(page.authorship?.serving == ["Bo Berg"] && page.missing.isEmpty)
    #expect(try await desk.editForm(scene.id).fields.authors.map(\.serves) == [false, true])
  }

  @Test("Where the call takes no reasons or asks nobody, neither is stored")
  func notAsked() async throws {
    let strict = try await Scene.open("reciprocal-reviewing: {reviewers: 2, exemptions: no}")
    let desk = try await strict.house.authorDesk(strict.ada)
    let refused = try await problems {
      try await desk.save(strict.id, basedOn: 1, strict.entry(naming: [], exemption: "No time."))
    }
    #expect(refused.map(\.field) == ["exemption"])
    try await desk.save(strict.id, basedOn: 1, strict.entry(naming: [strict.bo]))
    #expect(try await desk.page(strict.id).missing.map(\.message) == ["Name 2 authors who serve as reviewers."])
    let free = try await Scene.open("")
    let other = try await free.house.authorDesk(free.ada)
    let named = try await problems { try await other.save(free.id, basedOn: 1, free.entry(naming: [free.bo])) }
    #expect(named.map(\.field) == ["authors"])
    await #expect(throws: Refusal.notFound) { try await free.house.chairDesk(free.chair).reciprocal() }
    await #expect(throws: Refusal.notFound) { try await free.house.chairDesk(free.chair).inviteNamedAuthors() }
  }

  @Test("Chairs see who was named and serves, and invite the rest in one act, once; of papers kept from them they see nobody")
  func inviting() async throws {
    let scene = try await Scene.open()
    let author = try await scene.house.authorDesk(scene.ada)
    try await author.save(scene.id, basedOn: 1, scene.entry(naming: [scene.ada, scene.bo]))
    try await author.submit(scene.id)
    let kept = try await scene.house.person("Konrad Kept", .chair)
    var entry = scene.house.entry("Dunes", by: scene.bo, conflicts: [kept])
    entry.content.answers.exemption = "Only one of us has reviewed before."
    let dunes = try await scene.house.authorDesk(scene.bo).register(entry)
    try await scene.house.upload(.manuscript, "%PDF-1.7 dunes", to: dunes, by: scene.bo)
    try await scene.house.authorDesk(scene.bo).submit(dunes)
    let chair = try await scene.house.chairDesk(scene.chair)
    _ = try await scene.house.conference.act { act in
      try act.session.grant(.reviewer, to: scene.ada.id, at: scene.house.call.id, id: act.newToken(), by: nil, now: act.now)
    }
    var page = try await chair.reciprocal()
    #expect(page.people.map(\.email) == [scene.bo.email, scene.ada.email] && page.people.map(\.state) == [.notAsked, .serves])
    #expect(page.papers.map(\.reason) == ["Only one of us has reviewed before."])
    #expect(try await scene.house.chairDesk(kept).reciprocal().papers.isEmpty)
    #expect(try await chair.inviteNamedAuthors(message: "Please do.") == 1)
    #expect(try await chair.inviteNamedAuthors() == 0)
    page = try await chair.reciprocal()
    #expect(page.people.map(\.state) == [.invited, .serves])
    let letters = try await scene.house.delivered().filter {
      $0.to.address.text == scene.bo.email && $0.body.contains("Please do.")
    }
    #expect(letters.count == 1)
    try await scene.house.authorDesk(scene.bo).withdraw(dunes, reason: "")
    #expect(try await chair.reciprocal().papers.isEmpty)
  }

  @Test("What was stored before a call asked for reviewers is read as naming none")
  func older() throws {
    let stored = """
      {"declarationTexts":{},"declarations":{"originality":"yes"},"exceptions":{},"preprint":"","statements":{}}
      """
    let answers = try JSONDecoder().decode(SubmissionAnswers.self, from: Data(stored.utf8))
    #expect(answers == SubmissionAnswers(declarations: ["originality": "yes"]))
  }
}

import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Listed authors confirm")
struct AuthorshipTests {
  @Test("A listed co-author is asked, confirms or says they are none; contacts and chairs who may know learn of the latter")
  func answered() async throws {
    let house = try await TestHouse.open()
    let clara = try await house.person("Clara Chair", .chair)
    let cyril = try await house.person("Cyril Chair", .chair)
    let (ada, bo) = (try await house.person("Ada Author"), try await house.person("Bo Author"))
    let paper = try await house.paper("Caches", by: ada, with: [bo], conflicts: [cyril])
    let (first, second) = (try await house.authorDesk(ada), try await house.authorDesk(bo))
    #expect(try await first.page(paper).authorship?.asks == false)
    #expect(try await first.page(paper).authorship?.confirmed == ["Ada Author"])
    #expect(try await second.page(paper).authorship?.asks == true)
    try await second.answerAuthorship(paper, confirms: false, note: "I left the group.")
    try await second.answerAuthorship(paper, confirms: false, note: "I left the group.")
    try await house.runDue()
    #expect(Set(try await house.letters("authorship-denied").map(\.toEmail)) == [ada.email, clara.email])
    #expect(try await house.recorded("deny authorship") == 1)
    let denied = [AuthorshipPanel.Denial(name: "Bo Author", note: "I left the group.")]
    guard case .shown(let panel)? = try await house.chairDesk(clara).submission(paper).authorship else {
      Issue.record("hidden from a chair")
      return
    }
    #expect(panel.denied == denied && !panel.asks)
    try await second.answerAuthorship(paper, confirms: true, note: "")
    #expect(try await first.page(paper).authorship?.confirmed == ["Ada Author", "Bo Author"])
    #expect(try await second.page(paper).authorship?.asks == false)
    let stranger = try await house.authorDesk(try await house.person("Kim Author"))
    await #expect(throws: Refusal.notFound) { try await stranger.answerAuthorship(paper, confirms: true, note: "") }
    let long = String(repeating: "x", count: AuthorshipRules.noteCharacters + 1)
    #expect(await problems { try await second.answerAuthorship(paper, confirms: false, note: long) }.map(\.field) == ["note"])
  }
}

import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Searches that chairs keep")
struct KeptSearchTests {
  @Test("A shared search is every chair's, one's own nobody else's; both are words of other searches")
  func keep() async throws {
    let stage = try await ReviewStage.open()
    let caches = try await stage.paper("Caches")
    _ = try await stage.paper("Queues")
    let (desk, other) = (try await stage.chairDesk(), try await stage.chairDesk(stage.otherChair))
    try await desk.keepSearch("caches show:authors", as: "Shortlist")
    try await desk.keepSearch("-search:shortlist", as: "~rest")
    #expect(try await desk.submissions().searches.map(\.name) == ["shortlist", "~rest"])
    #expect(try await other.submissions().searches.map(\.name) == ["shortlist"])
    let found = try await other.submissions(.init(query: "search:shortlist"))
    #expect(found.rows.map(\.id) == [caches] && found.columns == ["authors"])
    #expect(try await desk.submissions(.init(query: "search:~rest")).rows.map(\.title) == ["Queues"])
    #expect(try await other.submissions(.init(query: "search:~rest")).problem?.message.contains("No search is kept") == true)
    #expect(try await stage.recorded("keep search") == 1)
    #expect(try await desk.tags(query: "search:shortlist", words: "discuss").preview?.changing == 1)
  }

  @Test("A name keeps one search; removing is once, on record when it was shared, and never another's own")
  func replace() async throws {
    let stage = try await ReviewStage.open()
    let (desk, other) = (try await stage.chairDesk(), try await stage.chairDesk(stage.otherChair))
    try await desk.keepSearch("caches", as: "~a")
    try await desk.keepSearch("queues", as: "~A")
    let kept = try await desk.submissions().searches
    #expect(kept.map(\.query) == ["queues"])
    try await other.removeSearch(try #require(kept.first).id)
    #expect(try await desk.submissions().searches.count == 1)
    for _ in 0..<2 { try await desk.removeSearch(try #require(kept.first).id) }
    #expect(try await desk.submissions().searches.isEmpty)
    try await desk.keepSearch("caches", as: "b")
    try await other.removeSearch(try #require(try await other.submissions().searches.first).id)
    #expect(try await stage.recorded("remove search") == 1)
  }

  @Test("A search that chairs share gives way to another only when that is said")
  func replaceShared() async throws {
    let stage = try await ReviewStage.open()
    let (desk, other) = (try await stage.chairDesk(), try await stage.chairDesk(stage.otherChair))
    try await desk.keepSearch("caches", as: "shortlist")
    try await other.keepSearch(" caches ", as: "Shortlist")
    let told = await problems { try await other.keepSearch("queues", as: "Shortlist") }
    #expect(told.map(\.field) == ["name"] && told.first?.message.contains("“caches”") == true)
    #expect(try await desk.submissions().searches.map(\.query) == ["caches"])
    try await other.keepSearch("queues", as: "~shortlist")
    try await other.keepSearch("queues", as: "shortlist", replaces: true)
    #expect(try await desk.submissions().searches.map(\.query) == ["queues"])
  }

  @Test("Without a name, with a search that is not understood, or one that would be a part of itself, nothing is kept")
  func refused() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    #expect(await problems { try await desk.keepSearch("caches", as: "two words") }.map(\.field) == ["name"])
    #expect(await problems { try await desk.keepSearch("caches", as: "~~x") }.map(\.field) == ["name"])
    #expect(await problems { try await desk.keepSearch("(", as: "") }.map(\.field) == ["name", "q"])
    #expect(await problems { try await desk.keepSearch(" ", as: "x") }.map(\.field) == ["q"])
    try await desk.keepSearch("caches", as: "a")
    try await desk.keepSearch("search:a", as: "b")
    #expect(await problems { try await desk.keepSearch("search:b", as: "a", replaces: true) }.map(\.field) == ["q"])
    #expect(try await desk.submissions().searches.map(\.query) == ["caches", "search:a"])
    #expect(try await stage.recorded("keep search") == 2)
  }
}

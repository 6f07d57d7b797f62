import Pages
import PeerReview
import Testing

@testable import Conference

@Suite("Lists as files")
struct ListTableTests {
  @Test("A chair's files hold what the pages show, and nothing of papers that this chair may not know of")
  func shown() async throws {
    let stage = try await ReviewStage.open()
    let ants = try await stage.paper("Ants", conflicts: [stage.otherChair])
    _ = try await stage.paper("Bees")
    stage.clock.set(stage.reviewing)
    _ = try await stage.assign(ants, to: [stage.ron])
    let (desk, shutOut) = (try await stage.chairDesk(), try await stage.chairDesk(stage.otherChair))
    let decisions = try await desk.decisionTable()
    #expect(decisions.csv.hasPrefix("number,title,track,scores,mean,metareview,decision\r\n"))
    #expect(Set(decisions.entries.compactMap { $0["title"] }) == [.text("Ants"), .text("Bees")])
    #expect(try await desk.decisionTable(query: "bees").rows.count == 1)
    #expect(try await desk.reminderTable().entries.compactMap { $0["missing"] } == [.number(1)])
    let people = try await desk.peopleTable(query: stage.rita.email)
    #expect(people.entries.compactMap { $0["email"] } == [.text(stage.rita.email)])
    #expect(try await desk.letterTable().columns.contains("body") == false)
    #expect(try await shutOut.reminderTable().rows.isEmpty)
    let tables = [
      try await shutOut.decisionTable(), try await shutOut.letterTable(), try await shutOut.conflictTable(state: "all"),
      try await shutOut.screeningTable(.init(state: "all")), try await shutOut.integrityTable(), try await shutOut.peopleTable(),
    ]
    #expect(tables.allSatisfy { !$0.csv.contains("Ants") })
  }
}

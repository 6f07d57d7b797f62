import Pages
import PeerReview
import Testing

@testable import Conference

@Suite("The committee's meeting")
struct MeetingTests {
  private func now(_ page: MeetingPage) -> String {
    switch page.now {
    case .notBegun: "not begun"
    case .pause: "pause"
    case .sentOut: "out"
    case .paper(let row): row.title
    }
  }

  @Test("Whoever is in conflict with the paper that is called is sent out, and finds nothing of it on the agenda")
  func sentOut() async throws {
    let stage = try await ReviewStage.open()
    _ = try await stage.paper("Ants", conflicts: [stage.otherChair, stage.ron])
    _ = try await stage.paper("Bees")
    let (chair, other) = (try await stage.chairDesk(), try await stage.chairDesk(stage.otherChair))
    stage.clock.set(stage.call.calendar.discussion.opens)
    let (rita, ron) = (try await stage.desk(stage.rita), try await stage.desk(stage.ron))
    #expect(now(try await rita.meeting()) == "not begun")
    #expect(try await chair.setAgenda("ants OR bees sort:overall") == 2)
    let agenda = try await chair.meeting().papers
    #expect(Set(agenda.map(\.title)) == ["Ants", "Bees"])
    let ants = try #require(agenda.first { $0.title == "Ants" }).id
    try await chair.callPaper(ants)
    #expect(now(try await chair.meeting()) == "Ants")
    #expect(now(try await rita.meeting()) == "Ants")
    for page in [try await other.meeting(), try await ron.meeting()] {
      #expect(now(page) == "out" && page.papers.map(\.title) == ["Bees"] && page.papers.map(\.state) == [.next])
      #expect(!contents(of: page).contains("Ants"))
    }
    await #expect(throws: Refusal.notFound) { try await other.callPaper(ants) }
    try await other.pauseMeeting()
    #expect(now(try await ron.meeting()) == "pause")
    #expect(try await other.setAgenda("bees") == 1)
    #expect(Set(try await chair.meeting().papers.map(\.title)) == ["Ants", "Bees"])
  }

  @Test("The meeting goes through the whole agenda in its order, and pauses behind the last")
  func order() async throws {
    let stage = try await ReviewStage.open()
    for title in ["Ants", "Bees", "Cows"] { _ = try await stage.paper(title) }
    let desk = try await stage.chairDesk()
    stage.clock.set(stage.call.calendar.discussion.opens)
    try await desk.setAgenda("")
    let titles = try await desk.meeting().papers.map(\.title)
    var called: [String] = []
    for _ in 0..<4 {
      try await desk.callNext()
      called.append(now(try await desk.meeting()))
    }
    #expect(called == titles + ["pause"])
    try await desk.pauseMeeting()
    #expect(try await stage.recorded("call paper") == 4)
  }

  @Test("There is no agenda before the discussion and none after the release; a search that finds nothing changes nothing")
  func bounds() async throws {
    let stage = try await ReviewStage.open()
    _ = try await stage.paper("Ants")
    let desk = try await stage.chairDesk()
    stage.clock.set(stage.reviewing)
    await #expect(throws: Refusal.notYetOpen(opens: stage.call.calendar.discussion.opens)) { try await desk.setAgenda("") }
    await #expect(throws: Refusal.notFound) { try await stage.desk(stage.rita).meeting() }
    stage.clock.set(stage.call.calendar.discussion.opens)
    #expect(await problems { try await desk.setAgenda("bees") }.map(\.field) == ["q"])
    #expect(await problems { try await desk.setAgenda("(") }.map(\.field) == ["q"])
    #expect(try await desk.meeting().papers.isEmpty)
  }
}

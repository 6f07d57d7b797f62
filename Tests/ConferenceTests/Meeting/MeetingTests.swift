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

  private func next(_ desk: ChairDesk) async throws {
    try await desk.callNext(seen: try await desk.meeting().seen)
  }

  private func call(_ title: String, _ desk: ChairDesk) async throws {
    let page = try await desk.meeting()
    try await desk.callPaper(try #require(page.papers.first { $0.title == title }).id, seen: page.seen)
  }

  private func pause(_ desk: ChairDesk) async throws {
    try await desk.pauseMeeting(seen: try await desk.meeting().seen)
  }

  /// A conference that discusses papers of these titles, and a chair's desk.
  private func discussing(_ titles: [String]) async throws -> (stage: ReviewStage, desk: ChairDesk) {
    let stage = try await ReviewStage.open()
    for title in titles { _ = try await stage.paper(title) }
    let desk = try await stage.chairDesk()
    stage.clock.set(stage.call.calendar.discussion.opens)
    return (stage, desk)
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
    try await call("Ants", chair)
    #expect(now(try await chair.meeting()) == "Ants")
    #expect(now(try await rita.meeting()) == "Ants")
    for page in [try await other.meeting(), try await ron.meeting()] {
      #expect(now(page) == "out" && page.papers.map(\.title) == ["Bees"] && page.papers.map(\.state) == [.next])
      #expect(!contents(of: page).contains("Ants"))
    }
    await #expect(throws: Refusal.notFound) { try await other.callPaper(ants, seen: try await other.meeting().seen) }
    try await pause(other)
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
      try await next(desk)
      called.append(now(try await desk.meeting()))
    }
    #expect(called == titles + ["pause"])
    try await pause(desk)
    #expect(try await stage.recorded("call paper") == 4)
  }

  @Test("After a pause the meeting goes on behind the paper called last, and what was called stays done")
  func resumed() async throws {
    let desk = try await discussing(["Ants", "Bees", "Cows"]).desk
    try await desk.setAgenda("")
    let titles = try await desk.meeting().papers.map(\.title)
    try await next(desk)
    try await next(desk)
    try await pause(desk)
    #expect(now(try await desk.meeting()) == "pause")
    #expect(try await desk.meeting().papers.map(\.state) == [.done, .done, .next])
    try await next(desk)
    #expect(now(try await desk.meeting()) == titles.last)
    #expect(try await desk.meeting().papers.map(\.state) == [.done, .done, .now])
    for _ in 0..<2 {
      try await next(desk)
      #expect(now(try await desk.meeting()) == "pause")
      #expect(try await desk.meeting().papers.map(\.state) == [.done, .done, .done])
    }
  }

  @Test("The meeting pauses when the paper that is called leaves the agenda, and only who is in conflict with it is sent out")
  func calledLeaves() async throws {
    let (stage, desk) = try await discussing(["Ants", "Bees", "Cows"])
    try await desk.setAgenda("")
    let papers = try await desk.meeting().papers
    try await next(desk)
    try await next(desk)
    let left = [papers.first, papers.last].compactMap { $0?.title }
    let called = try #require(papers.dropFirst().first)
    try await stage.conflict(stage.otherChair, with: called.id)
    let other = try await stage.chairDesk(stage.otherChair)
    let rita = try await stage.desk(stage.rita)
    #expect(now(try await other.meeting()) == "out")
    #expect(now(try await rita.meeting()) == called.title)
    #expect(try await desk.setAgenda(left.map { $0.lowercased() }.joined(separator: " OR ")) == 2)
    for page in [try await desk.meeting(), try await other.meeting(), try await rita.meeting()] {
      #expect(now(page) == "pause" && page.papers.map(\.title) == left && page.papers.map(\.state) == [.done, .next])
    }
    try await next(desk)
    #expect(now(try await rita.meeting()) == left.last)
  }

  @Test("When the paper that is called is withdrawn, who is in conflict with it stays out until the meeting goes on")
  func withdrawn() async throws {
    let (stage, desk) = try await discussing(["Ants", "Bees"])
    try await desk.setAgenda("")
    let paper = try #require(try await desk.meeting().papers.first)
    try await stage.conflict(stage.ron, with: paper.id)
    try await next(desk)
    try await stage.authorDesk().withdraw(paper.id, reason: "Enough.")
    #expect(now(try await desk.meeting()) == "pause")
    #expect(now(try await stage.desk(stage.rita).meeting()) == "pause")
    #expect(now(try await stage.desk(stage.ron).meeting()) == "out")
    try await next(desk)
    let papers = try await desk.meeting().papers
    #expect(papers.map(\.state) == [.now])
    #expect(now(try await stage.desk(stage.ron).meeting()) == papers.first?.title)
  }

  @Test("Who moves the meeting on from a turn that is over moves nothing, unless what is asked for stands already")
  func stale() async throws {
    let (stage, desk) = try await discussing(["Ants", "Bees", "Cows"])
    let other = try await stage.chairDesk(stage.otherChair)
    try await desk.setAgenda("")
    let before = try await desk.meeting()
    let first = try #require(before.papers.first)
    let last = try #require(before.papers.last)
    try await desk.callNext(seen: before.seen)
    await #expect(throws: Refusal.stale) { try await other.callNext(seen: before.seen) }
    await #expect(throws: Refusal.stale) { try await other.callPaper(last.id, seen: before.seen) }
    await #expect(throws: Refusal.stale) { try await other.pauseMeeting(seen: before.seen) }
    try await other.callPaper(first.id, seen: before.seen)
    #expect(now(try await desk.meeting()) == first.title)
    let shown = try await desk.meeting().seen
    try await other.pauseMeeting(seen: shown)
    await #expect(throws: Refusal.stale) { try await desk.callNext(seen: shown) }
    #expect(try await stage.recorded("call paper") == 2)
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

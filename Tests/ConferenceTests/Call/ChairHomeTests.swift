import Pages
import PeerReview
import Testing

@testable import Conference

@Suite("The chair's overview")
struct ChairHomeTests {
  @Test("What waits follows the year of the call")
  func tasks() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    let paper = try await stage.paper("Caches")
    func sentences() async throws -> [String] { try await desk.home().tasks.map(\.sentence) }
    stage.clock.set(stage.call.calendar.bidding.closes.adding(.hours(1)))
    #expect(try await sentences().contains("Run the matcher"))
    try await stage.review(paper, by: [stage.rita])
    stage.clock.set(stage.call.calendar.reviewing.closes.adding(.hours(1)))
    #expect(try await sentences().contains { $0.hasPrefix("1 paper has fewer than") })
    stage.clock.set(stage.deciding.adding(.hours(1)))
    #expect(try await sentences() == ["1 paper is undecided"])
    try await desk.decide(paper, kind: stage.accept, note: "")
    #expect(try await sentences() == ["Read the decision letters before they go out"])
    stage.clock.set(stage.notification)
    #expect(try await sentences() == ["Release decisions"])
    try await desk.release(confirmed: true)
    #expect(try await sentences().isEmpty)
  }

  @Test("Submissions and reviews are counted by day, up to now")
  func days() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    let opens = stage.call.calendar.submission.opens
    stage.clock.set(opens.adding(.seconds(-1)))
    #expect(try await desk.home().submissionsByDay.isEmpty)
    stage.clock.set(opens)
    _ = try await stage.paper("First")
    stage.clock.set(opens.adding(.days(2)))
    let second = try await stage.paper("Second", by: stage.ruth)
    #expect(try await desk.home().submissionsByDay.map(\.count) == [1, 1, 2])
    stage.clock.set(opens.adding(.days(3)))
    try await stage.authorDesk(stage.ruth).withdraw(second, reason: "")
    #expect(try await desk.home().submissionsByDay.map(\.count) == [1, 1, 2, 1])
    #expect(try await desk.home().reviewsByDay.isEmpty)
  }
}

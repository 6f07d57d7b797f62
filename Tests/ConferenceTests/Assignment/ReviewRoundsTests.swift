import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Rounds of reviews at the desks")
struct ReviewRoundsTests {
  @Test(
    "A paper that is given to a reviewer once a round is open is of that round, due by its day and found by it; a table says otherwise"
  )
  func rounds() async throws {
    let stage = try await ReviewStage.open()
    let call = try await withRounds("R2: {opens: 2025-12-20 20:00, due: 2026-01-10 20:00}", stage)
    let round = try #require(call.calendar.rounds.first)
    let paper = try await stage.paper("Caches")
    let other = try await stage.paper("Wells")
    stage.clock.set(stage.reviewing)
    let desk = try stage.conference.chairDesk(for: try await stage.conference.viewer(stage.chair, at: call.id))
    try await desk.assign(reviewer: stage.rita.id, to: paper)
    stage.clock.set(round.opens)
    try await desk.assign(reviewer: stage.ron.id, to: paper)
    try await desk.assign(reviewer: stage.ron.id, to: other)
    #expect(try await due(stage.rita, stage) == [call.calendar.reviewing.closes])
    #expect(try await due(stage.ron, stage) == [round.due, round.due])
    #expect(try await found("round:R1", desk) == ["Caches"])
    #expect(try await found("round:R2", desk).sorted() == ["Caches", "Wells"])
    #expect(try await found("NOT round:R1 status:submitted", desk) == ["Wells"])
    let letters = try await stage.letters("review-assigned")
    #expect(letters.filter { $0.body.contains("2026-01-10 20:00") }.count == 2)

    stage.clock.set(call.calendar.reviewing.closes)
    let shown = contents(of: try await desk.submission(paper))
    #expect(shown.contains("R2"))
    #expect(try await states(stage.rita, stage) == ["Late"])
    #expect(try await states(stage.ron, stage) == ["Not begun", "Not begun"])
    #expect(try await desk.remind(nil).sent == 3)
    let reminders = try await stage.letters("review-reminder")
    #expect(reminders.filter { $0.body.contains("2026-01-10 20:00") }.count == 2)

    let number = try await stage.number(of: paper)
    let table = "paper,reviewer,round\n\(number),\(stage.rita.email),R2\n"
    let preview = try #require(try await desk.manyAssignments(table).preview)
    #expect(preview.rows.map(\.after) == ["reviews it in round R2"])
    #expect(try await desk.assignMany(table, seen: preview.seen) == 1)
    #expect(try await due(stage.rita, stage) == [round.due])
    #expect(try await found("round:R1", desk).isEmpty)
    let wrong = try await desk.manyAssignments("paper,reviewer,round\n\(number),\(stage.rita.email),R9\n")
    #expect(wrong.problems.map(\.message).contains { $0.contains("it has R1, R2") && $0.contains("2") })
  }

  private func withRounds(_ rounds: String, _ stage: ReviewStage) async throws -> Call {
    let stored = try #require(try await stage.conference.look { try $0.session.currentCallVersion(of: stage.call.id) })
    let text = stored.text.replacing("\ncalendar:\n", with: "\ncalendar:\n  rounds:\n    \(rounds)\n", maxReplacements: 1)
    try await stage.conference.openCall(text: text, file: "c.yaml", reason: "a second round")
    return try await stage.conference.call(stage.call.id)
  }

  private func home(_ person: Person, _ stage: ReviewStage) async throws -> ReviewerHomePage {
    try await stage.desk(person).home()
  }

  private func due(_ person: Person, _ stage: ReviewStage) async throws -> [Instant?] {
    try await home(person, stage).assignments.map(\.deadline)
  }

  private func states(_ person: Person, _ stage: ReviewStage) async throws -> [String] {
    try await home(person, stage).assignments.map(\.state.label)
  }

  private func found(_ query: String, _ desk: ChairDesk) async throws -> [String] {
    let listing = ChairSubmissionListPage.Listing(query: query, track: "", state: "", sort: "number")
    return try await desk.submissions(listing, page: 1).rows.map(\.title)
  }
}

import Pages
import PeerReview
import Testing

@testable import Conference

@Suite("Moving a date")
struct MoveDateTests {
  @Test("A moved date is the one difference of the new call file, holds at once, and whoever it binds gets a letter")
  func moved() async throws {
    let stage = try await ReviewStage.open()
    _ = try await stage.paper("Ants", conflicts: [stage.otherChair])
    let desk = try await stage.chairDesk()
    let later = stage.call.calendar.submission.closes.adding(.hours(2))
    try await desk.moveDate(.init(date: "submission.closes", to: later.utc, reason: "A storm.", tells: true))
    #expect(try await stage.conference.call(stage.call.id).calendar.submission.closes == later)
    #expect(try await desk.callVersions().versions.count == 2)
    try await stage.runDue()
    #expect(try await stage.letters("date-moved").map(\.toEmail).contains(stage.author.email))
    #expect(try await desk.letters(query: "papers are due").letters.isEmpty == false)
    #expect(try await stage.chairDesk(stage.otherChair).letters(query: "papers are due").letters.isEmpty)
    let page = try await desk.dates()
    #expect(page.changes.map(\.after) == [later] && page.changes.first?.isTold == true)
    try await desk.moveDate(.init(date: "submission.closes", to: later.utc, reason: "Again.", tells: true))
    #expect(try await desk.dates().changes.count == 1)
    let due = stage.call.calendar.reviewing.closes.adding(.hours(5))
    try await desk.moveDate(.init(date: "reviewing.closes", to: due.utc, reason: "Long papers.", tells: false))
    try await stage.runDue()
    #expect(!(try await stage.letters("date-moved").map(\.toEmail).contains(stage.rita.email)))
    #expect(try await stage.recorded("move date") == 2)
  }

  @Test("Dates that can't be, no date and no reason are refused, and nothing changes")
  func refused() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    let forms: [(DatesPage.Form, String)] = [
      (.init(date: "lunch", to: "2025-10-30 20:00", reason: "x"), "date"),
      (.init(date: "notification", to: "soon", reason: "x"), "to"),
      (.init(date: "notification", to: "2026-02-01 20:00", reason: " "), "reason"),
      (.init(date: "submission.closes", to: "2024-10-30 20:00", reason: "x"), "to"),
    ]
    for (form, field) in forms {
      #expect(await problems { try await desk.moveDate(form) }.first?.field == field, "\(form)")
    }
    let (versions, dates) = (try await desk.callVersions(), try await desk.dates())
    #expect(versions.versions.count == 1 && dates.changes.isEmpty)
  }
}

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
    let again = DatesPage.Form(date: "submission.closes", to: later.utc, reason: "Again.", tells: true)
    #expect(try await desk.moveDate(again) == false)
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

  @Test("A date out of order is refused by the names of dates and with their moments, one that can't be read in plain words")
  func words() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    let calendar = stage.call.calendar
    let early = calendar.discussion.closes.adding(.hours(-1))
    let refused = await problems { try await desk.moveDate(.init(date: "notification", to: early.utc, reason: "x")) }
    let ends = calendar.discussion.closes.utc
    let told = "“Authors are notified” has to come at or after “Discussion ends”, which stands at \(ends)."
    #expect(refused.map(\.message).contains(told), "\(refused)")
    let late = calendar.notification.adding(.hours(1))
    let other = await problems { try await desk.moveDate(.init(date: "discussion.closes", to: late.utc, reason: "x")) }
    #expect(other.map(\.message).contains { $0.hasPrefix("“Discussion ends” has to come at or before “Authors are notified”") })
    let unread = await problems { try await desk.moveDate(.init(date: "notification", to: "soon", reason: "x")) }
    #expect(unread.first?.message.hasPrefix("“soon” is no date; write it as “2025-10-30 20:00”") == true, "\(unread)")
    #expect((refused + other + unread).allSatisfy { !$0.message.contains("`") && !$0.message.contains("calendar.") })
  }
}

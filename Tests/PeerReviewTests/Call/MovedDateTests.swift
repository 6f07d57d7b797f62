import Testing

@testable import PeerReview

@Suite("Dates that are moved")
struct MovedDateTests {
  /// With every date a call may have.
  private func text() throws -> String {
    try CallFixtures.mlsysText().replacing(
      "\ncalendar:\n",
      with: "\ncalendar:\n  registration: 2025-10-20 20:00\n  rounds: {R2: {opens: 2025-12-20 20:00, due: 2026-01-10 20:00}}\n",
      maxReplacements: 1)
  }

  private func parsed(_ text: String) throws -> Call { try CallFile.parse(text, file: "call").get() }

  @Test("A date is moved where it stands in the call file, in quotes or without, and nothing else changes")
  func moved() throws {
    let text = try text()
    for (date, _) in CallDate.moments(in: try parsed(text).calendar) {
      let before = try #require(date.moment(in: try parsed(text).calendar))
      let after = before.adding(.hours(1))
      let changed = try #require(CallFile.moving(date, to: after, in: text))
      #expect(date.moment(in: try parsed(changed).calendar) == after)
      let differing = zip(text.split(separator: "\n"), changed.split(separator: "\n")).filter { $0 != $1 }
      #expect(differing.count == 1 && text.count + 4 == changed.count, "\(date)")
      let quoted = text.replacing("2025-10-30 20:00", with: "'2025-10-30 20:00'")
      #expect(CallFile.moving(date, to: after, in: quoted) != nil)
    }
    #expect(CallFile.moving(.notification, to: Instant(seconds: 0), in: "a: 1") == nil)
    #expect(CallFile.moving(.notification, to: Instant(seconds: 0), in: ": [") == nil)
  }

  @Test("Each date binds authors or reviewers, and each stands once among the rows that are shown")
  func rows() throws {
    let call = try parsed(try text())
    #expect(CallDate.moments(in: call.calendar).allSatisfy { $0.date.bindsAuthors != $0.date.bindsReviewers })
    let shown = call.calendarRows(in: .utc).map(\.name)
    #expect(CallDate.moments(in: call.calendar).allSatisfy { date, _ in shown.count { $0 == date.name } == 1 })
  }
}

import Testing

@testable import PeerReview

@Suite("Rounds of reviews")
struct ReviewRoundTests {
  private func text(_ rounds: String) throws -> String {
    try CallFixtures.mlsysText().replacing("\ncalendar:\n", with: "\ncalendar:\n  rounds:\n\(rounds)", maxReplacements: 1)
  }

  @Test("Rounds are read in the order they open; what can't be is told by line")
  func read() throws {
    let call = try CallFile.parse(
      try text(
        "    R3: {opens: 2026-01-06 20:00, due: 2026-01-20 20:00}\n    R2: {opens: 2025-12-20 20:00, due: 2026-01-10 20:00}\n"),
      file: "call"
    ).get()
    #expect(call.calendar.roundKeys == ["R1", "R2", "R3"])
    let wrong = [
      "    R1: {opens: 2025-12-20 20:00, due: 2026-01-10 20:00}\n": "can't name a round",
      "    R 2: {opens: 2025-12-20 20:00, due: 2026-01-10 20:00}\n": "can't name a round",
      "    R2: {opens: 2025-12-20 20:00}\n": "lacks the key `due`",
      "    R2: {opens: 2025-12-20 20:00, due: 2025-12-19 20:00}\n": "it has to be after",
      "    R2: {opens: 2025-12-20 20:00, due: 2027-01-10 20:00}\n": "`calendar.discussion.closes` is before `rounds.R2.due`",
      "    R2: {opens: 2025-10-01 20:00, due: 2026-01-10 20:00}\n": "it has to be after",
      "    - R2\n": "is a group of keys",
    ]
    for (rounds, told) in wrong {
      guard case .failure(let found) = CallFile.parse(try text(rounds), file: "call") else {
        Issue.record("\(rounds) was taken")
        continue
      }
      #expect(found.problems.contains { $0.message.contains(told) }, "\(rounds): \(found.problems.map(\.message))")
    }
  }

  @Test("A round is of the clock, to the microsecond, and a shift of the calendar takes it along")
  func byTheClock() throws {
    let call = try CallFile.parse(
      try text("    R2: {opens: 2025-12-20 20:00, due: 2026-01-10 20:00}\n"), file: "call"
    ).get()
    let calendar = call.calendar
    let round = try #require(calendar.rounds.first)
    #expect(calendar.round(at: round.opens.adding(Span(microseconds: -1))) == ReviewRound.first)
    #expect(calendar.round(at: round.opens) == "R2")
    #expect(calendar.reviewsDue(in: "R2") == round.due)
    #expect(calendar.reviewsDue(in: "gone") == calendar.reviewing.closes)
    let moved = calendar.shifted(by: .days(3))
    #expect(moved.rounds.first?.due == round.due.adding(.days(3)))
    #expect(moved.grace == calendar.grace)
    for (date, _) in CallDate.moments(in: calendar) { #expect(CallDate(keys: date.keys) == date) }
    #expect(CallDate(keys: "rounds.R2") == nil)
  }
}

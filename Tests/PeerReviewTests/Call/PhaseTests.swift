import PeerReview
import Testing

@Suite("Phases and shifts of a calendar")
struct PhaseTests {
  @Test("Each phase begins at its second and not one earlier")
  func boundaries() throws {
    let calendar = try CallFixtures.mlsys().calendar
    let second = Span.seconds(1)
    let clocked = Phase.allCases.filter { $0 != .announced && $0 != .released }
    var before = Phase.announced
    for phase in clocked {
      let begin = try #require(calendar.begins(phase))
      #expect(calendar.phase(at: begin, released: false) == phase)
      #expect(calendar.phase(at: begin.adding(.seconds(-1)), released: false) == before)
      #expect(calendar.phase(at: begin.adding(Span(microseconds: -1)), released: false) == before)
      #expect(calendar.phase(at: begin.adding(second), released: false) == phase)
      before = phase
    }
    #expect(before == .deciding)
    #expect(calendar.phase(at: Instant(microseconds: .min), released: false) == .announced)
    #expect(calendar.phase(at: Instant(microseconds: .max), released: false) == .deciding)
  }

  @Test("Released decisions outrank every date, and no date releases them")
  func released() throws {
    let calendar = try CallFixtures.mlsys().calendar
    #expect(calendar.phase(at: calendar.notification.adding(.days(30)), released: false) == .deciding)
    #expect(calendar.phase(at: calendar.notification, released: true) == .released)
    #expect(Phase.allCases.sorted() == Phase.allCases)
    #expect(Phase.submission < .released)
  }

  @Test("A shift moves every date by the same span and nothing else")
  func shift() throws {
    let call = try CallFixtures.mlsys()
    let span = Span.days(100)
    let shifted = call.shifted(by: span)
    for (old, new) in zip(call.calendarRows(in: .utc), shifted.calendarRows(in: .utc)) {
      #expect(new.name == old.name)
      #expect(new.moment.since(old.moment) == span)
    }
    #expect(shifted != call)
    #expect(shifted.shifted(by: .days(-100)) == call)
  }

  @Test("A calendar can be shifted so that a moment lies in any phase", arguments: Phase.allCases)
  func putting(phase: Phase) throws {
    let calendar = try CallFixtures.mlsys().calendar
    let now = try #require(Instant(iso8601: "2031-05-17T11:22:33Z"))
    let shifted = calendar.shifted(by: calendar.shift(putting: now, in: phase))
    #expect(shifted.phase(at: now, released: phase == .released) == phase)
    if phase == .submission { #expect(shifted.submission.opens.iso8601.hasSuffix("T20:00:00Z")) }
    if phase == .released { #expect(shifted.notification <= now) }
  }
}

import PeerReview
import Testing

@Suite("Periods")
struct PeriodTests {
  private let period = Period(opens: Instant(seconds: 1_757_966_400), closes: Instant(seconds: 1_761_854_400))

  @Test("A period holds from its opening microsecond up to, not including, its closing one")
  func edges() {
    for (moment, expected) in period.edges {
      #expect(refusal { () throws(Refusal) in try period.require(at: moment) } == expected, "\(moment)")
      #expect(period.contains(moment) == (expected == nil), "\(moment)")
    }
  }

  @Test("A period without length never holds")
  func empty() {
    let empty = Period(opens: period.opens, closes: period.opens)
    for moment in [Instant.microsecond(before: empty.opens), empty.opens, empty.opens.adding(Span(microseconds: 1))] {
      #expect(!empty.contains(moment))
      #expect(refusal { () throws(Refusal) in try empty.require(at: moment) } != nil)
    }
  }

  @Test("A shifted period is as long as before")
  func shifted() {
    let shifted = period.shifted(by: .days(-400))
    #expect(shifted.closes.since(shifted.opens) == period.closes.since(period.opens))
    #expect(shifted.opens == period.opens.adding(.days(-400)))
  }
}

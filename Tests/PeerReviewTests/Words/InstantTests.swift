import PeerReview
import Testing

@Suite("Moments and spans")
struct InstantTests {
  private let first = Instant(microseconds: .min)
  private let last = Instant(microseconds: .max)

  @Test("Sums and differences beyond the range stop at its ends instead of trapping")
  func clamped() {
    let microsecond = Span(microseconds: 1)
    #expect(last.adding(microsecond) == last)
    #expect(first.adding(Span(microseconds: -1)) == first)
    #expect(last.adding(Span(microseconds: .max)) == last)
    #expect(first.adding(Span(microseconds: .min)) == first)
    #expect(last.since(first) == Span(microseconds: .max))
    #expect(first.since(last) == Span(microseconds: .min))
    #expect(Instant(microseconds: 0).since(first) == Span(microseconds: .max))
    #expect(last.adding(Span(microseconds: -1)) == Instant(microseconds: .max - 1))
  }

  @Test("Seconds beyond the range become its ends")
  func seconds() {
    let most = Int64.max / 1_000_000
    for count in [most + 1, most * 2, .max] {
      #expect(Instant(seconds: count) == last)
      #expect(Instant(seconds: -count) == first)
    }
    #expect(Instant(seconds: most).seconds == most)
  }

  @Test("Spans of minutes, hours and days beyond the range become its ends, never a span the other way")
  func spans() {
    for make in [Span.seconds, Span.minutes, Span.hours, Span.days] {
      #expect(make(.max) == Span(microseconds: .max))
      #expect(make(.min) == Span(microseconds: .min))
      #expect(make(.max / 50) == Span(microseconds: .max))
      #expect(make(0) == Span(microseconds: 0))
      #expect(make(-2).microseconds == -make(2).microseconds)
    }
    #expect(Span.days(1) == Span.hours(24))
    #expect(Span.hours(1) == Span.minutes(60))
    #expect(Span.minutes(1) == Span.seconds(60))
    #expect(Span.seconds(1) == Span(microseconds: 1_000_000))
  }

  @Test("Whole seconds are rounded down, before 1970 too")
  func rounding() {
    let table: [(Int64, Int64)] = [
      (0, 0), (1, 0), (999_999, 0), (1_000_000, 1), (-1, -1), (-999_999, -1), (-1_000_000, -1), (-1_000_001, -2),
      (.max, 9_223_372_036_854), (.min, -9_223_372_036_855),
    ]
    for (microseconds, seconds) in table {
      #expect(Instant(microseconds: microseconds).seconds == seconds, "\(microseconds)")
    }
  }

  @Test("Moments and spans are ordered by time")
  func ordered() {
    let moments = [first, Instant(microseconds: -1), Instant(microseconds: 0), Instant(seconds: 1), last]
    #expect(moments.reversed().sorted() == moments)
    #expect(Span.seconds(-1) < Span.seconds(1))
    for earlier in moments.dropFirst().dropLast() {
      #expect(earlier.adding(last.since(earlier)) >= earlier)
      #expect(Instant(seconds: 5).adding(earlier.since(Instant(seconds: 5))) == earlier)
    }
  }
}

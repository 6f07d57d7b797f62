import PeerReview
import Testing

@Suite("Moments as text")
struct InstantTextTests {
  @Test("Civil dates and seconds turn into each other without loss")
  func civil() throws {
    for seconds in stride(from: Int64(-62_135_596_800), through: 253_402_300_799, by: 86_400 * 37 + 3_601) {
      let time = CivilTime(localSeconds: seconds)
      #expect(time.localSeconds == seconds)
    }
    #expect(CivilTime(localSeconds: 951_782_400).dateText == "2000-02-29")
    #expect(CivilTime(localSeconds: -1).dateText == "1969-12-31")
    #expect(CivilTime(year: 1900, month: 2, day: 29, hour: 0, minute: 0) == nil)
    #expect(CivilTime(year: 2026, month: 1, day: 1, hour: 24, minute: 0) == nil)
  }

  @Test("ISO 8601 reads back as the same moment, to the microsecond")
  func iso() {
    for microseconds in [0, 1, -1, 999_999, 1_761_854_400_000_000, 1_761_854_400_123_456, -62_135_596_800_000_000] as [Int64] {
      let moment = Instant(microseconds: microseconds)
      #expect(Instant(iso8601: moment.iso8601) == moment, "\(moment.iso8601)")
    }
    #expect(Instant(iso8601: "2025-10-30T21:00+01:00")?.iso8601 == "2025-10-30T20:00:00Z")
    #expect(Instant(iso8601: "2025-10-30T20:00:00.5Z")?.microseconds == 1_761_854_400_500_000)
    for text in ["", "2025-10-30", "2025-10-30T20:00", "2025-10-30T20:00 UTC", "2025-10-30T20:00:00.Z", "2025-02-30T20:00Z", "x"]
    {
      #expect(Instant(iso8601: text) == nil, "\(text)")
    }
  }

  @Test("Seconds show when there are any or when asked for")
  func seconds() throws {
    let moment = try #require(Instant(iso8601: "2025-10-30T20:00:00Z"))
    #expect(moment.utc == "2025-10-30 20:00 UTC")
    #expect(moment.text(in: .utc, seconds: true) == "2025-10-30 20:00:00 UTC")
    #expect(moment.adding(.seconds(-1)).utc == "2025-10-30 19:59:59 UTC")
    let tokyo = try #require(Zone("Asia/Tokyo"))
    #expect(moment.text(in: tokyo) == "2025-10-31 05:00 Asia/Tokyo (+09:00)")
  }

  @Test("The first and the last moment that can be stored have a text in every zone")
  func extremes() {
    for moment in [Instant(microseconds: .min), Instant(microseconds: .max)] {
      for name in ["UTC", "AoE", "+14:00", "Pacific/Apia"] {
        #expect(Zone(name).map { moment.text(in: $0).isEmpty } == false)
      }
      #expect(!moment.iso8601.isEmpty)
    }
  }

  @Test("Zones are known by IANA names and offsets, not by abbreviations or paths")
  func zones() {
    for name in ["UTC", "AoE", "Europe/Berlin", "America/Argentina/Buenos_Aires", "-03:30"] {
      #expect(Zone(name) != nil, "\(name)")
    }
    for name in ["", "EST", "CET", "europe/berlin", "../../etc/passwd", "+1:00", "+15:00", "Mars/Base"] {
      #expect(Zone(name) == nil, "\(name)")
    }
  }

  @Test("A span is told in its two largest units")
  func spans() {
    #expect(Span.seconds(0).words == "0 seconds")
    #expect(Span.seconds(61).words == "1 minute 1 second")
    #expect(Span.seconds(86_400 * 3 + 3_600 * 4 + 5).words == "3 days 4 hours")
    #expect(Span.days(-2).words == "2 days")
    #expect(!Span(microseconds: .min).words.isEmpty)
  }
}

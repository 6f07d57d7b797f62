import PeerReview
import Testing

@Suite("Digests")
struct DigestRulesTests {
  @Test("A digest is due at the next hour of the zone, never at this very moment, and on days whose clocks change")
  func due() throws {
    let berlin = try #require(Zone("Europe/Berlin"))
    let late = try #require(CivilTime(year: 2026, month: 3, day: 28, hour: 22, minute: 0))
    let evening = try #require(berlin.instants(of: late).first)
    // Clocks go forward in that night.
    #expect(DigestRules.due(after: evening, in: berlin) == evening.adding(.hours(8)))
    let seven = DigestRules.due(after: evening, in: berlin)
    #expect(DigestRules.due(after: seven, in: berlin) == seven.adding(.hours(24)))
    #expect(DigestRules.due(after: seven.adding(.hours(-1)), in: berlin) == seven)
  }
}

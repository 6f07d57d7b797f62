import PeerReview
import Testing

@testable import Web

@Suite("Rate limits")
struct RateLimiterTests {
  @Test("A burst passes, the next attempt is told how long to wait, and waiting so long is enough")
  func burst() throws {
    let limiter = RateLimiter(burst: 3, refillSeconds: 20)
    let start = Instant(seconds: 1_000)
    for _ in 0..<3 { try limiter.take("a", now: start) }
    #expect(throws: Refusal.tooMany(retryAfterSeconds: 20)) { try limiter.take("a", now: start) }
    #expect(throws: Refusal.tooMany(retryAfterSeconds: 1)) { try limiter.take("a", now: Instant(seconds: 1_019)) }
    try limiter.take("a", now: Instant(seconds: 1_020))
    #expect(throws: Refusal.self) { try limiter.take("a", now: Instant(seconds: 1_020)) }
    try limiter.take("b", now: start)
  }

  @Test("A clock that steps back gives nothing and takes nothing")
  func steppingBack() throws {
    let limiter = RateLimiter(burst: 1, refillSeconds: 10)
    try limiter.take("a", now: Instant(seconds: 1_000))
    #expect(throws: Refusal.tooMany(retryAfterSeconds: 10)) { try limiter.take("a", now: Instant(seconds: 10)) }
    #expect(throws: Refusal.self) { try limiter.take("a", now: Instant(microseconds: .min)) }
    try limiter.take("a", now: Instant(microseconds: .max))
  }

  @Test("Flooding with new keys keeps memory bounded and doesn't free a key that is held back")
  func flood() throws {
    let limiter = RateLimiter(burst: 5, refillSeconds: 3_600, capacity: 64)
    let now = Instant(seconds: 1_000)
    for _ in 0..<5 { try limiter.take("victim", now: now) }
    for number in 0..<5_000 { try limiter.take("flood-\(number)", now: now) }
    #expect(limiter.keysRemembered <= 64)
    #expect(throws: Refusal.self) { try limiter.take("victim", now: now) }
  }

  @Test("A cleared key starts afresh")
  func clear() throws {
    let limiter = RateLimiter(burst: 1, refillSeconds: 60)
    try limiter.take("a", now: Instant(seconds: 5))
    limiter.clear("a")
    try limiter.take("a", now: Instant(seconds: 5))
  }
}

import PeerReview
import Synchronization

/// Counts attempts by key (token buckets) and refuses those that come too fast. Memory is bounded.
final class RateLimiter: Sendable {
  private struct Bucket {
    /// In millionths of an attempt.
    var level: Int64
    var filledAt: Instant
  }

  private static let attempt: Int64 = 1_000_000
  private let burst: Int64
  private let refillSeconds: Int64
  private let capacity: Int
  private let buckets = Mutex<[String: Bucket]>([:])

  /// - Parameters:
  ///   - burst: attempts allowed at once.
  ///   - refillSeconds: after so long one more is allowed.
  ///   - capacity: keys remembered. When more are used, those closest to full are forgotten first, so that flooding
  ///     with new keys doesn't clear the ones that are held back.
  init(burst: Int, refillSeconds: Int, capacity: Int = 10_000) {
    self.burst = Int64(min(max(1, burst), 1_000_000))
    self.refillSeconds = Int64(min(max(1, refillSeconds), 1_000_000))
    self.capacity = max(8, capacity)
  }

  /// Takes one attempt from the key's bucket. Refuses with `tooMany` and the seconds to wait when it is empty.
  func take(_ key: String, now: Instant) throws(Refusal) {
    let waitSeconds: Int64 = buckets.withLock { buckets in
      var bucket = filled(buckets[key] ?? Bucket(level: burst * Self.attempt, filledAt: now), now: now)
      guard bucket.level >= Self.attempt else {
        let missing = Self.attempt - bucket.level
        buckets[key] = bucket
        return max(1, (missing * refillSeconds + Self.attempt - 1) / Self.attempt)
      }
      bucket.level -= Self.attempt
      if buckets[key] == nil, buckets.count >= capacity { forgetSome(&buckets, now: now) }
      buckets[key] = bucket
      return 0
    }
    if waitSeconds > 0 { throw Refusal.tooMany(retryAfterSeconds: Int(waitSeconds)) }
  }

  /// Forgets what was counted under the key, after a sign-in that succeeded.
  func clear(_ key: String) {
    buckets.withLock { $0[key] = nil }
  }

  var keysRemembered: Int {
    buckets.withLock { $0.count }
  }

  private func filled(_ bucket: Bucket, now: Instant) -> Bucket {
    let elapsed = now.microseconds.subtractingReportingOverflow(bucket.filledAt.microseconds)
    guard !elapsed.overflow, elapsed.partialValue > 0 else { return bucket }
    let gained = elapsed.partialValue / refillSeconds
    let level = bucket.level.addingReportingOverflow(gained)
    let full = burst * Self.attempt
    return Bucket(level: level.overflow ? full : min(full, level.partialValue), filledAt: now)
  }

  private func forgetSome(_ buckets: inout [String: Bucket], now: Instant) {
    let ranked = buckets.map { (key: $0.key, level: filled($0.value, now: now).level) }
      .sorted { $0.level == $1.level ? $0.key < $1.key : $0.level > $1.level }
    for entry in ranked.prefix(max(1, capacity / 8)) { buckets[entry.key] = nil }
  }
}

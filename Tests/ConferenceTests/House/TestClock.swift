import PeerReview
import Synchronization

@testable import Conference

/// The server's clock as a test sets it.
final class TestClock: ServerClock {
  private let moment: Mutex<Instant>

  init(_ now: Instant) { moment = Mutex(now) }

  var now: Instant { moment.withLock { $0 } }

  func set(_ now: Instant) { moment.withLock { $0 = now } }

  func advance(by span: Span) { moment.withLock { $0 = $0.adding(span) } }
}

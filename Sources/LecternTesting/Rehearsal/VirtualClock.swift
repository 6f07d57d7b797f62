public import Conference
public import PeerReview
internal import Synchronization

/// A clock that stands until it is moved, and never runs backwards.
public final class VirtualClock: ServerClock {
  private let moment: Mutex<Instant>

  public init(at moment: Instant) {
    self.moment = Mutex(moment)
  }

  public var now: Instant { moment.withLock { $0 } }

  public func advance(to later: Instant) {
    moment.withLock { $0 = max($0, later) }
  }

  public func advance(by span: Span) {
    moment.withLock { $0 = max($0, $0.adding(span)) }
  }
}

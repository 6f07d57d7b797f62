import HTTPTypes
import Hummingbird
import LecternTesting
import PeerReview
import Synchronization

@testable import Web

/// A clock that stands still until it is moved.
final class StandingClock: Sendable {
  private let time: Mutex<Instant>

  init(_ start: Instant = Instant(seconds: 1_760_000_000)) {
    time = Mutex(start)
  }

  var now: Instant { time.withLock { $0 } }

  func advance(seconds: Int64) {
    time.withLock { $0 = Instant(microseconds: $0.microseconds + seconds * 1_000_000) }
  }
}

/// The site the tests in this folder talk to: one session `sesame`, whose form token is `token-of-ada`.
struct SampleSite {
  let clock = StandingClock()
  let log = KeptLog()
  let site: Site

  init(limits: ServingLimits = ServingLimits()) {
    let clock = clock
    site = Site(
      origin: "http://127.0.0.1:8080", limits: limits, now: { clock.now },
      randomBytes: { count in (0..<count).map { UInt8(truncatingIfNeeded: $0) } },
      findSession: { key in key == "sesame" ? SignedIn(person: ID("ada"), formToken: "token-of-ada") : nil },
      renderPage: { page in Array("<h1>\(page.status.code) \(page.word)</h1>".utf8) },
      logger: log.logger)
  }

  /// `onRunning` is told the port, once it is open.
  func server(
    onRunning: @escaping @Sendable (Int) async -> Void = { _ in }, _ addRoutes: (Router<WebContext>) -> Void
  ) -> some ApplicationProtocol {
    makeServer(
      site, host: "127.0.0.1", port: 0, responder: makeRouter(site, addRoutes: addRoutes).buildResponder(), onRunning: onRunning)
  }
}

import Conference
import Hummingbird
import Logging
import PeerReview

/// What an operator may set about serving.
struct ServingLimits: Hashable, Sendable {
  var connections = 4_096
  /// A connection on which no request, or no part of one, arrives for so long is closed.
  var idleSeconds: Int64 = 60
  /// A client that takes no bytes for so long is cut off.
  var stalledWriteSeconds: Int64 = 60
  /// One header line; all of them are limited to twice as much.
  var headerFieldBytes = 16 << 10
  var headerFields = 100
  /// The largest file any call on this server takes; each route holds to its own call's limit.
  var fileBytes: Int64 = 50 << 20
  /// How much of a body is still taken, and dropped, after the answer, so that a browser gets to read the answer.
  var lingerBytes: Int64 = 256 << 20
  /// Reads beyond this many at once are put off, so that writes keep being served.
  var readsInFlight = 256
  /// How many proxies of our own stand before the server, each adding to `X-Forwarded-For`.
  var trustedProxies = 0

  /// No route takes a body announced larger than this: it is refused unread, and not asked for when the client waits
  /// to be asked (`Expect: 100-continue`).
  var bodyBytes: Int64 { FormLimits.uploads(limitBytes: fileBytes, count: 2).bodyBytes }
}

/// What HTTP needs from the house: clock, randomness, sessions, pages and a log. Everything is handed in.
struct Site: Sendable {
  /// Scheme, host and port as people type it, without a slash at the end: `https://lectern.example`.
  let origin: String
  var limits = ServingLimits()
  let now: @Sendable () -> Instant
  /// So many bytes nobody can guess.
  let randomBytes: @Sendable (Int) -> [UInt8]
  /// Whose session this cookie value opens; `nil` when none, or no longer.
  let findSession: @Sendable (String) async throws -> SignedIn?
  /// The page's HTML, as bytes. Sees nothing of the request, so that the same page is the same bytes for everyone.
  let renderPage: @Sendable (ErrorPage) -> [UInt8]
  let logger: Logger

  var isEncrypted: Bool { origin.hasPrefix("https://") }

  /// `bytes` random bytes as URL-safe text, for tokens and references.
  func randomText(bytes: Int) -> String { HexadecimalText.encode(randomBytes(bytes)) }
}

/// Who sent a request, as the session says.
struct SignedIn: Sendable {
  let person: ID<Person>
  /// What every form this session sends must hold.
  let formToken: String
  /// What pages need to know of the session, read with it in one snapshot; nil where only HTTP is tried out.
  let frame: Frame?

  init(person: ID<Person>, formToken: String, frame: Frame? = nil) {
    self.person = person
    self.formToken = formToken
    self.frame = frame
  }
}

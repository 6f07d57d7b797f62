import Conference
import HTTPTypes
import Hummingbird
import LecternTesting
import Logging
import NIOCore
import NIOEmbedded
import PeerReview
import Synchronization

@testable import Web

/// The way into one world: its web server's router, without a socket.
struct Door: Sendable {
  static let origin = "http://127.0.0.1:8080"

  private let responder: RouterResponder<WebContext>
  private let channel: NIOAsyncTestingChannel
  private let house: House
  private let logger: Logger
  /// Method and pattern of every route.
  let routes: [Route]

  struct Route: Hashable, Sendable {
    let method: String
    let pattern: String
  }

  init(_ conference: Conference, _ call: Call, _ random: any RandomSource, channel: NIOAsyncTestingChannel, log: KeptLog) {
    let server = WebServer(
      conference: conference, call: call, settings: .init(origin: Self.origin), random: random, logger: log.logger)
    let router = makeRouter(server.house.site) { server.house.addRoutes(to: $0) }
    routes = router.routes.map { Route(method: $0.method.rawValue, pattern: Self.pattern($0.path.description)) }
    responder = router.buildResponder()
    house = server.house
    logger = log.logger
    self.channel = channel
  }

  /// Forgets who asked how often: what one viewer asked must not hold back the next, in one world sooner than in another.
  func forgetAttempts() {
    for limiter in [house.signInAttempts, house.linkRequests] {
      limiter.clear("address ")
      for address in Generators.triedAddresses { limiter.clear("account \(address)") }
    }
  }

  /// `{id}` and `:id` are one spelling of a parameter here.
  private static func pattern(_ path: String) -> String {
    let parts = path.split(separator: "/").map { part in
      part.hasPrefix("{") || part.hasPrefix(":") ? ":" + part.filter { $0 != "{" && $0 != "}" && $0 != ":" } : String(part)
    }
    return "/" + parts.joined(separator: "/")
  }

  func respond(to probe: Probe, as session: WorldSession?) async throws -> Reply {
    var headers = HTTPFields()
    for (name, value) in probe.headers {
      if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
    }
    // A visitor's forms are as good as anyone's: their token stands in a cookie.
    headers[.cookie] = session.map { "\(LecternCookie.session.rawValue)=\($0.token)" } ?? "\(LecternCookie.form.rawValue)=visitor"
    var body = ByteBuffer()
    if let sent = probe.body(csrf: session?.formToken ?? "visitor") {
      headers[.contentType] = sent.type
      headers[.contentLength] = String(sent.bytes.count)
      body.writeBytes(sent.bytes)
    }
    guard let method = HTTPRequest.Method(probe.method) else { throw WorldFault("no method \(probe.method)") }
    let request = Request(
      head: HTTPRequest(
        method: method, scheme: "http", authority: "127.0.0.1:8080", path: probe.target, headerFields: headers),
      body: RequestBody(buffer: body))
    let context = WebContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
    let response = try await responder.respond(to: request, context: context)
    let collector = BodyCollector()
    try await response.body.write(collector)
    return Reply(
      status: response.status.code,
      headers: response.headers.map { "\($0.name.canonicalName): \($0.value)" }.sorted(), body: collector.bytes)
  }
}

/// All of an answer that reaches the other end.
struct Reply: Hashable, Sendable {
  let status: Int
  /// Sorted; names in lower case.
  let headers: [String]
  let body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }
}

private final class BodyCollector: ResponseBodyWriter, Sendable {
  private let taken = Mutex<[UInt8]>([])

  var bytes: [UInt8] { taken.withLock { $0 } }

  func write(_ buffer: ByteBuffer) async throws { taken.withLock { $0 += Array(buffer: buffer) } }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// What a world needed and didn't get.
struct WorldFault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

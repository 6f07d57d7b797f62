public import Conference
import Crypto
import HTTPTypes
import Hummingbird
public import Logging
import Pages
public import PeerReview
public import ServiceLifecycle
import Synchronization

/// A server on which no call is open yet. Whoever has its key opens one in the browser; from then on the same server serves that call.
public struct SetUpServer: Sendable {
  private let conference: Conference
  private let settings: WebServer.Settings
  private let random: any RandomSource
  private let logger: Logger
  /// Nobody can guess it.
  private let key: String

  public init(conference: Conference, settings: WebServer.Settings, random: any RandomSource, logger: Logger) {
    self.conference = conference
    self.settings = settings
    self.random = random
    self.logger = logger
    key = HexadecimalText.encode(random.bytes(24))
  }

  /// The path of the page that opens a call.
  public var path: String { "/set-up/\(key)" }

  /// Listens until asked to stop. `onOpened` learns the call that was opened; `onRunning` the port.
  public func service(
    onOpened: @escaping @Sendable (Call) -> Void = { _ in }, onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
  ) -> any Service {
    makeServer(
      site, host: settings.host, port: settings.port, responder: responder(onOpened: onOpened), onRunning: onRunning)
  }

  /// Answers as a server without a call, and after one was opened as that call's.
  func responder(onOpened: @escaping @Sendable (Call) -> Void = { _ in }) -> HandedOverResponder {
    let site = site
    let handedOver = HandedOverResponder()
    let routes = SetUpRoutes(conference: conference, site: site, key: key) { [conference, settings, random, logger] call in
      let house = WebServer(conference: conference, call: call, settings: settings, random: random, logger: logger).house
      handedOver.handOver(to: makeRouter(house.site) { house.addRoutes(to: $0) }.buildResponder())
      onOpened(call)
    }
    handedOver.handOver(to: makeRouter(site) { routes.add(to: $0) }.buildResponder())
    return handedOver
  }

  var site: Site {
    var limits = ServingLimits()
    // The call that will be opened may take files as large as any call file may say.
    limits.fileBytes = CallFile.largestFileBytes
    limits.trustedProxies = settings.trustedProxies
    return .of(
      conference, at: nil, named: "Lectern", origin: settings.origin, limits: limits, random: random, logger: logger)
  }
}

/// Answers by what it was handed last.
final class HandedOverResponder: HTTPResponder, Sendable {
  typealias Context = WebContext

  private let current = Mutex<RouterResponder<WebContext>?>(nil)

  func handOver(to next: RouterResponder<WebContext>) {
    current.withLock { $0 = next }
  }

  func respond(to request: Request, context: WebContext) async throws -> Response {
    guard let responder = current.withLock({ $0 }) else { throw HTTPError(.serviceUnavailable) }
    return try await responder.respond(to: request, context: context)
  }
}

/// The addresses of a server without a call.
private struct SetUpRoutes: Sendable {
  let conference: Conference
  let site: Site
  let key: String
  let opened: @Sendable (Call) -> Void

  func add(to router: Router<WebContext>) {
    for path in ["/", "/call", "/sign-in"] {
      router.get(RouterPath(path)) { _, context in answer(NothingOpenPage(), context) }
    }
    router.get("/set-up/:key", use: page)
    router.post("/set-up/:key", use: open)
    addAssets(to: router)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    try unlock(context)
    guard request.uri.queryParameters["conference"] != nil else {
      return answer(try await conference.setUpPage(key: key), context)
    }
    let starter = StarterCall(
      name: request.asked("conference"), closes: request.asked("closes"), zone: request.asked("zone"),
      contact: request.asked("contact"))
    let page = try await conference.setUpPage(key: key, starter: starter)
    return answer(page, context, status: page.problems.isEmpty ? .ok : .unprocessableContent)
  }

  @Sendable private func open(_ request: Request, _ context: WebContext) async throws -> Response {
    try unlock(context)
    let table = try await request.readTable(field: "text", limitBytes: Int64(CallFile.limitBytes) * 2)
    let sent = table.form
    let form = SetUpPage.Form(text: table.text, name: sent["name"] ?? "", email: sent["email"] ?? "")
    do {
      try table.requireReadable()
      guard sent["action"] == "open" else {
        let page = try await conference.setUpPage(key: key, form)
        return answer(page, context, status: page.mistakes.isEmpty ? .ok : .unprocessableContent)
      }
      let (call, invitation) = try await conference.setUp(form)
      opened(call)
      return .seeOther(invitation)
    } catch Refusal.invalid(let problems) {
      var page = try await conference.setUpPage(key: key, form)
      page.problems = problems
      return answer(page, context, status: .unprocessableContent)
    }
  }

  private func unlock(_ context: WebContext) throws {
    // Compared by hash, so that how long it takes says nothing of how much was right.
    let given = Array((context.parameters.get("key") ?? "").utf8)
    guard SHA256.hash(data: given) == SHA256.hash(data: Array(key.utf8)) else { throw Refusal.notFound }
  }

  private func answer(_ page: some Page, _ context: WebContext, status: HTTPResponse.Status = .ok) -> Response {
    let layout = Layout(
      conference: "Lectern", viewer: nil, phase: nil, formToken: context.formToken.text, now: site.now(), isOpen: false)
    return .page(status: status, page.html(in: layout).bytes)
  }
}

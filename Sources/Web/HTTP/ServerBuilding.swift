import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// A router on which every request, known address or not, passes in this order: access log, security headers, error
/// answers, load shedding, session, cross-site guard. Routes that `addRoutes` adds can't go round them.
func makeRouter(_ site: Site, addRoutes: (Router<WebContext>) -> Void) -> Router<WebContext> {
  let allowedMethods = AllowedMethods()
  let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
  router.add(middleware: AccessLog(now: site.now, logger: site.logger))
  router.add(middleware: SecurityHeaders(isEncrypted: site.isEncrypted))
  router.add(middleware: ErrorAnswering(site: site, allowedMethods: allowedMethods))
  router.add(middleware: LoadShedder(readsInFlight: site.limits.readsInFlight))
  router.add(middleware: SessionReading(site: site))
  router.add(middleware: CrossSiteGuard(origin: site.origin, limits: site.limits))
  addRoutes(router)
  allowedMethods.learn(router)
  return router
}

/// A server for `site` at `host` and `port` that answers by `responder`, which a router of `makeRouter` made.
///
/// As a service it finishes the requests in flight when asked to shut down. `onRunning` is told the port, which the
/// system chose when `port` is 0.
func makeServer(
  _ site: Site, host: String, port: Int, responder: some HTTPResponder<WebContext>,
  onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
) -> some ApplicationProtocol {
  let limits = site.limits
  var quiet = site.logger
  quiet.logLevel = max(quiet.logLevel, .notice)
  return Application(
    responder: responder,
    server: HTTPServerBuilder { responder in GuardedHTTP1Channel(limits: limits, responder: responder) },
    configuration: ApplicationConfiguration(
      address: .hostname(host, port: port), serverName: nil, backlog: 1_024,
      availableConnectionsDelegate: MaximumAvailableConnections(limits.connections, logger: quiet)),
    onServerRunning: { await onRunning($0.localAddress?.port ?? port) },
    logger: quiet)
}

/// Hummingbird's HTTP/1.1 connection with a `ConnectionGuard` in it.
struct GuardedHTTP1Channel: ServerChildChannel {
  typealias Value = HTTP1Channel.Value

  private let limits: ServingLimits
  private let plain: HTTP1Channel

  init(limits: ServingLimits, responder: @escaping HTTPChannelHandler.Responder) {
    self.limits = limits
    plain = HTTP1Channel(
      responder: responder,
      configuration: HTTP1Channel.Configuration(
        idleTimeout: .seconds(limits.idleSeconds),
        httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
          maxHeaderFieldSize: limits.headerFieldBytes, maxHeaderListSize: limits.headerFieldBytes * 2,
          maxHeaderFieldCount: limits.headerFields)))
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    plain.setup(channel: channel, logger: logger).flatMapThrowing { [limits] value in
      let pipeline = channel.pipeline.syncOperations
      let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
      let guardian = ConnectionGuard(
        bodyBytes: limits.bodyBytes, lingerBytes: limits.lingerBytes, lingerTime: .seconds(limits.idleSeconds),
        stalledWriteTime: .seconds(limits.stalledWriteSeconds))
      try pipeline.addHandler(guardian, position: .after(decoder))
      return value
    }
  }

  func handle(value: Value, logger: Logger) async {
    await withTaskExecutorPreference(RequestThreads.shared) { await plain.handle(value: value, logger: logger) }
  }
}

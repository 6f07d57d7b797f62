import HTTPTypes
import Hummingbird
import Logging
import PeerReview

/// Writes one line per request: method, the route's pattern, status, milliseconds. Never an address, a query or an id.
/// Also notes when the request was taken up.
struct AccessLog: RouterMiddleware {
  typealias Context = WebContext

  let now: @Sendable () -> Instant
  let logger: Logger

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.receivedAt = now()
    let response = try await next(request, context)
    let elapsed = now().microseconds.subtractingReportingOverflow(context.receivedAt.microseconds).partialValue
    logger.info(
      "request",
      metadata: [
        "method": "\(AccessLog.known(request.method))", "path": "\(context.endpointPath ?? "NotFound")",
        "status": "\(response.status.code)", "ms": "\(elapsed / 1_000)",
      ])
    return response
  }

  /// A client may invent methods; the log doesn't repeat them.
  private static func known(_ method: HTTPRequest.Method) -> String {
    let names: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
    return names.contains(method) ? method.rawValue : "other"
  }
}

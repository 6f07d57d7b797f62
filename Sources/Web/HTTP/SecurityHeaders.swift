import HTTPTypes
import Hummingbird

/// Puts on every answer what keeps browsers from running, framing, sniffing or keeping what they shouldn't.
/// Also drops the body of an answer to `HEAD`, whoever made it.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = WebContext

  static let contentPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

  let isEncrypted: Bool

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    response.headers.setIfAbsent(.contentSecurityPolicy, Self.contentPolicy)
    response.headers.setIfAbsent(.cacheControl, "no-store")
    // Should a cache in between keep an answer all the same, then for nobody else.
    if response.headers[.cacheControl] == "no-store" {
      response.headers[.vary] = "Cookie, Sec-Fetch-Dest, Sec-Fetch-Mode, Sec-Fetch-Site"
    }
    response.headers[.xContentTypeOptions] = "nosniff"
    // Not `no-referrer`: browsers then send `Origin: null` with our own forms (Fetch §4.4), which the guard refuses.
    response.headers[.referrerPolicy] = "same-origin"
    response.headers[.resourcePolicy] = "same-origin"
    response.headers[.openerPolicy] = "same-origin"
    if isEncrypted {
      response.headers[.strictTransportSecurity] = "max-age=31536000"
    }
    return request.method == .head ? response.createHeadResponse() : response
  }
}

extension HTTPFields {
  fileprivate mutating func setIfAbsent(_ name: HTTPField.Name, _ value: String) {
    if !contains(name) { self[name] = value }
  }
}

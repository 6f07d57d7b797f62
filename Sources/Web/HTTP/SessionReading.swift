import HTTPTypes
import Hummingbird

/// Says who sent the request, and keeps a visitor's form token in a cookie once a page used it.
struct SessionReading: RouterMiddleware {
  typealias Context = WebContext

  let site: Site

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    if let key = request.cookie(.session), let signedIn = try await site.findSession(key) {
      context.signedIn = signedIn
      context.sessionKey = key
    }
    let makeText: @Sendable () -> String = { [site] in site.randomText(bytes: 24) }
    context.formToken = FormToken(known: context.signedIn?.formToken ?? request.cookie(.form), makeText: makeText)
    var response = try await next(request, context)
    if let made = context.formToken.newText {
      response.setCookie(.form, made)
    }
    return response
  }
}

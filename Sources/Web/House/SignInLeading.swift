import Hummingbird

/// What scripts and programs are told instead of the sign-in page.
struct SignedOutAnswer: Encodable {
  let error = "signed-out"
}

/// Leads visitors to the sign-in page where a person is needed. The address they asked for is not looked at: an
/// existing one and a made-up one answer alike.
struct SignInLeading: RouterMiddleware {
  typealias Context = WebContext

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let needed as SignInNeeded {
      if request.wantsJSON { return try .json(status: .unauthorized, SignedOutAnswer()) }
      let path = LocalPath.checked(needed.next)
      return .seeOther(path == "/" ? "/sign-in" : "/sign-in?next=\(path)")
    }
  }
}

import Conference
import Hummingbird
import Pages
import PeerReview

/// What is kept how long.
struct RetentionRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/chair/retention", use: page)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().retention())
  }
}

import Conference
import Hummingbird
import Pages
import PeerReview

/// The record of every act.
struct AuditRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/chair/audit", use: page)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(
      try await visit.chairDesk().audit(query: request.asked("q"), before: Int(request.asked("before"))))
  }
}

import Conference
import Hummingbird
import Pages
import PeerReview

/// The records of acts and of reveals.
struct AuditRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/chair/audit", use: page)
    router.get("/chair/reveals", use: reveals)
  }

  @Sendable private func reveals(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(
      try await visit.chairDesk().reveals(
        query: request.asked("q"), paper: Int(request.asked("paper")), page: Int(request.asked("page")) ?? 1))
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let (desk, before) = (try visit.chairDesk(), Int(request.asked("before")))
    let listing = AuditPage.Listing(query: request.asked("q"), from: request.asked("from"), to: request.asked("to"))
    if let format = request.askedFormat {
      return try .list(try await desk.auditFile(listing, before: before), as: format, named: "audit.csv")
    }
    return visit.answer(try await desk.audit(listing, before: before))
  }
}

import Conference
import Hummingbird
import Pages
import PeerReview

/// Figures after the release.
struct StatisticsRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/statistics", use: page)
  }

  /// For everyone or for the committee, as the call says; who is not meant finds nothing.
  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.visit(request, context)
    return visit.answer(try await house.conference.statistics(of: house.call, for: visit.frame.viewer))
  }
}

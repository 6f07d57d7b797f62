import Conference
import HTTPTypes
import Hummingbird
import Pages
import PeerReview

/// Searches that chairs keep.
struct SearchRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.post("/chair/searches", use: change)
  }

  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    if form["action"] == "remove" {
      try await desk.removeSearch(ID(form["search"] ?? ""))
      return .seeOther("/chair/submissions", did: .removed)
    }
    let query = form["q"] ?? ""
    do {
      try await desk.keepSearch(query, as: form["name"] ?? "")
      return .seeOther("/chair/submissions", did: .kept)
    } catch Refusal.invalid(let problems) {
      return visit.answer(
        try await desk.submissions(.init(query: query)), status: .unprocessableContent, problems: problems)
    }
  }
}

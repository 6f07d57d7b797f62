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
    let (query, name, replaces) = (form["q"] ?? "", form["name"] ?? "", form["replaces"] == "yes")
    do {
      try await desk.keepSearch(query, as: name, replaces: replaces)
      return .seeOther("/chair/submissions", did: .kept)
    } catch Refusal.invalid(let problems) {
      var page = try await desk.submissions(.init(query: query))
      page.keeping = .init(name: name, replaces: replaces, problems: problems)
      return visit.answer(page, status: .unprocessableContent, problems: problems)
    }
  }
}

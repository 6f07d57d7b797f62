import Conference
import HTTPTypes
import Hummingbird
import Pages
import PeerReview

/// Tags of many papers at once.
struct TagRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/chair/tags", use: page)
    router.post("/chair/tags", use: change)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().tags(query: request.asked("q"), words: request.asked("tags")))
  }

  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    let (query, words) = (form["q"] ?? "", form["tags"] ?? "")
    do {
      try await desk.changeTags(words, where: query, seen: form["seen"] ?? "")
      return .seeOther("/chair/tags", did: .tagged)
    } catch Refusal.invalid(let problems) {
      let page = try await desk.tags(query: query, words: words, problems: problems)
      return visit.answer(page, status: .unprocessableContent, problems: problems.filter { $0.field != "tags" })
    } catch Refusal.stale {
      let told = "Other papers, or other tags of theirs, are found by now, so nothing was changed. This is what would change now."
      return visit.answer(
        try await desk.tags(query: query, words: words), status: .conflict, problems: [FieldProblem("", told)])
    }
  }
}

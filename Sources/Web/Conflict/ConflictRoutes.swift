import Conference
import Hummingbird
import Pages
import PeerReview

/// A reviewer's own conflicts of interest.
struct ConflictRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/conflicts", use: page)
    router.post("/conflicts", use: change)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.reviewerDesk().conflicts())
  }

  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.reviewerDesk()
    let form = try await request.readForm()
    if form["action"] == "remove" {
      try await desk.withdrawConflict(form["conflict"] ?? "")
      return .seeOther("/conflicts", did: .conflict)
    }
    if let paper = form["submission"] {
      try await desk.declareConflict(with: ID(paper), kind: form["kind"] ?? "")
      return .seeOther("/conflicts", did: .conflict)
    }
    let typed = DeclaredConflict(email: form["email"] ?? "", name: form["name"] ?? "", kind: form["kind"] ?? "")
    do {
      try await desk.declareConflict(with: typed)
      return .seeOther("/conflicts", did: .conflict)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.conflicts(draft: typed, problems: problems), status: .unprocessableContent)
    }
  }
}

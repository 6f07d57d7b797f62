import Conference
import Hummingbird
import Pages
import PeerReview

/// The letters the conference sent and those still waiting.
struct OutboxRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/chair/letters", use: page)
    router.post("/chair/letters", use: retry)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let page = Int(request.asked("page")) ?? 1
    return visit.answer(
      try await visit.chairDesk().letters(query: request.asked("q"), state: request.asked("state"), page: page))
  }

  @Sendable private func retry(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    guard form["action"] == "retry", let letter = form["letter"] else { throw Refusal.malformedForm }
    if letter == "all-failed" {
      try await desk.retryFailedLetters()
    } else {
      try await desk.retryLetter(letter)
    }
    return .seeOther("/chair/letters", did: .retried)
  }
}

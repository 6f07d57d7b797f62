import Conference
import HTTPTypes
import Hummingbird
import Pages
import PeerReview

/// Turning letters off from a letter, by a person or by their mail program.
struct LettersOffRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/letters/off/:token", use: page)
    router.post("/letters/off/:token", use: turnOff)
  }

  /// Opening the address does nothing yet, so that mail scanners turn nothing off.
  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.visit(request, context)
    let token = try context.parameters.require("token")
    try await house.conference.requireLettersOff(token: token)
    return visit.answer(LettersOffPage(token: token, isDone: false))
  }

  @Sendable private func turnOff(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.visit(request, context)
    let token = try context.parameters.require("token")
    try await house.conference.turnLettersOff(token: token)
    return visit.answer(LettersOffPage(token: token, isDone: true))
  }
}

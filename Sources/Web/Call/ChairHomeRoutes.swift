import Conference
import HTTPTypes
import Hummingbird
import Pages
import PeerReview

/// The chairs' overview and the call file.
struct ChairHomeRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/chair", use: home)
    router.get("/chair/figures", use: figures)
    router.get("/chair/dates", use: dates)
    router.post("/chair/dates", use: moveDate)
    router.get("/chair/call", use: call)
    router.post("/chair/call", use: changeCall)
  }

  @Sendable private func home(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().home())
  }

  @Sendable private func figures(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().figures(query: request.asked("q")))
  }

  @Sendable private func dates(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().dates())
  }

  @Sendable private func moveDate(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    let wanted = DatesPage.Form(
      date: form["date"] ?? "", to: form["to"] ?? "", reason: form["reason"] ?? "", tells: form["letters"] == "yes")
    do {
      return .seeOther("/chair/dates", did: try await desk.moveDate(wanted) ? .dateMoved : .dateUnmoved)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.dates(wanted, problems: problems), status: .unprocessableContent)
    }
  }

  @Sendable private func call(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().callVersions())
  }

  /// Checks the file or stores it. Whatever is refused comes back with the file as typed.
  @Sendable private func changeCall(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    let (text, reason) = (form["text"] ?? "", form["reason"] ?? "")
    guard form["action"] == "store" else {
      let page = try await desk.checkCall(text: text, reason: reason)
      return visit.answer(page, status: page.mistakes.isEmpty ? .ok : .unprocessableContent)
    }
    do {
      try await desk.changeCall(text: text, reason: reason)
      return .seeOther("/chair/call", did: .call)
    } catch Refusal.invalid(let problems) {
      // The page lists mistakes in the file itself.
      let page = try await desk.checkCall(text: text, reason: reason)
      return visit.answer(page, status: .unprocessableContent, problems: problems.filter { $0.field != "text" })
    }
  }
}

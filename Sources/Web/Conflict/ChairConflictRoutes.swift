import Conference
import Hummingbird
import Pages
import PeerReview

/// The chairs' console of conflicts.
struct ChairConflictRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/chair/conflicts", use: console)
    router.post("/chair/conflicts", use: decide)
    router.get("/chair/conflicts/:id", use: declarations)
    router.post("/chair/conflicts/:id", use: say)
  }

  @Sendable private func console(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(
      try await visit.chairDesk().conflictConsole(state: request.asked("state"), page: Int(request.asked("page")) ?? 1))
  }

  @Sendable private func decide(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    let (paper, person) = (ID<Submission>(form["submission"] ?? ""), ID<Person>(form["person"] ?? ""))
    do {
      switch form["action"] {
      case "confirm": try await desk.addConflict(paper, person: person, kind: form["kind"] ?? "")
      case "dismiss": try await desk.dismissSuspicion(paper, person: person, reason: form["reason"] ?? "")
      case "reopen": try await desk.reopenSuspicion(paper, person: person)
      default: throw Refusal.malformedForm
      }
      return .seeOther("/chair/conflicts", did: .judged)
    } catch Refusal.invalid(let problems) {
      let typed = ConflictConsolePage.Typed(
        paper: paper, person: person, kind: form["kind"] ?? "", reason: form["reason"] ?? "")
      let page = try await desk.conflictConsole(state: "all", typed: typed, problems: problems)
      return visit.answer(page, status: .unprocessableContent)
    }
  }

  @Sendable private func declarations(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().declarations(context.submissionID()))
  }

  @Sendable private func say(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let id = try context.submissionID()
    let form = try await request.readForm()
    let text = form["text"] ?? ""
    do {
      switch form["action"] {
      case "ask": try await desk.askAboutDeclarations(id, text: text)
      case "keep": try await desk.settleDeclarations(id, reason: text)
      case "remove": try await desk.removeDeclarations(form.all("conflict"), of: id, reason: text)
      default: throw Refusal.malformedForm
      }
      return .seeOther("/chair/conflicts/\(id)", did: .said)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.declarations(id, text: text, problems: problems), status: .unprocessableContent)
    }
  }
}

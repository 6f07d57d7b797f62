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
    let (desk, state) = (try visit.chairDesk(), request.asked("state"))
    if let format = request.askedFormat {
      return try .list(try await desk.conflictTable(state: state), as: format, named: "conflicts.csv")
    }
    return visit.answer(try await desk.conflictConsole(state: state, page: Int(request.asked("page")) ?? 1))
  }

  @Sendable private func decide(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    let typed = ConflictConsolePage.Typed(
      paper: ID(form["submission"] ?? ""), person: ID(form["person"] ?? ""), kind: form["kind"] ?? "",
      reason: form["reason"] ?? "", endsTask: form["ends"] == "yes")
    do {
      try await carryOut(typed, form, at: desk)
      return .seeOther("/chair/conflicts", did: .judged)
    } catch Refusal.invalid(let problems) {
      let page = try await desk.conflictConsole(state: "all", typed: typed, problems: problems)
      return visit.answer(page, status: .unprocessableContent)
    } catch Refusal.stale {
      let told = "This suspicion stands otherwise by now than where you decided, so nothing was done. This is how it stands."
      let page = try await desk.conflictConsole(state: "all", typed: typed, problems: [FieldProblem("", told)])
      return visit.answer(page, status: .conflict)
    }
  }

  private func carryOut(_ typed: ConflictConsolePage.Typed, _ form: SubmittedForm, at desk: ChairDesk) async throws {
    let (paper, person, seen) = (typed.paper, typed.person, form["seen"] ?? "")
    switch form["action"] {
    case "confirm":
      try await desk.confirmSuspicion(paper, person: person, kind: typed.kind, seen: seen, endsTask: typed.endsTask)
    case "dismiss": try await desk.dismissSuspicion(paper, person: person, reason: typed.reason, seen: seen)
    case "reopen": try await desk.reopenSuspicion(paper, person: person, seen: seen)
    case "undo": try await desk.removeConflict(paper, conflict: form["conflict"] ?? "")
    default: throw Refusal.malformedForm
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

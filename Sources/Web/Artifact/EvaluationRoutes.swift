import Conference
import Hummingbird
import Pages
import PeerReview

/// What artifact evaluators do: choose, try, write with the authors, recommend.
struct EvaluationRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/evaluations", use: home)
    router.post("/evaluations/preferences", use: prefer)
    router.post("/evaluations/conflicts", use: declare)
    router.get("/evaluations/:id", use: page)
    router.post("/evaluations/:id", use: act)
    router.post("/evaluations/:id/messages", use: write)
    router.get("/evaluations/:id/files/:slot", use: download)
    router.get("/evaluations/:id/visit", use: visit)
  }

  @Sendable private func home(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.evaluatorDesk().home())
  }

  @Sendable private func prefer(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.evaluatorDesk()
    var levels: [ID<Artifact>: String] = [:]
    for (id, level) in try await request.readForm().texts("levels") { levels[ID(id)] = level }
    try await desk.prefer(levels)
    return .seeOther("/evaluations", did: .preferences)
  }

  @Sendable private func declare(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.evaluatorDesk()
    try await desk.declareConflict(with: ID(try await request.readForm()["artifact"] ?? ""))
    return .seeOther("/evaluations", did: .conflict)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.evaluatorDesk().evaluation(context.evaluationID()))
  }

  /// A report, a conflict, or the form; whatever is refused comes back with all that was typed.
  @Sendable private func act(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.evaluatorDesk()
    let id = try context.evaluationID()
    let form = try await request.readForm()
    switch form["action"] {
    case "report": return try await report(form, id, desk, visit)
    case "conflict":
      try await desk.declareConflict(at: id)
      return .seeOther("/evaluations", did: .conflict)
    default: return try await save(form, id, desk, visit)
    }
  }

  private func report(
    _ form: SubmittedForm, _ id: ID<Evaluation>, _ desk: EvaluatorDesk, _ visit: Visit
  ) async throws -> Response {
    let typed = EvaluationPage.TypedReport(outcome: form["outcome"] ?? "", text: form["report"] ?? "")
    do {
      try await desk.report(id, KickTheTires(rawValue: typed.outcome), text: typed.text)
      return .seeOther("/evaluations/\(id)", did: .said)
    } catch Refusal.invalid(let problems) {
      let page = try await desk.evaluation(id, typed: .init(report: typed, problems: problems))
      return visit.answer(page, status: .unprocessableContent)
    }
  }

  private func save(
    _ form: SubmittedForm, _ id: ID<Evaluation>, _ desk: EvaluatorDesk, _ visit: Visit
  ) async throws -> Response {
    let version = form.number("version") ?? -1
    let submits = form["action"] == "submit"
    let content = EvaluationContent(
      checks: form.all("checks"), recommendations: form.texts("badges").filter { !$0.value.isEmpty }.mapValues { $0 == "yes" },
      toAuthors: form["toAuthors"] ?? "", toChairs: form["toChairs"] ?? "", nominates: form["nominates"] == "yes",
      nomination: form["nomination"] ?? "")
    var typed = EvaluatorDesk.Typed(content: content, version: version)
    do {
      try await desk.save(id, basedOn: version, content, submits: submits)
      return .seeOther("/evaluations/\(id)", did: submits ? .handedIn : .draft)
    } catch Refusal.invalid(let problems) {
      typed.problems = problems
      return visit.answer(try await desk.evaluation(id, typed: typed), status: .unprocessableContent)
    } catch Refusal.stale {
      return visit.answer(try await desk.evaluation(id, typed: typed), status: .conflict)
    }
  }

  @Sendable private func write(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.evaluatorDesk()
    let id = try context.evaluationID()
    let text = try await request.readForm()["text"] ?? ""
    do {
      try await desk.write(id, text: text)
      return .seeOther("/evaluations/\(id)", did: .said)
    } catch Refusal.invalid(let problems) {
      let page = try await desk.evaluation(id, typed: .init(message: text, messageProblems: problems))
      return visit.answer(page, status: .unprocessableContent)
    }
  }

  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let copy = try await visit.evaluatorDesk().file(try context.parameters.require("slot"), of: context.evaluationID())
    return StoredFile(copy).response(to: request)
  }

  @Sendable private func visit(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.evaluatorDesk().visit(context.evaluationID()))
  }
}

extension WebContext {
  fileprivate func evaluationID() throws -> ID<Evaluation> { ID(try parameters.require("id")) }
}

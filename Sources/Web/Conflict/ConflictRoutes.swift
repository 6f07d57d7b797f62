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
    router.get("/submissions/:id/conflicts", use: declarations)
    router.post("/submissions/:id/conflicts", use: answer)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let asked = DeclaredConflict(name: request.asked("name"), kind: request.asked("kind"))
    return visit.answer(try await visit.reviewerDesk().conflicts(draft: asked))
  }

  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.reviewerDesk()
    let form = try await request.readForm()
    if form["action"] == "remove" {
      try await desk.withdrawConflict(form["conflict"] ?? "")
      return .seeOther("/conflicts", did: .conflict)
    }
    if let about = form["about"] { return try await answerSuggestion(about, form, desk, visit) }
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

  /// What a reviewer says to a suggestion.
  private func answerSuggestion(_ about: String, _ form: SubmittedForm, _ desk: ReviewerDesk, _ visit: Visit) async throws
    -> Response
  {
    do {
      switch form["action"] {
      case "confirm": try await desk.confirmSuggestion(about, kind: form["kind"] ?? "")
      case "dismiss": try await desk.dismissSuggestion(about)
      default: throw Refusal.malformedForm
      }
      return .seeOther("/conflicts", did: .conflict)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.conflicts(problems: problems), status: .unprocessableContent)
    }
  }

  @Sendable private func declarations(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.authorDesk().declarations(context.submissionID()))
  }

  @Sendable private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.authorDesk()
    let id = try context.submissionID()
    let text = try await request.readForm()["text"] ?? ""
    do {
      try await desk.answerAboutDeclarations(id, text: text)
      return .seeOther("/submissions/\(id)/conflicts", did: .said)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.declarations(id, text: text, problems: problems), status: .unprocessableContent)
    }
  }
}

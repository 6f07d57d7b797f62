import Conference
import Hummingbird
import Pages
import PeerReview

/// What authors do: register, edit, submit, withdraw, respond.
struct AuthorRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/submissions", use: home)
    router.get("/submissions/new", use: newForm)
    router.post("/submissions/new", use: register)
    router.get("/submissions/:id", use: page)
    router.get("/submissions/:id/edit", use: editForm)
    router.post("/submissions/:id/edit", use: save)
    router.post("/submissions/:id/submit", use: submit)
    router.get("/submissions/:id/withdraw", use: confirmWithdraw)
    router.post("/submissions/:id/withdraw", use: withdraw)
    router.post("/submissions/:id/response", use: respond)
    router.post("/submissions/:id/authorship", use: answerAuthorship)
  }

  @Sendable private func home(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.authorDesk().home())
  }

  @Sendable private func newForm(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.authorDesk().newForm())
  }

  @Sendable private func register(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.authorDesk()
    let posted = PostedSubmission(try await request.readForm())
    if posted.action == .rows { return visit.answer(try await desk.newForm(posted: posted.fields)) }
    do {
      let id = try await desk.register(try await posted.entry(member: desk.committeeMember))
      return .seeOther("/submissions/\(id)", did: .saved)
    } catch Refusal.invalid(let problems) {
      return visit.answer(
        try await desk.newForm(posted: posted.fields, problems: problems), status: .unprocessableContent)
    }
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.authorDesk().page(context.submissionID()))
  }

  @Sendable private func editForm(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let asked = request.asked("take")
    let taking = PDFSuggestion.Field.allCases.filter { asked == $0.rawValue || asked == "both" }
    return visit.answer(try await visit.authorDesk().editForm(context.submissionID(), taking: Set(taking)))
  }

  /// Saves, and submits when asked. Whatever is refused comes back with all that was typed.
  @Sendable private func save(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.authorDesk()
    let id = try context.submissionID()
    let posted = PostedSubmission(try await request.readForm())
    if let dismissed = posted.dismissed { try await desk.dismissSuggestion(dismissed, for: id) }
    if posted.action == .rows {
      return visit.answer(try await desk.editForm(id, posted: posted.fields, taking: posted.taken))
    }
    do {
      try await desk.save(id, basedOn: posted.version, try await posted.entry(member: desk.committeeMember))
    } catch Refusal.invalid(let problems) {
      let page = try await desk.editForm(id, posted: posted.fields, problems: problems)
      return visit.answer(page, status: .unprocessableContent)
    } catch Refusal.stale {
      let page = try await desk.editForm(id, posted: posted.fields, staleAgainst: posted.version)
      return visit.answer(page, status: .conflict)
    }
    guard posted.action == .submit else { return .seeOther("/submissions/\(id)", did: .saved) }
    return try await submit(id, desk, visit)
  }

  @Sendable private func submit(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return try await submit(context.submissionID(), visit.authorDesk(), visit)
  }

  private func submit(_ id: ID<Submission>, _ desk: AuthorDesk, _ visit: Visit) async throws -> Response {
    do {
      try await desk.submit(id)
      return .seeOther("/submissions/\(id)", did: .submitted)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.editForm(id, problems: problems, isSaved: true), status: .unprocessableContent)
    }
  }

  @Sendable private func confirmWithdraw(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.authorDesk().confirmWithdraw(context.submissionID()))
  }

  @Sendable private func withdraw(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let id = try context.submissionID()
    try await visit.authorDesk().withdraw(id, reason: try await request.readForm()["reason"] ?? "")
    return .seeOther("/submissions/\(id)", did: .withdrawn)
  }

  @Sendable private func answerAuthorship(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.authorDesk()
    let id = try context.submissionID()
    let form = try await request.readForm()
    guard let answer = form["answer"], ["confirm", "deny"].contains(answer) else { throw Refusal.malformedForm }
    do {
      try await desk.answerAuthorship(id, confirms: answer == "confirm", note: form["note"] ?? "")
      return .seeOther("/submissions/\(id)", did: .approved)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.page(id, authorshipProblems: problems), status: .unprocessableContent)
    }
  }

  @Sendable private func respond(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.authorDesk()
    let id = try context.submissionID()
    let text = try await request.readForm()["text"] ?? ""
    do {
      try await desk.respond(to: id, text: text)
      return .seeOther("/submissions/\(id)", did: .responded)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.page(id, response: text, problems: problems), status: .unprocessableContent)
    }
  }
}

extension WebContext {
  /// The submission the address names.
  func submissionID() throws -> ID<Submission> { ID(try parameters.require("id")) }

  /// The upload slot the address names; anything else is not found.
  func fileSlot() throws -> FileSlot {
    guard let slot = FileSlot(rawValue: try parameters.require("slot")) else { throw Refusal.notFound }
    return slot
  }
}

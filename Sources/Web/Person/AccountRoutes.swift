import Conference
import Hummingbird
import Pages
import PeerReview

/// A person's own account.
struct AccountRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/account", use: page)
    router.post("/account", use: change)
    router.post("/account/sessions/end", use: endSession)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let isNew = visit.frame.viewer?.person.name.isEmpty ?? false
    return visit.answer(try await visit.accountDesk().page(isNew: isNew))
  }

  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.accountDesk()
    let form = try await request.readForm()
    if form["action"] == "password" {
      do {
        try await desk.setPassword(current: form["currentPassword"] ?? "", new: form["newPassword"] ?? "")
        return .seeOther("/account", did: .password)
      } catch Refusal.invalid(let problems) {
        return visit.answer(try await desk.page(problems: problems), status: .unprocessableContent)
      }
    }
    if form["action"] == "letters" {
      guard let choice = LetterChoice(rawValue: form["letters"] ?? "") else {
        let problem = FieldProblem("letters", "Choose one of the three.")
        return visit.answer(try await desk.page(problems: [problem]), status: .unprocessableContent)
      }
      try await desk.choose(choice)
      return .seeOther("/account", did: .profile)
    }
    let profile = AccountDesk.Profile(
      name: form["name"] ?? "", affiliation: form["affiliation"] ?? "", orcid: form["orcid"] ?? "",
      timeZone: form["timeZone"] ?? "")
    let isNew = visit.frame.viewer?.person.name.isEmpty ?? false
    do {
      try await desk.save(profile)
      return isNew ? .seeOther("/") : .seeOther("/account", did: .profile)
    } catch Refusal.invalid(let problems) {
      let page = try await desk.page(isNew: isNew, posted: profile, problems: problems)
      return visit.answer(page, status: .unprocessableContent)
    }
  }

  @Sendable private func endSession(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let session = try await request.readForm()["session"] ?? ""
    if session == "all" {
      try await visit.accountDesk().endAllSessions()
      var response = Response.seeOther("/sign-in")
      response.expireCookie(.session)
      return response
    }
    try await visit.accountDesk().endSession(session)
    return .seeOther("/account", did: .sessions)
  }
}

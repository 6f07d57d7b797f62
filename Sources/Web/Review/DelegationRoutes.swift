import Conference
import HTTPTypes
import Hummingbird
import Pages
import PeerReview

/// Reviews that somebody from outside writes: for the reviewer who asks, for whoever is asked, and for the chairs.
struct DelegationRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/reviews/:id/delegation", use: page)
    router.post("/reviews/:id/delegation", use: change)
    router.get("/delegation/:token", use: asked)
    router.post("/delegation/:token", use: answer)
    router.get("/delegated/:id", use: draft)
    router.post("/delegated/:id", use: write)
    router.post("/delegated/:id/draft", use: keepDraft)
    router.post("/delegated/:id/return", use: giveBack)
    router.get("/delegated/:id/files/:slot", use: download)
    router.get("/chair/delegations", use: list)
    router.post("/chair/delegations/:id", use: judge)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.reviewerDesk().delegation(context.assignmentID()))
  }

  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.reviewerDesk()
    let id = try context.assignmentID()
    let form = try await request.readForm()
    let delegation = ID<Delegation>(form["delegation"] ?? "")
    do {
      switch form["action"] {
      case "take":
        try await desk.takeDraft(of: delegation, into: id)
        return .seeOther("/reviews/\(id)", did: .draft)
      case "end":
        try await desk.takeBack(delegation, of: id)
        return .seeOther("/reviews/\(id)/delegation", did: .delegationEnded)
      default:
        try await desk.delegate(
          id, name: form["name"] ?? "", email: form["email"] ?? "", message: form["message"] ?? "")
        return .seeOther("/reviews/\(id)/delegation", did: .delegated)
      }
    } catch Refusal.invalid(let problems) {
      let typed = DelegationPage.Typed(
        name: form["name"] ?? "", email: form["email"] ?? "", message: form["message"] ?? "")
      return visit.answer(
        try await desk.delegation(id, typed: typed, problems: problems), status: .unprocessableContent)
    }
  }

  /// Opening the link does nothing yet, so that mail scanners don't answer it.
  @Sendable private func asked(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.visit(request, context)
    return visit.answer(try await house.conference.delegationPage(token: try context.parameters.require("token")))
  }

  @Sendable private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await request.readForm()
    let visit = try await house.visit(request, context)
    let token = try context.parameters.require("token")
    do {
      guard let answer = form["answer"], ["accept", "decline"].contains(answer) else {
        throw Refusal.invalid([FieldProblem("answer", "Choose whether you accept or decline.")])
      }
      let (page, signedIn) = try await house.conference.answerDelegation(
        token: token, accepts: answer == "accept", isFree: form["free"] == "yes", device: Device.name(request))
      var response = visit.answer(page)
      if let signedIn { response.setCookie(.session, signedIn.token, maxAgeSeconds: 30 * 86_400) }
      return response
    } catch Refusal.invalid(let problems) {
      let page = try await house.conference.delegationPage(token: token, problems: problems)
      return visit.answer(page, status: .unprocessableContent)
    }
  }

  @Sendable private func draft(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.externalDesk().page(context.delegationID()))
  }

  /// Keeps the draft or hands it over. Whatever is refused comes back with all that was typed.
  @Sendable private func write(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.externalDesk()
    let id = try context.delegationID()
    let form = try await request.readForm()
    let posted = PostedReview(form)
    do {
      try posted.requireReadable()
      guard form["action"] == "hand-over" else {
        try await desk.saveDraft(id, basedOn: posted.version, posted.answers)
        return .seeOther("/delegated/\(id)", did: .delegatedDraft)
      }
      try await desk.handOver(id, basedOn: posted.version, posted.answers)
      return .seeOther("/delegated/\(id)", did: .handedOver)
    } catch Refusal.invalid(let problems) {
      let page = try await desk.page(id, answers: posted.answers, problems: problems, staleAgainst: posted.version)
      return visit.answer(page, status: .unprocessableContent)
    } catch Refusal.stale {
      let page = try await desk.page(id, answers: posted.answers, staleAgainst: posted.version)
      return visit.answer(page, status: .conflict)
    }
  }

  /// The same draft as the page saves it by itself while somebody types.
  @Sendable private func keepDraft(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let posted = PostedReview(try await request.readForm())
    try posted.requireReadable()
    let saved = try await visit.externalDesk().saveDraft(
      context.delegationID(), basedOn: posted.version, posted.answers)
    return try .json(DraftAnswer(saved))
  }

  @Sendable private func giveBack(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    try await visit.externalDesk().giveBack(context.delegationID())
    return .seeOther("/", did: .delegationReturned)
  }

  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let copy = try await visit.externalDesk().file(context.fileSlot(), of: context.delegationID())
    return StoredFile(copy).response(to: request)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().delegations())
  }

  @Sendable private func judge(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let id = try context.delegationID()
    let action = try await request.readForm()["action"]
    do {
      guard action == "approve" || action == "refuse" else {
        throw Refusal.invalid([FieldProblem("", "Choose whether you agree.")])
      }
      try await desk.judgeDelegation(id, approves: action == "approve")
      return .seeOther("/chair/delegations", did: .said)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.delegations(problems: problems), status: .unprocessableContent)
    }
  }
}

extension WebContext {
  /// The delegation the address names.
  fileprivate func delegationID() throws -> ID<Delegation> { ID(try parameters.require("id")) }
}

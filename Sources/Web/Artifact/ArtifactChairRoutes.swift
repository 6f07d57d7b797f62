import Conference
import Hummingbird
import Pages
import PeerReview

/// What artifact chairs do: invite, assign, decide, release.
struct ArtifactChairRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/artifacts", use: overview)
    router.post("/artifacts/plan", use: plan)
    router.post("/artifacts/release", use: release)
    router.get("/artifacts/people", use: people)
    router.post("/artifacts/people", use: changePeople)
    router.post("/artifacts/people/invite", use: invite)
    router.get("/artifacts/:id", use: page)
    router.post("/artifacts/:id", use: act)
    router.get("/artifacts/:id/files/:slot", use: download)
    router.get("/artifacts/:id/visit", use: visit)
  }

  @Sendable private func overview(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.artifactChairDesk().overview())
  }

  @Sendable private func plan(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.artifactChairDesk()
    _ = try await request.readForm()
    try await desk.assignAutomatically()
    return .seeOther("/artifacts", did: .said)
  }

  @Sendable private func release(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.artifactChairDesk()
    let form = try await request.readForm()
    do {
      try await desk.releaseBadges(confirmed: form["confirm"] == "yes")
      return .seeOther("/artifacts", did: .released)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.overview(problems: problems), status: .unprocessableContent)
    }
  }

  @Sendable private func people(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let (page, invited) = (Int(request.asked("page")) ?? 1, Int(request.asked("invited")) ?? 1)
    return visit.answer(
      try await visit.artifactChairDesk().people(query: request.asked("q"), page: page, invited: invited))
  }

  @Sendable private func invite(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.artifactChairDesk()
    let typed = ChairDesk.InvitationForm(try await request.readForm())
    do {
      try await desk.invite(typed)
      return .seeOther("/artifacts/people", did: .invited)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.people(posted: typed, problems: problems), status: .unprocessableContent)
    }
  }

  @Sendable private func changePeople(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.artifactChairDesk()
    let form = try await request.readForm()
    switch form["action"] {
    case "remove":
      try await desk.endOffice(ID(form["person"] ?? ""))
      return .seeOther("/artifacts/people", did: .removed)
    case "resend":
      try await desk.resendInvitation(form["invitation"] ?? "")
      return .seeOther("/artifacts/people", did: .invited)
    case "withdraw":
      try await desk.withdrawInvitation(form["invitation"] ?? "")
      return .seeOther("/artifacts/people", did: .removed)
    default: throw Refusal.malformedForm
    }
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.artifactChairDesk().artifact(context.artifactID()))
  }

  @Sendable private func act(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.artifactChairDesk()
    let id = try context.artifactID()
    let form = try await request.readForm()
    let person = ID<Person>(form["person"] ?? "")
    let badge = form["badge"].flatMap { ArtifactBadge(rawValue: $0) }
    let note = form["note"] ?? ""
    do {
      switch form["action"] {
      case "assign": try await desk.assign(person, to: id)
      case "unassign": try await desk.unassign(ID(form["evaluation"] ?? ""), from: id)
      case "keep-away": try await desk.keepAway(person, from: id)
      case "decide": try await desk.decide(badge, on: id, awards: form["verdict"] == "award", note: note)
      default: throw Refusal.malformedForm
      }
      return .seeOther("/artifacts/\(id)", did: .said)
    } catch Refusal.invalid(let problems) {
      let page = try await desk.artifact(id, note: badge.map { ($0, note) }, problems: problems)
      return visit.answer(page, status: .unprocessableContent)
    }
  }

  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let copy = try await visit.artifactChairDesk().file(try context.parameters.require("slot"), of: context.artifactID())
    return StoredFile(copy).response(to: request)
  }

  @Sendable private func visit(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.artifactChairDesk().visit(context.artifactID()))
  }
}

extension WebContext {
  fileprivate func artifactID() throws -> ID<Artifact> { ID(try parameters.require("id")) }
}

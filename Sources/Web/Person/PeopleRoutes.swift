import Conference
import HTTPTypes
import Hummingbird
import Pages
import PeerReview

/// Offices and invitations.
struct PeopleRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/chair/people", use: page)
    router.post("/chair/people", use: change)
    router.post("/chair/people/invite", use: invite)
    router.post("/chair/people/table", use: inviteTable)
    router.get("/chair/reciprocal", use: reciprocal)
    router.post("/chair/reciprocal", use: inviteNamedAuthors)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    if let format = request.askedFormat {
      return try .list(try await visit.chairDesk().peopleTable(query: request.asked("q")), as: format, named: "people.csv")
    }
    let (page, invited) = (Int(request.asked("page")) ?? 1, Int(request.asked("invited")) ?? 1)
    return visit.answer(try await visit.chairDesk().people(query: request.asked("q"), page: page, invited: invited))
  }

  @Sendable private func invite(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let typed = ChairDesk.InvitationForm(try await request.readForm())
    do {
      try await desk.invite(typed)
      return .seeOther("/chair/people", did: .invited)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.people(posted: typed, problems: problems), status: .unprocessableContent)
    }
  }

  /// Previews a table, or invites as it was previewed.
  @Sendable private func inviteTable(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let table = try await request.readTable()
    let (form, csv) = (table.form, table.text)
    let asked = ChairDesk.InvitationForm(role: form["office"] ?? "", message: form["message"] ?? "")
    do {
      try table.requireReadable()
      guard form["action"] == "send" else {
        let page = try await desk.previewTable(csv, asked)
        return visit.answer(page, status: page.problems.isEmpty ? .ok : .unprocessableContent)
      }
      try await desk.inviteTable(csv, asked, seen: form["seen"] ?? "")
      return .seeOther("/chair/people", did: .invited)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.previewTable(csv, asked, problems: problems), status: .unprocessableContent)
    } catch Refusal.stale {
      let told = "Others would be invited by now, so nothing was sent. These would be invited now."
      return visit.answer(try await desk.previewTable(csv, asked), status: .conflict, problems: [FieldProblem("", told)])
    }
  }

  @Sendable private func reciprocal(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().reciprocal())
  }

  @Sendable private func inviteNamedAuthors(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let message = try await request.readForm()["message"] ?? ""
    do {
      try await desk.inviteNamedAuthors(message: message)
      return .seeOther("/chair/reciprocal", did: .invited)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.reciprocal(message: message, problems: problems), status: .unprocessableContent)
    }
  }

  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    do {
      switch form["action"] {
      case "remove":
        let person = ID<Person>(form["person"] ?? "")
        try await desk.endOffice(person, role: form["office"] ?? "")
        let isOwn = person == visit.frame.viewer?.person.id && form["office"] == Role.chair.rawValue
        return isOwn ? .seeOther("/") : .seeOther("/chair/people", did: .removed)
      case "lift":
        try await desk.liftLoad(ID(form["person"] ?? ""), role: form["office"] ?? "")
        return .seeOther("/chair/people", did: .saved)
      case "resend":
        try await desk.resendInvitation(form["invitation"] ?? "")
        return .seeOther("/chair/people", did: .invited)
      case "withdraw":
        try await desk.withdrawInvitation(form["invitation"] ?? "")
        return .seeOther("/chair/people", did: .removed)
      default: throw Refusal.malformedForm
      }
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.people(problems: problems), status: .unprocessableContent)
    }
  }
}

extension ChairDesk.InvitationForm {
  /// As the form of either committee posts it.
  init(_ form: SubmittedForm) {
    self.init(
      emails: form["email"] ?? "", name: form["name"] ?? "", role: form["office"] ?? "", message: form["message"] ?? "")
  }
}

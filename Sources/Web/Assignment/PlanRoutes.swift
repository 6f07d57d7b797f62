import Conference
import HTTPTypes
import Hummingbird
import Pages
import PeerReview

/// The matcher, its plans, and the release of one.
struct PlanRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/chair/assignment", use: page)
    router.get("/chair/assignment/table", use: table)
    router.post("/chair/assignment/table", use: assignMany)
    router.post("/chair/assignment/run", use: run)
    router.get("/chair/assignment/plans/:id", use: plan)
    router.post("/chair/assignment/plans/:id/add", use: addPair)
    router.post("/chair/assignment/plans/:id/remove", use: removePair)
    router.post("/chair/assignment/plans/:id/release", use: release)
    router.post("/chair/assignment/plans/:id/cancel", use: cancel)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().assignmentPage())
  }

  @Sendable private func table(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().manyAssignments())
  }

  /// Previews a table, or makes the changes that were previewed.
  @Sendable private func assignMany(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let table = try await request.readTable()
    let (form, csv) = (table.form, table.text)
    do {
      try table.requireReadable()
      guard form["action"] == "apply" else { return visit.answer(try await desk.manyAssignments(csv)) }
      try await desk.assignMany(csv, seen: form["seen"] ?? "")
      return .seeOther("/chair/assignment", did: .assignedMany)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.manyAssignments(csv, problems: problems), status: .unprocessableContent)
    } catch Refusal.stale {
      let told = "The table would change something else by now, so nothing was done. This is what would change now."
      return visit.answer(try await desk.manyAssignments(csv), status: .conflict, problems: [FieldProblem("", told)])
    }
  }

  @Sendable private func run(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    guard let reviews = form.number("reviewsPerSubmission"), let minimum = form.number("loadMinimum"),
      let maximum = form.number("loadMaximum"), let seed = form.number("seed")
    else {
      let problem = FieldProblem("", "All four fields need a whole number.")
      return visit.answer(try await desk.assignmentPage(problems: [problem]), status: .unprocessableContent)
    }
    let name = form["method"] ?? PlanMethod.Kind.optimal.rawValue
    let limit = form["limit"] ?? ""
    let perturbation = form["perturbation"] ?? ""
    do {
      let plan = try await desk.askForPlan(
        reviewsPerSubmission: reviews, loadMinimum: minimum, loadMaximum: maximum, seed: seed,
        method: try PlanMethod(name: name, limit: limit, perturbation: perturbation))
      return .seeOther("/chair/assignment/plans/\(plan)", did: .asked)
    } catch Refusal.invalid(let problems) {
      let posted = ChairDesk.PlanNumbers(
        reviewsPerSubmission: reviews, loadMinimum: minimum, loadMaximum: maximum, seed: seed, method: name,
        limit: limit, perturbation: perturbation)
      let page = try await desk.assignmentPage(posted: posted, problems: problems)
      return visit.answer(page, status: .unprocessableContent)
    }
  }

  @Sendable private func plan(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let why = request.asked("why")
    return visit.answer(
      try await visit.chairDesk().planPage(
        context.planID(), query: request.asked("q"), page: Int(request.asked("page")) ?? 1, explained: why.isEmpty ? nil : ID(why)
      ))
  }

  @Sendable private func addPair(_ request: Request, _ context: WebContext) async throws -> Response {
    try await change(request, context) { desk, id, form in
      try await desk.addPair(ID(form["reviewer"] ?? ""), on: ID(form["submission"] ?? ""), to: id)
      return .changed
    }
  }

  @Sendable private func removePair(_ request: Request, _ context: WebContext) async throws -> Response {
    try await change(request, context) { desk, id, form in
      try await desk.removePair(ID(form["reviewer"] ?? ""), on: ID(form["submission"] ?? ""), from: id)
      return .changed
    }
  }

  @Sendable private func release(_ request: Request, _ context: WebContext) async throws -> Response {
    try await change(request, context) { desk, id, form in
      guard form["confirm"] == "yes" else {
        throw Refusal.invalid([FieldProblem("confirm", "Look at the plan, then say so by ticking the box.")])
      }
      try await desk.askForRelease(id, version: form.number("version"))
      return .planned
    }
  }

  @Sendable private func cancel(_ request: Request, _ context: WebContext) async throws -> Response {
    try await change(request, context) { desk, id, _ in
      try await desk.cancelPlan(id)
      return .stopped
    }
  }

  private func change(
    _ request: Request, _ context: WebContext, _ body: (ChairDesk, ID<Plan>, SubmittedForm) async throws -> DoneNotice
  ) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let id = try context.planID()
    let form = try await request.readForm()
    do {
      let done = try await body(desk, id, form)
      return .seeOther("/chair/assignment/plans/\(id)", did: done)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.planPage(id, problems: problems), status: .unprocessableContent)
    } catch Refusal.stale {
      let problem = FieldProblem("", "Another chair changed this plan meanwhile. Look at it again, then release it.")
      return visit.answer(try await desk.planPage(id, problems: [problem]), status: .conflict)
    }
  }
}

extension WebContext {
  /// The plan the address names.
  func planID() throws -> ID<Plan> { ID(try parameters.require("id")) }
}

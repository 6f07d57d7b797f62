import Conference
import HTTPTypes
import Hummingbird
import Pages
import PeerReview

/// Decisions on all papers, and their release in one act.
struct DecisionRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/chair/decisions", use: page)
    router.post("/chair/decisions", use: decide)
    router.get("/chair/decisions/many", use: many)
    router.post("/chair/decisions/many", use: decideMany)
    router.get("/chair/decisions/letters", use: letters)
    router.post("/chair/decisions/release", use: release)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let (query, track, decision) = (request.asked("q"), request.asked("track"), request.asked("decision"))
    let sort = request.asked("sort").isEmpty ? "-score" : request.asked("sort")
    if let format = request.askedFormat {
      let table = try await desk.decisionTable(query: query, track: track, decision: decision, sort: sort)
      return try .list(table, as: format, named: "decisions.csv")
    }
    return visit.answer(
      try await desk.decisions(
        query: query, track: track, decision: decision, sort: sort, page: Int(request.asked("page")) ?? 1))
  }

  /// Row by row as the table was posted, or one decision for all the papers ticked.
  @Sendable private func decide(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    let shown = form.numbers("version").numbers
    let chosen: [(id: String, kind: String)] =
      form["action"] == "bulk"
      ? form.all("chosen").map { ($0, form["decision"] ?? "") }
      : form.texts("decisions").sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    do {
      try await desk.decideMany(chosen.map { .init(submission: ID($0.id), kind: $0.kind, version: shown[$0.id]) })
      return .seeOther("/chair/decisions", did: .decided)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.decisions(), status: .unprocessableContent, problems: problems)
    } catch Refusal.stale {
      let told = "Another chair changed some of these decisions meanwhile, so nothing was saved. This is what stands now."
      return visit.answer(try await desk.decisions(), status: .conflict, problems: [FieldProblem("", told)])
    }
  }

  @Sendable private func many(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let (query, kind) = (request.asked("q"), request.asked("decision"))
    let isAsked = !query.isEmpty || !kind.isEmpty
    return visit.answer(
      try await visit.chairDesk().manyDecisions(
        isAsked ? .search(query, kind: kind, undecidedOnly: request.asked("undecided") == "yes") : nil))
  }

  /// Previews a table, or records what was previewed.
  @Sendable private func decideMany(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let table = try await request.readTable()
    let (form, csv) = (table.form, table.text)
    let asked: ChairDesk.ManyDecisions =
      csv.isEmpty && form.contains("q")
      ? .search(form["q"] ?? "", kind: form["decision"] ?? "", undecidedOnly: form["undecided"] == "yes") : .table(csv)
    do {
      try table.requireReadable()
      guard form["action"] == "apply" else { return visit.answer(try await desk.manyDecisions(asked)) }
      try await desk.decideMany(asked, seen: form["seen"] ?? "")
      return .seeOther("/chair/decisions", did: .decided)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.manyDecisions(asked, problems: problems), status: .unprocessableContent)
    } catch Refusal.stale {
      let told = "Other papers or decisions are found by now, so nothing was recorded. This is what would change now."
      return visit.answer(try await desk.manyDecisions(asked), status: .conflict, problems: [FieldProblem("", told)])
    }
  }

  @Sendable private func letters(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().lettersPreview())
  }

  @Sendable private func release(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    if form["action"] == "set-time" || form["action"] == "drop-time" { return try await timed(form, desk, visit) }
    do {
      try await desk.release(
        confirmed: form["confirm"] == "yes", count: form.number("count") ?? -1, seen: form["seen"] ?? "")
      return .seeOther("/chair/decisions/letters", did: .released)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.lettersPreview(), status: .unprocessableContent, problems: problems)
    } catch Refusal.stale {
      let told = "The letters changed since you were shown them, so nothing was released. Read them again."
      return visit.answer(try await desk.lettersPreview(), status: .conflict, problems: [FieldProblem("", told)])
    }
  }

  /// Sets when everything is released, or takes that back.
  private func timed(_ form: SubmittedForm, _ desk: ChairDesk, _ visit: Visit) async throws -> Response {
    let typed = form["to"] ?? ""
    do {
      if form["action"] == "drop-time" { try await desk.dropReleaseTime() } else { try await desk.setReleaseTime(typed) }
      return .seeOther("/chair/decisions/letters", did: .saved)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.lettersPreview(typed: typed), status: .unprocessableContent, problems: problems)
    }
  }
}

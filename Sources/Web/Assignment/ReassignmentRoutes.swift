import Conference
import HTTPTypes
import Hummingbird
import Pages
import PeerReview

/// Handing on the papers of a reviewer who drops out.
struct ReassignmentRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/chair/reassignment/:id", use: page)
    router.post("/chair/reassignment/:id", use: change)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().reassignment(of: ID(try context.parameters.require("id"))))
  }

  /// Previews what was chosen, or does what was previewed.
  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let person = ID<Person>(try context.parameters.require("id"))
    let form = try await request.readForm()
    let pairs = form.texts("to").filter { !$0.value.isEmpty }.map { (ID<Submission>($0.key), ID<Person>($0.value)) }
    let chosen = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    do {
      guard form["action"] == "apply" else {
        return visit.answer(try await desk.reassignment(of: person, chosen: chosen, isPreview: true))
      }
      try await desk.reassign(from: person, chosen, seen: form["seen"] ?? "")
      return .seeOther("/chair/people", did: .assignedMany)
    } catch Refusal.invalid(let problems) {
      let page = try await desk.reassignment(of: person, chosen: chosen, problems: problems)
      return visit.answer(page, status: .unprocessableContent)
    } catch Refusal.stale {
      let told = "Something changed meanwhile, so nothing was handed on. Look at it again."
      return visit.answer(
        try await desk.reassignment(of: person), status: .conflict, problems: [FieldProblem("", told)])
    }
  }
}

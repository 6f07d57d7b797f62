import Conference
import Hummingbird
import Pages
import PeerReview

/// The publication chairs' pages: final versions, sessions and the order of papers.
struct PublicationRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/publication", use: list)
    router.post("/publication", use: remind)
    router.get("/publication/papers/:id", use: page)
    router.post("/publication/papers/:id", use: decide)
    router.get("/publication/papers/:id/files/:slot/:version", use: download)
    router.get("/publication/proceedings", use: proceedings)
    router.post("/publication/proceedings", use: arrange)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.publicationDesk().finalVersions())
  }

  @Sendable private func remind(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    _ = try await request.readForm()
    _ = try await visit.publicationDesk().remindOfFinals()
    return .seeOther("/publication", did: .reminded)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.publicationDesk().finalVersion(context.submissionID()))
  }

  @Sendable private func decide(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.publicationDesk()
    let id = try context.submissionID()
    let form = try await request.readForm()
    let note = form["note"] ?? ""
    do {
      if form["action"] == "extend" {
        try await desk.extendFinal(id, days: form.number("days") ?? 0)
      } else {
        try await desk.judgeChanges(
          id, basedOn: form.number("version") ?? -1, approved: form["verdict"] == "approve", note: note)
      }
      return .seeOther("/publication/papers/\(id)", did: .said)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.finalVersion(id, note: note, problems: problems), status: .unprocessableContent)
    } catch Refusal.stale {
      let page = try await desk.finalVersion(id, note: note, problems: [FieldProblem("", CameraReadyRoutes.savedMeanwhile)])
      return visit.answer(page, status: .conflict)
    }
  }

  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    guard let version = Int(try context.parameters.require("version")) else { throw Refusal.notFound }
    let copy = try await visit.publicationDesk().file(context.fileSlot(), version: version, of: context.submissionID())
    return StoredFile(copy).response(to: request)
  }

  @Sendable private func proceedings(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.publicationDesk().proceedings())
  }

  /// Whatever is refused comes back with all that was typed.
  @Sendable private func arrange(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.publicationDesk()
    let posted = PostedArrangement(try await request.readForm())
    if posted.changesRows { return visit.answer(try await desk.proceedings(typed: posted.typed)) }
    do {
      try await desk.arrange(posted.typed)
      return .seeOther("/publication/proceedings", did: .saved)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.proceedings(typed: posted.typed, problems: problems), status: .unprocessableContent)
    } catch Refusal.stale {
      let page = try await desk.proceedings(typed: posted.typed, problems: [FieldProblem("", PostedArrangement.changedMeanwhile)])
      return visit.answer(page, status: .conflict)
    }
  }
}

import Conference
import HTTPTypes
import Hummingbird
import Pages
import PeerReview

/// What metareviewers do with the papers whose discussion they lead, and who they are.
struct MetareviewRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/metareviews/:id", use: page)
    router.post("/metareviews/:id", use: write)
    router.post("/metareviews/:id/draft", use: keepDraft)
    router.post("/metareviews/:id/comments", use: comment)
    router.post("/metareviews/:id/recuse", use: recuse)
    router.get("/metareviews/:id/files/:slot", use: download)
    router.get("/chair/metareviews", use: list)
    router.post("/chair/metareviews", use: assignMany)
    router.post("/chair/submissions/:id/metareviewer", use: give)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.reviewerDesk().metareview(context.metareviewID()))
  }

  /// Keeps the draft or hands the meta-review in. Whatever is refused comes back with all that was typed.
  @Sendable private func write(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.reviewerDesk()
    let id = try context.metareviewID()
    let form = try await request.readForm()
    let (version, text) = Self.posted(form)
    do {
      guard form["action"] == "submit" else {
        try await desk.saveDraft(id, basedOn: version, text)
        return .seeOther("/metareviews/\(id)", did: .draft)
      }
      try await desk.submit(id, basedOn: version, text)
      return .seeOther("/metareviews/\(id)", did: .metareviewed)
    } catch Refusal.invalid(let problems) {
      let page = try await desk.metareview(id, typed: .init(text: text, problems: problems, staleAgainst: version))
      return visit.answer(page, status: .unprocessableContent)
    } catch Refusal.stale {
      return visit.answer(try await desk.metareview(id, typed: .init(text: text, staleAgainst: version)), status: .conflict)
    }
  }

  /// The same draft as the page saves it by itself while somebody types.
  @Sendable private func keepDraft(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let (version, text) = Self.posted(try await request.readForm())
    let saved = try await visit.reviewerDesk().saveDraft(context.metareviewID(), basedOn: version, text)
    return try .json(DraftAnswer(saved))
  }

  private static func posted(_ form: SubmittedForm) -> (version: Int, text: MetareviewText) {
    let text = MetareviewText(
      toAuthors: form["toAuthors"] ?? "", toChairs: form["toChairs"] ?? "", recommendation: form["recommendation"] ?? "")
    return (form.number("version") ?? 0, text)
  }

  @Sendable private func comment(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.reviewerDesk()
    let id = try context.metareviewID()
    let text = try await request.readForm()["text"] ?? ""
    do {
      try await desk.comment(id, text: text)
      return .seeOther("/metareviews/\(id)", did: .commented)
    } catch Refusal.invalid(let problems) {
      let page = try await desk.metareview(id, typed: .init(comment: text, commentProblems: problems))
      return visit.answer(page, status: .unprocessableContent)
    }
  }

  @Sendable private func recuse(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let reason = try await request.readForm()["reason"] ?? ""
    try await visit.reviewerDesk().recuse(context.metareviewID(), reason: reason)
    return .seeOther("/reviews", did: .recused)
  }

  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let copy = try await visit.reviewerDesk().file(context.fileSlot(), of: context.metareviewID())
    return StoredFile(copy).response(to: request)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().metareviews(page: Int(request.asked("page")) ?? 1))
  }

  /// Proposes a table, previews one, or makes the changes that were previewed.
  @Sendable private func assignMany(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let table = try await request.readTable()
    let (form, csv) = (table.form, table.text)
    do {
      try table.requireReadable()
      if form["action"] == "propose" { return visit.answer(try await desk.metareviews(csv: desk.proposeMetareviewers())) }
      guard form["action"] == "apply" else { return visit.answer(try await desk.metareviews(csv: csv)) }
      try await desk.assignMetareviewers(csv, seen: form["seen"] ?? "")
      return .seeOther("/chair/metareviews", did: .assignedMany)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.metareviews(csv: csv, problems: problems), status: .unprocessableContent)
    } catch Refusal.stale {
      let told = "The table would change something else by now, so nothing was done. This is what would change now."
      return visit.answer(
        try await desk.metareviews(csv: csv), status: .conflict, problems: [FieldProblem("", told)])
    }
  }

  @Sendable private func give(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let id = try context.submissionID()
    let chosen = try await request.readForm()["metareviewer"] ?? ""
    do {
      try await desk.giveMetareview(of: id, to: chosen.isEmpty ? nil : ID(chosen))
      return .seeOther("/chair/submissions/\(id)", did: .said)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.submission(id, problems: problems), status: .unprocessableContent)
    }
  }
}

/// What a page's script is told of a draft it saved.
struct DraftAnswer: Encodable {
  let version: Int
  let savedAt: String

  init(_ saved: SavedDraft) {
    version = saved.version
    savedAt = saved.savedAt.iso8601
  }
}

extension WebContext {
  /// The task the address names.
  func metareviewID() throws -> ID<Metareview> { ID(try parameters.require("id")) }
}

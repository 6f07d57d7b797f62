import Conference
import Hummingbird
import Pages
import PeerReview

/// Final versions of accepted papers: their authors', their shepherds' and the chairs' pages. Files come by `FileRoutes`.
struct CameraReadyRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/submissions/:id/final", use: page)
    router.post("/submissions/:id/final", use: save)
    router.get("/shepherding/:id", use: shepherding)
    router.post("/shepherding/:id", use: saySo)
    router.get("/shepherding/:id/files/:slot/:version", use: download)
    router.get("/chair/final", use: list)
    router.post("/chair/final", use: remind)
    router.get("/chair/final/:id", use: chairPage)
    router.post("/chair/final/:id", use: decide)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.authorDesk().finalVersion(context.submissionID()))
  }

  /// Whatever is refused comes back with all that was typed.
  @Sendable private func save(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.authorDesk()
    let id = try context.submissionID()
    let posted = PostedFinal(try await request.readForm())
    if posted.changesRows {
      return visit.answer(try await desk.finalVersion(id, typed: .init(final: posted.final, version: posted.version)))
    }
    do {
      try await desk.saveFinal(id, basedOn: posted.version, posted.final)
      return .seeOther("/submissions/\(id)/final", did: .saved)
    } catch Refusal.invalid(let problems) {
      let typed = AuthorDesk.TypedFinal(final: posted.final, version: posted.version, problems: problems)
      return visit.answer(try await desk.finalVersion(id, typed: typed), status: .unprocessableContent)
    } catch Refusal.stale {
      let typed = AuthorDesk.TypedFinal(final: posted.final, version: posted.version)
      return visit.answer(try await desk.finalVersion(id, typed: typed), status: .conflict)
    }
  }

  @Sendable private func shepherding(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.reviewerDesk().shepherding(context.submissionID()))
  }

  @Sendable private func saySo(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.reviewerDesk()
    let id = try context.submissionID()
    let form = try await request.readForm()
    let note = form["note"] ?? ""
    do {
      try await desk.saySoAsShepherd(id, isSatisfied: form["verdict"] == "satisfied", note: note)
      return .seeOther("/shepherding/\(id)", did: .said)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.shepherding(id, note: note, problems: problems), status: .unprocessableContent)
    }
  }

  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    guard let version = Int(try context.parameters.require("version")) else { throw Refusal.notFound }
    let copy = try await visit.reviewerDesk().finalFile(context.fileSlot(), version: version, of: context.submissionID())
    return StoredFile(copy).response(to: request)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().finalVersions())
  }

  @Sendable private func remind(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    _ = try await request.readForm()
    _ = try await visit.chairDesk().remindOfFinals()
    return .seeOther("/chair/final", did: .reminded)
  }

  @Sendable private func chairPage(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().finalVersion(context.submissionID()))
  }

  static let savedMeanwhile =
    "The authors saved the form since you read it, so nothing was recorded. Look at the changes again."

  @Sendable private func decide(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let id = try context.submissionID()
    let form = try await request.readForm()
    let note = form["note"] ?? ""
    do {
      switch form["action"] {
      case "shepherd": try await desk.appointShepherd(ID(form["person"] ?? ""), of: id)
      case "extend": try await desk.extendFinal(id, days: form.number("days") ?? 0)
      default:
        try await desk.judgeChanges(
          id, basedOn: form.number("version") ?? -1, approved: form["verdict"] == "approve", note: note)
      }
      return .seeOther("/chair/final/\(id)", did: .said)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.finalVersion(id, note: note, problems: problems), status: .unprocessableContent)
    } catch Refusal.stale {
      let page = try await desk.finalVersion(id, note: note, problems: [FieldProblem("", Self.savedMeanwhile)])
      return visit.answer(page, status: .conflict)
    }
  }
}

/// The form of a final version as posted.
struct PostedFinal {
  let version: Int
  private(set) var final: CameraReady
  /// A change of rows, answered with the form again; nothing is stored.
  let changesRows: Bool

  init(_ form: SubmittedForm) {
    version = form.number("version") ?? -1
    let rows = form.indexedRows("authors")
    let presenter = form.number("presenter").flatMap { chosen in rows.firstIndex { $0.index == chosen } }
    final = CameraReady(
      title: form["title"] ?? "", abstract: form["abstract"] ?? "",
      authors: rows.map { _, row in
        FinalAuthor(
          name: row["name"] ?? "", familyName: row["family"] ?? "", email: row["email"] ?? "",
          affiliation: row["affiliation"] ?? "", orcid: row["orcid"] ?? "")
      }, presenter: presenter, forms: form.texts("forms"))
    let action = form["action"] ?? "save"
    changesRows = action.hasPrefix("author-")
    if changesRows { change(action) }
  }

  /// Moves, removes or adds a row; the presenter stays the same person.
  private mutating func change(_ action: String) {
    let asked = RowAction(action)
    let index = asked.index
    let isRow = final.authors.indices.contains(index)
    switch asked.act {
    case "author-add": final.authors.append(FinalAuthor())
    case "author-up" where isRow && index > 0: swap(index, index - 1)
    case "author-down" where isRow && final.authors.indices.contains(index + 1): swap(index, index + 1)
    case "author-remove" where isRow:
      final.authors.remove(at: index)
      if let presenter = final.presenter {
        final.presenter = presenter == index ? nil : presenter > index ? presenter - 1 : presenter
      }
    default: break
    }
  }

  private mutating func swap(_ one: Int, _ other: Int) {
    final.authors.swapAt(one, other)
    if final.presenter == one { final.presenter = other } else if final.presenter == other { final.presenter = one }
  }
}

import Conference
import Hummingbird
import NIOCore
import Pages
import PeerReview

/// Integrity cases, for chairs who may know of them.
struct IntegrityRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/chair/integrity", use: list)
    router.post("/chair/integrity", use: open)
    router.get("/chair/integrity/:id", use: page)
    router.post("/chair/integrity/:id", use: change)
    router.get("/chair/integrity/:id/files/:version", use: download)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    if let format = request.askedFormat {
      return try .list(try await desk.integrityTable(), as: format, named: "integrity.csv")
    }
    return visit.answer(try await desk.integrityCases(draft: .init(finding: request.asked("finding"))))
  }

  @Sendable private func open(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    let draft = IntegrityCasesPage.Draft(
      title: form["title"] ?? "", papers: form["papers"] ?? "", people: form["people"] ?? "", text: form["text"] ?? "",
      finding: form["finding"] ?? "")
    do {
      return .seeOther("/chair/integrity/\(try await desk.openCase(draft))", did: .said)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.integrityCases(draft: draft, problems: problems), status: .unprocessableContent)
    }
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().integrityCase(ID(context.parameters.require("id"))))
  }

  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let id = ID<IntegrityCase>(try context.parameters.require("id"))
    let (form, file) = try await request.readEvidence()
    let typed = IntegrityCasePage.Typed(
      action: form["action"] ?? "", kind: form["kind"] ?? "", text: form["text"] ?? "", finding: form["finding"] ?? "",
      papers: form["papers"] ?? "", people: form["people"] ?? "", outcome: form["outcome"] ?? "")
    do {
      switch typed.action {
      case "add":
        guard let kind = IntegrityEntryKind(rawValue: typed.kind) else { throw Refusal.malformedForm }
        try await desk.add(kind, text: typed.text, finding: typed.finding, file: file, to: id)
      case "widen": try await desk.widen(id, papers: typed.papers, people: typed.people)
      case "close": try await desk.close(id, outcome: typed.outcome, text: typed.text)
      case "reopen": try await desk.reopen(id, text: typed.text)
      default: throw Refusal.malformedForm
      }
      return .seeOther("/chair/integrity/\(id)", did: .judged)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.integrityCase(id, typed: typed, problems: problems), status: .unprocessableContent)
    }
  }

  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    guard let number = Int(try context.parameters.require("version")) else { throw Refusal.notFound }
    let copy = try await visit.chairDesk().caseFile(number, of: ID(context.parameters.require("id")))
    let parts = copy.downloadName.split(separator: ".")
    let (stem, suffix) =
      parts.count < 2 ? (copy.downloadName, "") : (parts.dropLast().joined(separator: "."), String(parts.last ?? ""))
    return StoredFile(
      kind: .attachment, name: SafeFileName(stem, suffix: suffix), sizeBytes: copy.sizeBytes, sha256: copy.sha256, path: copy.path
    ).response(to: request)
  }
}

extension Request {
  /// A form with at most one file; a file without bytes is none.
  fileprivate func readEvidence() async throws -> (form: SubmittedForm, file: (name: String, bytes: [UInt8])?) {
    var bytes: [UInt8] = []
    var name = ""
    let form = try await readForm(limits: .uploads(limitBytes: IntegrityRules.fileLimitBytes)) { part, chunks in
      guard part.name == "file" else { throw Refusal.malformedForm }
      name = part.fileName ?? ""
      for try await chunk in chunks { bytes += chunk.readableBytesView }
    }
    return (form, bytes.isEmpty ? nil : (name.isEmpty ? "file" : name, bytes))
  }
}

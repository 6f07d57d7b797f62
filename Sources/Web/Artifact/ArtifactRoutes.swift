import Conference
import Hummingbird
import Pages
import PeerReview

/// Artifacts as the authors of their papers hand them in.
struct ArtifactRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/submissions/:id/artifact", use: page)
    router.post("/submissions/:id/artifact", use: change)
    router.post("/submissions/:id/artifact/messages", use: write)
    router.post("/submissions/:id/artifact/files/:slot", use: upload)
    router.get("/submissions/:id/artifact/files/:slot/:version", use: download)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.authorDesk().artifact(context.submissionID()))
  }

  /// Whatever is refused comes back with all that was typed.
  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.authorDesk()
    let id = try context.submissionID()
    let form = try await request.readForm()
    switch form["action"] {
    case "register":
      try await desk.registerArtifact(id)
      return .seeOther("/submissions/\(id)/artifact", did: .registered)
    case "withdraw":
      try await desk.withdrawArtifact(id)
      return .seeOther("/submissions/\(id)/artifact", did: .takenBack)
    default: break
    }
    let posted = PostedArtifact(form)
    var typed = AuthorDesk.TypedArtifact(content: posted.content, kept: posted.kept, version: posted.version)
    if posted.changesRows { return visit.answer(try await desk.artifact(id, typed: typed)) }
    do {
      try await desk.saveArtifact(id, basedOn: posted.version, posted.content, kept: posted.kept)
      return .seeOther("/submissions/\(id)/artifact", did: .saved)
    } catch Refusal.invalid(let problems) {
      typed.problems = problems
      return visit.answer(try await desk.artifact(id, typed: typed), status: .unprocessableContent)
    } catch Refusal.stale {
      return visit.answer(try await desk.artifact(id, typed: typed), status: .conflict)
    }
  }

  @Sendable private func write(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.authorDesk()
    let id = try context.submissionID()
    let text = try await request.readForm()["text"] ?? ""
    do {
      try await desk.writeToEvaluators(id, text: text)
      return .seeOther("/submissions/\(id)/artifact", did: .said)
    } catch Refusal.invalid(let problems) {
      let typed = AuthorDesk.TypedArtifact(message: text, messageProblems: problems)
      return visit.answer(try await desk.artifact(id, typed: typed), status: .unprocessableContent)
    }
  }

  @Sendable private func upload(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.authorDesk()
    let id = try context.submissionID()
    let slot = try context.artifactSlot()
    do {
      try await request.storeFile(limitBytes: slot.limitBytes(in: visit.frame.call)) {
        try await desk.beginArtifactUpload(to: slot, of: id)
      }
      return .seeOther("/submissions/\(id)/artifact", did: .stored)
    } catch let refusal as Refusal {
      guard let problems = refusal.problemsOfFile else { throw refusal }
      let status = ErrorPage.refused(refusal, serverTime: context.receivedAt).status
      return visit.answer(try await desk.artifact(id, typed: .init(refusedUpload: (slot, problems))), status: status)
    }
  }

  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    guard let version = Int(try context.parameters.require("version")) else { throw Refusal.notFound }
    let copy = try await visit.authorDesk().artifactFile(context.artifactSlot(), version: version, of: context.submissionID())
    return StoredFile(copy).response(to: request)
  }
}

extension WebContext {
  func artifactSlot() throws -> ArtifactSlot {
    guard let slot = ArtifactSlot(rawValue: try parameters.require("slot")) else { throw Refusal.notFound }
    return slot
  }
}

/// The form of an artifact as posted.
struct PostedArtifact {
  let version: Int
  private(set) var content: ArtifactContent
  let kept: [ID<Person>]
  /// A change of rows, answered with the form again; nothing is stored.
  let changesRows: Bool

  init(_ form: SubmittedForm) {
    version = form.number("version") ?? -1
    content = ArtifactContent(
      description: form["description"] ?? "",
      claims: form.rows("claims").map { ArtifactClaim(claim: $0["claim"] ?? "", experiments: $0["experiments"] ?? "") },
      hardware: form["hardware"] ?? "", duration: form["duration"] ?? "", accounts: form["accounts"] ?? "",
      location: form["location"] ?? "", access: form["access"] ?? "",
      badges: form.all("badges").compactMap { ArtifactBadge(rawValue: $0) })
    kept = form.all("conflicts").map { ID($0) }
    let asked = RowAction(form["action"] ?? "save")
    changesRows = asked.act.hasPrefix("claim-")
    if asked.act == "claim-add" { content.claims.append(ArtifactClaim()) }
    if asked.act == "claim-remove", content.claims.indices.contains(asked.index) { content.claims.remove(at: asked.index) }
  }
}

import Conference
import Hummingbird
import Pages
import PeerReview

/// What reviewers know: their topics and their papers, and the scores chairs have made of them.
struct ExpertiseRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/expertise", use: expertise)
    router.post("/expertise", use: setExpertise)
    router.post("/expertise/publications", use: addPublications)
    router.post("/expertise/publications/:id", use: changePublication)
    router.get("/chair/expertise", use: chairPage)
    router.post("/chair/expertise/run", use: run)
    router.post("/chair/expertise/publications", use: loadPublications)
  }

  @Sendable private func expertise(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.reviewerDesk().expertise())
  }

  @Sendable private func setExpertise(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.reviewerDesk()
    let form = try await request.readForm()
    let (levels, unreadable) = form.numbers("topics")
    do {
      if !unreadable.isEmpty { throw Refusal.invalid(unreadable) }
      try await desk.setExpertise(levels, keywords: form.list("keywords"))
      return .seeOther("/expertise", did: .expertise)
    } catch Refusal.invalid(let problems) {
      return visit.answer(
        try await desk.expertise(typed: levels, keywords: form["keywords"], problems: problems), status: .unprocessableContent)
    }
  }

  @Sendable private func addPublications(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.reviewerDesk()
    do {
      let file = try await request.readSmallFile(limitBytes: PublicationRules.fileLimit)
      try await desk.addPublications(file.bytes, file: file.name)
      return .seeOther("/expertise", did: .publications)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.expertise(problems: problems), status: .unprocessableContent)
    }
  }

  @Sendable private func changePublication(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.reviewerDesk()
    let id = ID<Publication>(try context.parameters.require("id"))
    switch try await request.readForm()["action"] {
    case "exclude": try await desk.exclude(id, true)
    case "include": try await desk.exclude(id, false)
    case "remove": try await desk.removePublication(id)
    default: throw Refusal.malformedForm
    }
    return .seeOther("/expertise", did: .publications)
  }

  @Sendable private func chairPage(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().expertisePage())
  }

  @Sendable private func run(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    do {
      try await desk.askForTextScores()
      return .seeOther("/chair/expertise", did: .scoring)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.expertisePage(problems: problems), status: .unprocessableContent)
    }
  }

  @Sendable private func loadPublications(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    do {
      let file = try await request.readSmallFile(limitBytes: PublicationRules.fileLimit)
      try await desk.loadPublications(file.bytes, file: file.name)
      return .seeOther("/chair/expertise", did: .publicationsLoaded)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.expertisePage(problems: problems), status: .unprocessableContent)
    }
  }
}

extension Request {
  /// The form's one file, held in memory. Refuses `invalid` without one, and a larger one while it comes.
  fileprivate func readSmallFile(limitBytes: Int64) async throws -> (name: String, bytes: [UInt8]) {
    var read: (name: String, bytes: [UInt8])?
    _ = try await readForm(limits: .uploads(limitBytes: limitBytes)) { part, chunks in
      guard part.name == "file" else { throw Refusal.malformedForm }
      var bytes: [UInt8] = []
      for try await chunk in chunks { bytes += chunk.readableBytesView }
      read = (part.fileName ?? "", bytes)
    }
    guard let read, !read.bytes.isEmpty else {
      throw Refusal.invalid([FieldProblem("file", "Choose a file first, then add its papers.")])
    }
    return read
  }
}

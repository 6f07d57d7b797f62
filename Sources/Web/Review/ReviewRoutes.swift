import Conference
import HTTPTypes
import Hummingbird
import Pages
import PeerReview

/// What reviewers do with the papers assigned to them: read, write, discuss, hand back.
struct ReviewRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/reviews", use: home)
    router.get("/reviews/forms", use: forms)
    router.post("/reviews/forms", use: uploadForms)
    router.get("/reviews/:id", use: page)
    router.post("/reviews/:id", use: write)
    router.post("/reviews/:id/draft", use: keepDraft)
    router.post("/reviews/:id/comments", use: comment)
    router.post("/reviews/:id/tags", use: tag)
    router.post("/reviews/:id/recuse", use: recuse)
    router.get("/reviews/:id/files/:slot", use: download)
  }

  @Sendable private func home(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.reviewerDesk().home())
  }

  @Sendable private func forms(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return .file(
      named: "reviews.txt", type: "text/plain; charset=utf-8", try await visit.reviewerDesk().reviewForms())
  }

  /// Takes a file of filled forms, all of it or nothing.
  @Sendable private func uploadForms(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.reviewerDesk()
    let table = try await request.readTable(limitBytes: ReviewFile.limitBytes)
    do {
      try table.requireReadable()
      let submits = table.form["action"] == "submit"
      try await desk.uploadReviewForms(table.text, submits: submits)
      return .seeOther("/reviews", did: submits ? .reviewsIn : .draft)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.home(problems: problems), status: .unprocessableContent)
    }
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.reviewerDesk().review(context.assignmentID()))
  }

  /// Keeps the draft or hands the review in. Whatever is refused comes back with all that was typed.
  @Sendable private func write(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.reviewerDesk()
    let id = try context.assignmentID()
    let posted = PostedReview(try await request.readForm())
    do {
      try posted.requireReadable()
      guard posted.submits else {
        try await desk.saveDraft(id, basedOn: posted.version, posted.answers)
        return .seeOther("/reviews/\(id)", did: .draft)
      }
      try await desk.submit(id, basedOn: posted.version, posted.answers)
      return .seeOther("/reviews/\(id)", did: .reviewed)
    } catch Refusal.invalid(let problems) {
      let page = try await desk.review(
        id, typed: .init(answers: posted.answers, problems: problems, staleAgainst: posted.version))
      return visit.answer(page, status: .unprocessableContent)
    } catch Refusal.stale {
      let page = try await desk.review(id, typed: .init(answers: posted.answers, staleAgainst: posted.version))
      return visit.answer(page, status: .conflict)
    }
  }

  /// The same draft as the page saves it by itself while somebody types; the answer is for its script.
  @Sendable private func keepDraft(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let id = try context.assignmentID()
    let posted = PostedReview(try await request.readForm())
    try posted.requireReadable()
    let saved = try await visit.reviewerDesk().saveDraft(id, basedOn: posted.version, posted.answers)
    return try .json(DraftAnswer(saved))
  }

  @Sendable private func comment(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.reviewerDesk()
    let id = try context.assignmentID()
    let text = try await request.readForm()["text"] ?? ""
    do {
      try await desk.comment(id, text: text)
      return .seeOther("/reviews/\(id)", did: .commented)
    } catch Refusal.invalid(let problems) {
      let page = try await desk.review(id, typed: .init(comment: text, commentProblems: problems))
      return visit.answer(page, status: .unprocessableContent)
    }
  }

  @Sendable private func tag(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.reviewerDesk()
    let id = try context.assignmentID()
    let tags = try await request.readForm()["tags"] ?? ""
    do {
      try await desk.changeTags(tags, on: id)
      return .seeOther("/reviews/\(id)", did: .tagged)
    } catch Refusal.invalid(let problems) {
      return visit.answer(
        try await desk.review(id, typed: .init(tags: tags, tagProblems: problems)), status: .unprocessableContent)
    }
  }

  @Sendable private func recuse(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.reviewerDesk()
    let id = try context.assignmentID()
    let reason = try await request.readForm()["reason"] ?? ""
    do {
      try await desk.recuse(id, reason: reason)
      return .seeOther("/reviews", did: .recused)
    } catch Refusal.invalid(let problems) {
      return visit.answer(
        try await desk.review(id, typed: .init(recusal: reason, recusalProblems: problems)), status: .unprocessableContent)
    }
  }

  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let copy = try await visit.reviewerDesk().file(context.fileSlot(), of: context.assignmentID())
    return StoredFile(copy).response(to: request)
  }
}

/// The review form as posted.
struct PostedReview {
  /// That of the draft the edit began from.
  let version: Int
  let answers: ReviewAnswers
  let submits: Bool
  private let problems: [FieldProblem]

  init(_ form: SubmittedForm) {
    version = form.number("version") ?? 0
    submits = form["action"] == "submit"
    let (scores, problems) = form.numbers("scores")
    self.problems = problems
    answers = ReviewAnswers(scores: scores, texts: form.texts("texts"))
  }

  /// Refuses grades that are no numbers.
  func requireReadable() throws(Refusal) {
    if !problems.isEmpty { throw .invalid(problems) }
  }
}

extension WebContext {
  /// The assignment the address names.
  func assignmentID() throws -> ID<Assignment> { ID(try parameters.require("id")) }
}

import Conference
import Hummingbird
import Pages
import PeerReview

/// The letters the conference sent and those still waiting.
struct OutboxRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/chair/letters", use: page)
    router.post("/chair/letters", use: judge)
    router.get("/chair/letters/write", use: form)
    router.post("/chair/letters/write", use: write)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let (query, state) = (request.asked("q"), request.asked("state"))
    if let format = request.askedFormat {
      return try .list(try await desk.letterTable(query: query, state: state), as: format, named: "letters.csv")
    }
    return visit.answer(try await desk.letters(query: query, state: state, page: Int(request.asked("page")) ?? 1))
  }

  @Sendable private func judge(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    guard let letter = form["letter"] else { throw Refusal.malformedForm }
    let one = letter == "all" ? nil : letter
    switch form["action"] {
    case "retry":
      if let one { try await desk.retryLetter(one) } else { try await desk.retryFailedLetters() }
      return .seeOther("/chair/letters", did: .retried)
    case "release", "drop":
      try await desk.judgeHeldLetters(one, drops: form["action"] == "drop")
      return .seeOther("/chair/letters", did: .lettersJudged)
    default: throw Refusal.malformedForm
    }
  }

  @Sendable private func form(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let draft = request.asked("draft")
    return visit.answer(
      try await draft.isEmpty ? desk.letterToMany(.init(query: request.asked("q"))) : desk.letterToMany(draft: ID(draft)))
  }

  /// Previews a letter to many, sends what was previewed, or keeps and removes texts.
  @Sendable private func write(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    let wanted = WriteLettersPage.Form(
      audience: LetterAudience(rawValue: form["audience"] ?? "") ?? .reviewers, query: form["q"] ?? "",
      subject: form["subject"] ?? "", body: form["body"] ?? "", isHeld: form["hold"] == "yes", name: form["name"] ?? "")
    do {
      switch form["action"] {
      case "send":
        try await desk.sendToMany(wanted, seen: form["seen"] ?? "")
        return .seeOther("/chair/letters", did: .lettersWritten)
      case "keep":
        try await desk.keepLetterDraft(wanted.name, wanted)
        return .seeOther("/chair/letters/write", did: .letterKept)
      case "remove":
        try await desk.removeLetterDraft(ID(form["draft"] ?? ""))
        return .seeOther("/chair/letters/write", did: .removed)
      default: return visit.answer(try await desk.letterToMany(wanted))
      }
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.letterToMany(wanted, problems: problems), status: .unprocessableContent)
    } catch Refusal.stale {
      let told = "Other letters would go by now, so nothing was sent. These would go now."
      return visit.answer(try await desk.letterToMany(wanted), status: .conflict, problems: [FieldProblem("", told)])
    }
  }
}

import Conference
import HTTPTypes
import Hummingbird
import Pages
import PeerReview

/// What chairs do with one paper, and the list of all.
struct ChairSubmissionRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/chair/submissions", use: list)
    router.get("/chair/submissions/load", use: loading)
    router.post("/chair/submissions/load", use: load)
    router.get("/chair/submissions/:id", use: page)
    router.post("/chair/submissions/:id/desk-rejection", use: reject)
    router.post("/chair/submissions/:id/withdrawal", use: undoWithdrawal)
    router.post("/chair/submissions/:id/extension", use: extend)
    router.get("/chair/desk-rejections", use: many)
    router.post("/chair/desk-rejections", use: rejectMany)
    router.post("/chair/submissions/:id/ratings", use: rate)
    router.post("/chair/submissions/:id/decision", use: decide)
    router.post("/chair/submissions/:id/assignments", use: assign)
    router.post("/chair/submissions/:id/conflicts", use: changeConflicts)
    router.post("/chair/submissions/:id/lead", use: lead)
    router.post("/chair/submissions/:id/comments", use: comment)
    router.post("/chair/submissions/:id/tags", use: tag)
    router.post("/chair/submissions/:id/exception", use: answerException)
    router.post("/chair/submissions/:id/openings", use: open)
    router.get("/chair/submissions/:id/as/:office/:place", use: view)
    router.get("/chair/submissions/:id/files/:slot/:version", use: download)
  }

  @Sendable private func lead(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let id = try context.submissionID()
    let chosen = try await request.readForm()["lead"] ?? ""
    do {
      try await desk.nameDiscussionLead(of: id, chosen.isEmpty ? nil : ID(chosen))
      return .seeOther("/chair/submissions/\(id)", did: .said)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.submission(id, problems: problems), status: .unprocessableContent)
    }
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let sort = request.asked("sort")
    let listing = ChairSubmissionListPage.Listing(
      query: request.asked("q"), track: request.asked("track"), state: request.asked("state"),
      sort: sort.isEmpty ? "number" : sort)
    let desk = try visit.chairDesk()
    do {
      if request.asked("format") == "numbers" {
        return .text(try await desk.submissionNumbers(listing).map { "\($0)\n" }.joined())
      }
      if let format = request.askedFormat {
        return .papers(try await desk.submissionExport(listing), as: format, house.site.logger)
      }
    } catch Refusal.invalid where !request.wantsJSON {
      // The page tells where the search isn't understood.
      return visit.answer(try await desk.submissions(listing), status: .unprocessableContent)
    }
    return visit.answer(try await desk.submissions(listing, page: Int(request.asked("page")) ?? 1))
  }

  @Sendable private func loading(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().loadingPage())
  }

  /// Previews a file of papers, or loads those that were previewed.
  @Sendable private func load(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let table = try await request.readTable(limitBytes: LoadSubmissionsPage.limitBytes)
    let form = table.form
    let wanted = LoadSubmissionsPage.Form(
      text: table.text, track: form["track"] ?? "", asSubmitted: form["as"] == "submitted", reason: form["reason"] ?? "",
      tellsAuthors: form["letters"] == "yes")
    do {
      try table.requireReadable()
      guard form["action"] == "apply" else { return visit.answer(try await desk.loadingPage(wanted)) }
      try await desk.loadSubmissions(wanted, seen: form["seen"] ?? "")
      return .seeOther("/chair/submissions", did: .loadedSubmissions)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.loadingPage(wanted, problems: problems), status: .unprocessableContent)
    } catch Refusal.stale {
      let told = "Papers came in meanwhile, so nothing was loaded. This is what would be loaded now."
      return visit.answer(try await desk.loadingPage(wanted), status: .conflict, problems: [FieldProblem("", told)])
    }
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let finding = request.asked("reject")
    return visit.answer(
      try await visit.chairDesk().submission(
        context.submissionID(), choosesPerson: request.asked("choose") == "person",
        rejectingFor: finding.isEmpty ? nil : ID(finding)))
  }

  @Sendable private func view(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let part = PaperPart(office: try context.parameters.require("office"), place: try context.parameters.require("place"))
    guard let part else { throw Refusal.notFound }
    return visit.answer(try await visit.chairDesk().viewing(context.submissionID(), as: part))
  }

  @Sendable private func reject(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(request, context) { desk, id, form in
      if form["action"] == "revoke" {
        try await desk.takeRejectionBack(id)
        return .returned
      }
      try await desk.rejectWithoutReview(id, ground: form["ground"] ?? "", explanation: form["explanation"] ?? "")
      return .rejected
    } typed: {
      .init(ground: $0["ground"] ?? "", explanation: $0["explanation"] ?? "")
    }
  }

  @Sendable private func undoWithdrawal(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(request, context) { desk, id, _ in
      try await desk.undoWithdrawal(id)
      return .undone
    }
  }

  @Sendable private func extend(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(request, context) { desk, id, form in
      try await desk.extend(id, hours: form.number("hours") ?? 0)
      return .extended
    }
  }

  @Sendable private func many(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let begun = ChairDesk.ManyRejections(query: request.asked("q"), ground: request.asked("ground"), explanation: "")
    return visit.answer(try await visit.chairDesk().manyRejections(begun, previews: false))
  }

  /// Previews what a search would reject, or rejects what was previewed. What is typed may be longer than an address.
  @Sendable private func rejectMany(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    let asked = ChairDesk.ManyRejections(
      query: form["q"] ?? "", ground: form["ground"] ?? "", explanation: form["explanation"] ?? "")
    do {
      guard form["action"] == "apply" else {
        let page = try await desk.manyRejections(asked)
        return visit.answer(page, status: page.preview == nil ? .unprocessableContent : .ok)
      }
      try await desk.rejectMany(asked, seen: form["seen"] ?? "")
      return .seeOther("/chair/submissions", did: .rejectedMany)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.manyRejections(asked, problems: problems), status: .unprocessableContent)
    } catch Refusal.stale {
      let told = "Other papers are found by now, so nothing was rejected. This is what would be rejected now."
      return visit.answer(try await desk.manyRejections(asked), status: .conflict, problems: [FieldProblem("", told)])
    }
  }

  @Sendable private func rate(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let id = try context.submissionID()
    let form = try await request.readForm()
    let notes = form.texts("notes")
    let typed = form.texts("ratings").map { key, grade in
      (key, ReviewRating(grade: grade.isEmpty ? nil : Int(grade) ?? 0, note: notes[key] ?? ""))
    }
    let ratings = Dictionary(typed, uniquingKeysWith: { first, _ in first })
    do {
      try await desk.rate(
        id, Dictionary(ratings.map { (ID<Assignment>($0.key), $0.value) }, uniquingKeysWith: { first, _ in first }))
      return .seeOther("/chair/submissions/\(id)", did: .saved)
    } catch Refusal.invalid(let problems) {
      let page = try await desk.submission(id, typed: .init(ratings: ratings), problems: problems)
      return visit.answer(page, status: .unprocessableContent)
    }
  }

  @Sendable private func decide(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(request, context) { desk, id, form in
      let version = form.number("version") ?? 0
      try await desk.decide(id, kind: form["decision"] ?? "", note: form["note"] ?? "", version: version)
      return .decided
    } typed: { form in
      .init(decision: form["decision"] ?? "", note: form["note"] ?? "", version: form.number("version") ?? 0)
    }
  }

  @Sendable private func assign(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(request, context) { desk, id, form in
      let reviewer = ID<Person>(form["reviewer"] ?? "")
      if form["action"] == "remove" {
        try await desk.unassign(reviewer: reviewer, from: id)
        return .unassigned
      }
      try await desk.assign(reviewer: reviewer, to: id)
      return .assigned
    }
  }

  @Sendable private func changeConflicts(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(request, context) { desk, id, form in
      if form["action"] == "remove" {
        try await desk.removeConflict(id, conflict: form["conflict"] ?? "")
      } else {
        let typed = typedConflict(form)
        try await desk.addConflict(id, person: typed.person, kind: typed.kind, seen: typed.seen, endsTask: typed.endsTask)
      }
      return .conflicts
    } typed: {
      $0["action"] == "remove" ? .init() : .init(conflict: typedConflict($0))
    }
  }

  private func typedConflict(_ form: SubmittedForm) -> ChairDesk.TypedConflict {
    .init(
      person: ID(form["person"] ?? ""), kind: form["kind"] ?? "", seen: form["seen"], endsTask: form["ends"] == "yes")
  }

  @Sendable private func comment(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(request, context) { desk, id, form in
      try await desk.comment(id, text: form["text"] ?? "")
      return .commented
    } typed: {
      .init(comment: $0["text"] ?? "")
    }
  }

  @Sendable private func tag(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(request, context) { desk, id, form in
      try await desk.changeTags(form["tags"] ?? "", on: id)
      return .tagged
    } typed: {
      .init(tags: $0["tags"] ?? "")
    }
  }

  @Sendable private func answerException(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(request, context) { desk, id, form in
      guard let answer = form["answer"], ["approve", "refuse"].contains(answer) else {
        throw Refusal.invalid([FieldProblem("answer", "Choose whether you approve or refuse.")])
      }
      try await desk.answerException(
        id, key: form["exception"] ?? "", approved: answer == "approve", reason: form["reason"] ?? "")
      return .approved
    }
  }

  @Sendable private func open(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(request, context) { desk, id, form in
      try await desk.open(
        form["secret"] ?? "", of: id, to: ID(form["reviewer"] ?? ""), reason: form["reason"] ?? "")
      return .opened
    } typed: {
      .init(openingReason: $0["reason"] ?? "")
    }
  }

  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    guard let version = Int(try context.parameters.require("version")) else { throw Refusal.notFound }
    let copy = try await visit.chairDesk().file(context.fileSlot(), version: version, of: context.submissionID())
    return StoredFile(copy).response(to: request)
  }

  /// One act on a paper. Whatever is refused comes back on the paper's page with all that was typed.
  private func act(
    _ request: Request, _ context: WebContext,
    _ body: (ChairDesk, ID<Submission>, SubmittedForm) async throws -> DoneNotice,
    typed: (SubmittedForm) -> ChairDesk.Typed = { _ in ChairDesk.Typed() }
  ) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let id = try context.submissionID()
    let form = try await request.readForm()
    do {
      let done = try await body(desk, id, form)
      // A chair who declares a conflict of their own doesn't find the paper from then on.
      let leadsOn = (try? await desk.submission(id)) != nil
      return .seeOther(leadsOn ? "/chair/submissions/\(id)" : "/chair/submissions", did: done)
    } catch Refusal.invalid(let problems) {
      let page = try await desk.submission(id, typed: typed(form), problems: problems)
      return visit.answer(page, status: .unprocessableContent)
    } catch Refusal.stale {
      return visit.answer(try await desk.submission(id, typed: typed(form)), status: .conflict)
    }
  }
}

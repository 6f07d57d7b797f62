import Conference
import Hummingbird
import Pages
import PeerReview

/// Sessions and the order of papers.
struct ProceedingsRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/chair/proceedings", use: page)
    router.post("/chair/proceedings", use: save)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().proceedings())
  }

  /// Whatever is refused comes back with all that was typed.
  @Sendable private func save(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let posted = PostedArrangement(try await request.readForm())
    if posted.changesRows { return visit.answer(try await desk.proceedings(typed: posted.typed)) }
    do {
      try await desk.arrange(posted.typed)
      return .seeOther("/chair/proceedings", did: .saved)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.proceedings(typed: posted.typed, problems: problems), status: .unprocessableContent)
    } catch Refusal.stale {
      let page = try await desk.proceedings(typed: posted.typed, problems: [FieldProblem("", PostedArrangement.changedMeanwhile)])
      return visit.answer(page, status: .conflict)
    }
  }
}

/// The form of sessions and places as posted.
struct PostedArrangement {
  private(set) var typed: ChairDesk.Arrangement
  /// A change of rows, answered with the form again; nothing is stored.
  let changesRows: Bool

  static let changedMeanwhile =
    "Another chair changed the sessions meanwhile. Below stands what you typed; save again to put it in their place."

  init(_ form: SubmittedForm) {
    let sessions = form.rows("sessions").map { SessionTitle(key: $0["key"] ?? "", title: $0["title"] ?? "") }
    var placements: [ID<Submission>: Placement] = [:]
    for field in form.fields where field.name.hasPrefix("papers.") {
      let words = field.name.split(separator: ".", omittingEmptySubsequences: false)
      guard words.count == 3 else { continue }
      let id = ID<Submission>(String(words[1]))
      switch words[2] {
      case "session": placements[id, default: Placement()].session = field.value
      case "rank": placements[id, default: Placement()].rank = field.value.isEmpty ? 0 : Int(field.value) ?? -1
      default: continue
      }
    }
    typed = ChairDesk.Arrangement(version: form.number("version") ?? -1, sessions: sessions, placements: placements)
    let action = form["action"] ?? "save"
    changesRows = action.hasPrefix("session-")
    if changesRows { change(action) }
  }

  private mutating func change(_ action: String) {
    let asked = RowAction(action)
    let index = asked.index
    let other = asked.act == "session-up" ? index - 1 : index + 1
    if asked.act == "session-add" {
      typed.sessions.append(SessionTitle(key: "", title: ""))
    } else if typed.sessions.indices.contains(index), typed.sessions.indices.contains(other) {
      typed.sessions.swapAt(index, other)
    }
  }
}

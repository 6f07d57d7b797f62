import Conference
import Hummingbird
import Pages
import PeerReview

/// Whose reviews are missing, and the letters that remind of them.
struct ReminderRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/chair/reminders", use: page)
    router.post("/chair/reminders", use: remind)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().reminders())
  }

  @Sendable private func remind(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    let message = form["message"] ?? ""
    do {
      switch form["action"] {
      case "all": try await desk.remind(nil, message: message)
      case "chosen": try await desk.remind(form.all("person").map { ID($0) }, message: message)
      default: throw Refusal.malformedForm
      }
      return .seeOther("/chair/reminders", did: .reminded)
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.reminders(message: message, problems: problems), status: .unprocessableContent)
    }
  }
}

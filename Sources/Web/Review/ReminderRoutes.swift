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
    let desk = try visit.chairDesk()
    if let format = request.askedFormat {
      return try .list(try await desk.reminderTable(), as: format, named: "missing-reviews.csv")
    }
    return visit.answer(try await desk.reminders(outcome: RemindersPage.Outcome(request)))
  }

  @Sendable private func remind(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    let message = form["message"] ?? ""
    do {
      let outcome: RemindersPage.Outcome
      switch form["action"] {
      case "all": outcome = try await desk.remind(nil, message: message)
      case "chosen": outcome = try await desk.remind(form.all("person").map { ID($0) }, message: message)
      default: throw Refusal.malformedForm
      }
      return .seeOther("/chair/reminders?sent=\(outcome.sent)&passed=\(outcome.passedOver)")
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.reminders(message: message, problems: problems), status: .unprocessableContent)
    }
  }
}

extension RemindersPage.Outcome {
  /// As the address tells it after reminding; nil when it tells of none.
  fileprivate init?(_ request: Request) {
    guard let sent = Int(request.asked("sent")), let passedOver = Int(request.asked("passed")), sent >= 0, passedOver >= 0 else {
      return nil
    }
    self.init(sent: sent, passedOver: passedOver)
  }
}

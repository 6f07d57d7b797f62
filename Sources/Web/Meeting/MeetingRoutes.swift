import Conference
import HTTPTypes
import Hummingbird
import Pages
import PeerReview

/// The committee's meeting.
struct MeetingRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/meeting", use: page)
    router.get("/chair/meeting", use: chairPage)
    router.post("/chair/meeting", use: act)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.reviewerDesk().meeting())
  }

  @Sendable private func chairPage(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().meeting())
  }

  @Sendable private func act(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    let (query, seen) = (form["q"] ?? "", form["seen"] ?? "")
    do {
      switch form["action"] {
      case "agenda": try await desk.setAgenda(query)
      case "call": try await desk.callPaper(ID(form["paper"] ?? ""), seen: seen)
      case "next": try await desk.callNext(seen: seen)
      case "pause": try await desk.pauseMeeting(seen: seen)
      default: throw Refusal.malformedForm
      }
      return .seeOther("/chair/meeting")
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.meeting(query: query, problems: problems), status: .unprocessableContent)
    } catch Refusal.stale {
      let told = "The meeting went on since this page was shown, so nothing was changed. This is what stands now."
      return visit.answer(try await desk.meeting(), status: .conflict, problems: [FieldProblem("", told)])
    }
  }
}

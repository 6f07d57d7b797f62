import Conference
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import PeerReview

/// What screening noticed: for authors of their own paper, for chairs of all they may know of.
struct ScreeningRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/submissions/:id/screening", use: ofPaper)
    router.get("/submissions/:id/screening/:finding", use: pictureForAuthors)
    router.get("/chair/screening", use: queue)
    router.post("/chair/screening", use: judge)
    router.get("/chair/screening/:finding", use: finding)
    router.get("/chair/screening/:finding/picture", use: pictureForChairs)
    router.get("/chair/submissions/:id/nearest", use: nearest)
  }

  @Sendable private func ofPaper(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.authorDesk().screening(context.submissionID()))
  }

  @Sendable private func pictureForAuthors(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return .drawing(try await visit.authorDesk().picture(of: context.findingID(), in: context.submissionID()))
  }

  @Sendable private func nearest(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().nearestPapers(to: context.submissionID()))
  }

  @Sendable private func queue(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let listing = ScreeningQueuePage.Listing(
      code: request.asked("code"), severity: request.asked("severity"), state: request.asked("state"),
      paper: request.asked("paper"))
    let desk = try visit.chairDesk()
    if let format = request.askedFormat {
      return try .list(try await desk.screeningTable(listing), as: format, named: "screening.csv")
    }
    return visit.answer(try await desk.screening(listing, page: Int(request.asked("page")) ?? 1))
  }

  @Sendable private func finding(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.chairDesk().finding(context.findingID()))
  }

  @Sendable private func pictureForChairs(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return .drawing(try await visit.chairDesk().picture(of: context.findingID()))
  }

  /// One finding by its own button, several after a preview.
  @Sendable private func judge(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.chairDesk()
    let form = try await request.readForm()
    let listing = ScreeningQueuePage.Listing(
      code: form["code"] ?? "", severity: form["severity"] ?? "", state: form["state"] ?? "", paper: form["paper"] ?? "")
    let page = form.number("page") ?? 1
    do {
      guard let wanted = Wanted(form) else { throw Refusal.malformedForm }
      switch wanted {
      case .preview(let ids, let verdict): return visit.answer(try await desk.previewJudgement(ids, verdict, listing))
      case .judge(let ids, let verdict, let note): try await desk.judge(ids, verdict, note: note)
      }
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.screening(listing, page: page, problems: problems), status: .unprocessableContent)
    }
    if form["back"] == "finding", let id = form["chosen"] { return .seeOther(Link("/chair/screening/\(id)").text, did: .judged) }
    return .seeOther(listing.address(page: page).text, did: .judged)
  }

  private enum Wanted {
    /// Without ids, all that match the filter.
    case preview([ID<ScreeningFinding>]?, FindingVerdict)
    case judge([ID<ScreeningFinding>], FindingVerdict?, note: String)

    init?(_ form: SubmittedForm) {
      func one(_ name: String) -> [ID<ScreeningFinding>]? { form[name].map { [ID($0)] } }
      let chosen = form.all("chosen").map { ID<ScreeningFinding>($0) }
      switch form["action"] {
      case "preview-confirmed": self = .preview(chosen, .confirmed)
      case "preview-dismissed": self = .preview(chosen, .dismissed)
      case "judge":
        guard let verdict = FindingVerdict(rawValue: form["verdict"] ?? "") else { return nil }
        self = .judge(chosen, verdict, note: form["note"] ?? "")
      default:
        if let id = one("confirm") {
          self = .judge(id, .confirmed, note: "")
        } else if let id = one("dismiss") {
          self = .judge(id, .dismissed, note: "")
        } else if let id = one("reopen") {
          self = .judge(id, nil, note: "")
        } else if let verdict = FindingVerdict(rawValue: form["all"] ?? "") {
          self = .preview(nil, verdict)
        } else {
          return nil
        }
      }
    }
  }
}

extension WebContext {
  fileprivate func findingID() throws -> ID<ScreeningFinding> { ID(try parameters.require("finding")) }
}

extension Response {
  /// A drawing that runs nothing and loads nothing.
  fileprivate static func drawing(_ picture: PlacePicture) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: "image/svg+xml", .cacheControl: "no-store",
        .contentSecurityPolicy: "sandbox; default-src 'none'; img-src data:; frame-ancestors 'none'",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: picture.bytes)))
  }
}

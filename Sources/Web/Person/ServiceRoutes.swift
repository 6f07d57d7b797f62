import Conference
import HTTPTypes
import Hummingbird
import Pages
import PeerReview

/// Statements of service: asked for by whoever served, checked by anyone.
struct ServiceRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/account/service", use: page)
    router.post("/account/service", use: issue)
    router.get("/service/key", use: key)
    router.get("/service/:token", use: statement)
    router.get("/service/:token/text", use: text)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.accountDesk().service(at: house.call))
  }

  @Sendable private func issue(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.accountDesk()
    let office = try await request.readForm()["office"] ?? ""
    do {
      return .seeOther("/service/\(try await desk.issueStatement(office, at: house.call))")
    } catch Refusal.invalid(let problems) {
      let page = try await desk.service(at: house.call, problems: problems)
      return visit.answer(page, status: .unprocessableContent)
    }
  }

  @Sendable private func statement(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.visit(request, context)
    return visit.answer(try await house.conference.serviceStatement(try token(context), at: house.call))
  }

  /// The signed bytes and nothing else.
  @Sendable private func text(_ request: Request, _ context: WebContext) async throws -> Response {
    let page = try await house.conference.serviceStatement(try token(context), at: house.call)
    return .file(named: "statement-of-service.txt", type: "text/plain; charset=utf-8", page.text)
  }

  @Sendable private func key(_ request: Request, _ context: WebContext) async throws -> Response {
    .file(named: "lectern-public-key.pem", type: "application/x-pem-file", try await house.conference.serviceKey())
  }

  private func token(_ context: WebContext) throws -> String {
    guard let token = context.parameters.get("token") else { throw Refusal.notFound }
    return token
  }
}

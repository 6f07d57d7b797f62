import Conference
import HTTPTypes
import Hummingbird
import Pages
import PeerReview

/// What a person takes along and has erased.
struct OwnDataRoutes {
  let house: House

  func add(to router: RouterGroup<WebContext>) {
    router.get("/account/data", use: page)
    router.post("/account/data/file", use: file)
    router.post("/account/erase", use: erase)
    router.get("/account/erased", use: erased)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    return visit.answer(try await visit.accountDesk().dataPage())
  }

  @Sendable private func file(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    _ = try await request.readForm()
    let bytes = try await visit.accountDesk().ownData(at: house.call)
    return Response(
      status: .ok, headers: [.contentType: "application/json", .contentDisposition: "attachment; filename=\"my-data.json\""],
      body: ResponseBody(contentLength: bytes.count) { writer in
        for start in stride(from: 0, to: bytes.count, by: 65_536) {
          try await writer.write(ByteBuffer(bytes: bytes[start..<min(start + 65_536, bytes.count)]))
        }
        try await writer.finish(nil)
      })
  }

  @Sendable private func erase(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.signedInVisit(request, context)
    let desk = try visit.accountDesk()
    let typed = try await request.readForm()["email"] ?? ""
    do {
      try await desk.erase(typed: typed)
      var response = Response.seeOther("/account/erased")
      response.expireCookie(.session)
      return response
    } catch Refusal.invalid(let problems) {
      return visit.answer(try await desk.dataPage(typed: typed, problems: problems), status: .unprocessableContent)
    }
  }

  @Sendable private func erased(_ request: Request, _ context: WebContext) async throws -> Response {
    let visit = try await house.visit(request, context)
    return visit.answer(ErasedPage())
  }
}

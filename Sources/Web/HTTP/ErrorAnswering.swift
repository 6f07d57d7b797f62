import HTTPTypes
import Hummingbird
import Logging
import NIOHTTP1
import PeerReview

/// Turns whatever a route throws into an answer: refusals by the one map, all else into a fault with a reference.
struct ErrorAnswering: RouterMiddleware {
  typealias Context = WebContext

  let site: Site
  let allowedMethods: AllowedMethods

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let refusal as Refusal {
      // What may not be seen answers exactly like what doesn't exist.
      return answer(refusal == .notFound ? .notFound : .refused(refusal, serverTime: context.receivedAt), to: request)
    } catch let stale as StaleForm {
      return answer(.staleForm(typed: stale.typed), to: request)
    } catch let busy as LoadShedder.Busy {
      return answer(.busy(retryAfterSeconds: busy.retryAfterSeconds), to: request)
    } catch let error as HTTPParserError {
      throw error
    } catch let error as any HTTPResponseError where error.status.code < 500 {
      return await answer(error, to: request, context)
    } catch {
      let reference = site.randomText(bytes: 6)
      site.logger.error(
        "fault",
        metadata: [
          "reference": "\(reference)", "method": "\(request.method.rawValue)", "path": "\(context.endpointPath ?? "")",
          "error": "\(String(reflecting: error))",
        ])
      return answer(.fault(reference: reference), to: request)
    }
  }

  private func answer(_ error: any HTTPResponseError, to request: Request, _ context: WebContext) async -> Response {
    guard error.status == .notFound else {
      return answer(.badRequest, to: request)
    }
    guard context.endpointPath == "NotFound", let allowed = await allowedMethods.list(for: request, context) else {
      return answer(.notFound, to: request)
    }
    var response = answer(.methodNotAllowed, to: request)
    response.headers[.allow] = allowed
    return response
  }

  private func answer(_ page: ErrorPage, to request: Request) -> Response {
    var response: Response
    if request.wantsJSON {
      response = (try? .json(status: page.status, ErrorAnswer(page))) ?? Response(status: page.status)
    } else {
      response = .page(status: page.status, site.renderPage(page))
    }
    if let seconds = page.retryAfterSeconds { response.headers[.retryAfter] = String(seconds) }
    return response
  }
}

extension Request {
  /// Programs are answered in JSON: under `/api/`, when they accept it and not HTML, and scripts that send forms.
  var wantsJSON: Bool {
    if isFetch && method == .post { return true }
    if uri.path == "/api" || uri.path.hasPrefix("/api/") { return true }
    let accepted = HTTPHeaderList.values(headers[values: .accept]).map { $0.lowercased() }
    return accepted.contains { $0.hasPrefix("application/json") } && !accepted.contains { $0.hasPrefix("text/html") }
  }
}

import HTTPTypes
import Hummingbird
import PeerReview
import Synchronization

/// Puts reads off when too many are being answered, so that a submission is never the one that has to wait (C24).
///
/// Counts `GET` and `HEAD` only, assets excepted. Writes are never put off.
struct LoadShedder: RouterMiddleware {
  typealias Context = WebContext

  private final class Count: Sendable {
    let value = Mutex(0)
  }

  private let limit: Int
  private let count = Count()

  init(readsInFlight limit: Int) {
    self.limit = limit
  }

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard request.method == .get || request.method == .head, !request.uri.path.hasPrefix("/assets/") else {
      return try await next(request, context)
    }
    let admitted = count.value.withLock { value in
      guard value < limit else { return false }
      value += 1
      return true
    }
    guard admitted else { throw Busy() }
    defer { count.value.withLock { $0 -= 1 } }
    return try await next(request, context)
  }

  /// Too many reads at once.
  struct Busy: Error {
    let retryAfterSeconds = 5
  }
}

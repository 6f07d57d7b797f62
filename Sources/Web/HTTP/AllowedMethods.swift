import HTTPTypes
import Hummingbird
import Synchronization

/// Knows which methods each address takes, so that the wrong one is answered with 405 rather than 404.
final class AllowedMethods: Sendable {
  private let paths = Mutex<RouterResponder<WebContext>?>(nil)

  /// Reads the routes; call it once they are all added.
  func learn(_ router: Router<WebContext>) {
    var methods: [String: (path: RouterPath, names: Set<String>)] = [:]
    for route in router.routes {
      methods[route.path.description, default: (route.path, [])].names.insert(route.method.rawValue)
    }
    let known = Router(context: WebContext.self)
    for description in methods.keys.sorted() {
      guard let (path, names) = methods[description] else { continue }
      let list = names.union(names.contains("GET") ? ["HEAD"] : []).sorted().joined(separator: ", ")
      known.get(path) { _, _ in Response(status: .ok, headers: [.allow: list]) }
    }
    let responder = known.buildResponder()
    paths.withLock { $0 = responder }
  }

  /// The methods of the request's address, as `Allow` lists them; `nil` when there is no such address.
  func list(for request: Request, _ context: WebContext) async -> String? {
    guard let responder = paths.withLock({ $0 }) else { return nil }
    var head = request.head
    head.method = .get
    let endpoint = context.coreContext.endpointPath.value
    defer { context.coreContext.endpointPath.value = endpoint }
    let answer = try? await responder.respond(to: Request(head: head, body: RequestBody(buffer: ByteBuffer())), context: context)
    return answer?.status == .ok ? answer?.headers[.allow] : nil
  }
}

import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

/// All of an answer that reaches the other end.
struct RouterAnswer: Sendable {
  let status: HTTPResponse.Status
  let headers: HTTPFields
  let body: ByteBuffer
}

/// Asks a server's routes without a socket.
///
/// The library's own client for tests would do; with it come a client of HTTP, HTTP/2 and a second copy of BoringSSL, which are a
/// sixth of what the tests take to build.
struct RouterClient: Sendable {
  /// As much as a socket hands over at once.
  private static let chunkBytes = 32 * 1024
  private let respond: @Sendable (Request) async throws -> Response

  init(_ server: some ApplicationProtocol) async throws {
    respond = try await Self.responding(server.responder, server.logger)
  }

  private static func responding<Responder: HTTPResponder>(
    _ responder: Responder, _ logger: Logger
  ) -> @Sendable (Request) async throws -> Response
  where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    { request in
      let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger)
      return try await responder.respond(to: request, context: Responder.Context(source: source))
    }
  }

  @discardableResult
  func execute<Value>(
    uri: String, method: HTTPRequest.Method, headers: HTTPFields = [:], body: ByteBuffer? = nil,
    _ read: (RouterAnswer) async throws -> Value
  ) async throws -> Value {
    var headers = headers
    if let body { headers[.contentLength] = String(body.readableBytes) }
    let request = Request(
      head: HTTPRequest(method: method, scheme: "http", authority: "localhost", path: uri, headerFields: headers),
      body: RequestBody(asyncSequence: Self.chunks(of: body ?? ByteBuffer())))
    let response = try await respond(request)
    let collector = BodyCollector()
    try await response.body.write(collector)
    return try await read(RouterAnswer(status: response.status, headers: response.headers, body: collector.body))
  }

  private static func chunks(of body: ByteBuffer) -> AsyncStream<ByteBuffer> {
    AsyncStream { stream in
      var body = body
      while let chunk = body.readSlice(length: min(chunkBytes, max(1, body.readableBytes))) { stream.yield(chunk) }
      stream.finish()
    }
  }

  private final class BodyCollector: ResponseBodyWriter, Sendable {
    private let taken = Mutex(ByteBuffer())

    var body: ByteBuffer { taken.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws { _ = taken.withLock { $0.writeImmutableBuffer(buffer) } }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
  }
}

extension ApplicationProtocol {
  /// Runs `body` with a client of this server's routes.
  func asked<Value>(_ body: (RouterClient) async throws -> Value) async throws -> Value {
    try await body(RouterClient(self))
  }
}

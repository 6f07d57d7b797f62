import HTTPTypes
import Hummingbird
import LecternTesting
import NIOCore
import PeerReview
import ServiceLifecycle
import Testing

@testable import Web

@Suite("Connections")
struct ConnectionTests {
  private func withPort(
    _ limits: ServingLimits = ServingLimits(), _ body: @escaping @Sendable (Int) async throws -> Void
  ) async throws {
    let (ports, opened) = AsyncStream<Int>.makeStream()
    let site = SampleSite(limits: limits)
    let server = site.server(onRunning: { opened.yield($0) }) { router in
      router.get("/hello") { _, _ in HTMLResponse(html: "hello") }
      router.post("/upload") { request, _ in
        var size = 0
        let form = try await request.readForm(limits: .uploads(limitBytes: 1_000_000)) { _, chunks in
          for try await chunk in chunks { size += chunk.readableBytes }
        }
        return HTMLResponse(html: "took \(size) \(form["t"] ?? "")")
      }
    }
    let services = ServiceGroup(configuration: .init(services: [server], logger: site.log.logger))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await services.run() }
      let result: Result<Void, any Error>
      do {
        try await body(await ports.first { _ in true } ?? 0)
        result = .success(())
      } catch { result = .failure(error) }
      await services.triggerGracefulShutdown()
      try await group.waitForAll()
      try result.get()
    }
  }

  private static func head(_ length: Int, _ more: String = "") -> String {
    "POST /upload HTTP/1.1\r\nHost: a\r\nCookie: __Host-lectern=sesame\r\nX-CSRF: token-of-ada\r\n"
      + "Content-Type: multipart/form-data; boundary=xYz\r\nContent-Length: \(length)\r\n\(more)\r\n"
  }

  private static let open = "--xYz\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"a\"\r\n\r\n"
  private static let end = "\r\n--xYz--\r\n"

  @Test("A client that waits to be asked for its upload is asked at once")
  func expectContinue() async throws {
    try await withPort { port in
      let body = Self.open + "12345" + Self.end
      let answer = try await RawConnection.exchange(
        port: port, send: [Self.head(body.utf8.count, "Expect: 100-continue\r\n")], until: "100 Continue\r\n\r\n",
        then: [body], last: "took 5")
      #expect(answer.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"))
    }
  }

  @Test("A client that waits with far too much is refused without being asked")
  func expectRefused() async throws {
    try await withPort { port in
      let answer = try await RawConnection.exchange(
        port: port, send: [Self.head(4_000_000_000, "Expect: 100-continue\r\n")], last: "too-large")
      #expect(answer.hasPrefix("HTTP/1.1 413 "))
      #expect(answer.lowercased().contains("\r\nconnection: close\r\n"))
    }
  }

  @Test("An upload beyond the limit is answered while it is still being sent, and the connection then closes")
  func refusedUpload() async throws {
    try await withPort { port in
      let chunk = String(repeating: "x", count: 100_000)
      let size = Self.open.utf8.count + 30 * 100_000 + Self.end.utf8.count
      // Ends only when the server closes: every byte sent was taken and the whole answer arrived.
      let answer = try await RawConnection.exchange(
        port: port, send: [Self.head(size), Self.open] + Array(repeating: chunk, count: 30) + [Self.end])
      #expect(answer.hasPrefix("HTTP/1.1 413 "))
      #expect(answer.hasSuffix("<h1>413 too-large</h1>"))
    }
  }

  @Test("After a refused upload no more than the bound is taken")
  func lingerBound() async throws {
    try await withPort(ServingLimits(lingerBytes: 100_000)) { port in
      let chunk = String(repeating: "x", count: 100_000)
      let endless = Self.head(3_000_000) + Self.open
      let answer = try? await RawConnection.exchange(port: port, send: [endless] + Array(repeating: chunk, count: 25))
      // The client never ends its body; that this returns at all shows the server closing.
      #expect(answer == nil || answer?.hasPrefix("HTTP/1.1 413 ") == true)
    }
  }

  @Test("Requests sent together are answered in order on one connection")
  func pipelined() async throws {
    try await withPort { port in
      let body = Self.open + "123" + Self.end
      let get = "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n"
      let last = "GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
      let answer = try await RawConnection.exchange(port: port, send: [get + Self.head(body.utf8.count) + body + get + last])
      #expect(answer.components(of: "HTTP/1.1 200 OK") == 4)
      #expect(answer.components(of: "hello") == 3)
      #expect(answer.components(of: "took 3") == 1)
    }
  }

  @Test("Header lines beyond the limit, and bytes that aren't HTTP, are answered 400 and closed")
  func badHeaders() async throws {
    try await withPort { port in
      let long = "GET /hello HTTP/1.1\r\nHost: a\r\nX-Long: \(String(repeating: "x", count: 40_000))\r\n\r\n"
      let many = "GET /hello HTTP/1.1\r\nHost: a\r\n\((0..<200).map { "X-\($0): 1\r\n" }.joined())\r\n"
      for request in [long, many, "\u{1}\u{2}nonsense\r\n\r\n"] {
        let answer = try await RawConnection.exchange(port: port, send: [request])
        #expect(answer.hasPrefix("HTTP/1.1 400 "))
      }
    }
  }

  @Test("A client that leaves in the middle of its upload doesn't disturb the next")
  func leaves() async throws {
    try await withPort { port in
      for _ in 0..<20 {
        _ = try? await RawConnection.exchange(
          port: port, send: [Self.head(500_000, "Expect: 100-continue\r\n"), Self.open + "abc"], last: "100 Continue")
      }
      let answer = try await RawConnection.exchange(
        port: port, send: ["GET /hello HTTP/1.1\r\nHost: a\r\n\r\n"], last: "hello")
      #expect(answer.hasPrefix("HTTP/1.1 200 "))
    }
  }
}

extension String {
  /// How often `text` occurs.
  func components(of text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.firstRange(of: text) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}

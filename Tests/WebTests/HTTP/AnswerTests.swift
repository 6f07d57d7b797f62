import HTTPTypes
import Hummingbird
import LecternTesting
import NIOCore
import PeerReview
import Testing

@testable import Web

@Suite("Answers")
struct AnswerTests {
  struct Secret: Error {
    let text = "secret detail"
  }

  private static let refusals: [(Refusal, HTTPResponse.Status)] = [
    (.notFound, .notFound), (.notYetOpen(opens: Instant(seconds: 1)), .forbidden),
    (.closed(since: Instant(seconds: 1)), .forbidden),
    (.notYours, .forbidden), (.conflicted, .forbidden), (.invalid([FieldProblem("title", "Too long.")]), .unprocessableContent),
    (.stale, .conflict), (.tooLarge(limitBytes: 50), .contentTooLarge), (.tooMany(retryAfterSeconds: 7), .tooManyRequests),
    (.unavailable(reason: "disk full at /srv"), .serviceUnavailable),
  ]

  private func server(_ sample: SampleSite) -> some ApplicationProtocol {
    sample.server { router in
      router.get("/hello") { _, _ in HTMLResponse(html: "hello") }
      router.get("/form") { _, context in HTMLResponse(html: context.formToken.text) }
      router.get("/refuse/:number") { _, context -> HTMLResponse in
        let number = Int(context.parameters.get("number") ?? "") ?? 0
        throw Self.refusals.indices.contains(number) ? Self.refusals[number].0 : Refusal.notFound
      }
      router.get("/break") { _, _ -> HTMLResponse in throw Secret() }
      router.get("/bad") { _, _ -> HTMLResponse in throw HTTPError(.badRequest, message: "internal words") }
      router.get("/gone/:id") { _, _ -> HTMLResponse in throw Refusal.notFound }
      router.get("/api/refuse") { _, _ -> HTMLResponse in throw Refusal.invalid([FieldProblem("title", "Too \"long\".")]) }
      router.addAssets([StaticAsset(name: SafeFileName("site", suffix: "css"), contentType: "text/css", bytes: Array("a{}".utf8))]
      )
    }
  }

  @Test("Each refusal has its status and page")
  func refusals() async throws {
    try await server(SampleSite()).asked { client in
      for (number, (refusal, status)) in Self.refusals.enumerated() {
        try await client.execute(uri: "/refuse/\(number)", method: .get) { response in
          #expect(response.status == status, "\(refusal)")
          #expect(String(buffer: response.body).hasPrefix("<h1>\(status.code)"))
          #expect(!String(buffer: response.body).contains("/srv"))
        }
      }
      try await client.execute(uri: "/refuse/8", method: .get) { #expect($0.headers[.retryAfter] == "7") }
      try await client.execute(uri: "/refuse/9", method: .get) { #expect($0.headers[.retryAfter] == "10") }
    }
  }

  @Test("What may not be seen and what doesn't exist answer with the same status, headers and bytes")
  func unseen() async throws {
    try await server(SampleSite()).asked { client in
      var answers: [String] = []
      for uri in ["/gone/17", "/gone/18?x=1", "/nowhere", "/gone/1/2/3", "/refuse/0"] {
        for cookie in ["", "__Host-lectern=sesame", "__Host-lectern=wrong"] {
          try await client.execute(uri: uri, method: .get, headers: [.cookie: cookie]) { response in
            answers.append("\(response.status) \(response.headers) \(String(buffer: response.body))")
          }
        }
      }
      #expect(Set(answers).count == 1)
    }
  }

  @Test("Faults say nothing but a reference, which the log explains")
  func faults() async throws {
    let sample = SampleSite()
    try await server(sample).asked { client in
      try await client.execute(uri: "/break", method: .get) { response in
        #expect(response.status == .internalServerError)
        #expect(String(buffer: response.body) == "<h1>500 fault</h1>")
      }
      try await client.execute(uri: "/break", method: .get, headers: [.accept: "application/json"]) { response in
        #expect(String(buffer: response.body) == "{\"error\":\"fault\",\"reference\":\"000102030405\"}")
      }
      try await client.execute(uri: "/bad", method: .get) { response in
        #expect(response.status == .badRequest)
        #expect(!String(buffer: response.body).contains("internal words"))
      }
    }
    #expect(sample.log.lines.contains { $0.contains("secret detail") && $0.contains("000102030405") })
  }

  @Test("Programs are answered in JSON")
  func json() async throws {
    try await server(SampleSite()).asked { client in
      try await client.execute(uri: "/api/refuse", method: .get) { response in
        #expect(response.headers[.contentType] == "application/json")
        #expect(
          String(buffer: response.body)
            == "{\"error\":\"invalid\",\"problems\":[{\"field\":\"title\",\"message\":\"Too \\\"long\\\".\"}]}")
      }
      try await client.execute(uri: "/refuse/2", method: .get, headers: [.accept: "application/json"]) { response in
        #expect(
          String(buffer: response.body)
            == "{\"closedMicroseconds\":1000000,\"error\":\"closed\",\"serverTimeMicroseconds\":1760000000000000}")
      }
      try await client.execute(uri: "/refuse/2", method: .get, headers: [.accept: "text/html,application/json"]) { response in
        #expect(response.headers[.contentType] == "text/html; charset=utf-8")
      }
    }
  }

  @Test("A wrong method is told which are right; HEAD answers like GET without a body")
  func methods() async throws {
    try await server(SampleSite()).asked { client in
      let signedIn: HTTPFields = [.cookie: "__Host-lectern=sesame", .csrf: "token-of-ada"]
      try await client.execute(uri: "/hello", method: .post, headers: signedIn) { response in
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers[.allow] == "GET, HEAD")
      }
      try await client.execute(uri: "/nowhere", method: .post, headers: signedIn) { #expect($0.status == .notFound) }
      for (uri, length) in [("/hello", "5"), ("/nowhere", "22")] {
        try await client.execute(uri: uri, method: .head) { response in
          #expect(response.headers[.contentLength] == length)
          #expect(response.body.readableBytes == 0)
        }
      }
    }
  }

  @Test("Every answer carries the security headers, and only hashed assets may be kept")
  func headers() async throws {
    let asset = StaticAsset(name: SafeFileName("site", suffix: "css"), contentType: "text/css", bytes: Array("a{}".utf8))
    try await server(SampleSite()).asked { client in
      for uri in ["/hello", "/nowhere", "/break", "/refuse/5", asset.path] {
        try await client.execute(uri: uri, method: .get) { response in
          #expect(response.headers[.contentSecurityPolicy] == SecurityHeaders.contentPolicy)
          #expect(response.headers[.xContentTypeOptions] == "nosniff")
          #expect(response.headers[.referrerPolicy] == "same-origin")
          let kept = uri == asset.path ? "public, max-age=31536000, immutable" : "no-store"
          #expect(response.headers[.cacheControl] == kept)
          #expect((response.headers[.vary]?.contains("Cookie") ?? false) == (kept == "no-store"))
          let policy = response.headers[.contentSecurityPolicy] ?? ""
          #expect(
            policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"))
        }
      }
    }
  }

  @Test("A visitor gets a form cookie with the first page that has a form, and only then")
  func formCookie() async throws {
    try await server(SampleSite()).asked { client in
      try await client.execute(uri: "/hello", method: .get) { #expect($0.headers[.setCookie] == nil) }
      try await client.execute(uri: "/form", method: .get) { response in
        let token = String(buffer: response.body)
        #expect(token.count == 48)
        #expect(
          response.headers[values: .setCookie] == ["__Host-lectern-form=\(token); Path=/; Secure; HttpOnly; SameSite=Lax"])
      }
      try await client.execute(uri: "/form", method: .get, headers: [.cookie: "a=b; __Host-lectern-form=abc"]) { response in
        #expect(String(buffer: response.body) == "abc")
        #expect(response.headers[.setCookie] == nil)
      }
    }
  }

  @Test("The access log tells method, pattern and status, never ids, queries or invented methods")
  func accessLog() async throws {
    let sample = SampleSite()
    try await server(sample).asked { client in
      try await client.execute(uri: "/gone/secret-id?q=secret-query", method: .get) { _ in }
      try await client.execute(uri: "/secret-path", method: HTTPRequest.Method("SECRET") ?? .get) { _ in }
    }
    #expect(sample.log.lines.first == "request method=GET ms=0 path=/gone/{id} status=404")
    #expect(!sample.log.lines.joined().lowercased().contains("secret"))
  }
}

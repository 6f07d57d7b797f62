import HTTPTypes
import Hummingbird
import NIOCore
import PeerReview
import Testing

@testable import Web

@Suite("Cross-site requests")
struct CrossSiteGuardTests {
  private func status(
    _ headers: HTTPFields, body: String = "", method: HTTPRequest.Method = .post, path: String = "/act"
  ) async throws -> HTTPResponse.Status {
    let sample = SampleSite()
    let server = sample.server { router in
      router.post("/act") { request, _ in HTMLResponse(html: try await request.readForm()["t"] ?? "") }
      router.delete("/act") { _, _ in HTMLResponse(html: "") }
    }
    return try await server.asked { client in
      try await client.execute(uri: path, method: method, headers: headers, body: ByteBuffer(string: body)) { $0.status }
    }
  }

  private let signedIn = "__Host-lectern=sesame"
  private let urlEncoded = "application/x-www-form-urlencoded"

  @Test("A form with the session's token passes, one with another's or none doesn't")
  func sessionToken() async throws {
    #expect(try await status([.cookie: signedIn, .contentType: urlEncoded], body: "t=1&csrf=token-of-ada") == .ok)
    for body in ["t=1&csrf=token-of-eve", "t=1", "csrf=", "", "csrf=x&csrf=token-of-ada"] {
      #expect(try await status([.cookie: signedIn, .contentType: urlEncoded], body: body) == .unprocessableContent, "\(body)")
    }
  }

  @Test("The header X-CSRF serves requests without a form")
  func header() async throws {
    #expect(try await status([.cookie: signedIn, .csrf: "token-of-ada"], method: .delete) == .ok)
    #expect(try await status([.cookie: signedIn, .csrf: "wrong"], method: .delete) == .unprocessableContent)
    #expect(try await status([.cookie: signedIn], method: .delete) == .unprocessableContent)
    #expect(
      try await status([.cookie: signedIn, .contentType: "application/json"], body: "{}") == .unprocessableContent)
  }

  @Test("A visitor's form must hold what the visitor's cookie holds")
  func visitor() async throws {
    let cookie = "__Host-lectern-form=abc"
    #expect(try await status([.cookie: cookie, .contentType: urlEncoded], body: "csrf=abc") == .ok)
    #expect(try await status([.cookie: cookie, .contentType: urlEncoded], body: "csrf=abd") == .unprocessableContent)
    #expect(try await status([.contentType: urlEncoded], body: "csrf=") == .unprocessableContent)
    let empty = "__Host-lectern-form="
    #expect(try await status([.cookie: empty, .contentType: urlEncoded], body: "csrf=") == .unprocessableContent)
    // Signed in, the visitor's cookie counts for nothing.
    let both = "__Host-lectern=sesame; __Host-lectern-form=abc"
    #expect(try await status([.cookie: both, .contentType: urlEncoded], body: "csrf=abc") == .unprocessableContent)
  }

  @Test("Whoever browsers say comes from elsewhere is refused even with the right token")
  func elsewhere() async throws {
    let good: HTTPFields = [.cookie: signedIn, .contentType: urlEncoded]
    for (name, value, expected) in [
      (HTTPField.Name.secFetchSite, "same-origin", HTTPResponse.Status.ok), (.secFetchSite, "none", .ok),
      (.secFetchSite, "same-site", .unprocessableContent), (.secFetchSite, "cross-site", .unprocessableContent),
      (.origin, "http://127.0.0.1:8080", .ok), (.origin, "http://127.0.0.1:9", .unprocessableContent),
      (.origin, "null", .unprocessableContent),
    ] {
      var headers = good
      headers[name] = value
      #expect(try await status(headers, body: "csrf=token-of-ada") == expected, "\(name) \(value)")
    }
  }

  @Test("Other sites may link here, but load nothing into their pages, and can't tell what is here from what isn't")
  func embedding() async throws {
    let server = SampleSite().server { router in router.get("/there") { _, _ in HTMLResponse(html: "secret") } }
    try await server.asked { client in
      func ask(_ path: String, _ site: String, _ mode: String, _ destination: String) async throws -> RouterAnswer {
        let headers: HTTPFields = [
          .cookie: signedIn, .secFetchSite: site, .secFetchMode: mode, .secFetchDestination: destination,
        ]
        return try await client.execute(uri: path, method: .get, headers: headers) { $0 }
      }
      for site in ["cross-site", "same-site"] {
        #expect(try await ask("/there", site, "navigate", "document").status == .ok)
        for (mode, destination) in [
          ("no-cors", "image"), ("no-cors", "script"), ("cors", "empty"), ("navigate", "iframe"), ("navigate", "object"),
          ("navigate", "embed"),
        ] {
          let there = try await ask("/there", site, mode, destination)
          let nowhere = try await ask("/nowhere", site, mode, destination)
          #expect(there.status == .unprocessableContent && nowhere.status == there.status)
          #expect(String(buffer: there.body) == String(buffer: nowhere.body))
        }
      }
      for site in ["same-origin", "none"] { #expect(try await ask("/there", site, "cors", "empty").status == .ok) }
    }
  }

  @Test("Programs with an authorization header and no cookie need no token")
  func programs() async throws {
    #expect(try await status([.authorization: "Bearer x"], method: .delete) == .ok)
    #expect(try await status([.authorization: "Bearer x", .cookie: signedIn], method: .delete) == .unprocessableContent)
    #expect(
      try await status([.authorization: "Bearer x", .secFetchSite: "cross-site"], method: .delete) == .unprocessableContent)
  }

  @Test("A multipart form's token is its first part, and the route still reads the whole form")
  func multipart() async throws {
    let headers: HTTPFields = [.cookie: signedIn, .contentType: "multipart/form-data; boundary=xYz"]
    let token = MultipartParserTests.field("csrf", "token-of-ada")
    let other = MultipartParserTests.field("t", "1")
    let file = (head: "Content-Disposition: form-data; name=\"csrf\"; filename=\"x\"", body: Array("token-of-ada".utf8))
    for (parts, expected) in [
      ([token, other], HTTPResponse.Status.ok), ([other, token], .unprocessableContent), ([other], .unprocessableContent),
      ([], .unprocessableContent), ([file, other], .unprocessableContent),
      ([MultipartParserTests.field("csrf", String(repeating: "t", count: 4_096)), other], .unprocessableContent),
    ] {
      let body = String(decoding: MultipartParserTests.form(parts), as: UTF8.self)
      #expect(try await status(headers, body: body) == expected, "\(parts.count) parts")
    }
  }

  @Test("No unsafe request reaches any address without a token, known or not")
  func everywhere() async throws {
    for method in [HTTPRequest.Method.post, .put, .patch, .delete] {
      for path in ["/act", "/unknown"] {
        #expect(try await status([.cookie: signedIn], method: method, path: path) == .unprocessableContent)
      }
    }
  }
}

import HTTPTypes
import Hummingbird
import NIOCore
import PeerReview
import Testing

@testable import Web

@Suite("Reading forms from requests")
struct FormReadingTests {
  private func post(
    _ parts: [(head: String, body: [UInt8])], limits: FormLimits, cutTo bytes: Int? = nil
  ) async throws -> (status: HTTPResponse.Status, text: String) {
    let server = SampleSite().server { router in
      router.post("/form") { request, _ in
        var seen = ""
        let form = try await request.readForm(limits: limits) { part, chunks in
          var size = 0
          if part.name == "skipped" { return }
          for try await chunk in chunks { size += chunk.readableBytes }
          seen += "\(part.fileName ?? "")=\(size);"
        }
        return HTMLResponse(html: seen + form.fields.map { "\($0.name):\($0.value)" }.joined(separator: ","))
      }
    }
    let whole = MultipartParserTests.form([MultipartParserTests.field("csrf", "token-of-ada")] + parts)
    return try await server.asked { client in
      try await client.execute(
        uri: "/form", method: .post,
        headers: [.cookie: "__Host-lectern=sesame", .contentType: "multipart/form-data; boundary=\"xYz\""],
        body: ByteBuffer(bytes: whole.prefix(bytes ?? whole.count))
      ) { ($0.status, String(buffer: $0.body)) }
    }
  }

  private func file(_ name: String, _ size: Int, fileName: String = "a.pdf") -> (head: String, body: [UInt8]) {
    ("Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(fileName)\"", [UInt8](repeating: 13, count: size))
  }

  @Test("Files go to the sink, text to the form, and unread or unchosen files are passed over")
  func mixed() async throws {
    let answer = try await post(
      [
        MultipartParserTests.field("title", "A\r\nB"), file("paper", 1_000), file("skipped", 500),
        file("none", 0, fileName: ""), MultipartParserTests.field("last", "Z"),
      ], limits: .uploads(limitBytes: 1_000, count: 2))
    #expect(answer.status == .ok)
    #expect(answer.text == "a.pdf=1000;title:A\nB,last:Z")
  }

  @Test("A file of exactly the limit passes and one byte more is too large")
  func fileLimit() async throws {
    #expect(try await post([file("paper", 70_000)], limits: .uploads(limitBytes: 70_000)).status == .ok)
    #expect(try await post([file("paper", 70_001)], limits: .uploads(limitBytes: 70_000)).status == .contentTooLarge)
  }

  @Test("Text beyond its limit is too large, files where none or fewer are expected are refused")
  func otherLimits() async throws {
    let text = MultipartParserTests.field("t", String(repeating: "x", count: 2_000))
    #expect(try await post([text], limits: FormLimits(textBytes: 1_000)).status == .contentTooLarge)
    #expect(try await post([file("paper", 1)], limits: .text).status == .unprocessableContent)
    #expect(
      try await post([file("a", 1), file("b", 1)], limits: .uploads(limitBytes: 9, count: 1)).status == .unprocessableContent)
  }

  @Test("A table in another encoding than UTF-8 is refused: its accents would be lost unseen")
  func encodings() async throws {
    let server = SampleSite().server { router in
      router.post("/form") { request, _ in
        let table = try await request.readTable()
        try table.requireReadable()
        return HTMLResponse(html: table.text)
      }
    }
    let sent: [([UInt8], HTTPResponse.Status)] = [
      (Array("Zoë".utf8), .ok), ([0x5A, 0x6F, 0xEB], .unprocessableContent),
      ([0xFF, 0xFE, 0x5A, 0x00, 0xEB, 0x00], .unprocessableContent), ([0x5A, 0x00, 0x6F, 0x00], .unprocessableContent),
    ]
    for (bytes, status) in sent {
      let whole = MultipartParserTests.form([
        MultipartParserTests.field("csrf", "token-of-ada"),
        ("Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"", bytes),
      ])
      let answered = try await server.asked { client in
        try await client.execute(
          uri: "/form", method: .post,
          headers: [.cookie: "__Host-lectern=sesame", .contentType: "multipart/form-data; boundary=\"xYz\""],
          body: ByteBuffer(bytes: whole)
        ) { $0.status }
      }
      #expect(answered == status)
    }
  }

  @Test("A form whose end never arrived is refused, wherever it was cut")
  func cutShort() async throws {
    let whole = MultipartParserTests.form([MultipartParserTests.field("csrf", "token-of-ada"), file("paper", 40)]).count
    for bytes in [0, 1, 10, 60, 100, whole - 60, whole - 10, whole - 3] {
      let answer = try await post([file("paper", 40)], limits: .uploads(limitBytes: 100), cutTo: bytes)
      #expect(answer.status == .unprocessableContent, "\(bytes) of \(whole)")
    }
  }

  @Test("The multipart limits hold for a stream without announced length")
  func stream() async throws {
    var head = HTTPRequest(method: .post, scheme: "http", authority: "a", path: "/")
    head.headerFields[.contentType] = "multipart/form-data; boundary=xYz"
    let bytes = MultipartParserTests.form([file("paper", 5_000)])
    let chunks = AsyncStream { continuation in
      for byte in bytes { continuation.yield(ByteBuffer(bytes: [byte])) }
      continuation.finish()
    }
    let request = Request(head: head, body: RequestBody(asyncSequence: chunks))
    let reader = try MultipartReader(request, limitBytes: 3_000, toldLimitBytes: 7)
    #expect(try await reader.nextPart()?.name == "paper")
    await #expect(throws: Refusal.tooLarge(limitBytes: 7)) {
      while try await reader.nextChunk() != nil {}
    }
  }
}

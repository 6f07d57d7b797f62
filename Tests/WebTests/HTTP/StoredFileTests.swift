import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Web

@Suite("Stored files")
struct StoredFileTests {
  private func server(_ kind: StoredFile.Kind) -> some ApplicationProtocol {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0) }
    let name = SafeFileName("submission 17", suffix: "pdf")
    let file = StoredFile(kind: kind, name: name, sizeBytes: 1_000, sha256: "cafe") { range, take in
      for start in stride(from: range.lowerBound, to: range.upperBound, by: 64) {
        try await take(ByteBuffer(bytes: bytes[Int(start)..<Int(min(start + 64, range.upperBound))]))
      }
    }
    return SampleSite().server { router in
      router.get("/file") { request, _ in file.response(to: request) }
      router.get("/self") { request, _ in
        StoredFile(kind: .attachment, name: SafeFileName("a", suffix: "swift"), sizeBytes: 20, sha256: "beef", path: #filePath)
          .response(to: request)
      }
    }
  }

  @Test("A file is sent whole, in part, or not at all when the browser has it")
  func ranges() async throws {
    try await server(.pdf).asked { client in
      try await client.execute(uri: "/file", method: .get) { response in
        #expect(response.status == .ok)
        #expect(response.body.readableBytes == 1_000)
        #expect(response.headers[.eTag] == "\"cafe\"")
        #expect(response.headers[.contentType] == "application/pdf")
        #expect(response.headers[.contentDisposition] == "inline; filename=\"submission-17.pdf\"")
        #expect(response.headers[.contentSecurityPolicy]?.hasPrefix("sandbox") == true)
        #expect(response.headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
        #expect(response.headers[.xContentTypeOptions] == "nosniff")
        #expect(response.headers[.cacheControl] == "no-store" && response.headers[.vary]?.contains("Cookie") == true)
      }
      try await client.execute(uri: "/file", method: .get, headers: [.range: "bytes=100-299"]) { response in
        #expect(response.status == .partialContent)
        #expect(response.headers[.contentRange] == "bytes 100-299/1000")
        #expect(response.body.readableBytes == 200)
        #expect(response.body.readableBytesView.first == 100)
      }
      try await client.execute(uri: "/file", method: .get, headers: [.range: "bytes=1000-"]) { response in
        #expect(response.status == .rangeNotSatisfiable)
        #expect(response.headers[.contentRange] == "bytes */1000")
      }
      try await client.execute(uri: "/file", method: .get, headers: [.range: "bytes=0-1", .ifRange: "\"old\""]) { response in
        #expect(response.status == .ok)
      }
      try await client.execute(uri: "/file", method: .get, headers: [.ifNoneMatch: "\"x\", \"cafe\""]) { response in
        #expect(response.status == .notModified)
        #expect(response.body.readableBytes == 0)
      }
      try await client.execute(uri: "/file", method: .head) { response in
        #expect(response.headers[.contentLength] == "1000")
        #expect(response.body.readableBytes == 0)
      }
    }
  }

  @Test("Anything but a PDF is only ever saved")
  func attachment() async throws {
    try await server(.attachment).asked { client in
      try await client.execute(uri: "/file", method: .get) { response in
        #expect(response.headers[.contentType] == "application/octet-stream")
        #expect(response.headers[.contentDisposition]?.hasPrefix("attachment;") == true)
      }
    }
  }

  @Test("A file on disk is read to its recorded size")
  func onDisk() async throws {
    try await server(.pdf).asked { client in
      try await client.execute(uri: "/self", method: .get, headers: [.range: "bytes=7-15"]) { response in
        #expect(String(buffer: response.body) == "HTTPTypes")
      }
    }
  }
}

import Conference
import HTTPTypes
import Hummingbird
import LecternTesting
import PeerReview
import Testing

@testable import Web

/// Sees one page of an odd size, and draws it.
private struct OddPageInspector: Inspector {
  func inspect(file path: String) async -> InspectionOutcome {
    let records = """
      {"record":"document","format":1,"pages":1,"sizeBytes":9,"headerOffsetBytes":0,"endsWithMarker":true}
      {"record":"page","page":1,"size":[300,300],"lines":[]}
      {"record":"end","truncated":false}
      """
    return .seen(Array(records.utf8))
  }

  func clean(file path: String) async -> CleaningOutcome { .cleaned([1]) }

  func picture(pages: [Int], ofFile path: String) async -> [PagePicture] {
    pages.map {
      PagePicture(
        page: $0, widthHundredths: 30_000, heightHundredths: 30_000, png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    }
  }
}

@Suite("Screening in the browser")
struct ScreeningStoryTests {
  private func play(
    _ story: @escaping @Sendable (inout ReviewingStage, _ finding: String) async throws -> Void
  ) async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      try await stage.conference.jobRunner(inspector: OddPageInspector(), transport: MemoryTransport()).runDue()
      let queue = try await scene.clara.get("/chair/screening?code=format.paper_size")
      let start = try required(queue.text.firstRange(of: "name=\"chosen\" value=\""))
      try await story(&scene, String(queue.text[start.upperBound...].prefix { $0 != "\"" }))
    }
  }

  @Test("A place is a drawing that runs nothing, is kept by no cache, and is found by its author and by chairs alone")
  func picture() async throws {
    try await play { scene, finding in
      let chairs = "/chair/screening/\(finding)/picture"
      let authors = "/submissions/\(scene.paper)/screening/\(finding)"
      #expect(try await scene.ada.get("/submissions/\(scene.paper)/screening").text.contains("src=\"\(authors)\""))
      for (path, who) in [(chairs, scene.clara), (authors, scene.ada)] {
        var browser = who
        let answer = try await browser.get(path)
        #expect(answer.status == .ok && answer.text.hasPrefix("<svg "))
        #expect(answer.headers[.contentType] == "image/svg+xml" && answer.headers[.cacheControl] == "no-store")
        #expect(answer.headers[.contentSecurityPolicy]?.contains("sandbox; default-src 'none'") == true)
      }
      for (path, who) in [(chairs, scene.ada), (chairs, scene.rita), (authors, scene.clara), (authors, scene.rita)] {
        var browser = who
        #expect(try await browser.get(path).status == .notFound)
      }
    }
  }

  @Test("A chair judges one finding by its button, several after a preview, and comes back to the same list")
  func judging() async throws {
    try await play { scene, finding in
      let filter = [("code", "format.paper_size"), ("state", "all")]
      let done = try await scene.clara.post("/chair/screening", filter + [("confirm", finding)])
      #expect(done.status == .seeOther)
      #expect(done.location.hasPrefix("/chair/screening?code=format.paper_size&") && done.location.hasSuffix("&did=judged"))
      let list = try await scene.clara.get(done.location)
      #expect(list.text.contains("On record.") && list.text.contains("Confirmed"))
      let preview = try await scene.clara.post(
        "/chair/screening", filter + [("action", "preview-dismissed"), ("chosen", finding)])
      #expect(preview.status == .ok && preview.text.contains("Nothing is done yet."))
      let judged = try await scene.clara.post(
        "/chair/screening",
        [
          ("action", "judge"), ("verdict", "dismissed"), ("chosen", finding), ("note", "Odd, but fine."),
          ("back", "finding"),
        ])
      #expect(judged.location == "/chair/screening/\(finding)?did=judged")
      #expect(try await scene.clara.get(judged.location).text.contains("Odd, but fine."))
      let none = try await scene.clara.post("/chair/screening", filter + [("action", "preview-dismissed")])
      #expect(none.status == .unprocessableContent && none.text.contains("Tick the findings first."))
      let odd = try await scene.clara.post("/chair/screening", [("action", "judge"), ("chosen", finding), ("verdict", "x")])
      #expect(odd.status != .seeOther && odd.status != .ok)
    }
  }
}

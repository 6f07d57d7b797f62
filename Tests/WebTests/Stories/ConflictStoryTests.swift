import HTTPTypes
import LecternTesting
import PeerReview
import Testing

@testable import Web

@Suite("A reviewer's conflicts, over HTTP")
struct ConflictStoryTests {
  @Test("A conflict with a person is declared, listed and taken back; mistakes come back as typed")
  func person() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var rita = try await stage.browser(client, of: "rita@lab.example", as: .reviewer)
      let kind = stage.call.conflictKinds.first?.key ?? ""
      let wrong = try await rita.post("/conflicts", [("action", "add"), ("email", "ada"), ("name", "Ada"), ("kind", kind)])
      #expect(wrong.status == .unprocessableContent && wrong.text.contains("value=\"ada\""))
      let added = try await rita.post(
        "/conflicts", [("action", "add"), ("email", "ada@uni.example"), ("name", "Ada"), ("kind", kind)])
      #expect(added.location == "/conflicts?did=conflict")
      let page = try await rita.get("/conflicts").text
      let start = try #require(page.firstRange(of: "name=\"conflict\" value=\""))
      let id = String(page[start.upperBound...].prefix { $0 != "\"" })
      #expect(page.contains("ada@uni.example"))
      #expect(try await rita.post("/conflicts", [("action", "remove"), ("conflict", id)]).status == .seeOther)
      #expect(!(try await rita.get("/conflicts").text.contains("ada@uni.example")))
      #expect(try await rita.post("/conflicts", [("action", "remove"), ("conflict", "nothing")]).status == .notFound)
    }
  }
}

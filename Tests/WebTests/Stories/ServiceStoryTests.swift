import Conference
import HTTPTypes
import LecternTesting
import PeerReview
import Testing

@testable import Web

@Suite("A statement of service, over HTTP")
struct ServiceStoryTests {
  @Test("A reviewer makes one; whoever has the address reads, checks and prints it without signing in")
  func story() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let review = try await scene.assign()
      try await scene.rita.post(review, scene.answers("Sound", version: 0))
      try await scene.advance(to: stage.call.calendar.notification)
      let early = try await scene.rita.get("/account/service")
      #expect(early.text.contains("once decisions are released") && !early.text.contains("Make a statement"))
      #expect(try await scene.rita.post("/account/service", [("office", "reviewer")]).status == .unprocessableContent)
      let kind = stage.call.decisions.first?.key ?? ""
      try await scene.clara.get("/chair")
      try await scene.clara.post("/chair/submissions/\(scene.paper)/decision", [("version", "0"), ("decision", kind)])
      try await scene.release()
      try await scene.rita.get("/account/service")
      let made = try await scene.rita.post("/account/service", [("office", "reviewer")])
      #expect(made.status == .seeOther && made.location.hasPrefix("/service/"))
      var visitor = Browser(client)
      let page = try await visitor.get(made.location)
      #expect(page.status == .ok && page.text.contains("Checked just now") && page.text.contains("at least 1"))
      #expect(page.text.contains(WebStage.origin + made.location) && !page.text.contains("Caches"))
      let text = try await visitor.get(made.location + "/text")
      #expect(text.headers[.contentType] == "text/plain; charset=utf-8" && text.text.contains("Office: reviewer\n"))
      #expect(try await visitor.get("/service/key").text.contains("BEGIN PUBLIC KEY"))
      #expect(try await visitor.get("/service/nowhere").status == .notFound)
      #expect(try await visitor.get("/account/service").location == "/sign-in?next=/account/service")
    }
  }
}

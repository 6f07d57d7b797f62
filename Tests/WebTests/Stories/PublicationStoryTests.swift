import Conference
import HTTPTypes
import LecternTesting
import PeerReview
import Testing

@testable import Web

@Suite("The publication chair, over HTTP")
struct PublicationStoryTests {
  @Test("Approves changes and places papers from pages of the office, and finds no page of the chairs")
  func story() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      try await scene.advance(to: stage.call.calendar.notification)
      let kind = stage.call.decisions.first { $0.accepts }?.key ?? ""
      try await scene.clara.get("/chair")
      try await scene.clara.post("/chair/submissions/\(scene.paper)/decision", [("version", "0"), ("decision", kind)])
      try await scene.release()
      var paula = try await stage.browser(client, of: "paula@press.example", as: .publicationChair)
      #expect(try await paula.get("/").text.contains("href=\"/publication\""))
      let list = try await paula.get("/publication")
      #expect(list.text.contains("/publication/papers/\(scene.paper)") && !list.text.contains("href=\"/chair"))
      let page = "/publication/papers/\(scene.paper)"
      let shown = try await paula.get(page)
      #expect(shown.status == .ok && !shown.text.contains("/chair") && !shown.text.contains("Name a shepherd"))
      #expect(try await paula.post(page, [("action", "extend"), ("days", "many")]).status == .unprocessableContent)
      #expect(try await paula.post(page, [("action", "extend"), ("days", "2")]).location == page + "?did=said")
      let old = try await paula.post(page, [("action", "judge"), ("version", "7"), ("verdict", "approve")])
      #expect([.conflict, .unprocessableContent].contains(old.status))
      let order = "/publication/proceedings"
      let added = try await paula.post(order, [("version", "0"), ("action", "session-add")])
      #expect(added.status == .ok && added.text.contains("action=\"\(order)\""))
      #expect(try await paula.post(order, [("version", "0"), ("sessions.0.title", "Serving")]).location == order + "?did=saved")
      #expect(try await paula.post("/publication", []).location == "/publication?did=reminded")
      for path in ["/chair", "/chair/final", "/chair/submissions/\(scene.paper)", "/reviews", "/artifacts"] {
        #expect(try await paula.get(path).status == .notFound, "\(path)")
      }
      #expect(try await scene.rita.get("/publication").status == .notFound)
      #expect(try await scene.clara.get("/publication").status == .notFound)
    }
    #expect(stage.log.lines.filter { $0.hasPrefix("fault") } == [])
  }
}

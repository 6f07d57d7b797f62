import Conference
import HTTPTypes
import LecternTesting
import PeerReview
import Testing

@testable import Web

@Suite("From acceptance to proceedings, over HTTP")
struct FinalVersionStoryTests {
  /// Ada's paper accepted with shepherding and released; Rita reviewed it.
  private func scene(_ stage: WebStage, _ client: RouterClient) async throws -> ReviewingStage {
    var scene = try await ReviewingStage.open(stage, client)
    _ = try await scene.assign()
    try await scene.advance(to: stage.call.calendar.notification)
    let page = "/chair/submissions/\(scene.paper)/decision"
    let decided = try await scene.clara.post(
      page, [("version", "0"), ("decision", "accept-with-shepherding"), ("note", "Explain.")])
    #expect(decided.status == .seeOther)
    #expect(try await scene.ada.get("/submissions/\(scene.paper)/final").status == .notFound)
    let released = try await scene.release()
    #expect(released.status == .seeOther)
    return scene
  }

  private func form(_ title: String, version: Int, action: String = "save") -> [(String, String)] {
    [
      ("version", "\(version)"), ("title", title), ("abstract", "About caches."), ("authors.0.name", "Ada"),
      ("authors.0.email", "ada@uni.example"), ("authors.0.affiliation", "University"), ("authors.0.orcid", "0000-0002-1825-0097"),
      ("authors.4.name", "Bo Li"), ("authors.4.email", "bo@uni.example"), ("authors.4.affiliation", "University"),
      ("authors.4.orcid", ""), ("presenter", "4"), ("forms.copyright", "yes"), ("forms.licence", "cc-by"), ("action", action),
    ]
  }

  @Test("An author fills in the form without a script: rows move, what is refused comes back, what is saved stays")
  func author() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await scene(stage, client)
      let path = "/submissions/\(scene.paper)/final"
      #expect(try await scene.ada.get("/submissions/\(scene.paper)").text.contains("href=\"\(path)\""))
      #expect(try await scene.ada.get(path).text.contains("missing"))
      let moved = try await scene.ada.post(path, form("Caches", version: 0, action: "author-up.1"))
      #expect(moved.status == .ok)
      #expect(moved.text.contains("name=\"authors.0.name\" type=\"text\" value=\"Bo Li\""))
      #expect(moved.text.contains("<option value=\"0\" selected>Bo Li"))
      let wrong = try await scene.ada.post(path, form("Caches", version: 0) + [("authors.0.family", "Byron")])
      #expect(wrong.status == .unprocessableContent && wrong.text.contains("Write the family name"))
      #expect(try await scene.ada.post(path, form("Caches again", version: 0)).location == path + "?did=saved")
      let stale = try await scene.ada.post(path, form("Caches, otherwise", version: 0))
      #expect(stale.status == .conflict && stale.text.contains("Caches again") && stale.text.contains("Caches, otherwise"))
      let page = try await scene.ada.get(path).text
      #expect(page.contains("Author added:") && page.contains("Bo Li: give the ORCID iD"))
    }
    #expect(stage.log.lines.filter { $0.hasPrefix("fault") } == [])
  }

  @Test("A chair approves the changes and names a shepherd, who signs off at a page nobody else finds")
  func chairAndShepherd() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await scene(stage, client)
      let path = "/submissions/\(scene.paper)/final"
      let desk = "/chair/final/\(scene.paper)"
      _ = try await scene.ada.post(path, form("Caches again", version: 0))
      #expect(try await scene.clara.get("/chair/final").text.contains("Caches again"))
      #expect(try await scene.clara.get(desk).text.contains("Approve the changes"))
      let judged = try await scene.clara.post(desk, [("action", "judge"), ("version", "1"), ("verdict", "approve")])
      #expect(judged.location == desk + "?did=said")
      let old = try await scene.clara.post(desk, [("action", "judge"), ("version", "0"), ("verdict", "approve")])
      #expect(old.status == .conflict)
      let shepherding = "/shepherding/\(scene.paper)"
      #expect(try await scene.rita.get(shepherding).status == .notFound)
      let named = try await scene.clara.post(desk, [("action", "shepherd"), ("person", scene.rita.person.text)])
      #expect(named.location == desk + "?did=said")
      #expect(try await scene.rita.get("/reviews").text.contains(shepherding))
      #expect(try await scene.rita.get(shepherding).text.contains("Explain."))
      #expect(try await scene.ron.get(shepherding).status == .notFound)
      let early = try await scene.rita.post(shepherding, [("verdict", "satisfied"), ("note", "Fine as typed")])
      #expect(early.status == .unprocessableContent && early.text.contains("Fine as typed"))
      let asked = try await scene.rita.post(shepherding, [("verdict", "more"), ("note", "Explain figure 3.")])
      #expect(asked.location == shepherding + "?did=said")
      #expect(try await scene.ada.get(path).text.contains("Explain figure 3."))
      let more = try await scene.clara.post(desk, [("action", "extend"), ("days", "many")])
      #expect(more.status == .unprocessableContent)
      #expect(try await scene.clara.post("/chair/final", []).location == "/chair/final?did=reminded")
      #expect(try await stage.letters(to: "ada@uni.example").contains { $0.body.contains("Upload the final version as a PDF.") })
    }
  }

  @Test("Chairs add sessions and place papers without a script")
  func proceedings() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await scene(stage, client)
      let path = "/chair/proceedings"
      #expect(try await scene.clara.get(path).text.contains("Caches"))
      let added = try await scene.clara.post(path, [("version", "0"), ("action", "session-add")])
      #expect(added.status == .ok && added.text.contains("name=\"sessions.0.title\""))
      let saved = try await scene.clara.post(
        path, [("version", "0"), ("sessions.0.key", ""), ("sessions.0.title", "Serving"), ("action", "save")])
      #expect(saved.location == path + "?did=saved")
      let page = try await scene.clara.get(path).text
      let start = try required(page.firstRange(of: "name=\"sessions.0.key\" value=\""))
      let key = String(page[start.upperBound...].prefix { $0 != "\"" })
      let place = [
        ("version", "1"), ("sessions.0.key", key), ("sessions.0.title", "Serving"), ("papers.\(scene.paper).session", key),
        ("papers.\(scene.paper).rank", "1"), ("action", "save"),
      ]
      #expect(try await scene.clara.post(path, place).location == path + "?did=saved")
      #expect(try await scene.clara.get(path).text.contains("<option value=\"\(key)\" selected>Serving"))
      let wrong = try await scene.clara.post(path, Array(place.dropLast()) + [("papers.\(scene.paper).rank", "first")])
      #expect(wrong.status == .unprocessableContent && wrong.text.contains("Give a number"))
      #expect(try await scene.clara.post(path, [("version", "0"), ("sessions.0.title", "X")]).status == .conflict)
    }
  }
}

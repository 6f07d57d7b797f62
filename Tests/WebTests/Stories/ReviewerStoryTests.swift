import Conference
import HTTPTypes
import LecternTesting
import PeerReview
import Testing

@testable import Web

@Suite("A reviewer's way, over HTTP")
struct ReviewerStoryTests {
  @Test("A draft saves itself, an unfinished review comes back as typed, a finished one is received")
  func review() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let path = try await scene.assign()
      #expect(try await scene.rita.get(path).text.contains("Caches"))
      let saved = try await scene.rita.fetch("\(path)/draft", [("version", "0"), ("texts.summary", "Half a thought")])
      #expect(saved.status == .ok && saved.headers[.contentType] == "application/json")
      #expect(saved.text == "{\"savedAt\":\"\(stage.clock.now.iso8601)\",\"version\":1}")
      #expect(try await scene.rita.get(path).text.contains("Half a thought"))

      let refused = try await scene.rita.post(
        path, [("version", "1"), ("action", "submit"), ("texts.summary", "A whole thought"), ("scores.overall", "four")])
      #expect(refused.status == .unprocessableContent && refused.text.contains("A whole thought"))
      let unfinished = try await scene.rita.post(
        path, [("version", "1"), ("action", "submit"), ("texts.summary", "A whole thought")])
      #expect(unfinished.status == .unprocessableContent && unfinished.text.contains("A whole thought"))
      #expect(unfinished.text.contains("Choose a grade"))

      let done = try await scene.rita.post(path, scene.answers("Sound", version: 1))
      #expect(done.location == "\(path)?did=reviewed")
      #expect(try await scene.rita.get(done.location).text.contains("Your review is in"))
      #expect(try await stage.letters(to: "rita@lab.example").contains { $0.body.contains("Caches") })
      #expect(try await scene.rita.get("/reviews").text.contains("Submitted"))
    }
  }

  @Test("The second of two tabs gets both texts; its draft by script is told that it is stale")
  func tabs() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let path = try await scene.assign()
      let first = try await scene.rita.post(path, scene.answers("First tab", version: 0, action: "save"))
      #expect(first.location == "\(path)?did=draft")
      let second = try await scene.rita.post(path, scene.answers("Second tab", version: 0, action: "save"))
      #expect(second.status == .conflict)
      #expect(second.text.contains("First tab summary") && second.text.contains("Second tab summary"))
      let byScript = try await scene.rita.fetch("\(path)/draft", scene.answers("Second tab", version: 0))
      #expect(byScript.status == .conflict && byScript.text == "{\"error\":\"stale\"}")
      #expect(try await scene.rita.post(path, scene.answers("Second tab", version: 1)).status == .seeOther)
    }
  }

  @Test("Scripts of someone signed out are told so in JSON")
  func signedOut() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var visitor = Browser(client)
      try await visitor.get("/sign-in")
      let answer = try await visitor.fetch("/reviews/anything/draft", [("version", "0")])
      #expect(answer.status == .unauthorized && answer.text == "{\"error\":\"signed-out\"}")
      var rita = try await stage.browser(client, of: "rita@lab.example", as: .reviewer)
      rita.cookies["__Host-lectern"] = nil
      let expired = try await rita.fetch("/reviews/anything/draft", [("version", "0")])
      #expect(expired.status == .unprocessableContent && expired.text.contains("\"invalid\""))
    }
  }

  @Test("A paper in conflict answers a reviewer exactly as one that doesn't exist, whatever is asked of it")
  func conflicted() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let path = try await scene.assign()
      #expect(try await scene.rita.get(path).status == .ok)
      _ = try await stage.letters(to: "nobody@example.org")
      let copy = try await scene.rita.get("\(path)/files/manuscript")
      #expect(copy.text == "%PDF-1.7 for reviewers" && copy.headers[.cacheControl] == "no-store")
      let declared = try await scene.clara.post(
        "/chair/submissions/\(scene.paper)/conflicts",
        [
          ("person", scene.rita.person.text), ("kind", stage.call.conflictKinds.first?.key ?? ""), ("action", "add"),
          ("ends", "yes"),
        ])
      #expect(declared.status == .seeOther)
      for tail in ["", "/files/manuscript", "/files/appendix"] {
        let there = try await scene.rita.get(path + tail)
        let nowhere = try await scene.rita.get("/reviews/nowhere" + tail)
        #expect(there.status == .notFound && there.comparable == nowhere.comparable, "\(tail)")
      }
      let typed = scene.answers("Mine", version: 0)
      for tail in ["", "/draft", "/comments"] {
        let there = try await scene.rita.post(path + tail, typed + [("text", "Hello")])
        let nowhere = try await scene.rita.post("/reviews/nowhere" + tail, typed + [("text", "Hello")])
        #expect(there.status == .notFound && there.comparable == nowhere.comparable, "\(tail)")
      }
      #expect(!(try await scene.rita.get("/reviews").text.contains("Caches")))
      #expect(!(try await scene.rita.get("/bids").text.contains("Caches")))
    }
  }

  @Test("Bids are saved one by one by the script and all at once by the button; other levels and papers are refused")
  func bids() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let (first, last) = (stage.call.bidding.levels.first?.key ?? "", stage.call.bidding.levels.last?.key ?? "")
      #expect(try await scene.rita.get("/bids").text.contains("Caches"))
      let single = try await scene.rita.fetch("/bids", [("bids.\(scene.paper)", first)])
      #expect(single.status == .noContent && single.text.isEmpty)
      #expect(try await scene.rita.get("/bids").text.contains("1 bid on 1 paper"))
      #expect(try await scene.rita.post("/bids", [("bids.\(scene.paper)", last)]).location == "/bids?did=bid")
      #expect(try await scene.rita.post("/bids", [("bids.\(scene.paper)", "gladly")]).status == .unprocessableContent)
      #expect(try await scene.rita.fetch("/bids", [("bids.nowhere", first)]).status == .notFound)
      #expect(!(try await scene.rita.get("/bids?q=nothing%20like%20it").text.contains("Caches")))
      #expect(try await scene.rita.get("/bids?q=caches").text.contains("Caches"))
      stage.clock.advance(to: stage.call.calendar.bidding.closes)
      #expect(try await scene.rita.fetch("/bids", [("bids.\(scene.paper)", "")]).status == .forbidden)
    }
  }

  @Test("One level is set for papers ticked or for all shown; a conflict takes the paper out of the list, once its kind is said")
  func manyBids() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let level = stage.call.bidding.levels.first?.key ?? ""
      let row = ("bids.\(scene.paper)", "")
      #expect(try await scene.rita.get("/bids").text.contains("next and the previous paper"))
      let none = try await scene.rita.post("/bids", [row, ("action", "ticked"), ("level", level)])
      #expect(none.status == .unprocessableContent && none.text.contains("Tick the papers"))
      let ticked = [row, ("action", "ticked"), ("level", level), ("ticked", scene.paper)]
      #expect(try await scene.rita.post("/bids", ticked).location == "/bids?did=bid")
      #expect(try await scene.rita.get("/bids?bid=given").text.contains("Caches"))
      let shown = [row, ("action", "shown"), ("level", BidRules.noBidChoice), ("q", "caches"), ("page", "1")]
      #expect(try await scene.rita.post("/bids", shown).location.hasPrefix("/bids?q=caches&"))
      #expect(!(try await scene.rita.get("/bids?bid=given").text.contains("Caches")))
      let conflict = ("bids.\(scene.paper)", BidRules.conflictChoice)
      let refused = try await scene.rita.post("/bids", [conflict])
      #expect(refused.status == .unprocessableContent && refused.text.contains("Choose the kind of conflict."))
      let kind = stage.call.conflictKinds.first?.key ?? ""
      #expect(try await scene.rita.post("/bids", [conflict, ("kind", kind)]).location == "/bids?did=bid-and-conflict")
      #expect(!(try await scene.rita.get("/bids").text.contains("Caches")))
      #expect(try await scene.rita.get("/conflicts").text.contains("Remove"))
    }
  }

  @Test("Expertise is saved; a level that isn't offered comes back with the form")
  func expertise() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var rita = try await stage.browser(client, of: "rita@lab.example", as: .reviewer)
      #expect(try await rita.post("/expertise", [("topics.storage", "2")]).location == "/expertise?did=expertise")
      for wrong in ["7", "much"] {
        #expect(try await rita.post("/expertise", [("topics.storage", wrong)]).status == .unprocessableContent)
      }
    }
  }

  @Test("Handing a paper back needs a reason and takes it off the list")
  func recusal() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let path = try await scene.assign()
      #expect(try await scene.rita.post("\(path)/recuse", [("reason", " ")]).status == .unprocessableContent)
      #expect(try await scene.rita.get(path).status == .ok)
      let done = try await scene.rita.post("\(path)/recuse", [("reason", "I advise an author.")])
      #expect(done.location == "/reviews?did=recused")
      #expect(try await scene.rita.get(path).status == .notFound)
      #expect(try await stage.letters(to: "clara@chair.example").contains { $0.body.contains("I advise an author.") })
    }
  }
}

import Conference
import HTTPTypes
import LecternTesting
import PeerReview
import Testing

@testable import Web

@Suite("A chair's way, over HTTP")
struct ChairStoryTests {
  @Test("A decision based on what another chair has replaced comes back with the text typed and what stands")
  func staleDecision() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      try await scene.advance(to: stage.call.calendar.response.opens)
      let page = "/chair/submissions/\(scene.paper)"
      let kinds = stage.call.decisions.map(\.key)
      let first = try await scene.clara.post(
        "\(page)/decision", [("version", "0"), ("decision", kinds[0]), ("note", "From the first tab")])
      #expect(first.location == "\(page)?did=decided")
      let second = try await scene.clara.post(
        "\(page)/decision", [("version", "0"), ("decision", kinds[1]), ("note", "From the second tab")])
      #expect(second.status == .conflict && second.text.contains("From the second tab"))
      #expect(second.text.contains("Meanwhile Clara decided"))
      let table = try await scene.clara.post(
        "/chair/decisions", [("version.\(scene.paper)", "0"), ("decisions.\(scene.paper)", kinds[1]), ("action", "save")])
      #expect(table.status == .conflict && table.text.contains("Another chair changed some"))
      let bulk = try await scene.clara.post(
        "/chair/decisions",
        [("version.\(scene.paper)", "1"), ("chosen", scene.paper), ("decision", kinds[1]), ("action", "bulk")])
      #expect(bulk.location == "/chair/decisions?did=decided")
    }
  }

  @Test("Decisions are released once, after the letters were read, and each contact gets one")
  func release() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      try await scene.advance(to: stage.call.calendar.notification)
      let path = "/chair/decisions/release"
      #expect(try await scene.clara.post(path, [("confirm", "yes"), ("count", "1")]).status == .unprocessableContent)
      let kind = stage.call.decisions.first { $0.accepts }?.key ?? ""
      let page = "/chair/submissions/\(scene.paper)/decision"
      #expect(try await scene.clara.post(page, [("version", "0"), ("decision", kind)]).status == .seeOther)
      let shown = try await scene.clara.get("/chair/decisions/letters")
      #expect(shown.text.contains("Caches"))
      #expect(try await scene.clara.post(path, [("count", "1"), ("seen", shown.hidden("seen"))]).status == .unprocessableContent)
      for count in ["0", "many", "2"] {
        let form = [("confirm", "yes"), ("count", count), ("seen", shown.hidden("seen"))]
        #expect(try await scene.clara.post(path, form).status == .conflict)
      }
      #expect(try await scene.clara.post(path, [("confirm", "yes"), ("count", "1")]).status == .conflict)
      #expect(try await scene.clara.post(page, [("version", "1"), ("decision", kind), ("note", "Late.")]).status == .seeOther)
      let old = try await scene.clara.post(path, [("confirm", "yes"), ("count", "1"), ("seen", shown.hidden("seen"))])
      #expect(old.status == .conflict && old.text.contains("The letters changed") && old.text.contains("Late."))
      let before = try await stage.letters(to: "ada@uni.example").count
      let released = try await scene.release()
      #expect(released.location == "/chair/decisions/letters?did=released")
      #expect(try await scene.clara.post(path, [("confirm", "yes"), ("count", "1")]).status == .forbidden)
      #expect(try await stage.letters(to: "ada@uni.example").count == before + 1)
    }
  }

  @Test("A time at which everything is released is set, stands on the page, is taken back, and comes back as typed when refused")
  func releaseTime() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      try await scene.advance(to: stage.call.calendar.response.opens)
      let (page, path) = ("/chair/decisions/letters", "/chair/decisions/release")
      let wrong = try await scene.clara.post(path, [("action", "set-time"), ("to", "soon")])
      #expect(wrong.status == .unprocessableContent && wrong.text.contains("value=\"soon\""))
      let moment = stage.call.calendar.notification.adding(.days(1)).utc
      let set = try await scene.clara.post(path, [("action", "set-time"), ("to", moment)])
      #expect(set.location == page + "?did=saved")
      let standing = try await scene.clara.get(page).text
      #expect(standing.contains("Everything is released at <time") && standing.contains("set by Clara"))
      #expect(try await scene.clara.get("/chair/decisions").text.contains("Everything is released at <time"))
      #expect(try await scene.clara.post(path, [("action", "drop-time")]).location == page + "?did=saved")
      #expect(!(try await scene.clara.get(page).text.contains("Everything is released at <time")))
    }
  }

  @Test("A paper is rejected without review, the rejection is taken back, and a refused one comes back as typed")
  func rejection() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let path = "/chair/submissions/\(scene.paper)"
      let ground = stage.call.desk.grounds.first?.key ?? ""
      let wrong = try await scene.clara.post(
        "\(path)/desk-rejection", [("action", "reject"), ("ground", "taste"), ("explanation", "Out of scope, clearly.")])
      #expect(wrong.status == .unprocessableContent && wrong.text.contains("Out of scope, clearly."))
      let done = try await scene.clara.post(
        "\(path)/desk-rejection", [("action", "reject"), ("ground", ground), ("explanation", "Out of scope, clearly.")])
      #expect(done.location == "\(path)?did=rejected")
      #expect(try await stage.letters(to: "ada@uni.example").contains { $0.body.contains("Out of scope, clearly.") })
      let back = try await scene.clara.post("\(path)/desk-rejection", [("action", "revoke")])
      #expect(back.location == "\(path)?did=returned")
      try await scene.advance(to: stage.call.calendar.discussion.opens)
      #expect(try await scene.clara.post("\(path)/comments", [("text", "")]).status == .unprocessableContent)
      let comment = try await scene.clara.post("\(path)/comments", [("text", "It is in scope after all.")])
      #expect(comment.location == "\(path)?did=commented")
      #expect(try await scene.clara.get(path).text.contains("It is in scope after all."))
    }
  }

  @Test("Before a conflict of whoever has the paper is put on record, its page says what ends; what was typed comes back")
  func conflict() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let review = try await scene.assign()
      let page = "/chair/submissions/\(scene.paper)"
      let own = scene.clara.person.text
      #expect(try await scene.clara.get("\(page)?choose=person").text.contains("<option value=\"\(own)\""))
      let kind = stage.call.conflictKinds.first?.key ?? ""
      let wrong = try await scene.clara.post("\(page)/conflicts", [("person", scene.ron.person.text), ("action", "add")])
      #expect(wrong.status == .unprocessableContent)
      #expect(wrong.text.contains("<option value=\"\(scene.ron.person.text)\" selected>"))
      let form = [("person", scene.rita.person.text), ("kind", kind), ("action", "add")]
      let asked = try await scene.clara.post("\(page)/conflicts", form)
      #expect(asked.status == .unprocessableContent && asked.text.contains("A draft stays on record"))
      #expect(asked.hidden("person") == scene.rita.person.text && asked.hidden("seen") == "review")
      #expect(asked.text.contains("<option value=\"\(kind)\" selected>"))
      #expect(try await scene.rita.post(review, scene.answers("Mine", version: 0)).status == .seeOther)
      let stale = try await scene.clara.post("\(page)/conflicts", form + [("seen", "review"), ("ends", "yes")])
      #expect(stale.status == .conflict && stale.hidden("seen") == "reviewed")
      #expect(stale.text.contains("is something else by now") && stale.text.contains("it counts no more"))
      let done = try await scene.clara.post("\(page)/conflicts", form + [("seen", "reviewed"), ("ends", "yes")])
      #expect(done.location == "\(page)?did=conflicts")
      #expect(try await scene.rita.get(review).status == .notFound)
    }
  }

  @Test("A chair hands out the files of a paper; one in conflict with it finds nothing of it")
  func files() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let path = "/chair/submissions/\(scene.paper)"
      #expect(try await scene.clara.get("\(path)/files/manuscript/1").text == "%PDF-1.7 Caches")
      var cyril = try await stage.browser(client, of: "cyril@chair.example", as: .chair)
      #expect(try await cyril.get(path).status == .ok)
      let kind = stage.call.conflictKinds.first?.key ?? ""
      let conflict = [("person", cyril.person.text), ("kind", kind), ("action", "add")]
      let asked = try await cyril.post("\(path)/conflicts", conflict)
      #expect(asked.status == .unprocessableContent && asked.text.contains("only another chair can undo it"))
      let own = try await cyril.post("\(path)/conflicts", conflict + [("seen", "nothing"), ("ends", "yes")])
      #expect(own.location == "/chair/submissions?did=conflicts")
      for tail in ["", "/files/manuscript/1"] {
        let there = try await cyril.get(path + tail)
        let nowhere = try await cyril.get("/chair/submissions/nowhere" + tail)
        #expect(there.status == .notFound && there.comparable == nowhere.comparable)
      }
      for page in ["/chair/submissions", "/chair/decisions", "/chair/audit", "/chair/letters", "/chair/assignment"] {
        #expect(!(try await cyril.get(page).text.contains("Caches")), "\(page)")
        #expect(!(try await cyril.get(page).text.contains(scene.paper)), "\(page)")
      }
    }
  }

  @Test("A plan is asked for, made, changed by hand and released; a tick is needed, and the version that was looked at")
  func plan() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let numbers = [("reviewsPerSubmission", "1"), ("loadMinimum", "0"), ("loadMaximum", "3")]
      #expect(try await scene.clara.post("/chair/assignment/run", numbers).status == .unprocessableContent)
      let wrong = try await scene.clara.post(
        "/chair/assignment/run", numbers.dropLast() + [("loadMaximum", "-1"), ("seed", "4")])
      #expect(wrong.status == .unprocessableContent && wrong.text.contains("value=\"-1\""))
      let asked = try await scene.clara.post("/chair/assignment/run", numbers + [("seed", "4")])
      #expect(asked.status == .seeOther && asked.location.hasSuffix("?did=asked"))
      let path = String(asked.location.prefix { $0 != "?" })
      #expect(try await scene.clara.get(path).status == .ok)
      _ = try await stage.letters(to: "nobody@uni.example")
      #expect(try await scene.clara.get(path).text.contains("Caches"))
      for reviewer in [scene.rita, scene.ron] {
        let pair = [("submission", scene.paper), ("reviewer", reviewer.person.text)]
        #expect(try await scene.clara.post("\(path)/remove", pair).location == "\(path)?did=changed")
      }
      let pair = [("submission", scene.paper), ("reviewer", scene.rita.person.text)]
      #expect(try await scene.clara.post("\(path)/add", pair).location == "\(path)?did=changed")
      let page = try await scene.clara.get(path).text
      let start = try #require(page.firstRange(of: "name=\"version\" value=\""))
      let version = String(page[start.upperBound...].prefix { $0 != "\"" })
      #expect(try await scene.clara.post("\(path)/release", [("version", version)]).status == .unprocessableContent)
      let released = try await scene.clara.post("\(path)/release", [("version", version), ("confirm", "yes")])
      #expect(released.location == "\(path)?did=planned")
      #expect(try await scene.clara.get(path).text.contains("Being released"))
      _ = try await stage.letters(to: "nobody@uni.example")
      #expect(try await scene.rita.get("/reviews").text.contains("Caches"))
      #expect(!(try await scene.ron.get("/reviews").text.contains("Caches")))
      #expect(try await stage.letters(to: "rita@lab.example").contains { $0.body.contains("Caches") })
    }
  }

  @Test("People are invited, sent another link, and lose their office; the last chair keeps theirs")
  func people() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var clara = try await stage.browser(client, of: "clara@chair.example", as: .chair)
      let wrong = try await clara.post(
        "/chair/people/invite", [("email", "new@lab.example, not one"), ("office", "reviewer"), ("message", "Please join.")])
      #expect(wrong.status == .unprocessableContent)
      #expect(wrong.text.contains("new@lab.example, not one") && wrong.text.contains("Please join."))
      let done = try await clara.post("/chair/people/invite", [("email", "new@lab.example"), ("office", "reviewer")])
      #expect(done.location == "/chair/people?did=invited")
      #expect(try await stage.letters(to: "new@lab.example").count == 1)
      let last = try await clara.post(
        "/chair/people", [("person", clara.person.text), ("office", "chair"), ("action", "remove")])
      #expect(last.status == .unprocessableContent && last.text.contains("last chair"))
      #expect(try await clara.post("/chair/people", [("action", "promote")]).status == .unprocessableContent)
      var rita = try await stage.browser(client, of: "rita@lab.example", as: .reviewer)
      #expect(try await rita.get("/reviews").status == .ok)
      try await clara.post("/chair/people", [("person", rita.person.text), ("office", "reviewer"), ("action", "remove")])
      #expect(try await rita.get("/reviews").status == .notFound)
    }
  }

  @Test("The call file is checked without being stored, and stored with a reason")
  func callFile() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var clara = try await stage.browser(client, of: "clara@chair.example", as: .chair)
      let broken = try await clara.post("/chair/call", [("text", "call: nothing"), ("reason", "No"), ("action", "check")])
      #expect(broken.status == .unprocessableContent && broken.text.contains("call: nothing"))
      let text = try WebStage.callText().replacing("name: MLSys 2026\n", with: "name: MLSys of 2026\n")
      #expect(try await clara.post("/chair/call", [("text", text), ("action", "check")]).status == .ok)
      let unexplained = try await clara.post("/chair/call", [("text", text), ("action", "store")])
      #expect(unexplained.status == .unprocessableContent && unexplained.text.contains("Say why the call changes"))
      #expect(!(try await clara.get("/call").text.contains("MLSys of 2026")))
      let stored = try await clara.post("/chair/call", [("text", text), ("reason", "A nicer name"), ("action", "store")])
      #expect(stored.location == "/chair/call?did=call")
      #expect(try await clara.get("/call").text.contains("MLSys of 2026"))
      #expect(try await clara.get("/chair/audit").text.contains("change call"))
    }
  }
}

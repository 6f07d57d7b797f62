import Conference
import HTTPTypes
import LecternTesting
import PeerReview
import Testing

@testable import Web

@Suite("Conflicts that chairs look into and integrity cases, over HTTP")
struct IntegrityStoryTests {
  @Test("A suspected conflict is set aside with a reason, looked at again and confirmed; a refused reason comes back as typed")
  func suspects() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let near = try await stage.browser(client, of: "near@uni.example", as: .reviewer)
      #expect(try await scene.clara.get("/chair/conflicts").text.contains("addresses of one institution: uni.example"))
      let pair = [("submission", scene.paper), ("person", near.person.text), ("seen", "open nothing")]
      let refused = try await scene.clara.post("/chair/conflicts", pair + [("action", "dismiss"), ("reason", "Nah")])
      #expect(refused.status == .unprocessableContent && refused.text.contains(">\nNah</textarea>"))
      let aside = [("action", "dismiss"), ("reason", "The domain is rented.")]
      #expect(try await scene.clara.post("/chair/conflicts", pair + aside).location == "/chair/conflicts?did=judged")
      #expect(!(try await scene.clara.get("/chair/conflicts").text.contains("uni.example")))
      #expect(try await scene.clara.get("/chair/conflicts?state=dismissed").text.contains("The domain is rented."))
      let stale = try await scene.clara.post("/chair/conflicts", pair + aside)
      #expect(stale.status == .conflict && stale.text.contains(">\nThe domain is rented.</textarea>"))
      let seen = try #require(stale.text.firstMatch(of: /name="seen" value="(aside-[^"]*)"/)).1
      let again = [("submission", scene.paper), ("person", near.person.text), ("seen", String(seen)), ("action", "reopen")]
      #expect(try await scene.clara.post("/chair/conflicts", again).status == .seeOther)
      let kind = stage.call.conflictKinds.first?.key ?? ""
      let confirm = pair + [("action", "confirm"), ("kind", kind)]
      #expect(try await scene.clara.post("/chair/conflicts", pair + [("action", "confirm")]).status == .unprocessableContent)
      #expect(try await scene.clara.post("/chair/conflicts", confirm).status == .seeOther)
      #expect(!(try await scene.clara.get("/chair/conflicts?state=all").text.contains("uni.example")))
      #expect(try await scene.clara.get("/chair/submissions/\(scene.paper)").text.contains("near@uni.example"))
      let confirmed = try await scene.clara.get("/chair/conflicts?state=confirmed").text
      let id = try #require(confirmed.firstMatch(of: /name="conflict" value="([^"]*)"/)).1
      let undo = [("submission", scene.paper), ("action", "undo"), ("conflict", String(id))]
      #expect(try await scene.clara.post("/chair/conflicts", undo).status == .seeOther)
      #expect(try await scene.clara.get("/chair/conflicts").text.contains("uni.example"))
    }
  }

  @Test("Chairs ask about declarations, authors answer, and each reads the other's words")
  func declarations() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let (own, theirs) = ("/submissions/\(scene.paper)/conflicts", "/chair/conflicts/\(scene.paper)")
      #expect(try await scene.ada.get(own).status == .notFound)
      let short = try await scene.clara.post(theirs, [("action", "ask"), ("text", "Why?")])
      #expect(short.status == .unprocessableContent && short.text.contains(">\nWhy?</textarea>"))
      let asked = try await scene.clara.post(theirs, [("action", "ask"), ("text", "How do you know them?")])
      #expect(asked.location == "\(theirs)?did=said")
      #expect(try await scene.ada.get("/submissions/\(scene.paper)").text.contains("The chairs ask about the conflicts"))
      #expect(try await scene.ada.get(own).text.contains("How do you know them?"))
      #expect(try await scene.ada.post(own, [("text", "No.")]).status == .unprocessableContent)
      #expect(try await scene.ada.post(own, [("text", "From a summer school.")]).location == "\(own)?did=said")
      #expect(try await scene.clara.get(theirs).text.contains("From a summer school."))
      #expect(try await stage.letters(to: "ada@uni.example").contains { $0.subject.contains("A question about the declared") })
      #expect(try await scene.rita.get(own).status == .notFound)
    }
  }

  @Test("A reviewer answers suggestions, and an author's form takes one and forgets another")
  func suggestions() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var ada = try await stage.browser(client, of: "ada@uni.example")
      var rita = try await stage.browser(client, of: "rita@lab.example", as: .reviewer)
      let paper = try await stage.paper("Caches", by: &ada)
      let list = "@article{a, title={Rivers}, year={2025}, author={Rita and Ada and Bo}}"
      #expect(try await rita.upload(Array(list.utf8), to: "/expertise/publications", named: "p.bib").status == .seeOther)
      let form = try await ada.get("/submissions/\(paper)/edit")
      #expect(form.text.contains("wrote together: “Rivers” (2025)"))
      let added = try await ada.post("/submissions/\(paper)/edit", [("action", "suggest-add.\(rita.person).coauthor")])
      #expect(added.text.contains("conflicts.0.member") && !added.text.contains("wrote together"))
      let gone = try await ada.post("/submissions/\(paper)/edit", [("action", "suggest-dismiss.\(rita.person)")])
      #expect(gone.status == .ok)
      #expect(!(try await ada.get("/submissions/\(paper)/edit").text.contains("wrote together")))
      let page = try await rita.get("/conflicts").text
      #expect(page.contains("/conflicts?name=Bo&amp;kind=coauthor#add"))
      #expect(try await rita.get("/conflicts?name=Bo&kind=coauthor").text.contains("value=\"Bo\""))
      #expect(try await rita.post("/conflicts", [("about", "bo"), ("action", "dismiss")]).location == "/conflicts?did=conflict")
      #expect(!(try await rita.get("/conflicts").text.contains("name=Bo&amp;")))
    }
  }

  @Test("Papers are rejected by a search after a preview, and a withdrawn one is returned from its page")
  func rejected() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let ground = stage.call.desk.grounds.first?.key ?? ""
      let begun = try await scene.clara.get("/chair/desk-rejections?q=caches+status:submitted&ground=\(ground)")
      #expect(begun.text.contains("value=\"caches status:submitted\"") && !begun.text.contains("Nothing is changed yet"))
      let form = [("q", "caches status:submitted"), ("ground", ground), ("explanation", "Not ours.")]
      let preview = try await scene.clara.post("/chair/desk-rejections", form + [("action", "preview")])
      #expect(preview.status == .ok && preview.text.contains("Nothing is changed yet"))
      let long = String(repeating: "Too long. ", count: 2_500)
      let refused = try await scene.clara.post(
        "/chair/desk-rejections", [("q", "caches"), ("ground", ground), ("explanation", long), ("action", "preview")])
      #expect(refused.status == .unprocessableContent && refused.text.contains(long))
      let start = try #require(preview.text.firstRange(of: "name=\"seen\" value=\""))
      let seen = String(preview.text[start.upperBound...].prefix { $0 != "\"" })
      let apply = form + [("action", "apply")]
      #expect(try await scene.clara.post("/chair/desk-rejections", apply + [("seen", "x")]).status == .conflict)
      let broken = try await scene.clara.post(
        "/chair/desk-rejections", [("action", "apply"), ("q", "caches"), ("ground", ground), ("seen", seen)])
      #expect(broken.status == .unprocessableContent && broken.text.contains("value=\"caches\""))
      let done = try await scene.clara.post("/chair/desk-rejections", apply + [("seen", seen)])
      #expect(done.location == "/chair/submissions?did=rejected-many")
      #expect(
        try await scene.clara.post("/chair/submissions/\(scene.paper)/desk-rejection", [("action", "revoke")]).status == .seeOther
      )
      #expect(try await scene.ada.post("/submissions/\(scene.paper)/withdraw", [("reason", "No.")]).status == .seeOther)
      let page = "/chair/submissions/\(scene.paper)"
      #expect(try await scene.clara.get(page).text.contains("Undo the withdrawal"))
      #expect(try await scene.clara.post("\(page)/withdrawal").location == "\(page)?did=undone")
      #expect(try await scene.ada.get("/submissions/\(scene.paper)").text.contains("Withdrawal undone"))
    }
  }

  @Test("A case is opened, gets a file that is handed out as such, and is closed; what is refused comes back as typed")
  func cases() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let refused = try await scene.clara.post(
        "/chair/integrity", [("title", "Shared text"), ("papers", "x"), ("text", "It is so.")])
      #expect(refused.status == .unprocessableContent && refused.text.contains("value=\"Shared text\""))
      let opened = try await scene.clara.post(
        "/chair/integrity",
        [("title", "Shared text"), ("people", "ada@uni.example"), ("text", "A section stands in a report.")])
      let path = String(opened.location.prefix { $0 != "?" })
      #expect(opened.status == .seeOther && path.hasPrefix("/chair/integrity/"))
      let bytes = Array("the report".utf8)
      let added = try await scene.clara.upload(
        bytes, to: path, named: "report one.txt", with: [("action", "add"), ("kind", "evidence"), ("text", "")])
      #expect(added.location == "\(path)?did=judged")
      let file = try await scene.clara.get("\(path)/files/2")
      #expect(file.text == "the report" && file.headers[.contentDisposition] == "attachment; filename=\"report-one.txt\"")
      let note = try await scene.clara.post(path, [("action", "add"), ("kind", "note"), ("text", "Short")])
      #expect(note.status == .unprocessableContent && note.text.contains(">\nShort</textarea>"))
      let close = [("action", "close"), ("outcome", "unfounded"), ("text", "It is their own report.")]
      #expect(try await scene.clara.post(path, close).status == .seeOther)
      #expect(try await scene.clara.get(path).text.contains("Open it again"))
      for var browser in [scene.ada, scene.rita] { #expect(try await browser.get(path).status == .notFound) }
    }
  }
}

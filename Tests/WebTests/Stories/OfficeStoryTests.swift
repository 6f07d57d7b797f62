import Conference
import HTTPTypes
import LecternTesting
import PeerReview
import Testing

@testable import Web

@Suite("Tags, kept searches and acts on many papers, over HTTP")
struct OfficeStoryTests {
  /// The value of a hidden field.
  private func hidden(_ name: String, in page: Answer) throws -> String {
    let start = try #require(page.text.firstRange(of: "name=\"\(name)\" value=\""))
    return String(page.text[start.upperBound...].prefix { $0 != "\"" })
  }

  @Test("A search typed into a form, where spaces come as pluses, finds what it would with spaces")
  func pluses() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      for query in ["caches+status:submitted", "caches%20status:submitted", "assigned%2B1+%3E+0+caches"] {
        #expect(try await scene.clara.get("/chair/submissions?q=\(query)").text.contains("1 of 1 submission"), "\(query)")
      }
      #expect(try await scene.rita.get("/bids?q=caches+about").text.contains("Caches"))
    }
  }

  @Test("A paper is tagged on its page, refused words come back as typed, and reviewers tag their own")
  func tags() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let review = try await scene.assign()
      let path = "/chair/submissions/\(scene.paper)"
      let refused = try await scene.clara.post("\(path)/tags", [("tags", "award 1st")])
      #expect(refused.status == .unprocessableContent && refused.text.contains("value=\"award 1st\""))
      #expect(try await scene.clara.post("\(path)/tags", [("tags", "discuss ~~check#2")]).location == "\(path)?did=tagged")
      #expect(try await scene.clara.get(path).text.contains("~~check#2"))
      #expect(!(try await scene.rita.get(review).text.contains("discuss</span>")))
      #expect(try await scene.rita.post("\(review)/tags", [("tags", "~mine")]).location == "\(review)?did=tagged")
      #expect(try await scene.rita.get("/reviews").text.contains("~mine"))
      let denied = try await scene.rita.post("\(review)/tags", [("tags", "~~no")])
      #expect(denied.status == .unprocessableContent && denied.text.contains("value=\"~~no\""))
      #expect(!(try await scene.clara.get(path).text.contains("~mine")))
    }
  }

  @Test("Many papers are tagged after a preview; posting on a list that is another by then shows it anew")
  func manyTags() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let preview = try await scene.clara.get("/chair/tags?q=caches+status:submitted&tags=discuss+order")
      #expect(preview.text.contains("Nothing is changed yet") && preview.text.contains("order#1"))
      let seen = try hidden("seen", in: preview)
      let stale = try await scene.clara.post("/chair/tags", [("q", ""), ("tags", "other"), ("seen", "nothing")])
      #expect(stale.status == .conflict && stale.text.contains("nothing was changed"))
      let form = [("q", "caches status:submitted"), ("tags", "discuss order"), ("seen", seen)]
      #expect(try await scene.clara.post("/chair/tags", form).location == "/chair/tags?did=tagged")
      #expect(try await scene.clara.get("/chair/submissions?q=tag:discuss").text.contains("order#1"))
      let broken = try await scene.clara.post("/chair/tags", [("q", "("), ("tags", "x"), ("seen", seen)])
      #expect(broken.status == .unprocessableContent)
    }
  }

  @Test("A search is kept, linked above the list, and removed")
  func searches() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let kept = try await scene.clara.post("/chair/searches", [("action", "keep"), ("name", "short"), ("q", "caches")])
      #expect(kept.location == "/chair/submissions?did=kept")
      let list = try await scene.clara.get("/chair/submissions?q=search:short")
      #expect(list.text.contains("1 of 1 submission") && list.text.contains("q=search%3Ashort"))
      let refused = try await scene.clara.post("/chair/searches", [("action", "keep"), ("name", "a b"), ("q", "caches")])
      #expect(refused.status == .unprocessableContent && refused.text.contains("by one word"))
      let other = [("action", "keep"), ("name", "short"), ("q", "queues")]
      let taken = try await scene.clara.post("/chair/searches", other)
      #expect(taken.status == .unprocessableContent && taken.text.contains("it searches for “caches”"))
      #expect(taken.text.contains("value=\"short\"") && taken.text.contains("name=\"replaces\""))
      let replaced = try await scene.clara.post("/chair/searches", other + [("replaces", "yes")])
      #expect(replaced.location == "/chair/submissions?did=kept")
      let id = try hidden("search", in: list)
      #expect(try await scene.clara.post("/chair/searches", [("action", "remove"), ("search", id)]).status == .seeOther)
      #expect(!(try await scene.clara.get("/chair/submissions").text.contains("search%3Ashort")))
    }
  }

  @Test("The chairs' lists are files too, of what their pages show")
  func files() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      _ = try await scene.assign()
      for (path, head, found) in [
        ("decisions?q=caches", "number,title,track,scores,", "Caches"),
        ("people?q=rita", "name,email,affiliation,", "rita@lab.example"),
        ("letters?q=ada", "to,subject,state,", "ada@uni.example"), ("conflicts?state=all", "number,title,person,", ""),
        ("reminders?", "name,email,missing,papers,", "rita@lab.example"), ("screening?state=all", "number,title,rule,", ""),
        ("integrity?", "title,papers,opened_by,", ""),
      ] {
        let csv = try await scene.clara.get("/chair/\(path)&format=csv")
        #expect(csv.status == .ok && csv.text.hasPrefix(head) && (found.isEmpty || csv.text.contains(found)), "\(path)")
        let json = try await scene.clara.get("/chair/\(path)&format=json")
        #expect(json.status == .ok && json.text.hasPrefix("[") && (found.isEmpty || json.text.contains(found)), "\(path)")
        let page = try await scene.clara.get("/chair/\(path)").text
        #expect(found.isEmpty || page.contains("format=csv"), "\(path)")
      }
      let sent = try await scene.clara.post("/chair/reminders", [("action", "all")])
      #expect(sent.location == "/chair/reminders?sent=1&passed=0")
      #expect(try await scene.clara.get("/chair/reminders?sent=1&passed=0").text.contains("1 letter is on its way."))
      let again = try await scene.clara.post("/chair/reminders", [("action", "all")])
      #expect(again.location == "/chair/reminders?sent=0&passed=1")
      let closes = stage.call.calendar.discussion.closes.utc
      let same = [("date", "discussion.closes"), ("to", closes), ("reason", "None."), ("letters", "yes")]
      #expect(try await scene.clara.post("/chair/dates", same).location == "/chair/dates?did=date-unmoved")
    }
  }

  @Test("Decisions by a search and by a table, and assignments by a table, are previewed and then done")
  func many() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      try await scene.advance(to: stage.call.calendar.reviewing.opens)
      let page = try await scene.clara.get("/chair/submissions?format=json")
      let number = try #require(page.text.firstMatch(of: /"number":(\d+)/)).1
      let table = "paper,reviewer\n\(number),rita@lab.example\n"
      let preview = try await scene.clara.post("/chair/assignment/table", [("action", "preview"), ("csv", table)])
      #expect(preview.status == .ok && preview.text.contains("rita@lab.example"))
      let wrong = try await scene.clara.post("/chair/assignment/table", [("csv", "paper,reviewer\n\(number),x\n")])
      #expect(wrong.text.contains("Line 2: “x” is not the address"))
      let form = [("action", "apply"), ("csv", table), ("seen", try hidden("seen", in: preview))]
      #expect(try await scene.clara.post("/chair/assignment/table", form).location == "/chair/assignment?did=assigned-many")
      #expect(try await scene.clara.post("/chair/assignment/table", form).status == .conflict)
      #expect(try await scene.rita.get("/reviews").text.contains("Caches"))
      try await scene.advance(to: stage.call.calendar.response.opens)
      let rule = try await scene.clara.get("/chair/decisions/many?q=caches&decision=accept&undecided=yes")
      #expect(rule.text.contains("Undecided"))
      let decide = [("q", "caches"), ("decision", "accept"), ("undecided", "yes"), ("action", "apply")]
      #expect(try await scene.clara.post("/chair/decisions/many", decide + [("seen", "other")]).status == .conflict)
      let done = try await scene.clara.post("/chair/decisions/many", decide + [("seen", try hidden("seen", in: rule))])
      #expect(done.location == "/chair/decisions?did=decided")
      let lines = try await scene.clara.post("/chair/decisions/many", [("csv", "paper,decision\n\(number),maybe\n")])
      #expect(lines.text.contains("Line 2: “maybe” is no decision"))
    }
  }
}

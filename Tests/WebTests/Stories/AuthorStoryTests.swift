import Conference
import HTTPTypes
import LecternTesting
import PeerReview
import Testing

@testable import Web

@Suite("An author's way, over HTTP")
struct AuthorStoryTests {
  @Test("Registered, saved, uploaded and submitted, a paper brings a receipt to its contact")
  func way() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var ada = try await stage.browser(client, of: "ada@uni.example")
      let id = try await ada.register("Caches", stage.call)
      let saved = try await ada.post("/submissions/\(id)/edit", Browser.entry("Better caches", stage.call, version: 1))
      #expect(saved.location == "/submissions/\(id)?did=saved")
      let uploaded = try await ada.upload(Array("%PDF-1.7 caches".utf8), to: "/submissions/\(id)/files/manuscript")
      #expect(uploaded.location == "/submissions/\(id)?did=uploaded")
      let file = try await ada.get("/submissions/\(id)/files/manuscript/1")
      #expect(file.text == "%PDF-1.7 caches" && file.headers[.contentType] == "application/pdf")
      let submitted = try await ada.post("/submissions/\(id)/submit")
      #expect(submitted.location == "/submissions/\(id)?did=submitted")
      #expect(try await ada.get(submitted.location).text.contains("Better caches"))
      let receipts = try await stage.letters(to: "ada@uni.example").filter { $0.body.contains("Better caches") }
      #expect(receipts.count == 1)
      #expect(try await ada.post("/submissions/\(id)/submit").status == .seeOther)
      #expect(try await stage.letters(to: "ada@uni.example").filter { $0.body.contains("Better caches") }.count == 1)
    }
  }

  @Test("A paper begun with its PDF leads to the draft; what is no PDF comes back beside the field")
  func pdfFirst() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var ada = try await stage.browser(client, of: "ada@uni.example")
      #expect(try await ada.get("/submissions/new").text.contains("Begin with the PDF instead"))
      let begun = try await ada.upload(Array("%PDF-1.7 caches".utf8), to: "/submissions/new/file")
      #expect(begun.status == .seeOther)
      #expect(try await ada.get(begun.location).text.contains("No title yet"))
      let archive = try await ada.upload([0x50, 0x4B, 0x03, 0x04], to: "/submissions/new/file")
      #expect(archive.status == .unprocessableContent && archive.text.contains("This is an archive (.zip), not a PDF"))
      let path = String(begun.location.prefix { $0 != "?" }) + "/files/manuscript"
      let word = try await ada.upload(Array("PK\u{3}\u{4}....[Content_Types].xml....word/document.xml".utf8), to: path)
      #expect(word.status == .unprocessableContent && word.text.contains("This is a Word document (.docx), not a PDF"))
      #expect(word.text.contains("id=\"slot-manuscript\""))
      #expect(try await ada.get("\(path)/2").status == .notFound)
    }
  }

  @Test("A refused registration comes back with everything typed and what is wrong")
  func typed() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var ada = try await stage.browser(client, of: "ada@uni.example")
      let answer = try await ada.post(
        "/submissions/new",
        [("title", "Half <a> title"), ("abstract", "An abstract"), ("authors.0.email", "not an address"), ("action", "save")])
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("Half &lt;a&gt; title") && answer.text.contains("An abstract"))
      #expect(answer.text.contains("not an address"))
    }
  }

  @Test("A conflict with a co-author comes back as typed, told beside the conflicts")
  func ownConflict() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var ada = try await stage.browser(client, of: "ada@uni.example")
      let kind = stage.call.conflictKinds.first?.key ?? ""
      let answer = try await ada.post(
        "/submissions/new",
        Browser.entry("Caches", stage.call) + [
          ("conflicts.0.name", "Second"), ("conflicts.0.email", "second@author.example"), ("conflicts.0.kind", kind),
        ])
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("Second is an author of this paper.") && answer.text.contains("href=\"#f-conflicts\""))
      #expect(answer.text.contains("id=\"f-conflicts\"") && answer.text.contains("value=\"second@author.example\""))
    }
  }

  @Test("A title that would turn its page around is kept without what turns it")
  func invisible() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var ada = try await stage.browser(client, of: "ada@uni.example")
      let id = try await ada.register("Caches \u{202E}desrever\u{7} \u{645}\u{6CC}\u{200C}\u{631}", stage.call)
      let page = try await ada.get("/submissions/\(id)").text
      #expect(page.contains("Caches desrever \u{645}\u{6CC}\u{200C}\u{631}"))
      #expect(!page.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test("At the second the period closes, submitting is refused with the server's time")
  func deadline() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      stage.clock.advance(to: stage.call.calendar.submission.closes.adding(.hours(-1)))
      var ada = try await stage.browser(client, of: "ada@uni.example")
      let first = try await ada.register("In time", stage.call)
      let second = try await ada.register("Too late", stage.call)
      for id in [first, second] {
        try await ada.upload(Array("%PDF-1.7".utf8), to: "/submissions/\(id)/files/manuscript")
      }
      let closes = stage.call.calendar.submission.closes
      stage.clock.advance(to: closes.adding(Span(microseconds: -1)))
      #expect(try await ada.post("/submissions/\(first)/submit").location == "/submissions/\(first)?did=submitted")
      stage.clock.advance(to: closes)
      for path in ["submit", "edit"] {
        let late = try await ada.post("/submissions/\(second)/\(path)", Browser.entry("Later", stage.call, version: 1))
        #expect(late.status == .forbidden)
        #expect(late.text.contains("Server time now") && late.text.contains("20:00:00"))
      }
      let upload = try await ada.upload(Array("%PDF-1.7 late".utf8), to: "/submissions/\(second)/files/manuscript")
      #expect(upload.status == .forbidden)
      #expect(try await ada.get("/submissions/\(second)/files/manuscript/2").status == .notFound)
    }
  }

  @Test("The second of two tabs is told, with its own text and the stored one side by side")
  func tabs() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var ada = try await stage.browser(client, of: "ada@uni.example")
      let id = try await ada.register("Caches", stage.call)
      let path = "/submissions/\(id)/edit"
      #expect(try await ada.post(path, Browser.entry("From the first tab", stage.call, version: 1)).status == .seeOther)
      let second = try await ada.post(path, Browser.entry("From the second tab", stage.call, version: 1))
      #expect(second.status == .conflict)
      #expect(second.text.contains("From the first tab") && second.text.contains("From the second tab"))
      #expect(try await ada.get("/submissions/\(id)").text.contains("From the first tab"))
      #expect(try await ada.post(path, Browser.entry("From the second tab", stage.call, version: 2)).status == .seeOther)
    }
  }

  @Test("A file beyond the call's limit is refused beside its slot, with the limit named, and nothing is kept")
  func tooLarge() async throws {
    let small = try await WebStage.open(manuscript: "1 MB")
    try await small.play { client in
      var ada = try await small.browser(client, of: "ada@uni.example")
      let path = "/submissions/\(try await ada.register("Caches", small.call))/files/manuscript"
      let whole = Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 0, count: 999_991)
      #expect(try await ada.upload(whole, to: path).status == .seeOther)
      let refused = try await ada.upload([UInt8](repeating: 0, count: 1_000_001), to: path)
      #expect(refused.status == .contentTooLarge && refused.text.contains("Too large. The limit is 1 MB."))
      #expect(refused.text.contains("id=\"slot-manuscript\""))
      let empty = try await ada.upload([], to: path)
      #expect(empty.status == .unprocessableContent && empty.text.contains("The file is empty."))
      #expect(empty.text.contains("id=\"slot-manuscript\""))
      #expect(try await ada.get("\(path)/1").status == .ok)
      #expect(try await ada.get("\(path)/2").status == .notFound)
    }
  }

  @Test("51 MB are refused under the real call")
  func realLimit() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var ada = try await stage.browser(client, of: "ada@uni.example")
      let path = "/submissions/\(try await ada.register("Caches", stage.call))/files/manuscript"
      let refused = try await ada.upload([UInt8](repeating: 0, count: 51_000_000), to: path)
      #expect(refused.status == .contentTooLarge && refused.text.contains("50"))
      #expect(try await ada.get("\(path)/1").status == .notFound)
    }
  }

  @Test("Another author's paper and a made-up one answer alike")
  func unseen() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var ada = try await stage.browser(client, of: "ada@uni.example")
      var ben = try await stage.browser(client, of: "ben@uni.example")
      let id = try await ada.register("Caches", stage.call)
      for tail in ["", "/edit", "/withdraw", "/files/manuscript/1"] {
        let there = try await ben.get("/submissions/\(id)\(tail)")
        let nowhere = try await ben.get("/submissions/nowhere\(tail)")
        #expect(there.status == .notFound && there.comparable == nowhere.comparable, "\(tail)")
      }
      for tail in ["/submit", "/withdraw", "/edit", "/response"] {
        let there = try await ben.post("/submissions/\(id)\(tail)", Browser.entry("Mine", stage.call, version: 1))
        let nowhere = try await ben.post("/submissions/nowhere\(tail)", Browser.entry("Mine", stage.call, version: 1))
        #expect(there.status == .notFound && there.comparable == nowhere.comparable, "\(tail)")
      }
    }
  }
}

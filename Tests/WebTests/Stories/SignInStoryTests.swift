import Conference
import HTTPTypes
import LecternTesting
import PeerReview
import Testing

@testable import Web

@Suite("Ways in and out, over HTTP")
struct SignInStoryTests {
  /// The first address on this site in a letter.
  private func path(in letter: String) throws -> String {
    let start = try #require(letter.firstRange(of: WebStage.origin + "/sign-in"))
    return "/sign-in" + letter[start.upperBound...].prefix { !$0.isWhitespace }
  }

  @Test("Opening a link signs nobody in; its button does, once")
  func link() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var browser = Browser(client)
      try await browser.get("/sign-in")
      let sent = try await browser.post("/sign-in/link", [("email", "ada@uni.example"), ("next", "/submissions/new")])
      #expect(sent.status == .ok && sent.text.contains("ada@uni.example"))
      let letter = try #require(try await stage.letters(to: "ada@uni.example").last)
      let path = try path(in: letter.body)
      for _ in 0..<2 {
        #expect(try await browser.get(path).status == .ok)
        #expect(browser.cookies["__Host-lectern"] == nil)
      }
      let used = try await browser.post(String(path.prefix { $0 != "?" }), [("next", "/submissions/new")])
      #expect(used.status == .seeOther && used.location == "/account")
      #expect(try await browser.get("/account").text.contains("ada@uni.example"))

      var other = Browser(client)
      try await other.get(path)
      let again = try await other.post(String(path.prefix { $0 != "?" }))
      #expect(again.status == .unprocessableContent && again.text.contains("used already"))
      #expect(other.cookies["__Host-lectern"] == nil)
    }
  }

  @Test("A link is too old after half an hour")
  func oldLink() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var browser = Browser(client)
      try await browser.get("/sign-in")
      try await browser.post("/sign-in/link", [("email", "ada@uni.example")])
      let path = try path(in: try #require(try await stage.letters(to: "ada@uni.example").last).body)
      stage.clock.advance(by: .minutes(30))
      #expect(try await browser.post(path).status == .unprocessableContent)
    }
  }

  @Test("Neither sign-in nor the request for a link tells whether an address has an account")
  func unknownAddress() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      _ = try await stage.browser(client, of: "known@uni.example")
      var browser = Browser(client)
      try await browser.get("/sign-in")
      for path in ["/sign-in", "/sign-in/link"] {
        var answers: [String] = []
        for email in ["known@uni.example", "never@uni.example"] {
          let answer = try await browser.post(path, [("email", email), ("password", "a wrong password")])
          answers.append(answer.comparable.replacing(email, with: "ADDRESS"))
        }
        #expect(answers[0] == answers[1], "\(path)")
        #expect(answers[0].contains("ADDRESS"))
      }
    }
  }

  @Test("A form without the page's token does nothing")
  func token() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var ada = try await stage.browser(client, of: "ada@uni.example")
      let entry = Browser.entry("Caches", stage.call)
      for fields in [entry, [("csrf", "guessed")] + entry] {
        #expect(try await ada.postAsTyped("/submissions/new", fields).status == .unprocessableContent)
      }
      let foreign = try await ada.post("/submissions/new", entry, headers: [.origin: "https://elsewhere.example"])
      #expect(foreign.status == .unprocessableContent)
      #expect(!(try await ada.get("/submissions").text.contains("Caches")))
      #expect(try await ada.post("/submissions/new", entry).status == .seeOther)
      #expect(try await ada.get("/submissions").text.contains("Caches"))
    }
  }

  @Test("A form that outlived its session shows what was written, so that it isn't lost, but no password")
  func expiredForm() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var ada = try await stage.browser(client, of: "ada@uni.example")
      ada.cookies["__Host-lectern"] = nil
      let fields = Browser.entry("Caches", stage.call) + [("currentPassword", "open sesame now"), ("abstract", "A <b> day")]
      let lost = try await ada.post("/submissions/new", fields)
      #expect(lost.status == .unprocessableContent)
      #expect(lost.text.contains("About Caches.") && lost.text.contains("A &lt;b&gt; day"))
      #expect(!lost.text.contains("open sesame now"))
    }
  }

  @Test("Signing out everywhere ends the session in every browser")
  func everywhere() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var first = try await stage.browser(client, of: "ada@uni.example")
      var second = try await stage.browser(client, of: "ada@uni.example")
      #expect(try await second.get("/submissions").status == .ok)
      #expect(try await first.post("/account/sessions/end", [("session", "all")]).location == "/sign-in")
      for path in ["/submissions", "/account"] {
        #expect(try await second.get(path).location == "/sign-in?next=\(path)")
      }
      #expect(first.cookies["__Host-lectern"] == nil)
    }
  }
}

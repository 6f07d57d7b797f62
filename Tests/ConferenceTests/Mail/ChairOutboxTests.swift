import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("The outbox on the chair's desk")
struct ChairOutboxTests {
  @Test(
    "Letters that hold a one-time link are listed without subject and body, and stay so after a failure"
  )
  func secrets() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    try await desk.invite(.init(emails: "guest@x.example"))
    try await stage.conference.requestSignInLink(
      email: "guest@x.example", next: "", call: stage.call.id)
    let page = try await desk.letters(query: "guest@x.example")
    #expect(page.letters.map(\.subject) == ["Sign in link", "Invitation"])
    #expect(page.letters.allSatisfy { $0.body == nil })
    #expect(
      !contents(of: page).contains("/invitation/") && !contents(of: page).contains("/sign-in/"))
  }

  @Test("A letter about one paper can be read")
  func body() async throws {
    let stage = try await ReviewStage.open()
    _ = try await stage.paper("Caches")
    let page = try await stage.chairDesk().letters(query: "received caches")
    #expect(page.letters.map(\.to) == ["\(stage.author.name) <\(stage.author.email)>"])
    #expect(page.letters.first?.body?.contains("Caches") == true)
  }

  @Test("Failed letters are told apart and tried again, one or all, once")
  func retry() async throws {
    let stage = try await ReviewStage.open()
    for title in ["One", "Two", "Three"] { _ = try await stage.paper(title) }
    let letters = try await stage.letters("submission-received")
    try await stage.conference.act { act in
      for letter in letters {
        try act.session.failLetter(letter.id, error: "mailbox full", at: act.now)
      }
    }
    let desk = try await stage.chairDesk()
    let page = try await desk.letters(state: "failed")
    #expect(page.counts.failed == 3 && page.letters.count == 3)
    #expect(page.letters.allSatisfy { $0.trouble == "mailbox full" && $0.canRetry })
    #expect(try await desk.home().tasks.first?.sentence == "3 letters could not be sent")
    try await desk.retryLetter(letters[0].id)
    try await desk.retryLetter(letters[0].id)
    #expect(try await desk.letters().counts.failed == 2)
    #expect(try await stage.recorded("retry letter") == 1)
    #expect(try await desk.retryFailedLetters() == 2)
    #expect(try await desk.retryFailedLetters() == 0)
    await #expect(throws: Refusal.notFound) { try await desk.retryLetter("unknown") }
  }

  @Test("Older letters stand on further pages, and each letter on one of them")
  func pages() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    try await stage.conference.act { act in
      for number in 1...120 {
        let letter = DiscussionCommentLetter(
          head: act.letterhead(stage.call), number: SubmissionNumber(number), title: "Caches",
          path: "/")
        try act.post(
          letter, kind: "test", to: stage.otherChair.email, call: stage.call.id, about: paper)
      }
    }
    let desk = try await stage.chairDesk()
    for query in ["", stage.otherChair.email] {
      var seen: [String] = []
      for page in 1...3 {
        let found = try await desk.letters(query: query, page: page)
        #expect((found.older != nil) == (page < 3))
        seen += found.letters.map(\.id)
      }
      #expect(Set(seen).count == seen.count && seen.count >= 120)
    }
  }
}

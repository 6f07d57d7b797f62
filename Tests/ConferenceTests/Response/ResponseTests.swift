import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Reviews shown to authors, and their one answer (C11)")
struct ResponseTests {
  /// A paper with two reviews in, and one that waits for its reviews.
  private struct Stage {
    let house: TestHouse
    let ada: Person
    let ben: Person
    let paper: ID<Submission>
    let unreviewed: ID<Submission>

    var window: Period { house.call.calendar.response }

    static func open() async throws -> Stage {
      let house = try await TestHouse.open()
      let ada = try await house.person("Ada Byron")
      let ben = try await house.person("Ben Ode")
      let reviewers = try await house.reviewers(3)
      let paper = try await house.paper("Answered", by: ada, with: [ben])
      let unreviewed = try await house.paper("Unreviewed", by: ada)
      let tasks = try await house.assign(paper, to: reviewers)
      try await house.assign(unreviewed, to: reviewers)
      house.clock.set(house.call.calendar.reviewing.opens)
      for (task, reviewer) in zip(tasks, reviewers).prefix(2) {
        let form = try #require(house.call.track("research")?.reviewForm)
        let answers = ReviewAnswers(
          scores: Dictionary(form.scored.map { ($0.key, 3) }, uniquingKeysWith: { first, _ in first }),
          texts: Dictionary(form.texts.map { ($0.key, "What I think.") }, uniquingKeysWith: { first, _ in first }))
        _ = try await house.reviewerDesk(reviewer).submit(task, basedOn: 0, answers)
      }
      return Stage(house: house, ada: ada, ben: ben, paper: paper, unreviewed: unreviewed)
    }

    func reviews() async throws -> [ReviewCard]? {
      guard case .shown(let cards) = try await house.authorDesk(ada).page(paper).reviews else { return nil }
      return cards
    }
  }

  @Test("Reviews appear at the stated second and not a microsecond sooner, without names")
  func visibility() async throws {
    let stage = try await Stage.open()
    stage.house.clock.set(stage.window.opens.justBefore)
    let early = try await stage.house.authorDesk(stage.ada).page(stage.paper)
    #expect(early.reviews == .hidden(.notYetReleased))
    #expect(early.response == nil)
    stage.house.clock.set(stage.window.opens)
    let cards = try #require(try await stage.reviews())
    #expect(cards.count == 2)
    let page = try await stage.house.authorDesk(stage.ada).page(stage.paper)
    var text = ""
    dump(page, to: &text)
    #expect(text.contains("What I think."))
    #expect(!text.contains("Reviewer A") && !text.contains("reviewer.a@"))
    #expect(page.response?.accepts == true)
  }

  @Test("Letters that reviews are available leave once, to contacts of reviewed papers only")
  func announced() async throws {
    let stage = try await Stage.open()
    stage.house.clock.set(stage.window.opens.justBefore)
    try await stage.house.runDue()
    #expect(try await stage.house.letters("reviews-available").isEmpty)
    stage.house.clock.set(stage.window.opens)
    for _ in 0..<3 {
      try await stage.house.runDue()
      stage.house.clock.advance(by: .hours(1))
    }
    let letters = try await stage.house.letters("reviews-available")
    #expect(letters.map(\.toEmail) == [stage.ada.email])
    #expect(letters.first?.subject.contains("Answered") == true)
    #expect(letters.first?.body.contains("What I think.") == false)
    #expect(try await stage.house.recorded("announce reviews") == 1)
  }

  @Test("The window holds to the second at both ends")
  func window() async throws {
    let stage = try await Stage.open()
    let desk = try await stage.house.authorDesk(stage.ada)
    stage.house.clock.set(stage.window.opens.justBefore)
    #expect(
      try await refusal { try await desk.respond(to: stage.paper, text: "Early.") }
        == .notYetOpen(opens: stage.window.opens))
    stage.house.clock.set(stage.window.closes)
    #expect(
      try await refusal { try await desk.respond(to: stage.paper, text: "Late.") } == .closed(since: stage.window.closes))
    #expect(try await desk.page(stage.paper).response?.accepts == false)
    stage.house.clock.set(stage.window.closes.justBefore)
    try await desk.respond(to: stage.paper, text: "In time.")
    #expect(try await desk.page(stage.paper).response?.text == "In time.")
  }

  @Test("There is one answer: the same text again is the same, another is refused")
  func once() async throws {
    let stage = try await Stage.open()
    let desk = try await stage.house.authorDesk(stage.ada)
    stage.house.clock.set(stage.window.opens)
    try await desk.respond(to: stage.paper, text: "We thank the reviewers.")
    try await desk.respond(to: stage.paper, text: "We thank the reviewers.")
    #expect(
      try await refusal { try await desk.respond(to: stage.paper, text: "One more thing.") }
        == .closed(since: stage.window.opens))
    let page = try await desk.page(stage.paper)
    #expect(page.response?.text == "We thank the reviewers.")
    #expect(page.response?.accepts == false)
    #expect(page.response?.sentAt == stage.window.opens)
    #expect(try await stage.house.recorded("respond") == 1)
    #expect(try await stage.house.letters("response-received").count == 2)
  }

  @Test("An answer holds at most the call's number of words, and at least one")
  func words() async throws {
    let stage = try await Stage.open()
    let desk = try await stage.house.authorDesk(stage.ada)
    let limit = stage.house.call.response.limitWords
    stage.house.clock.set(stage.window.opens)
    for text in ["", " \n ", String(repeating: "word ", count: limit + 1)] {
      #expect(try await refusal { try await desk.respond(to: stage.paper, text: text) }?.fields == ["text"])
    }
    try await desk.respond(to: stage.paper, text: String(repeating: "word ", count: limit))
  }

  @Test("Without a review there is nothing to answer; after a withdrawal there is nobody to")
  func nothingToAnswer() async throws {
    let stage = try await Stage.open()
    let desk = try await stage.house.authorDesk(stage.ada)
    stage.house.clock.set(stage.window.opens)
    #expect(try await refusal { try await desk.respond(to: stage.unreviewed, text: "Hello?") }?.fields == ["text"])
    #expect(try await desk.page(stage.unreviewed).response == nil)
    try await desk.withdraw(stage.paper, reason: "")
    #expect(
      try await refusal { try await desk.respond(to: stage.paper, text: "Still.") } == .closed(since: stage.window.opens))
  }

  @Test("An author who is no contact reads the reviews and can't answer")
  func reader() async throws {
    let stage = try await Stage.open()
    let desk = try await stage.house.authorDesk(stage.ben)
    stage.house.clock.set(stage.window.opens)
    let page = try await desk.page(stage.paper)
    guard case .shown(let cards) = page.reviews else {
      Issue.record("a listed author does not see the reviews")
      return
    }
    #expect(cards.count == 2)
    #expect(page.response?.accepts == false)
    #expect(try await refusal { try await desk.respond(to: stage.paper, text: "Me too.") } == .notYours)
  }
}

import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Writing a review")
struct ReviewWritingTests {
  /// One paper with one reviewer, on the first second of reviewing.
  private func begun(track: String = "research") async throws -> (stage: ReviewStage, desk: ReviewerDesk, task: ID<Assignment>) {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches that forget", track: track)
    let task = try await stage.assign(paper, to: [stage.rita])[0]
    stage.clock.set(stage.reviewing)
    return (stage, try await stage.desk(stage.rita), task)
  }

  @Test("Two tabs on one draft: the second is told, sees both texts, and nothing is overwritten")
  func twoTabs() async throws {
    let (stage, desk, task) = try await begun()
    let first = stage.answers("from the first tab")
    let second = stage.answers("from the second tab")
    #expect(try await desk.saveDraft(task, basedOn: 0, first).version == 1)
    await #expect(throws: Refusal.stale) { try await desk.saveDraft(task, basedOn: 0, second) }
    await #expect(throws: Refusal.stale) { try await desk.submit(task, basedOn: 0, second) }

    let page = try await desk.review(task, typed: .init(answers: second, staleAgainst: 0))
    #expect(page.answers == second)
    #expect(page.savedElsewhere == first)
    #expect(page.version == 1)
    #expect(try await desk.review(task).answers == first)
    #expect(try await desk.saveDraft(task, basedOn: page.version, second).version == 2)
  }

  @Test("What is saved or handed in twice is kept once, with one receipt")
  func twice() async throws {
    let (stage, desk, task) = try await begun()
    let answers = stage.answers("one")
    let saved = try await desk.saveDraft(task, basedOn: 0, answers)
    stage.clock.set(stage.clock.now.adding(.minutes(1)))
    #expect(try await desk.saveDraft(task, basedOn: 0, answers) == saved)
    #expect(try await desk.submit(task, basedOn: 1, answers) == 1)
    #expect(try await desk.submit(task, basedOn: 1, answers) == 1)
    #expect(try await stage.letters("review-received").map(\.toEmail) == [stage.rita.email])
    #expect(try await stage.recorded("review") == 1)
  }

  @Test("A revised review is a further version; the earlier one stays and no second receipt is sent")
  func revision() async throws {
    let (stage, desk, task) = try await begun()
    try await desk.submit(task, basedOn: 0, stage.answers("one"))
    stage.clock.set(stage.call.calendar.discussion.opens)
    #expect(try await desk.submit(task, basedOn: 1, stage.answers("two")) == 2)
    #expect(try await desk.review(task).submitted.map(\.number) == [2, 1])
    #expect(try await stage.letters("review-received").count == 1)
    let kept = try await stage.conference.look { act in try act.session.reviews(of: task).map(\.answers) }
    #expect(kept == [stage.answers("two"), stage.answers("one")])
  }

  @Test("A line break counts as one character, however the browser sends it")
  func lineBreaks() async throws {
    let (stage, desk, task) = try await begun()
    try await desk.saveDraft(task, basedOn: 0, stage.answers("one\ntwo"))
    #expect(try await desk.saveDraft(task, basedOn: 0, stage.answers("one\r\ntwo")).version == 1)
  }

  @Test("Writing is refused before reviewing opens and from the second in which discussion closes")
  func window() async throws {
    let (stage, desk, task) = try await begun()
    let calendar = stage.call.calendar
    let answers = stage.answers("one")
    stage.clock.set(calendar.reviewing.opens.adding(.seconds(-1)))
    #expect(try await !desk.review(task).accepts)
    await #expect(throws: Refusal.notYetOpen(opens: calendar.reviewing.opens)) {
      try await desk.saveDraft(task, basedOn: 0, answers)
    }
    stage.clock.set(calendar.discussion.closes)
    #expect(try await !desk.review(task).accepts)
    for submits in [false, true] {
      await #expect(throws: Refusal.closed(since: calendar.discussion.closes)) {
        if submits { _ = try await desk.submit(task, basedOn: 0, answers) }
        try await desk.saveDraft(task, basedOn: 0, answers)
      }
    }
    stage.clock.set(calendar.discussion.closes.adding(.seconds(-1)))
    #expect(try await desk.submit(task, basedOn: 0, answers) == 1)
  }

  @Test("Grades off the scale and questions the form doesn't ask are refused, all at once, and nothing is stored")
  func offTheScale() async throws {
    let (stage, desk, task) = try await begun()
    var answers = stage.answers("one")
    answers.scores["novelty"] = 5
    answers.scores["overall"] = 0
    answers.scores["beauty"] = 1
    let refusal = await #expect(throws: Refusal.self) { try await desk.saveDraft(task, basedOn: 0, answers) }
    #expect(refusal?.fields == ["scores.beauty", "scores.novelty", "scores.overall"])
    #expect(try await desk.review(task).version == 0)
  }

  @Test("Handing in refuses with every question still open; the draft takes as much as there is")
  func missing() async throws {
    let (_, desk, task) = try await begun()
    let begun = ReviewAnswers(scores: ["novelty": 2], texts: ["strengths": "It is short.", "weaknesses": " \n"])
    try await desk.saveDraft(task, basedOn: 0, begun)
    let refusal = await #expect(throws: Refusal.self) { try await desk.submit(task, basedOn: 1, begun) }
    #expect(
      refusal?.fields == [
        "scores.quality", "scores.interest", "scores.impact", "scores.overall", "scores.confidence", "texts.summary",
        "texts.weaknesses",
      ])
    #expect(try await desk.review(task).submitted.isEmpty)
  }

  @Test("A reviewer of an industrial paper is never asked for novelty, and can't answer it")
  func industrial() async throws {
    let (stage, desk, task) = try await begun(track: "industrial")
    let form = try await desk.review(task).form
    #expect(form.criteria.map(\.key) == ["impact", "lessons", "influence"])
    #expect(!contents(of: form).lowercased().contains("novelty"))
    var answers = stage.answers("one", track: "industrial")
    answers.scores["novelty"] = 4
    let refusal = await #expect(throws: Refusal.self) { try await desk.submit(task, basedOn: 0, answers) }
    #expect(refusal?.fields == ["scores.novelty"])
    answers.scores["novelty"] = nil
    #expect(try await desk.submit(task, basedOn: 0, answers) == 1)
    let statements = try await desk.review(task).content.statements.map(\.label)
    #expect(statements == ["Design methodology", "Detailed benchmarks"])
  }

  @Test("The list of papers tells how far each is, the open ones first")
  func home() async throws {
    let (stage, desk, task) = try await begun()
    #expect(try await desk.home().assignments.map(\.state.label) == ["Not begun"])
    try await desk.saveDraft(task, basedOn: 0, ReviewAnswers(scores: ["novelty": 1]))
    #expect(try await desk.home().assignments.map(\.state.label) == ["Draft"])
    stage.clock.set(stage.call.calendar.reviewing.closes)
    #expect(try await desk.home().assignments.map(\.state.label) == ["Late"])
    try await desk.submit(task, basedOn: 1, stage.answers("late"))
    let row = try await desk.home().assignments.first
    #expect(row?.state.label == "Submitted" && row?.deadline == nil)
  }
}

extension Refusal {
  /// The fields an invalid form names, in order.
  var fields: [String]? {
    guard case .invalid(let problems) = self else { return nil }
    return problems.map(\.field)
  }
}

import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("A reviewer in the discussion")
struct ReviewerDiscussionTests {
  /// One paper with three reviewers of whom Rita and Ron have handed in, and a chair in conflict with it.
  private func begun() async throws -> (stage: ReviewStage, paper: ID<Submission>, tasks: [ID<Assignment>]) {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Disputed")
    try await stage.conflict(stage.otherChair, with: paper)
    let tasks = try await stage.assign(paper, to: [stage.rita, stage.ron, stage.ruth])
    stage.clock.set(stage.reviewing)
    for (person, task) in zip([stage.rita, stage.ron], tasks) {
      try await stage.desk(person).submit(task, basedOn: 0, stage.answers("in"))
    }
    return (stage, paper, tasks)
  }

  @Test("Only a reviewer whose own review is in may write, until decisions are released")
  func rights() async throws {
    let (stage, _, tasks) = try await begun()
    let late = try await stage.desk(stage.ruth)
    await #expect(throws: Refusal.notYours) { try await late.comment(tasks[2], text: "Me too.") }
    await #expect(throws: Refusal.notFound) { try await late.comment(tasks[0], text: "Me too.") }
    let desk = try await stage.desk(stage.rita)
    let refusal = await #expect(throws: Refusal.self) { try await desk.comment(tasks[0], text: " \n") }
    #expect(refusal?.fields == ["text"])
    let long = String(repeating: "x", count: DiscussionRules.limitCharacters + 1)
    await #expect(throws: Refusal.self) { try await desk.comment(tasks[0], text: long) }

    stage.clock.set(stage.call.calendar.notification)
    try await stage.conference.act { act in
      try act.session.releaseDecisions(of: stage.call.id, by: stage.chair.id, at: act.now)
    }
    await #expect(throws: Refusal.closed(since: stage.call.calendar.notification)) {
      try await desk.comment(tasks[0], text: "Too late.")
    }
    guard case .shown(let panel) = try await desk.review(tasks[0]).discussion else {
      Issue.record("The discussion is hidden from a reviewer whose review is in.")
      return
    }
    #expect(panel.comments.isEmpty && !panel.accepts)
  }

  @Test("A comment posted twice stands once; the same words after another comment stand again")
  func twice() async throws {
    let (stage, paper, tasks) = try await begun()
    let desk = try await stage.desk(stage.rita)
    for text in ["Agreed.", "Agreed.", "On second thought, no.", "Agreed."] {
      try await desk.comment(tasks[0], text: text)
    }
    let texts = try await stage.conference.look { act in try act.session.comments(on: paper).map(\.text) }
    #expect(texts == ["Agreed.", "On second thought, no.", "Agreed."])
  }

  @Test("Those who may read it get a letter, which holds neither a word of the comment nor who wrote it")
  func letters() async throws {
    let (stage, _, tasks) = try await begun()
    try await stage.desk(stage.rita).comment(tasks[0], text: "canary of the comment")
    try await stage.runDue()
    let letters = try await stage.letters("discussion-comment")
    #expect(Set(letters.map(\.toEmail)) == [stage.chair.email, stage.ron.email])
    #expect(letters.count == 2)
    for letter in letters {
      let text = letter.subject + letter.body
      #expect(!text.contains("canary") && !text.contains("Reviewer") && !text.contains(ReviewStage.committeeMark))
    }
    #expect(letters.first { $0.toEmail == stage.ron.email }?.body.contains("/reviews/\(tasks[1])") == true)
    #expect(letters.first { $0.toEmail == stage.ron.email }?.body.contains(tasks[0].text) == false)
  }

  @Test("A chair who also reviews the paper gets one letter, as a chair, and is a chair in the thread")
  func chairs() async throws {
    let (stage, paper, tasks) = try await begun()
    try await stage.conference.act { act in
      try act.session.grant(.chair, to: stage.ron.id, at: stage.call.id, id: "office", by: nil, now: act.now)
      _ = try act.session.addComment(
        ID("chairs-word"), to: paper, formKey: "chairs-word", by: stage.chair.id, assignment: nil, text: "Please agree.",
        at: act.now)
    }
    try await stage.desk(stage.rita).comment(tasks[0], text: "We do.")
    try await stage.runDue()
    let told = try await stage.letters("discussion-comment").filter { $0.toEmail == stage.ron.email }
    #expect(told.count == 1 && told.allSatisfy { $0.body.contains("/chair/submissions/\(paper)") })
    guard case .shown(let panel) = try await stage.desk(stage.rita).review(tasks[0]).discussion else {
      Issue.record("The discussion is hidden from a reviewer whose review is in.")
      return
    }
    #expect(panel.comments.map(\.author) == ["Chair", "You (Reviewer 1)"])
    #expect(panel.comments.map(\.isOwn) == [false, true])
  }
}

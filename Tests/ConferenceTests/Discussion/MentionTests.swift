import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Leads and mentions")
struct MentionTests {
  /// One paper with three reviewers of whom Rita and Ron have handed in.
  private func begun() async throws -> (stage: ReviewStage, paper: ID<Submission>, tasks: [ID<Assignment>]) {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Disputed")
    let tasks = try await stage.assign(paper, to: [stage.rita, stage.ron, stage.ruth])
    stage.clock.set(stage.reviewing)
    for (person, task) in zip([stage.rita, stage.ron], tasks) {
      try await stage.desk(person).submit(task, basedOn: 0, stage.answers("in"))
    }
    return (stage, paper, tasks)
  }

  private func chair(_ stage: ReviewStage) async throws -> ChairDesk {
    try stage.conference.chairDesk(for: try await stage.conference.viewer(stage.chair, at: stage.call.id))
  }

  private func panel(_ stage: ReviewStage, _ person: Person, _ task: ID<Assignment>) async throws -> DiscussionPanel? {
    guard case .shown(let panel) = try await stage.desk(person).review(task).discussion else { return nil }
    return panel
  }

  @Test("Whom a comment writes to gets a letter that says so, if they may read it; others the usual one")
  func letters() async throws {
    let (stage, _, tasks) = try await begun()
    try await stage.desk(stage.rita).comment(tasks[0], text: "@Reviewer-2 and @Reviewer-3, what of @Reviewer-9?")
    try await stage.runDue()
    let told = try await stage.letters("discussion-mention")
    #expect(told.map(\.toEmail) == [stage.ron.email])
    #expect(told.allSatisfy { !$0.body.contains("Reviewer") && !$0.body.contains("what of") })
    let usual = Set(try await stage.letters("discussion-comment").map(\.toEmail))
    #expect(usual == [stage.chair.email, stage.otherChair.email])
  }

  @Test("A chair's name for a reviewer is kept as the pseudonym; other chairs read the name, reviewers don't")
  func names() async throws {
    let (stage, paper, tasks) = try await begun()
    try await chair(stage).comment(paper, text: "@\(stage.rita.name), please answer @Lead.")
    let comments = try await stage.conference.look { try $0.session.comments(on: paper).map(\.text) }
    #expect(comments == ["@Reviewer-1, please answer @Lead."])
    #expect(try await panel(stage, stage.ron, tasks[1])?.comments.map(\.text) == comments)
    guard case .shown(let all) = try await chair(stage).submission(paper).discussion else { return #expect(Bool(false)) }
    #expect(all.comments.map(\.text) == ["@Reviewer-1 (\(stage.rita.name)), please answer @Lead."])
  }

  @Test("A chair names a reviewer to lead; others read it once they may, and whose review isn't in stays unknown")
  func lead() async throws {
    let (stage, paper, tasks) = try await begun()
    let desk = try await chair(stage)
    try await desk.nameDiscussionLead(of: paper, tasks[2])
    #expect(try await stage.letters("discussion-lead").map(\.toEmail) == [stage.ruth.email])
    #expect(try await panel(stage, stage.rita, tasks[0])?.leader == "")
    #expect(try await panel(stage, stage.ruth, tasks[2]) == nil)
    try await desk.nameDiscussionLead(of: paper, tasks[0])
    try await desk.nameDiscussionLead(of: paper, tasks[0])
    #expect(try await stage.letters("discussion-lead").count == 2)
    #expect(try await panel(stage, stage.rita, tasks[0])?.leader == "You lead")
    #expect(try await panel(stage, stage.ron, tasks[1])?.leader == "Reviewer 1 leads")
    try await stage.desk(stage.ron).comment(tasks[1], text: "@lead: what now?")
    try await stage.runDue()
    #expect(try await stage.letters("discussion-mention").map(\.toEmail) == [stage.rita.email])
    let wrong = try await refusal { try await desk.nameDiscussionLead(of: paper, ID("nobody")) }
    guard case .invalid = wrong else { return #expect(Bool(false), "somebody else was named") }
    try await stage.desk(stage.rita).recuse(tasks[0], reason: "No time.")
    #expect(try await panel(stage, stage.ron, tasks[1])?.leader == "")
    try await desk.nameDiscussionLead(of: paper, tasks[1])
    try await desk.nameDiscussionLead(of: paper, nil)
    #expect(try await panel(stage, stage.ron, tasks[1])?.leader == "")
  }
}

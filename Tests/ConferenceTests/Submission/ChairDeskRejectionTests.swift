import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Rejecting without review")
struct ChairDeskRejectionTests {
  private func stage() async throws -> (stage: ReviewStage, desk: ChairDesk, paper: ID<Submission>) {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    return (stage, try await stage.chairDesk(), paper)
  }

  @Test("tells contacts the ground and the explanation, and reviewers neither")
  func letters() async throws {
    let (stage, desk, paper) = try await stage()
    let ground = try #require(stage.call.desk.grounds.first)
    stage.clock.set(stage.reviewing)
    _ = try await stage.assign(paper, to: [stage.rita])
    try await desk.rejectWithoutReview(paper, ground: ground.key, explanation: "Canaryexplanation")
    let authors = try await stage.letters("desk-rejected")
    #expect(authors.map(\.toEmail) == [stage.author.email])
    #expect(authors.first?.body.contains("Canaryexplanation") == true)
    let reviewers = try await stage.letters("review-not-needed")
    #expect(reviewers.map(\.toEmail) == [stage.rita.email])
    #expect(reviewers.first.map { !($0.subject + $0.body).contains("Canaryexplanation") } == true)
    #expect(reviewers.first.map { !($0.subject + $0.body).lowercased().contains("reject") } == true)
    #expect(try await desk.submissions(.init(state: "desk-rejected")).rows.map(\.id) == [paper])
    #expect(try await stage.desk(stage.rita).home().assignments.isEmpty)
  }

  @Test("posted twice rejects once")
  func twice() async throws {
    let (stage, desk, paper) = try await stage()
    let ground = try #require(stage.call.desk.grounds.first)
    let now = stage.clock.now
    try await desk.rejectWithoutReview(paper, ground: ground.key, explanation: "Names.")
    try await desk.rejectWithoutReview(paper, ground: ground.key, explanation: " Names. ")
    #expect(try await stage.letters("desk-rejected").count == 1)
    #expect(try await stage.recorded("reject without review") == 1)
    await #expect(throws: Refusal.closed(since: now)) {
      try await desk.rejectWithoutReview(paper, ground: ground.key, explanation: "Other words.")
    }
  }

  @Test("needs a ground of the call and an explanation")
  func ground() async throws {
    let (stage, desk, paper) = try await stage()
    let ground = try #require(stage.call.desk.grounds.first)
    #expect(
      await problems { try await desk.rejectWithoutReview(paper, ground: "whim", explanation: "No.") }.map(\.field) == ["ground"])
    #expect(
      await problems { try await desk.rejectWithoutReview(paper, ground: ground.key, explanation: " ") }.map(\.field)
        == ["explanation"])
    #expect(try await desk.submission(paper).deskRejection?.standing == nil)
  }

  @Test("can be taken back, after which the paper is in the process and its reviewer has it again")
  func takenBack() async throws {
    let (stage, desk, paper) = try await stage()
    let ground = try #require(stage.call.desk.grounds.first)
    _ = try await stage.assign(paper, to: [stage.rita])
    try await desk.rejectWithoutReview(paper, ground: ground.key, explanation: "Names.")
    try await desk.takeRejectionBack(paper)
    try await desk.takeRejectionBack(paper)
    #expect(try await desk.submissions(.init(state: "submitted")).rows.map(\.id) == [paper])
    #expect(try await stage.letters("reinstated").map(\.toEmail) == [stage.author.email, stage.rita.email])
    stage.clock.set(stage.reviewing)
    #expect(try await stage.desk(stage.rita).home().assignments.count == 1)
    #expect(try await desk.submission(paper).history.contains { $0.what == "Returned to the process" })
  }
}

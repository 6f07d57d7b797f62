import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("A reviewer's conflicts")
struct ReviewerConflictTests {
  /// Every door to an assigned paper answers as for a paper that does not exist.
  private func expectGone(_ task: ID<Assignment>, _ desk: ReviewerDesk, _ stage: ReviewStage)
    async throws
  {
    await #expect(throws: Refusal.notFound) { try await desk.review(task) }
    await #expect(throws: Refusal.notFound) { try await desk.file(.manuscript, of: task) }
    await #expect(throws: Refusal.notFound) { try await desk.file(.appendix, of: task) }
    await #expect(throws: Refusal.notFound) {
      try await desk.saveDraft(task, basedOn: 0, stage.answers("x"))
    }
    await #expect(throws: Refusal.notFound) {
      try await desk.submit(task, basedOn: 0, stage.answers("x"))
    }
    await #expect(throws: Refusal.notFound) { try await desk.comment(task, text: "x") }
    #expect(try await desk.home().assignments.isEmpty)
  }

  @Test("A reviewer in conflict does not find the assigned paper, its file or its discussion")
  func conflicted() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Kept away")
    let task = try await stage.assign(paper, to: [stage.rita])[0]
    stage.clock.set(stage.reviewing)
    let desk = try await stage.desk(stage.rita)
    #expect(try await desk.home().assignments.count == 1)
    try await stage.conflict(stage.rita, with: paper)
    try await expectGone(task, desk, stage)
    await #expect(throws: Refusal.notFound) { try await desk.recuse(task, reason: "x") }
    await #expect(throws: Refusal.notFound) {
      try await desk.declareConflict(with: paper, kind: "advisor")
    }
    #expect(try await desk.conflicts().conflicts.isEmpty)
  }

  @Test("A reviewer who is an author meets the paper only as its author")
  func author() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("My own", by: stage.rita)
    let task = try await stage.assign(paper, to: [stage.rita])[0]
    stage.clock.set(stage.reviewing)
    try await expectGone(task, try await stage.desk(stage.rita), stage)
  }

  @Test("Another reviewer's assignment is not found")
  func notMine() async throws {
    let stage = try await ReviewStage.open()
    let task = try await stage.assign(try await stage.paper("Yours"), to: [stage.ron])[0]
    stage.clock.set(stage.reviewing)
    try await expectGone(task, try await stage.desk(stage.rita), stage)
  }

  @Test(
    "Declaring a conflict ends the assignment, is told once to the chairs who may know, and the paper is gone"
  )
  func declaring() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Too close")
    try await stage.conflict(stage.otherChair, with: paper)
    let task = try await stage.assign(paper, to: [stage.rita])[0]
    stage.clock.set(stage.reviewing)
    let desk = try await stage.desk(stage.rita)
    try await desk.declareConflict(on: task, kind: "personal")
    try await desk.declareConflict(on: task, kind: "personal")
    try await expectGone(task, desk, stage)
    try await stage.runDue()
    #expect(try await stage.letters("conflict-declared").map(\.toEmail) == [stage.chair.email])
    #expect(try await stage.recorded("declare conflict") == 1)
    let number = try await stage.number(of: paper)
    #expect(try await desk.conflicts().conflicts.map(\.name) == ["Paper \(number)"])
  }

  @Test("One's own declaration can be taken back until bidding closes, after that only by chairs")
  func takingBack() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Perhaps close")
    stage.clock.set(stage.bidding)
    let desk = try await stage.desk(stage.rita)
    try await desk.bid([paper: "eager"])
    try await desk.declareConflict(with: paper, kind: "collaborator")
    #expect(try await desk.bids().papers.isEmpty)
    let first = try #require(try await desk.conflicts().conflicts.first?.id)
    try await desk.withdrawConflict(first)
    try await desk.withdrawConflict(first)
    #expect(try await desk.conflicts().conflicts.isEmpty)
    #expect(try await desk.bids().papers.map(\.level) == [""])

    try await desk.declareConflict(with: paper, kind: "collaborator")
    let second = try #require(try await desk.conflicts().conflicts.first?.id)
    let other = try await stage.desk(stage.ron)
    await #expect(throws: Refusal.notFound) { try await other.withdrawConflict(second) }
    let closes = stage.call.calendar.bidding.closes
    stage.clock.set(closes)
    await #expect(throws: Refusal.closed(since: closes)) { try await desk.withdrawConflict(second) }
    #expect(try await desk.bids().papers.isEmpty)
  }

  @Test(
    "No conflict can be declared with a paper the reviewer has not met, and none of an unknown kind"
  )
  func unmet() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Not shown yet")
    let desk = try await stage.desk(stage.rita)
    await #expect(throws: Refusal.notFound) {
      try await desk.declareConflict(with: paper, kind: "advisor")
    }
    stage.clock.set(stage.bidding)
    let refusal = await #expect(throws: Refusal.self) {
      try await desk.declareConflict(with: paper, kind: "envy")
    }
    #expect(refusal?.fields == ["kind"])
    await #expect(throws: Refusal.notFound) {
      try await desk.declareConflict(with: ID("nothing"), kind: "advisor")
    }
  }

  @Test("Handing a paper back ends all access at once; chairs who may know get the reason, once")
  func recusal() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Handed back")
    try await stage.conflict(stage.otherChair, with: paper)
    let task = try await stage.assign(paper, to: [stage.rita])[0]
    stage.clock.set(stage.reviewing)
    let desk = try await stage.desk(stage.rita)
    let refusal = await #expect(throws: Refusal.self) { try await desk.recuse(task, reason: "  ") }
    #expect(refusal?.fields == ["reason"])
    try await desk.recuse(task, reason: "I am on leave.")
    try await desk.recuse(task, reason: "I am on leave.")
    try await expectGone(task, desk, stage)
    try await stage.runDue()
    let letters = try await stage.letters("recusal")
    #expect(letters.map(\.toEmail) == [stage.chair.email])
    #expect(letters.allSatisfy { $0.body.contains("I am on leave.") })
    #expect(try await stage.recorded("recuse") == 1)
    let other = try await stage.desk(stage.ron)
    await #expect(throws: Refusal.notFound) { try await other.recuse(task, reason: "x") }
  }
}

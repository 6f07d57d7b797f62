import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Papers returned, and rejected by a search")
struct ReturnAndRejectTests {
  @Test("A chair undoes a withdrawal once, the paper stands where it stood, and every author is told")
  func undone() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Ants")
    let desk = try await stage.chairDesk()
    await #expect(throws: Refusal.notFound) { try await desk.undoWithdrawal(paper) }
    #expect(try await !desk.submission(paper).offersReturn)
    try await stage.authorDesk().withdraw(paper, reason: "By mistake.")
    #expect(try await desk.submission(paper).offersReturn)
    try await stage.conflict(stage.otherChair, with: paper)
    await #expect(throws: Refusal.notFound) { try await stage.chairDesk(stage.otherChair).undoWithdrawal(paper) }
    try await desk.undoWithdrawal(paper)
    try await desk.undoWithdrawal(paper)
    #expect(try await stage.authorDesk().page(paper).state.label == "Submitted")
    #expect(try await stage.authorDesk().page(paper).history.first?.what == "Withdrawal undone")
    #expect(try await stage.letters("withdrawal-undone").count == 2)
    #expect(try await stage.recorded("undo withdrawal") == 1)
    try await stage.authorDesk().withdraw(paper, reason: "In earnest.")
    #expect(try await stage.authorDesk().page(paper).state.label == "Withdrawn")
  }

  @Test(
    "One paper gets more time to the microsecond, others none; its contacts are told, and no rule of the house is broken by it")
  func extended() async throws {
    let stage = try await ReviewStage.open()
    let (late, other) = (try await stage.paper("Late"), try await stage.paper("Other"))
    let closes = stage.call.calendar.submission.closes
    let author = try await stage.authorDesk()
    stage.clock.set(closes)
    await #expect(throws: Refusal.closed(since: closes)) { try await author.editForm(late) }
    try await stage.chairDesk().extend(late, hours: 3)
    #expect(try await stage.letters("submission-extended").map(\.toEmail) == [stage.author.email])
    let until = closes.adding(.hours(3))
    #expect(try await author.page(late).deadline == until)
    #expect(try await author.editForm(late).due == until)
    await #expect(throws: Refusal.closed(since: closes)) { try await author.editForm(other) }
    stage.clock.set(until.justBefore)
    try await stage.upload(.manuscript, "a later manuscript", to: late, by: author)
    #expect(try await stage.conference.invariantViolations(call: stage.call.id).isEmpty)
    stage.clock.set(until)
    await #expect(throws: Refusal.closed(since: until)) { try await author.editForm(late) }
    #expect(try await author.page(late).history.contains { $0.what == "More time granted" })
    #expect(try await stage.recorded("extend submission") == 1)
  }

  @Test("More time is counted from the deadline, ends before bidding opens, and is not for papers kept from a chair")
  func notExtended() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Late", conflicts: [stage.otherChair])
    let desk = try await stage.chairDesk()
    func fields(_ hours: Int) async -> [String] { await problems { try await desk.extend(paper, hours: hours) }.map(\.field) }
    for hours in [0, .max] { #expect(await fields(hours) == ["hours"], "\(hours)") }
    try await desk.extend(paper, hours: 1)
    #expect(try await desk.submission(paper).changeableUntil == stage.call.calendar.submission.closes.adding(.hours(1)))
    await #expect(throws: Refusal.notFound) { try await stage.chairDesk(stage.otherChair).extend(paper, hours: 1) }
    stage.clock.set(stage.bidding.justBefore)
    #expect(await fields(1) == ["hours"])
    stage.clock.set(stage.bidding)
    await #expect(throws: Refusal.closed(since: stage.bidding)) { try await desk.extend(paper, hours: 1) }
    #expect(try await desk.submission(paper).changeableUntil == nil)
  }

  @Test("All that a search finds is rejected without review after a preview, each with its letter; another list is refused")
  func many() async throws {
    let stage = try await ReviewStage.open()
    let papers = [try await stage.paper("Ants"), try await stage.paper("Ants again"), try await stage.paper("Bees")]
    let desk = try await stage.chairDesk()
    let ground = stage.call.desk.grounds.first?.key ?? ""
    let asked = ChairDesk.ManyRejections(query: "title:ants", ground: ground, explanation: "It is not about systems.")
    let preview = try #require(try await desk.manyRejections(asked).preview)
    #expect(preview.total == 2 && preview.rows.map(\.id) == Array(papers.prefix(2)))
    #expect(try await stage.letters("desk-rejected").isEmpty)
    await #expect(throws: Refusal.stale) { try await desk.rejectMany(asked, seen: "other") }
    #expect(try await desk.rejectMany(asked, seen: preview.seen) == 2)
    #expect(try await stage.letters("desk-rejected").count == 2)
    #expect(try await stage.recorded("reject without review") == 2)
    #expect(try await desk.manyRejections(asked).preview?.unchanged == 2)
    #expect(try await stage.authorDesk().page(papers[2]).state.label == "Submitted")
    await #expect(throws: Refusal.stale) { try await desk.rejectMany(asked, seen: preview.seen) }
  }

  @Test("Without search, ground or explanation nobody is rejected, and papers kept from a chair are not found")
  func refused() async throws {
    let stage = try await ReviewStage.open()
    let ants = try await stage.paper("Ants", conflicts: [stage.otherChair])
    let desk = try await stage.chairDesk(stage.otherChair)
    let ground = stage.call.desk.grounds.first?.key ?? ""
    func fields(_ query: String, _ ground: String, _ explanation: String) async throws -> [String] {
      try await desk.manyRejections(.init(query: query, ground: ground, explanation: explanation)).problems.map(\.field)
    }
    #expect(try await fields(" ", ground, "Why.") == ["q"])
    #expect(try await fields("ants", "none", "Why.") == ["ground"])
    #expect(try await fields("ants", ground, "") == ["explanation"])
    #expect(try await desk.manyRejections(.init(query: "ants", ground: ground, explanation: "Why.")).preview?.total == 0)
    #expect(try await desk.manyRejections(.init(query: "titel:x", ground: ground, explanation: "Why.")).problem != nil)
    #expect(try await stage.standing(of: ants) == .submitted)
  }
}

extension ReviewStage {
  fileprivate func standing(of paper: ID<Submission>) async throws -> SubmissionState? {
    try await conference.look { try $0.session.submission(paper)?.facts.state }
  }
}

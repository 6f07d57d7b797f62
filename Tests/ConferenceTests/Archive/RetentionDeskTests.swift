import Foundation
import LecternTesting
import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("What is kept how long, by the clock")
struct RetentionDeskTests {
  private struct Year {
    let stage: ReviewStage
    let accepted: ID<Submission>
    let rejected: ID<Submission>
    let task: ID<Assignment>
  }

  /// Two papers, each with the same appendix; one is accepted. Rita reviewed and talked; decisions are released.
  private func year() async throws -> Year {
    let stage = try await ReviewStage.open()
    let accepted = try await stage.paper("Caches")
    let rejected = try await stage.paper("Wells")
    for paper in [accepted, rejected] {
      try await stage.upload(.appendix, "the same proofs", to: paper, by: try await stage.authorDesk())
    }
    try await stage.runDue()
    stage.clock.set(stage.reviewing)
    let tasks = try await stage.assign(accepted, to: [stage.rita])
    try await stage.desk(stage.rita).submit(tasks[0], basedOn: 0, stage.answers("sound"))
    stage.clock.set(stage.call.calendar.discussion.opens)
    try await stage.desk(stage.rita).comment(tasks[0], text: "I would take it.")
    stage.clock.set(stage.notification)
    try await stage.chairDesk().decide(accepted, kind: stage.accept, note: "", version: 0)
    try await stage.chairDesk().decide(rejected, kind: stage.reject, note: "", version: 0)
    try await stage.chairDesk().release(confirmed: true)
    return Year(stage: stage, accepted: accepted, rejected: rejected, task: tasks[0])
  }

  private func pass(_ year: Year, to text: String) async throws {
    year.stage.clock.set(try CallDate.read(text, in: year.stage.call))
    try await year.stage.runDue()
  }

  private func bytes(_ stage: ReviewStage, _ paper: ID<Submission>, _ slot: FileSlot) async throws -> Refusal? {
    try await refusal { _ = try await stage.authorDesk().file(slot, version: 1, of: paper) }
  }

  @Test("Reviews, the discussion and identities are closed on their days to each reader, at every door")
  func closed() async throws {
    let year = try await year()
    let stage = year.stage
    try await pass(year, to: "2026-12-31 19:59")
    guard case .shown(let cards) = try await stage.chairDesk().submission(year.accepted).reviews else {
      Issue.record("closed too early")
      return
    }
    #expect(cards.count == 1)
    #expect(try await refusal { _ = try await stage.chairDesk().letters() } == nil)
    #expect(try await refusal { _ = try await stage.chairDesk().audit() } != nil)
    guard case .hidden(.sealed) = try await stage.desk(stage.rita).review(year.task).others else {
      Issue.record("a reviewer reads others' reviews after their day")
      return
    }
    try await pass(year, to: "2026-12-31 20:00")
    let page = try await stage.chairDesk().submission(year.accepted)
    guard case .hidden(.sealed) = page.reviews, case .hidden(.sealed) = page.discussion else {
      Issue.record("a chair reads reviews after the day")
      return
    }
    #expect(!contents(of: page).contains("sound"))
    // Nor does an order tell of grades.
    let decided = try await stage.chairDesk().decisions(sort: "number").rows.map(\.number)
    for sort in ["score", "-score"] {
      #expect(try await stage.chairDesk().decisions(sort: sort).rows.map(\.number) == decided && decided.count == 2)
    }
    let day = try CallDate.read("2026-12-31 20:00", in: stage.call)
    #expect(try await refusal { _ = try await stage.chairDesk().letters() } == .closed(since: day))
    guard case .shown = try await stage.authorDesk().page(year.accepted).reviews else {
      Issue.record("closed to authors too early")
      return
    }
    try await pass(year, to: "2027-01-31 20:00")
    guard case .hidden(.sealed) = try await stage.authorDesk().page(year.accepted).reviews else {
      Issue.record("an author reads reviews after the day")
      return
    }
    #expect(try await refusal { _ = try await stage.chairDesk().reveals() } != nil)
  }

  @Test("Manuscripts that were not accepted are deleted to the byte; a file another paper has too stays")
  func manuscripts() async throws {
    let year = try await year()
    let stage = year.stage
    #expect(try await bytes(stage, year.rejected, .manuscript) == nil)
    try await pass(year, to: "2026-12-31 20:00")
    let day = try CallDate.read("2026-12-31 20:00", in: stage.call)
    #expect(try await bytes(stage, year.rejected, .manuscript) == .closed(since: day))
    #expect(try await bytes(stage, year.rejected, .appendix) == .closed(since: day))
    #expect(try await bytes(stage, year.accepted, .manuscript) == nil)
    let rows = try await stage.conference.look { try $0.session.manuscripts(of: year.rejected) }
    #expect(rows.count == 3 && rows.allSatisfy { $0.deletedAt == day })
    let kept = try rows.filter { try stage.conference.files.contains($0.sha256) }
    #expect(kept.map(\.slot) == [.appendix] && kept.map(\.version) == [2])
    #expect(try await stage.conference.look { try $0.session.nextFileRemoval() } == nil)
    #expect(try await stage.conference.invariantViolations(call: stage.call.id) == [])
    let panel = try #require(try await stage.authorDesk().page(year.rejected).files.first { $0.slot == .manuscript })
    #expect(panel.versions.map(\.screening) == [.deleted(at: day)])
    #expect(try await stage.authorDesk().page(year.rejected).findings.isEmpty)
  }

  @Test("What is deleted is gone, once, on record without a number, and the record stays whole")
  func deleted() async throws {
    let year = try await year()
    let stage = year.stage
    try await pass(year, to: "2028-02-01 20:00")
    try await pass(year, to: "2028-03-01 20:00")
    let steps = stage.call.retention.steps
    #expect(try await stage.recorded("apply retention") == steps.count)
    let review = try await stage.conference.look { try $0.session.reviews(of: year.task) }
    #expect(review.map(\.answers) == [ReviewAnswers()])
    #expect(try await stage.conference.look { try $0.session.comments(on: year.accepted) }.isEmpty)
    #expect(try await stage.conference.look { try $0.session.firstBrokenAuditEntry() } == nil)
    let page = try await stage.chairDesk().retention()
    #expect(page.steps.map(\.step) == steps && page.steps.allSatisfy { $0.doneAt != nil })
    #expect(
      try await refusal { _ = try await stage.conference.chairDesk(for: stage.conference.viewer(stage.rita, at: stage.call.id)) }
        == .notFound)
  }
}

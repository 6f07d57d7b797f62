import Foundation
import Pages
import PeerReview
import Screening
import Store
import Testing

@testable import Conference

/// Clara and Cyril chair; Cyril is in conflict with the second paper.
@Suite("The chairs' queue of screening")
struct ChairScreeningTests {
  private struct Scene {
    let house: TestHouse
    let clara: ChairDesk
    let cyril: ChairDesk
    let open: ID<Submission>
    let closed: ID<Submission>
    let inspector: FixedInspector
  }

  private func scene() async throws -> Scene {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let inspector = try FixedInspector(seeing: "et-al-entries")
    let open = try await house.paper("Open shelves", by: ada)
    let closed = try await house.paper("Unseen stacks", by: ada)
    try await house.runDue(MemoryTransport(), inspector)
    let (clara, cyril) = try await (
      house.person("Clara Chair", .chair), house.person("Cyril Chair", .chair)
    )
    try await house.conflict(cyril, with: closed)
    return Scene(
      house: house, clara: try await house.chairDesk(clara), cyril: try await house.chairDesk(cyril), open: open,
      closed: closed, inspector: inspector)
  }

  @Test("It holds every finding of papers under review, the gravest first, and narrows by rule, severity, state and paper")
  func filters() async throws {
    let scene = try await scene()
    let all = try await scene.clara.screening()
    #expect(all.found == all.findings.count && all.found > 4)
    let ranks = all.findings.map { $0.finding.severity == .violation ? 0 : $0.finding.severity == .warning ? 1 : 2 }
    #expect(ranks == ranks.sorted())
    #expect(Set(all.findings.map(\.submission)) == [scene.open, scene.closed])
    let entries = try await scene.clara.screening(.init(code: "refs.et_al", severity: "violation", paper: scene.open.text))
    #expect(!entries.findings.isEmpty)
    #expect(entries.findings.allSatisfy { $0.submission == scene.open && $0.finding.code == "refs.et_al" })
    #expect(entries.findings.allSatisfy { $0.finding.picture != nil })
    #expect(try await scene.clara.screening(.init(state: "dismissed")).found == 0)
    #expect(try await scene.clara.screening(.init(code: "nothing")).found == 0)
    #expect(all.rules.first { $0.code == "refs.et_al" }?.standing == all.findings.count { $0.finding.code == "refs.et_al" })
  }

  @Test("What a chair says is shown with name and note, counted by rule, on record, and can be taken back")
  func judging() async throws {
    let scene = try await scene()
    let queue = try await scene.clara.screening(.init(code: "refs.et_al"))
    let first = try #require(queue.findings.first)
    let second = try #require(queue.findings.last)
    try await scene.clara.judge([first.id], .dismissed, note: " All are named. ")
    try await scene.clara.judge([first.id], .dismissed, note: "All are named.")
    try await scene.clara.judge([second.id], .confirmed)
    let dismissed = try await scene.clara.screening(.init(state: "dismissed"))
    #expect(dismissed.findings.map(\.id) == [first.id])
    #expect(dismissed.findings.first?.judgement?.note == "All are named.")
    #expect(dismissed.findings.first?.judgement?.by == "Clara Chair")
    let rule = try #require(dismissed.rules.first { $0.code == "refs.et_al" })
    #expect(rule.judged == 2 && rule.dismissed == 1)
    #expect(try await scene.house.recorded("dismiss finding") == 1)
    #expect(try await scene.house.recorded("confirm finding") == 1)
    try await scene.clara.judge([first.id], nil)
    #expect(try await scene.clara.finding(first.id).history.count == 1)
    #expect(try await scene.clara.finding(first.id).queued.judgement == nil)
    #expect(await problems { try await scene.clara.judge([], .confirmed) }.map(\.field) == ["chosen"])
    let long = String(repeating: "x", count: 2_001)
    #expect(await problems { try await scene.clara.judge([first.id], .confirmed, note: long) }.map(\.field) == ["note"])
  }

  @Test("Many are judged at once after a look at what that would be")
  func bulk() async throws {
    let scene = try await scene()
    let listing = ScreeningQueuePage.Listing(code: "refs.et_al", paper: scene.open.text)
    let preview = try await scene.clara.previewJudgement(nil, .dismissed, listing)
    #expect(preview.findings.count > 1)
    #expect(try await scene.clara.screening(listing).found == preview.findings.count)
    try await scene.clara.judge(preview.findings.map(\.id), preview.verdict)
    #expect(try await scene.clara.screening(listing).found == 0)
    await #expect(throws: Refusal.self) { try await scene.clara.previewJudgement(nil, .dismissed, listing) }
  }

  @Test("A chair in conflict finds nothing of the paper: not in list, counts, rates or record, nor by id")
  func conflicted() async throws {
    let scene = try await scene()
    let all = try await scene.clara.screening(.init(state: "all"))
    let hidden = try #require(all.findings.first { $0.submission == scene.closed && $0.finding.picture != nil })
    try await scene.clara.judge([hidden.id], .confirmed)
    let seen = try await scene.cyril.screening(.init(state: "all"))
    #expect(Set(seen.findings.map(\.submission)) == [scene.open])
    // That the two papers share their text is about both.
    #expect(all.findings.contains { $0.finding.code == "dup.near" } && !seen.findings.contains { $0.finding.code == "dup.near" })
    #expect(seen.found == all.findings.count { $0.submission == scene.open && $0.finding.code != "dup.near" })
    #expect(seen.rules.allSatisfy { $0.judged == 0 })
    #expect(seen.rules.map(\.standing).reduce(0, +) == seen.found)
    for id in [hidden.id, ID("nothing")] {
      await #expect(throws: Refusal.notFound) { try await scene.cyril.finding(id) }
      await #expect(throws: Refusal.notFound) { try await scene.cyril.picture(of: id) }
      await #expect(throws: Refusal.notFound) { try await scene.cyril.judge([id], .dismissed) }
      await #expect(throws: Refusal.notFound) { try await scene.cyril.judge([id, seen.findings[0].id], .dismissed) }
    }
    #expect(try await scene.clara.picture(of: hidden.id).bytes.count > 100)
    #expect(try await !scene.cyril.audit().entries.contains { $0.act == "confirm finding" })
    #expect(try await scene.clara.audit().entries.contains { $0.act == "confirm finding" })
  }

  @Test("What was said stays when the rules run again, as far as the findings are the same")
  func stays() async throws {
    let scene = try await scene()
    let said = try await scene.clara.screening(.init(code: "refs.et_al")).findings.map(\.id)
    try await scene.clara.judge(said, .confirmed)
    let text = try mlsysCallText().replacingOccurrences(of: "main-pages-limit: 10", with: "main-pages-limit: 3")
    _ = try await scene.house.conference.openCall(text: text, file: "mlsys-2026.yaml", reason: "Shorter.")
    try await scene.house.runDue(MemoryTransport(), scene.inspector)
    #expect(try await scene.clara.screening(.init(state: "confirmed")).findings.map(\.id) == said)
    #expect(try await scene.clara.screening(.init(code: "format.page_limit")).found == 2)
    #expect(await scene.inspector.inspected == 2)
  }

  @Test("A finding fills in the form that rejects the paper without review; nothing is rejected by it")
  func rejecting() async throws {
    let scene = try await scene()
    let finding = try #require(
      try await scene.clara.screening(.init(code: "refs.et_al", paper: scene.open.text)).findings.first)
    let form = try await scene.clara.submission(scene.open, rejectingFor: finding.id).deskRejection
    #expect(form?.ground == "format" && form?.explanation == finding.finding.sentence)
    let other = try await scene.clara.submission(scene.closed, rejectingFor: finding.id).deskRejection
    #expect(other?.ground == "" && other?.explanation == "")
    #expect(try await scene.house.recorded("reject without review") == 0)
  }

  @Test("Papers out of the process leave the queue, and so do replaced files")
  func leaving() async throws {
    let scene = try await scene()
    let ada = try await scene.house.conference.look { try $0.session.person(email: "ada.byron@example.org") }
    let desk = try await scene.house.authorDesk(try #require(ada))
    try await desk.withdraw(scene.closed, reason: "")
    #expect(try await Set(scene.clara.screening().findings.map(\.submission)) == [scene.open])
    let upload = try await desk.beginUpload(to: .manuscript, of: scene.open)
    try upload.append(fileBytes("a better file"))
    _ = try await upload.finish()
    #expect(try await scene.clara.screening().found == 0)
  }
}

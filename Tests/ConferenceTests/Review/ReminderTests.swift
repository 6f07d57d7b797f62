import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Reminders of missing reviews")
struct ReminderTests {
  private func letters(_ stage: ReviewStage) async throws -> [LetterRow] {
    try await stage.conference.look { try $0.session.dueLetters(at: $0.now, limit: 1_000) }
      .filter { $0.kind == "review-reminder" }
  }

  @Test("Each missing review gets one letter, the chair's words in it; within the pause nobody is reminded again")
  func remind() async throws {
    let stage = try await ReviewStage.open()
    let (ants, bees) = (try await stage.paper("Ants"), try await stage.paper("Bees"))
    stage.clock.set(stage.reviewing)
    let tasks = try await stage.assign(ants, to: [stage.rita, stage.ron])
    let first = try #require(tasks.first)
    try await stage.desk(stage.rita).submit(first, basedOn: 0, stage.answers("sound"))
    _ = try await stage.assign(bees, to: [stage.rita, stage.ron])
    let desk = try await stage.chairDesk()
    let page = try await desk.reminders()
    #expect(page.reviewers.map(\.id) == [stage.ron.id, stage.rita.id])
    #expect(page.reviewers.map(\.papers.count) == [2, 1] && page.reviewers.allSatisfy { $0.remindedAt == nil })
    #expect(try await desk.remind([stage.rita.id], message: "Please hurry.") == .init(sent: 1, passedOver: 0))
    let letter = try #require(try await letters(stage).first)
    #expect(letter.toEmail == stage.rita.email && letter.body.contains("Please hurry.") && letter.subject.contains("Bees"))
    #expect(try await desk.remind(nil) == .init(sent: 2, passedOver: 1))
    let again = try await desk.remind(nil)
    #expect(again == .init(sent: 0, passedOver: 3))
    let told = "3 missing reviews were passed over: a reminder of each went out less than 20 hours ago."
    #expect(again.sentence == "No letter was sent. \(told)")
    #expect(try await letters(stage).count == 3)
    #expect(try await desk.reminders().reviewers.allSatisfy { $0.remindedAt != nil })
    stage.clock.set(stage.clock.now.adding(.hours(20)))
    #expect(try await desk.remind(nil) == .init(sent: 3, passedOver: 0))
    #expect(try await stage.recorded("remind") == 6)
  }

  @Test("Of papers a chair may not know of neither page nor letters speak, and another chair's reminder of one tells nothing")
  func hidden() async throws {
    let stage = try await ReviewStage.open()
    let ants = try await stage.paper("Ants", conflicts: [stage.otherChair])
    stage.clock.set(stage.reviewing)
    _ = try await stage.assign(ants, to: [stage.ron])
    let shutOut = try await stage.chairDesk(stage.otherChair)
    #expect(try await shutOut.reminders().reviewers.isEmpty)
    #expect(try await shutOut.remind(nil) == .init(sent: 0, passedOver: 0))
    #expect(try await stage.chairDesk().remind(nil).sent == 1)
    #expect(try await shutOut.reminders().reviewers.isEmpty)
    #expect(try await !contents(of: shutOut.letters()).contains("Ants"))
    #expect(try await !shutOut.audit().entries.contains { $0.act == "remind" })
  }

  @Test("Before reviewing opens, after release, with nobody chosen and with too many words it is refused")
  func refused() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    stage.clock.set(stage.call.calendar.reviewing.opens.adding(.hours(-1)))
    await #expect(throws: Refusal.notYetOpen(opens: stage.call.calendar.reviewing.opens)) { try await desk.remind(nil) }
    stage.clock.set(stage.reviewing)
    #expect(await problems { try await desk.remind([]) }.map(\.field) == ["person"])
    let long = String(repeating: "w", count: ReviewRules.limitReminderCharacters + 1)
    #expect(await problems { try await desk.remind(nil, message: long) }.map(\.field) == ["message"])
  }
}

import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("The submission period, to the second")
struct DeadlineTests {
  @Test("Everything is refused before the period opens, with the moment it does")
  func tooEarly() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let opens = house.call.calendar.submission.opens
    house.clock.set(opens.justBefore)
    let desk = try await house.authorDesk(ada)
    let entry = house.entry("Early", by: ada)
    #expect(try await refusal { _ = try await desk.register(entry) } == .notYetOpen(opens: opens))
    #expect(try await refusal { _ = try await desk.newForm() } == .notYetOpen(opens: opens))
    house.clock.set(opens)
    _ = try await desk.register(entry)
  }

  @Test("A microsecond before the deadline everything is accepted")
  func justInTime() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    house.clock.set(house.call.calendar.submission.closes.justBefore)
    let id = try await house.paper("In Time", by: ada)
    let desk = try await house.authorDesk(ada)
    var entry = house.entry("In Time", by: ada)
    entry.content.track = "industrial"
    entry.content.answers = house.entry("In Time", track: "industrial", by: ada).content.answers
    #expect(try await desk.save(id, basedOn: 1, entry) == 2)
    try await house.upload(.appendix, "more", to: id, by: ada)
    let page = try await desk.page(id)
    #expect(page.state.label == "Submitted")
    #expect(page.offersEdit)
    #expect(page.content.track == house.call.track("industrial")?.name)
  }

  @Test("At the second of the deadline everything is refused with that second, and the page offers nothing")
  func tooLate() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let desk = try await house.authorDesk(ada)
    let draft = try await desk.register(house.entry("Draft", by: ada))
    try await house.upload(.manuscript, "ready", to: draft, by: ada)
    let closes = house.call.calendar.submission.closes
    house.clock.set(closes)
    var entry = house.entry("Draft", by: ada)
    entry.content.abstract = "Late."
    let late = Refusal.closed(since: closes)
    #expect(try await refusal { _ = try await desk.register(house.entry("New", by: ada)) } == late)
    #expect(try await refusal { _ = try await desk.newForm() } == late)
    #expect(try await refusal { try await desk.save(draft, basedOn: 1, entry) } == late)
    #expect(try await refusal { _ = try await desk.editForm(draft) } == late)
    #expect(try await refusal { try await desk.submit(draft) } == late)
    for slot in FileSlot.allCases {
      // Nobody finds a final version before decisions are released.
      let told = slot.isFinal ? Refusal.notFound : late
      #expect(try await refusal { _ = try await desk.beginUpload(to: slot, of: draft) } == told)
    }
    let page = try await desk.page(draft)
    #expect(page.state.label == "Draft")
    #expect(page.content.abstract == "About Draft.")
    #expect(!page.offersEdit && !page.offersSubmit && page.files.allSatisfy { !$0.accepts })
    #expect(try await !desk.home().offersNew)
  }

  @Test("An upload that began in time and ended at the deadline is refused, and makes no version")
  func slowUpload() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let desk = try await house.authorDesk(ada)
    let id = try await desk.register(house.entry("Slow", by: ada))
    let closes = house.call.calendar.submission.closes
    house.clock.set(closes.justBefore)
    let late = try await desk.beginUpload(to: .manuscript, of: id)
    let inTime = try await desk.beginUpload(to: .appendix, of: id)
    try late.append(fileBytes("half"))
    try inTime.append(fileBytes("whole"))
    #expect(try await inTime.finish() == 1)
    house.clock.set(closes)
    #expect(try await refusal { _ = try await late.finish() } == .closed(since: closes))
    #expect(try await house.versions(of: id, by: ada).isEmpty)
    #expect(try await house.versions(in: .appendix, of: id, by: ada).map(\.uploadedAt) == [closes.justBefore])
    #expect(try await house.conference.invariantViolations(call: house.call.id).isEmpty)
  }

  @Test("The track may change until the deadline and never after it (C5, C6)")
  func trackChange() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let id = try await house.paper("Two Minds", by: ada)
    let desk = try await house.authorDesk(ada)
    try await desk.save(id, basedOn: 1, house.entry("Two Minds", track: "industrial", by: ada))
    house.clock.set(house.call.calendar.submission.closes)
    let back = house.entry("Two Minds", track: "research", by: ada)
    #expect(
      try await refusal { try await desk.save(id, basedOn: 2, back) }
        == .closed(since: house.call.calendar.submission.closes))
    #expect(try await desk.page(id).content.track == house.call.track("industrial")?.name)
  }

  @Test("A paper can be taken back after the deadline, until decisions are released")
  func withdrawal() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let clara = try await house.person("Clara Chair", .chair)
    let first = try await house.paper("First", by: ada)
    let second = try await house.paper("Second", by: ada)
    let desk = try await house.authorDesk(ada)
    let released = house.call.calendar.notification
    house.clock.set(released.justBefore)
    try await desk.withdraw(first, reason: "Found a mistake.")
    house.clock.set(released)
    try await house.conference.act { [id = house.call.id] act in
      try act.session.releaseDecisions(of: id, by: clara.id, at: act.now)
    }
    #expect(try await refusal { try await desk.withdraw(second, reason: "") } == .closed(since: released))
    #expect(try await !desk.page(second).offersWithdraw)
  }

  @Test("A deadline moved on record holds from that moment")
  func extended() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let desk = try await house.authorDesk(ada)
    house.clock.set(house.call.calendar.submission.closes)
    let entry = house.entry("Given a Day", by: ada)
    #expect(try await refusal { _ = try await desk.register(entry) } != nil)
    let later = try mlsysCallText().replacing("closes: 2025-10-30 20:00", with: "closes: 2025-10-31 19:00")
    try await house.conference.openCall(text: later, file: "mlsys-2026.yaml", reason: "a storm")
    _ = try await desk.register(entry)
    #expect(try await house.conference.invariantViolations(call: house.call.id).isEmpty)
  }
}
